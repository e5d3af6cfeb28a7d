import type Database from 'better-sqlite3';
import { displayName, type Person } from '../../shared/domain/person/records.ts';
import { upcast } from '../../shared/domain/records.ts';
import { sokNycklar } from '../../shared/domain/sok/sokfraga.ts';
import type { Meta } from './meta.ts';
import { personOrder } from './swedish-order.ts';
import type { Writer } from './transaction.ts';

/**
 * The projection of persons that searches read. Kept with every write of a person, but not during a large fill: then it is
 * rebuilt afterwards, some persons at a time. Removals are kept always, so that a purged person is found by nobody.
 */
export function createSearchTable(db: Database.Database, meta: Meta, writer: Writer) {
  const find = db.prepare<[string], { nr: number; ordning: string; fornamn: string }>(
    'SELECT nr, ordning, fornamn FROM person_sok WHERE id = ?',
  );
  const insert = db.prepare('INSERT INTO person_sok (id, nummer12, nummer10, ordning, namn, fornamn) VALUES (?, ?, ?, ?, ?, ?)');
  const insertName = db.prepare('INSERT OR IGNORE INTO person_namn VALUES (?, ?, ?)');
  const removeName = db.prepare('DELETE FROM person_namn WHERE fornamn = ? AND ordning = ? AND nr = ?');
  const remove = db.prepare('DELETE FROM person_sok WHERE nr = ?');
  const nextPersons = db.prepare<[string, number], { id: string; schema: number; data: string }>(
    `SELECT id, schema, data FROM record WHERE type = 'person' AND id > ? ORDER BY id LIMIT ?`,
  );
  let suspended: boolean | undefined;
  writer.onRollback(() => {
    suspended = undefined;
  });

  function isSuspended(): boolean {
    const state = meta.get('search');
    return state !== undefined && 'suspended' in state;
  }

  function drop(id: string): void {
    const row = find.get(id);
    if (!row) return;
    for (const name of JSON.parse(row.fornamn) as string[]) removeName.run(name, row.ordning, row.nr);
    remove.run(row.nr);
  }

  function write(id: string, schema: number, data: unknown): void {
    drop(id);
    const person = upcast('person', schema, data) as Partial<Person> | null;
    // A person of a newer schema may lack what this version searches by: kept, not searchable.
    if (typeof person?.personnummer !== 'string' || typeof person.efternamn !== 'string' || typeof person.fornamn !== 'string') return;
    const named = { personnummer: person.personnummer, efternamn: person.efternamn, fornamn: person.fornamn };
    const keys = sokNycklar(named);
    const ordning = personOrder(named);
    const row = insert.run(id, keys.nummer12, keys.nummer10, ordning, displayName(named), JSON.stringify(keys.fornamn));
    for (const name of keys.fornamn) insertName.run(name, ordning, row.lastInsertRowid);
  }

  return {
    put(id: string, schema: number, data: unknown): void {
      suspended ??= isSuspended();
      if (!suspended) write(id, schema, data);
    },
    drop,
    ready: (): boolean => meta.get('search') === undefined,
    suspend(): void {
      meta.set('search', { suspended: true });
      suspended = true;
    },
    /** Within a transaction: takes the next persons. @returns true when all are taken */
    rebuildSome(limit: number): boolean {
      const state = meta.get('search');
      if (state === undefined) return true;
      const rows = nextPersons.all('suspended' in state ? '' : state.after, limit);
      for (const { id, schema, data } of rows) write(id, schema, JSON.parse(data));
      suspended = false;
      const last = rows.at(-1);
      if (last && rows.length === limit) meta.set('search', { after: last.id });
      else meta.drop('search');
      return rows.length < limit;
    },
  };
}
export type SearchTable = ReturnType<typeof createSearchTable>;
