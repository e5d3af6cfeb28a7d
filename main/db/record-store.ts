import type Database from 'better-sqlite3';
import { huvudOf, isRecordType, schemaNumber, upcast } from '../../shared/domain/records.ts';
import type { SearchTable } from './search-table.ts';

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

/** Writing records, and what is kept beside each: its head and, of a person, the search. */
export function createRecordStore(db: Database.Database, search: SearchTable) {
  const upsert = db.prepare(`
    INSERT INTO record (id, type, scope, version, schema, hink, fill, pending, huvud, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET type = excluded.type, scope = excluded.scope, version = excluded.version, schema = excluded.schema,
      hink = excluded.hink, fill = excluded.fill, pending = excluded.pending, huvud = excluded.huvud, data = excluded.data`);
  const select = db.prepare<[string], StoredRow>(
    'SELECT rid, id, type, scope, version, schema, hink, fill, pending, data FROM record WHERE id = ?',
  );
  const remove = db.prepare('DELETE FROM record WHERE rid = ?');
  const ridOf = db.prepare<[string], { rid: number; type: string }>('SELECT rid, type FROM record WHERE id = ?');

  return {
    get: (id: string): StoredRow | undefined => select.get(id),
    put(row: Row): void {
      const { id, type, scope, version, schema, hink, fill, pending, json, data } = row;
      upsert.run(id, type, scope, version, schema, hink, fill, pending, huvudText(type, schema, data), json);
      if (type === 'person') search.put(ridOf.get(id)?.rid ?? 0, schema, data);
    },
    delete(id: string): void {
      const there = ridOf.get(id);
      if (!there) return;
      if (there.type === 'person') search.drop(there.rid);
      remove.run(there.rid);
    },
  };
}
export type RecordStore = ReturnType<typeof createRecordStore>;

function huvudText(type: string, schema: number, data: unknown): string | null {
  if (!isRecordType(type)) return null;
  const raised = schema === schemaNumber(type) ? data : upcast(type, schema, data);
  try {
    const huvud = huvudOf(type, raised);
    return huvud === raised ? null : JSON.stringify(huvud);
  } catch (error) {
    // A document that this version cannot read (a newer one's, or a broken one) is kept whole, and has no head to show.
    if (error instanceof TypeError) return 'null';
    throw error;
  }
}
