import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { road } from '../testing/road.ts';
import { testServer } from '../testing/server.ts';
import { keepConnected } from './kept-connection.ts';

const at = testServer();
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

it('a road that dies without a word is noticed, and the connection is made anew', async () => {
  const { url, swallow } = await road(at.postgres.url, ends);
  const clients: pg.Client[] = [];
  const onAgain = vi.fn();
  ends.push(
    await keepConnected(
      { connectionString: url },
      async (client) => clients.push(client),
      { onError: () => undefined, onAgain },
      { everyMs: 50, answerMs: 200 },
    ),
  );
  expect(clients).toHaveLength(1);
  swallow();
  await vi.waitFor(() => expect(onAgain).toHaveBeenCalled(), { timeout: 60_000 });
  const { rows } = (await clients.at(-1)?.query('select 1 as one')) ?? { rows: [] };
  expect(rows).toEqual([{ one: 1 }]);
});

const endSelf = 'select pg_terminate_backend(pg_backend_pid())';
it.each<[string, (client: pg.Client) => Promise<unknown>]>([
  ['and its preparing fails with it', (client) => client.query(endSelf)],
  ['and its preparing does not notice', (client) => Promise.all([once(client, 'end'), client.query(endSelf).catch(() => undefined)])],
])('a connection that ends before it is prepared, %s, is made anew once', async (_, endingItself) => {
  const name = `kept ${randomUUID().slice(0, 8)}`;
  const clients: pg.Client[] = [];
  const onAgain = vi.fn();
  const prepare = async (client: pg.Client) => {
    clients.push(client);
    await (clients.length === 2 ? endingItself(client) : client.query('select 1'));
  };
  const close = await keepConnected({ connectionString: at.postgres.url, application_name: name }, prepare, {
    onError: () => undefined,
    onAgain,
  });
  ends.push(close);
  const asker = new pg.Client(at.postgres.url);
  await asker.connect();
  ends.push(() => asker.end());
  const there = async () => (await asker.query('select pid from pg_stat_activity where application_name = $1', [name])).rows;
  await clients[0]?.query(endSelf).catch(() => undefined);
  await vi.waitFor(() => expect(onAgain).toHaveBeenCalled(), { timeout: 60_000 });
  await close();
  await vi.waitFor(async () => expect(await there()).toEqual([]), { timeout: 10_000 });
  expect(onAgain).toHaveBeenCalledTimes(1);
  expect(clients).toHaveLength(3);
});

it('a road that dies while a connection is prepared is noticed too', async () => {
  const { url, swallow } = await road(at.postgres.url, ends);
  const prepare = (client: pg.Client) => {
    swallow();
    return client.query('select 1');
  };
  const made = keepConnected({ connectionString: url }, prepare, { onError: () => undefined }, { everyMs: 50, answerMs: 200 });
  await expect(made).rejects.toThrow('timeout');
});
