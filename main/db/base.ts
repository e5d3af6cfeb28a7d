import type Database from 'better-sqlite3';
import type { Placed } from './bucket-digests.ts';
import type { RecordIds } from './record-ids.ts';
import type { StoredRow } from './record-store.ts';

export type BaseRow = Omit<StoredRow, 'rid' | 'type' | 'pending'> & { type: string | null };

/**
 * The table `base`: the server's copy of records that pending commands have changed; one without a type the server does not have.
 * Writes run within the caller's transaction.
 */
export function createBase(db: Database.Database, ids: Pick<RecordIds, 'ridOf'>) {
  const save = db.prepare<[StoredRow]>(`
    INSERT OR IGNORE INTO base (id, scope, type, version, schema, hink, fill, data)
    VALUES (@id, @scope, @type, @version, @schema, @hink, @fill, @data)`);
  const saveAbsent = db.prepare('INSERT OR IGNORE INTO base (id, scope) VALUES (?, ?)');
  const one = db.prepare<[string], BaseRow>('SELECT * FROM base WHERE id = ?');
  const inScope = db.prepare<[string], BaseRow>('SELECT * FROM base WHERE scope = ? ORDER BY id');
  const scopes = db.prepare<[], string>('SELECT DISTINCT scope FROM base').pluck();
  const inSet = db.prepare<[number, number, number], { id: string; scope: string; type: string | null }>(
    'SELECT id, scope, type FROM base WHERE hink = ? AND fill < ? LIMIT ?',
  );
  const idsInSet = db.prepare<[number], string>('SELECT id FROM base WHERE hink = ? AND type IS NOT NULL').pluck();
  const all = db.prepare<[], Placed>('SELECT id, version, hink FROM base WHERE type IS NOT NULL');
  const isAbsent = (id: string) => ids.ridOf(id) === undefined;
  const drop = db.prepare('DELETE FROM base WHERE scope = ?');

  return {
    /** A record as it is, unless its copy is there already. */
    save(row: StoredRow): void {
      save.run(row);
    },
    saveAbsent(id: string, scope: string): void {
      saveAbsent.run(id, scope);
    },
    one: (id: string): BaseRow | undefined => one.get(id),
    inScope: (scope: string): BaseRow[] => inScope.all(scope),
    scopes: (): string[] => scopes.all(),
    /** Some copies of a combination of buckets that an older fill brought. */
    inSet: (nr: number, olderThan: number, limit: number) => inSet.all(nr, olderThan, limit),
    /** Deleted here by a command that waits: the server still has them. */
    deletedHere: (nr: number): number => idsInSet.all(nr).filter(isAbsent).length,
    /** Those records. */
    absent: (): Placed[] => all.all().filter(({ id }) => isAbsent(id)),
    drop(scope: string): void {
      drop.run(scope);
    },
  };
}
export type Base = ReturnType<typeof createBase>;
