import type Database from 'better-sqlite3';

/** Single values of the replica itself. */
export type MetaValues = {
  clientId: string;
  epoch: string;
  nextSeq: number;
  /** The number that puts are stamped with; every beginning fill takes the next. */
  fill: number;
  /** All changes up to this version of the server are here. */
  covered: number;
  /** Where the user began here: all up to this version of the server was there before they could have looked, and is no news. */
  begun: number;
  /** The user that commands are decided for, as last told by the server or by the session. */
  actor: unknown;
  agreedAt: string;
  /** What the server sends outside, as it last told. */
  tjanster: readonly string[];
  /** Tells this file from any other, for the index of its notes. */
  notes: string;
  /** Up to this record the index of ids is whole; those above wait for it. Without it all are there. */
  indexedRid: number;
  /** What the stored heads of each type were made of: those of another version of the program are made anew. */
  heads: Record<string, string>;
  /** The user's write that the second copy was last given (unreceived.ts). */
  copied: number;
  /** Sessions in which the user has written (unreceived.ts). */
  opened: number;
  /** What the computed bevakningar are made of: the rules, and this program's way to compute. */
  frister: string;
  /** They are being made anew: those of persons up to this record are done. */
  fristerRid: number;
  /** The search table is not kept, and is to be rebuilt. */
  searchSuspended: true;
};

export function createMeta(db: Database.Database) {
  const get = db.prepare<[string], string>('SELECT varde FROM meta WHERE nyckel = ?').pluck();
  const set = db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET varde = excluded.varde WHERE varde <> excluded.varde');
  const drop = db.prepare('DELETE FROM meta WHERE nyckel = ?');
  return {
    get<K extends keyof MetaValues>(key: K): MetaValues[K] | undefined {
      const text = get.get(key);
      return text === undefined ? undefined : (JSON.parse(text) as MetaValues[K]);
    },
    set<K extends keyof MetaValues>(key: K, value: MetaValues[K]): void {
      set.run(key, JSON.stringify(value));
    },
    drop(key: keyof MetaValues): void {
      drop.run(key);
    },
  };
}
export type Meta = ReturnType<typeof createMeta>;
