import Database from 'better-sqlite3';
import type { Fritext } from '../../../shared/domain/sok/fritext.ts';
import type { NoteSource } from '../../db/note-changes.ts';
import { type Followed, followSome } from '../follow.ts';
import { fritextSchema } from '../index-schema.ts';
import { createIndexTables, type IndexTables } from '../index-tables.ts';
import { createIndexSearch } from '../search-index.ts';

export type IndexInMemory = {
  /** As its keeper has it. */
  tables: IndexTables;
  /** The file may not grow beyond what it is now: what SQLite says then is what it says of a full disk. */
  fill(full: boolean): void;
  /** As the thread does: what was deleted leaves the file. @returns false when there was nothing to do */
  tidy(): boolean;
  /** The pages of the file, free ones too. */
  pages(): Buffer;
  close(): void;
  /** @param crash the program ends before the commit */
  some(limit: number, crash?: boolean): Followed;
  follow(limit?: number): void;
  /** All that it gives, in its order. */
  rids(fraga: Fritext): number[];
  /** As services have it: nothing lags behind. */
  port: { kandidater(fraga: Fritext): Iterable<number[]>; lage(): { hel: boolean; klart: number; av: number } };
};

/** The index in memory, without its thread: it follows when it is told to. */
export function indexInMemory({ id, source }: { id: string; source: NoteSource }): IndexInMemory {
  const db = new Database(':memory:');
  db.pragma('secure_delete = ON');
  fritextSchema(db);
  const tables = createIndexTables(db);
  const search = createIndexSearch(db);
  const some = (limit: number, crash = false): Followed =>
    tables.write(() => {
      const followed = followSome(source, tables, id, { limit, nya: true });
      if (crash) throw new Error('crash');
      return followed;
    });
  let lage: Followed | undefined;
  return {
    tables,
    fill: (full) => void db.pragma(`max_page_count = ${full ? Number(db.pragma('page_count', { simple: true })) : 1_000_000}`),
    pages: (): Buffer => db.serialize(),
    close: () => db.close(),
    some,
    follow(limit = 100): void {
      do lage = some(limit);
      while (!lage.hel);
    },
    tidy(): boolean {
      const some = tables.tidyOne();
      while (tables.tidyOne());
      return some;
    },
    rids: (fraga: Fritext): number[] => [...search.kandidater(fraga)].flat(),
    port: {
      kandidater(fraga: Fritext): Iterable<number[]> {
        do lage = some(100);
        while (!lage.hel);
        return search.kandidater(fraga);
      },
      lage: () => ({ hel: true, klart: lage?.klart ?? 0, av: lage?.av ?? 0 }),
    },
  };
}
