import type Database from 'better-sqlite3';
import type { Key } from './cipher.ts';
import { openToRead } from './open-database.ts';

/** A note as it lies in the replica; `data` is the text of its document. */
export type StoredNote = { rid: number; schema: number; data: string };

/** The list of changed notes, kept with each write of one. */
export function createNoteChanges(db: Database.Database) {
  const add = db.prepare('INSERT INTO anteckning_andrad (rid) VALUES (?)');
  const forget = db.prepare('DELETE FROM anteckning_andrad WHERE nr < ?');
  return {
    /** Within the transaction that changes it. */
    changed(rid: number): void {
      add.run(rid);
    },
    /** Within the transaction in which this row became the last one: the numbers above it are given out again. */
    freedAbove(rid: number): void {
      add.run(-rid);
    },
    /** Those before this number are not asked for again. The number itself stays: by it an index knows that it belongs here. */
    forget(before: number): void {
      forget.run(before);
    },
  };
}
export type NoteChanges = ReturnType<typeof createNoteChanges>;

/** What an index of the notes reads of a replica. It writes nothing. */
export function createNoteSource(db: Database.Database, settle = () => {}) {
  const since = db.prepare<[number, number], { nr: number; rid: number }>(
    'SELECT nr, rid FROM anteckning_andrad WHERE nr > ? ORDER BY nr LIMIT ?',
  );
  const has = db.prepare<[number], number>('SELECT EXISTS (SELECT 1 FROM anteckning_andrad WHERE nr = ?)').pluck();
  const ends = db.prepare<[], { first: number | null; last: number | null }>(
    'SELECT min(nr) AS first, max(nr) AS last FROM anteckning_andrad',
  );
  const at = db.prepare<[number], StoredNote>(`SELECT rid, schema, data FROM record WHERE rid = ? AND type = 'anteckning'`);
  const above = db.prepare<[number, number], StoredNote>(
    `SELECT rid, schema, data FROM record WHERE rid > ? AND type = 'anteckning' ORDER BY rid LIMIT ?`,
  );
  const last = db.prepare<[], number | null>('SELECT max(rid) FROM record').pluck();
  return {
    /** Reads all of it as it is at one moment. */
    atOnce<T>(read: () => T): T {
      settle();
      return db.transaction(read).deferred();
    },
    /** `rid`: a note that was changed or taken away; not above 0: what lies above that row, without its sign, is to be looked at as new. */
    changesAfter: (nr: number, limit: number) => since.all(nr, limit),
    /** Whether the list goes on from this number, so that nothing was forgotten behind it. */
    goesOnFrom: (nr: number): boolean => (nr === 0 ? (ends.get()?.first ?? 1) === 1 : has.get(nr) === 1),
    lastChange: (): number => ends.get()?.last ?? 0,
    at: (rid: number): StoredNote | undefined => at.get(rid),
    above: (rid: number, limit: number): StoredNote[] => above.all(rid, limit),
    /** The highest row of any record; 0 without one. */
    lastRow: (): number => last.get() ?? 0,
  };
}
export type NoteSource = ReturnType<typeof createNoteSource>;

/** The same of a replica that another thread has open. @throws ReplicaError */
export function openNoteSource(file: string, key: Key): NoteSource & { close(): void } {
  const db = openToRead(file, key);
  return { ...createNoteSource(db), close: () => db.close() };
}
