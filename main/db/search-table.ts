import type Database from 'better-sqlite3';
import { displayName, type Person } from '../../shared/domain/person/records.ts';
import { andraSoknycklar } from '../../shared/domain/person/tidigare.ts';
import { readStored } from '../../shared/domain/records.ts';
import { sokNycklar } from '../../shared/domain/sok/sokfraga.ts';
import type { Meta } from './meta.ts';
import { createSearchRebuild, type SearchRow } from './search-rebuild.ts';
import { personOrder } from './swedish-order.ts';
import type { Writer } from './transaction.ts';

/**
 * The projection of persons that searches read. Kept with every write of a person, but not during a large fill: then it is
 * rebuilt afterwards. Removals are kept always, so that a purged person is found by nobody.
 */
export function createSearchTable(db: Database.Database, meta: Meta, writer: Writer) {
  const find = db.prepare<[number], { ordning: string; nycklar: string }>('SELECT ordning, nycklar FROM person_sok WHERE rid = ?');
  const insert = db.prepare('INSERT INTO person_sok (rid, nummer12, namn, ordning, nycklar) VALUES (?, ?, ?, ?, ?)');
  const insertKey = db.prepare('INSERT OR IGNORE INTO person_nyckel VALUES (?, ?, ?)');
  const removeKey = db.prepare('DELETE FROM person_nyckel WHERE nyckel = ? AND ordning = ? AND rid = ?');
  const remove = db.prepare('DELETE FROM person_sok WHERE rid = ?');
  let suspended: boolean | undefined;

  function drop(rid: number): void {
    const row = find.get(rid);
    if (!row) return;
    for (const stored of JSON.parse(row.nycklar) as StoredKey[]) {
      const [key, ordning] = typeof stored === 'string' ? [stored, row.ordning] : stored;
      removeKey.run(key, ordning, rid);
    }
    remove.run(rid);
  }

  function insertRow({ rid, nummer12, namn, ordning, entries }: SearchRow): void {
    const nycklar = entries.map((entry): StoredKey => (entry.ordning === ordning ? entry.key : [entry.key, entry.ordning]));
    insert.run(rid, nummer12, namn, ordning, JSON.stringify(nycklar));
  }

  const rebuild = createSearchRebuild(db, {
    rowOf,
    replaceRow(row) {
      drop(row.rid);
      insertRow(row);
    },
    insertKey: (key, ordning, rid) => insertKey.run(key, ordning, rid),
  });
  writer.onRollback(() => {
    suspended = undefined;
    rebuild.abandon();
  });

  return {
    put(rid: number, schema: number, data: unknown): void {
      suspended ??= meta.get('searchSuspended') === true;
      if (suspended && !rebuild.running()) return;
      drop(rid);
      rebuild.overtaken(rid);
      const row = rowOf(rid, schema, data);
      if (!row) return;
      insertRow(row);
      for (const { key, ordning } of row.entries) insertKey.run(key, ordning, rid);
    },
    drop(rid: number): void {
      drop(rid);
      rebuild.overtaken(rid);
    },
    ready: (): boolean => meta.get('searchSuspended') !== true,
    suspend(): void {
      if (suspended === true && !rebuild.running()) return;
      meta.set('searchSuspended', true);
      suspended = true;
      rebuild.abandon();
    },
    /** Within a transaction: does some of the rebuild. @returns true when the table is whole */
    rebuildSome(limit: number): boolean {
      if (meta.get('searchSuspended') !== true) return true;
      if (!rebuild.some(limit)) return false;
      meta.drop('searchSuspended');
      suspended = false;
      return true;
    },
  };
}
export type SearchTable = ReturnType<typeof createSearchTable>;

/** A key in the person's own order, or with the order of another surname. */
export type StoredKey = string | [key: string, ordning: string];

/** What a person is found by; undefined for one that cannot be read, or lacks what this version searches by. */
function rowOf(rid: number, schema: number, data: unknown): SearchRow | undefined {
  const person: Partial<Person> | undefined = readStored('person', schema, data);
  try {
    return person && rowOfPerson(rid, person);
  } catch (error) {
    // A field is not what it is in a person: the others are fetched and found all the same.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function rowOfPerson(rid: number, person: Partial<Person>): SearchRow | undefined {
  const { personnummer, efternamn, fornamn } = person;
  if (typeof personnummer !== 'string' || typeof efternamn !== 'string' || typeof fornamn !== 'string') return undefined;
  const named = { personnummer, efternamn, fornamn };
  const { nummer12, nummer10, fornamn: names } = sokNycklar(named);
  const namnnycklar = ['e', ...names.map((name) => `f${name}`)];
  const ordning = personOrder(named);
  const andra = andraSoknycklar({ ...person, ...named });
  return {
    ...{ rid, nummer12, namn: displayName(named), ordning },
    entries: [
      ...[`n${nummer10}`, ...andra.nummer.map((nummer) => `t${nummer}`), ...namnnycklar].map((key) => ({ key, ordning })),
      ...andra.efternamn.flatMap((annat) => {
        const annanOrdning = personOrder({ efternamn: annat, fornamn });
        return namnnycklar.map((key) => ({ key, ordning: annanOrdning }));
      }),
    ],
  };
}
