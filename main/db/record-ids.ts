import type Database from 'better-sqlite3';
import type { Meta } from './meta.ts';
import type { Writer } from './transaction.ts';

/**
 * Where a record lies, by its id: the temporary view `id_rid`, which every statement that knows a record by its id reads.
 *
 * Ids come in no order, so a fill that wrote each to its place in the index would write a page of it a record: most of its
 * work. During a large fill new ids therefore wait in a temporary table, in memory, and are taken into the index in its own
 * order when they are many. Up to which record the index is whole stands in the file (`indexedRid`), so after a crash the
 * waiting ones are read from the records above it. The temporary table is part of each transaction, as any other.
 */
export function createRecordIds(db: Database.Database, meta: Meta, writer: Writer) {
  db.exec(`
    CREATE TEMP TABLE id_waiting (id TEXT PRIMARY KEY, rid INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TEMP VIEW id_rid AS SELECT id, rid FROM temp.id_waiting UNION ALL SELECT id, rid FROM main.record_id`);
  let indexedRid = meta.get('indexedRid');
  if (indexedRid !== undefined) db.prepare('INSERT INTO temp.id_waiting SELECT id, rid FROM record WHERE rid > ?').run(indexedRid);
  /** Of a first fill, which began with nothing: the ids that may be here. To ask of each new one is a twentieth of its time. */
  let here: Uint8Array | undefined;
  writer.onRollback(() => {
    indexedRid = meta.get('indexedRid');
    if (indexedRid === undefined) here = undefined;
  });

  const find = db.prepare<[string], number>('SELECT rid FROM id_rid WHERE id = ?').pluck();
  const index = db.prepare('INSERT INTO record_id (id, rid) VALUES (?, ?)');
  const wait = db.prepare('INSERT INTO temp.id_waiting (id, rid) VALUES (?, ?)');
  const removeIndexed = db.prepare('DELETE FROM record_id WHERE id = ?');
  const removeWaiting = db.prepare('DELETE FROM temp.id_waiting WHERE id = ?');
  const newest = db.prepare<[], number | null>('SELECT max(rid) FROM record').pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM temp.id_waiting').pluck();
  // One is in the index already when a crash came before the end.
  const indexFirst = db.prepare('INSERT OR IGNORE INTO record_id (id, rid) SELECT id, rid FROM temp.id_waiting ORDER BY id LIMIT ?');
  const dropFirst = db.prepare('DELETE FROM temp.id_waiting WHERE id IN (SELECT id FROM temp.id_waiting ORDER BY id LIMIT ?)');

  return {
    ridOf(id: string): number | undefined {
      const place = here ? placeOf(id) : 0;
      return here && !((here[place >>> 3] ?? 0) & (1 << (place & 7))) ? undefined : find.get(id);
    },
    /** A new record. One that got the number of a removed record is below the mark and may not wait. */
    add(id: string, rid: number): void {
      const place = here ? placeOf(id) : 0;
      if (here) here[place >>> 3] = (here[place >>> 3] ?? 0) | (1 << (place & 7));
      if (indexedRid !== undefined && rid > indexedRid) wait.run(id, rid);
      else index.run(id, rid);
    },
    /** From both: while waiting ids are taken in, one may stand in both until the last of them. */
    remove(id: string): void {
      if (indexedRid !== undefined) removeWaiting.run(id);
      removeIndexed.run(id);
    },
    /** Within a transaction: from now on new ids wait. */
    defer(): void {
      if (indexedRid !== undefined) return;
      indexedRid = newest.get() ?? 0;
      if (indexedRid === 0) here = new Uint8Array(places / 8);
      meta.set('indexedRid', indexedRid);
    },
    waiting: (): number => (indexedRid === undefined ? 0 : (count.get() ?? 0)),
    /** Within a transaction: takes some of the waiting into the index. @returns true when it is whole */
    indexSome(limit: number): boolean {
      if (indexedRid === undefined) return true;
      indexFirst.run(limit);
      if (dropFirst.run(limit).changes === limit) return false;
      meta.drop('indexedRid');
      indexedRid = undefined;
      here = undefined;
      return true;
    },
  };
}
export type RecordIds = ReturnType<typeof createRecordIds>;

/** A bit for each, two megabytes: of a million ids one in sixteen is asked for in vain. */
const places = 1 << 24;
/** FNV-1a: ids of one time differ in their last characters alone. */
function placeOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash & (places - 1);
}
