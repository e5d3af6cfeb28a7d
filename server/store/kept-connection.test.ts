import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type pg from 'pg';
import { afterEach, expect, it, vi } from 'vitest';
import { testServer } from '../testing/server.ts';
import { keepConnected } from './kept-connection.ts';

const at = testServer();
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A road to the database on which what is sent can be lost without a word. */
async function road() {
  const { hostname, port } = new URL(at.postgres.url);
  let swallows = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const lost = swallows;
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => (swallows && !lost ? undefined : to.write(data)));
      from.on('close', () => to.destroy()).on('error', () => to.destroy());
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const url = new URL(at.postgres.url);
  url.port = String((server.address() as AddressInfo).port);
  url.hostname = '127.0.0.1';
  return { url: url.href, swallow: () => (swallows = true) };
}

it('a road that dies without a word is noticed, and the connection is made anew', async () => {
  const { url, swallow } = await road();
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
