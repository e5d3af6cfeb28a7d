import type Database from 'better-sqlite3';
import { huvudOf, isRecordType, readStored } from '../../shared/domain/records.ts';
import type { BucketDigests, Placed } from './bucket-digests.ts';
import { ReplicaError } from './errors.ts';
import type { NoteChanges } from './note-changes.ts';
import type { RecordIds } from './record-ids.ts';
import type { SearchTable } from './search-table.ts';
import { parseStored } from './stored-json.ts';

/** A record as it is written; `json` is the text of its document, `data` the same parsed. */
export type Row = {
  id: string;
  type: string;
  scope: string;
  version: number;
  schema: number;
  hink: number | null;
  fill: number;
  pending: 0 | 1;
  json: string;
  data: unknown;
};
export type StoredRow = Omit<Row, 'json' | 'data'> & { rid: number; data: string };

/**
 * Writing records, and what is kept beside each: its id's place, its head, its part of the digest, of a person the search, and of a note that it
 * was changed.
 */
export function createRecordStore(
  db: Database.Database,
  { ids, search, digests, notes }: { ids: RecordIds; search: SearchTable; digests: BucketDigests; notes: NoteChanges },
) {
  const insert = db.prepare(`
    INSERT INTO record (id, type, scope, version, schema, hink, fill, pending, huvud, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const update = db.prepare(`
    UPDATE record SET type = ?, scope = ?, version = ?, schema = ?, hink = ?, fill = ?, pending = ?, huvud = ?, data = ? WHERE rid = ?`);
  const select = db.prepare<[number], StoredRow>(
    'SELECT rid, id, type, scope, version, schema, hink, fill, pending, data FROM record WHERE rid = ?',
  );
  const remove = db.prepare('DELETE FROM record WHERE rid = ?');
  const lastRow = db.prepare<[], number | null>('SELECT max(rid) FROM record').pluck();
  const moveTo = db.prepare('UPDATE record SET hink = ? WHERE rid = ?');
  const placed = db.prepare<[number], Placed & { type: string }>('SELECT type, id, version, hink FROM record WHERE rid = ?');
  type OfType = { rid: number; id: string; type: string; schema: number; huvud: string | null; data: string };
  const ofTypes = db.prepare<[number, string, number], OfType>(`
    SELECT rid, id, type, schema, huvud, data FROM record
    WHERE rid > ? AND type IN (SELECT value FROM json_each(?)) ORDER BY rid LIMIT ?`);
  const updateHead = db.prepare('UPDATE record SET huvud = ? WHERE rid = ?');

  const inSet = db.prepare<[number, number, number], { rid: number; id: string; scope: string; type: string }>(
    'SELECT rid, id, scope, type FROM record WHERE hink = ? AND fill < ? LIMIT ?',
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM record').pluck();
  const countIn = db.prepare<[number], number>('SELECT count(*) FROM record WHERE hink = ?').pluck();
  const countOlder = db.prepare<[number, number], number>('SELECT count(*) FROM record WHERE hink = ? AND fill < ?').pluck();

  /** The row, whether or not its id leads to it. */
  function removeRow(rid: number): void {
    const before = placed.get(rid);
    if (before?.type === 'person') search.drop(rid);
    remove.run(rid);
    if (before?.type === 'anteckning') notes.changed(rid);
    const last = lastRow.get() ?? 0;
    // Notes that come next get the numbers above what is last now, whatever lay there, and whoever was taken away before.
    if (rid > last) notes.freedAbove(last);
    digests.replace(before, undefined);
  }

  return {
    /** Some records of a combination of buckets that an older fill brought. */
    inSet: (nr: number, olderThan: number, limit: number) => inSet.all(nr, olderThan, limit),
    count: (): number => count.get() ?? 0,
    /** Records of a combination of buckets; with `olderThan` only those that an older fill brought. */
    countIn: (nr: number, olderThan?: number): number => (olderThan === undefined ? countIn.get(nr) : countOlder.get(nr, olderThan)) ?? 0,
    get(id: string): StoredRow | undefined {
      const rid = ids.ridOf(id);
      return rid === undefined ? undefined : select.get(rid);
    },
    put({ id, type, scope, version, schema, hink, fill, pending, json, data }: Row): void {
      const huvud = huvudText(type, schema, data);
      let rid = ids.ridOf(id);
      if (rid === undefined) {
        rid = Number(insert.run(id, type, scope, version, schema, hink, fill, pending, huvud, json).lastInsertRowid);
        ids.add(id, rid);
        digests.replace(undefined, { id, version, hink });
      } else {
        const before = placed.get(rid);
        const { changes } = update.run(type, scope, version, schema, hink, fill, pending, huvud, json, rid);
        if (changes === 0) throw new ReplicaError('databasen-skadad');
        digests.replace(before, { id, version, hink });
        if (type === 'anteckning' || before?.type === 'anteckning') notes.changed(rid);
      }
      if (type === 'person') search.put(rid, schema, data);
    },
    /**
     * Makes the heads of some records of these types anew, in the order of their rids. One whose document is no JSON is taken away,
     * and with it the rest opens: the digest then says that it is missing, and the server gives it again.
     * @returns the rid to go on after; undefined when none is left
     */
    renewHeads(types: string[], after: number, limit: number): number | undefined {
      const rows = ofTypes.all(after, JSON.stringify(types), limit);
      for (const { rid, id, type, schema, huvud, data } of rows) {
        const document = documentOf(data);
        if (document === undefined) {
          removeRow(rid);
          if (ids.ridOf(id) === rid) ids.remove(id);
          continue;
        }
        const renewed = huvudText(type, schema, document);
        if (renewed !== huvud) updateHead.run(renewed, rid);
      }
      return rows.length < limit ? undefined : rows.at(-1)?.rid;
    },
    /** Into another combination of buckets. */
    move(id: string, hink: number): void {
      const rid = ids.ridOf(id);
      const before = rid === undefined ? undefined : placed.get(rid);
      if (rid === undefined || !before) return;
      moveTo.run(hink, rid);
      digests.replace(before, { ...before, hink });
    },
    delete(id: string): void {
      const rid = ids.ridOf(id);
      if (rid === undefined) return;
      removeRow(rid);
      ids.remove(id);
    },
    /** Takes away a row that the id of its record does not lead to: a second one of the same record. @returns whether it was one */
    dropStray({ rid, id }: { rid: number; id: string }): boolean {
      if (ids.ridOf(id) === rid) return false;
      removeRow(rid);
      return true;
    },
  };
}
export type RecordStore = ReturnType<typeof createRecordStore>;

function documentOf(text: string): unknown {
  try {
    return parseStored(text);
  } catch (error) {
    if (error instanceof ReplicaError) return undefined;
    throw error;
  }
}

function huvudText(type: string, schema: number, data: unknown): string | null {
  if (!isRecordType(type)) return null;
  const raised = readStored(type, schema, data);
  if (raised === undefined) return 'null';
  try {
    const huvud = huvudOf(type, raised);
    return huvud === raised ? null : JSON.stringify(huvud);
  } catch (error) {
    // A document that this version cannot read (a newer one's, or a broken one) is kept whole, and has no head to show.
    if (error instanceof TypeError || error instanceof RangeError) return 'null';
    throw error;
  }
}
