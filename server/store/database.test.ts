import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { road } from '../testing/road.ts';
import { testServer } from '../testing/server.ts';
import { type Database, openDatabase, timeoutsOf } from './database.ts';
import { databaseOf, patientDatabaseOf } from './database-of.ts';
import { isRefusedStatement } from './pg-errors.ts';
import { inTransaction } from './transaction.ts';

const at = testServer();
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

function open(url: string, timeouts = timeoutsOf({})) {
  const opened = openDatabase(url, 2, () => undefined, timeouts);
  ends.push(() => opened.db.destroy());
  return opened;
}
const one = async (db: Database) => (await sql<{ one: number }>`select 1 as one`.execute(db)).rows;

it('a road that dies without a word fails what is under way on it, and the next goes on another', async () => {
  const { url, swallow } = await road(at.postgres.url, ends);
  const { db, pool } = open(url, { ...timeoutsOf({}), answerMs: 300 });
  expect(await one(db)).toEqual([{ one: 1 }]);
  swallow();
  await expect(one(db)).rejects.toThrow('timeout');
  await vi.waitFor(async () => expect(await one(db)).toEqual([{ one: 1 }]), { timeout: 60_000 });
  await inTransaction(pool, (tx) => tx.query('one', 'select 1 as one', []));
  swallow();
  await expect(inTransaction(pool, (tx) => tx.query('one', 'select 1 as one', []))).rejects.toThrow(/timeout|terminated/);
  await vi.waitFor(async () => expect(await one(db)).toEqual([{ one: 1 }]), { timeout: 60_000 });
});

it('a lock that is not let go of is waited for no longer than is said', async () => {
  const { pool } = open(at.postgres.url, timeoutsOf({ lockMs: 100 }));
  const lock = 'select pg_advisory_xact_lock(42)';
  await inTransaction(pool, async (holds) => {
    await holds.query('lock', lock, []);
    await expect(inTransaction(pool, (waits) => waits.query('lock', lock, []))).rejects.toMatchObject({ code: '55P03' });
  });
});

it('a statement has its time, but for those that may take theirs', async () => {
  const limits = async (db: Database) => {
    const names = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
    const { rows } = await sql<{ setting: string }>`
      select setting from pg_settings where name = any(${names}) order by array_position(${names}, name)`.execute(db);
    return rows.map(({ setting }) => Number(setting));
  };
  expect(await limits(databaseOf(at.server.store))).toEqual([30_000, 10_000, 60_000]);
  expect(await limits(patientDatabaseOf(at.server.store))).toEqual([0, 0, 0]);
});

describe('a statement that was refused for what it says', () => {
  const failed = (code: string) => Object.assign(new pg.DatabaseError('failed', 6, 'error'), { code });
  it.each(['22P05', '23505', 'AK001', '54000'])('%s', (code) => expect(isRefusedStatement(failed(code))).toBe(true));
  it.each(['53300', '55P03', '57014', '57P01', '58030'])('not %s', (code) => expect(isRefusedStatement(failed(code))).toBe(false));
  it('nor one that got no answer', () => expect(isRefusedStatement(new Error('Query read timeout'))).toBe(false));
});
