import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { replicaOn } from './replica.ts';

/** Every statement that the replica reads and writes with, as it is prepared when it is opened. */
function statements(): { db: Database.Database; all: string[] } {
  const db = new Database(':memory:');
  migrate(db);
  const all: string[] = [];
  const watched = new Proxy(db, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      if (name !== 'prepare') return typeof value === 'function' ? value.bind(target) : value;
      return (sql: string) => {
        all.push(sql);
        return db.prepare(sql);
      };
    },
  });
  const clock = { now: () => new Date('2026-11-20T12:00:00.000Z') };
  replicaOn(watched, { anvandareId: randomUUID(), clock, newId: randomUUID }, { tidy: async () => {}, close: () => {} });
  return { db, all };
}

/** Those that are to read all of their kind, and only their numbers. */
const wholes = [
  'SELECT count(*) FROM record',
  "SELECT rid FROM record INDEXED BY utredning_ansvarig WHERE type = 'utredning'",
  "SELECT rid FROM record INDEXED BY beslut_bifall WHERE type = 'beslut' AND data ->> '$.utfall' = 'bifall'",
];

test('no list looks through the records one by one: an index that is named and does not fit is read from end to end', () => {
  const { db, all } = statements();
  const ofRecords = all.filter((sql) => /\b(FROM|JOIN|UPDATE) record\b/.test(sql));
  expect(ofRecords.length).toBeGreaterThan(30);
  const through = ofRecords.filter((sql) =>
    db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parametersOf(sql))
      .some(({ detail }) => detail.startsWith('SCAN') && !/^SCAN (json_each|CONSTANT ROW)/.test(detail)),
  );
  expect(through.map((sql) => sql.replaceAll(/\s+/g, ' ').trim())).toEqual(wholes);
});

/** Nulls for all that it binds. */
function parametersOf(sql: string): unknown[] {
  const named = [...sql.matchAll(/[:@](\w+)/g)].map(([, name]) => name ?? '');
  if (named.length > 0) return [Object.fromEntries(named.map((name) => [name, null]))];
  return Array.from({ length: sql.split('?').length - 1 }, () => null);
}
