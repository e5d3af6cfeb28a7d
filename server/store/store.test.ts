import { sql } from 'kysely';
import { expect, it, vi } from 'vitest';
import { testServer } from '../testing/server.ts';

const at = testServer();

it('says that pages wait while every connection for them is taken, and saves go on meanwhile', async () => {
  const { store } = at.server;
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  expect(store.pagesWait()).toBe(false);
  const reading: Promise<void>[] = [];
  while (!store.pagesWait()) {
    const begun = Promise.withResolvers<void>();
    reading.push(
      store.snapshot(async (tx) => {
        await sql`select 1`.execute(tx);
        begun.resolve();
        await held;
      }),
    );
    await Promise.race([begun.promise, vi.waitUntil(() => store.pagesWait())]);
  }
  expect(reading.length).toBeGreaterThan(1);
  await store.transaction((tx) => tx.query('one', 'select 1', []));
  release();
  await Promise.all(reading);
  expect(store.pagesWait()).toBe(false);
});
