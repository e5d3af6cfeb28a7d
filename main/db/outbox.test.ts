import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { createOutbox } from './outbox.ts';

/** Asked rarely: the list of receipts, and what happens when the server is another. */
const rare = [
  'SELECT * FROM outbox ORDER BY nr',
  "SELECT count(*) FROM outbox WHERE state = 'received' AND quiet = 0",
  "UPDATE outbox SET state = 'queued', active = 1, answered_at = NULL, server_version = NULL WHERE state = 'received'",
];

it('no save, answer or status reads the receipts of a month: each statement has its index', () => {
  const db = new Database(':memory:');
  migrate(db);
  const asked: string[] = [];
  const noted = new Proxy(db, {
    get(target, key) {
      if (key !== 'prepare') return Reflect.get(target, key) as unknown;
      return (sql: string) => {
        asked.push(sql.replaceAll(/\s+/g, ' ').trim());
        return target.prepare(sql);
      };
    },
  });
  createOutbox(noted);
  const plans = asked
    .filter((sql) => !sql.startsWith('INSERT') && !rare.includes(sql))
    .map((sql) => {
      const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll(/[?]|@\w+/g, 'NULL')}`).all();
      return { sql, plan: rows.map(({ detail }) => detail).filter((detail) => /outbox/.test(detail)) };
    });
  expect(plans.length).toBeGreaterThan(15);
  expect(plans.filter(({ plan }) => plan.some((step) => !/USING/.test(step)))).toEqual([]);
  db.close();
});
