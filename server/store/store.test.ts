import { sql } from 'kysely';
import { afterEach, expect, it, vi } from 'vitest';
import { road } from '../testing/road.ts';
import { testServer } from '../testing/server.ts';
import { openStore } from './store.ts';

const at = testServer();
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

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

it('closes over a road that has died without a word, and tells that nobody answered', async () => {
  const { url, swallow } = await road(at.postgres.url, ends);
  const onError = vi.fn();
  const store = await openStore(url, { connections: 2, onError });
  await store.answers();
  swallow();
  await store.close();
  expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: expect.stringContaining('no answer within') }));
});
