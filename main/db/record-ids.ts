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
  writer.onRollback(() => {
    indexedRid = meta.get('indexedRid');
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
    ridOf: (id: string): number | undefined => find.get(id),
    /** A new record. One that got the number of a removed record is below the mark and may not wait. */
    add(id: string, rid: number): void {
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
      return true;
    },
  };
}
export type RecordIds = ReturnType<typeof createRecordIds>;
