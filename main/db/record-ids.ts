import type Database from 'better-sqlite3';
import type { Meta } from './meta.ts';
import type { Writer } from './transaction.ts';

/**
 * Where a record lies, by its id. Who knows a record by its id asks here, and no statement reads the index by itself.
 *
 * Ids come in no order, so a fill that wrote each to its place in the index would write a page of it a record: most of its
 * work. During a large fill new ids therefore wait in memory, and are taken into the index in its own order when they are many.
 * Up to which record the index is whole stands in the file (`indexedRid`); after a crash, and after a transaction that did not
 * happen, the waiting ones are read from the records above it.
 */
export function createRecordIds(db: Database.Database, meta: Meta, writer: Writer) {
  const find = db.prepare<[string], number>('SELECT rid FROM record_id WHERE id = ?').pluck();
  // One is in the index already when a crash came before the end.
  const index = db.prepare('INSERT OR IGNORE INTO record_id (id, rid) VALUES (?, ?)');
  const removeIndexed = db.prepare('DELETE FROM record_id WHERE id = ?');
  const newest = db.prepare<[], number | null>('SELECT max(rid) FROM record').pluck();
  const above = db.prepare<[number], [id: string, rid: number]>('SELECT id, rid FROM record WHERE rid > ?').raw();

  let indexedRid: number | undefined;
  const waiting = new Map<string, number>();
  /** Those of them that are being taken in. */
  let ordered: Iterator<string> = inOrder([]);
  /** Of a first fill, which began with nothing: the ids that may be here. To ask of each new one is a twentieth of its time. */
  let here: Uint8Array | undefined;

  function readWaiting(): void {
    indexedRid = meta.get('indexedRid');
    ordered = inOrder([]);
    waiting.clear();
    if (indexedRid === undefined) here = undefined;
    else for (const [id, rid] of above.iterate(indexedRid)) waiting.set(id, rid);
  }
  readWaiting();
  writer.onRollback(readWaiting);

  return {
    ridOf(id: string): number | undefined {
      const place = here ? placeOf(id) : 0;
      if (here && !((here[place >>> 3] ?? 0) & (1 << (place & 7)))) return undefined;
      return waiting.get(id) ?? find.get(id);
    },
    /** A new record. One that got the number of a removed record is below the mark and may not wait. */
    add(id: string, rid: number): void {
      const place = here ? placeOf(id) : 0;
      if (here) here[place >>> 3] = (here[place >>> 3] ?? 0) | (1 << (place & 7));
      if (indexedRid !== undefined && rid > indexedRid) waiting.set(id, rid);
      else index.run(id, rid);
    },
    /** From both: while waiting ids are taken in, one may stand in both until the last of them. */
    remove(id: string): void {
      waiting.delete(id);
      removeIndexed.run(id);
    },
    /** Within a transaction: from now on new ids wait. */
    defer(): void {
      if (indexedRid !== undefined) return;
      indexedRid = newest.get() ?? 0;
      if (indexedRid === 0) here = new Uint8Array(places / 8);
      meta.set('indexedRid', indexedRid);
    },
    waiting: (): number => waiting.size,
    /** Within a transaction: takes some of the waiting into the index. @returns true when it is whole */
    indexSome(limit: number): boolean {
      if (indexedRid === undefined) return true;
      for (let taken = 0; taken < limit; ) {
        const { value: id, done } = ordered.next();
        if (done && waiting.size === 0) {
          meta.drop('indexedRid');
          indexedRid = undefined;
          here = undefined;
          return true;
        }
        if (done) ordered = inOrder([...waiting.keys()]);
        const rid = done ? undefined : waiting.get(id);
        if (rid === undefined) continue;
        index.run(id, rid);
        waiting.delete(id);
        taken += 1;
      }
      return false;
    },
  };
}
export type RecordIds = ReturnType<typeof createRecordIds>;

/** Quicksort as far as it is asked for, so that a call waits for no more of it. @param ids each once */
function* inOrder(ids: string[]): Generator<string, undefined> {
  const parts = [ids];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const middle = [part[0] ?? '', part[part.length >>> 1] ?? '', part.at(-1) ?? ''].sort()[1] ?? '';
    if (part.length <= 500) yield* part.sort();
    else {
      const smaller: string[] = [];
      const rest: string[] = [];
      for (const id of part) (id < middle ? smaller : rest).push(id);
      parts.push(rest, smaller);
    }
  }
  return undefined;
}

/** A bit for each, two megabytes: of a million ids one in sixteen is asked for in vain. */
const places = 1 << 24;
/** FNV-1a: ids of one time differ in their last characters alone. */
function placeOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash & (places - 1);
}
