import { createServer, type Socket, connect as tcp } from 'node:net';
import { expect, it } from 'vitest';
import { startServer } from '../start.ts';
import { TestClient } from '../testing/client.ts';
import { testServer } from '../testing/server.ts';
import { note } from '../testing/texts.ts';

const at = testServer();

/** A way to the database that can be cut, and left hanging. */
async function road(port: number) {
  const open = new Set<{ near: Socket; far?: Socket }>();
  let state: 'open' | 'cut' | 'silent' = 'open';
  const server = createServer((near) => {
    near.on('error', () => undefined);
    if (state === 'cut') return near.destroy();
    if (state === 'silent') return open.add({ near });
    const far = tcp(port, '127.0.0.1').on('error', () => undefined);
    open.add({ near, far });
    return near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const drop = () => {
    for (const { near, far } of open) {
      near.destroy();
      far?.destroy();
    }
    open.clear();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    turn(to: typeof state) {
      state = to;
      if (to === 'silent') for (const { near, far } of open) near.unpipe(far).pause();
      else drop();
    },
    close() {
      drop();
      server.close();
    },
  };
}

it.each(['cut', 'silent'] as const)(
  'the way to the database %s: 503 with Retry-After to all, and ready again by itself when it is back',
  async (how) => {
    const url = new URL(at.postgres.url);
    const way = await road(Number(url.port));
    url.port = String(way.port);
    const server = await startServer({ databaseUrl: url.href, demo: true });
    try {
      const kommun = await at.kommun();
      const anna = await kommun.client('anna', server.url);
      const ready = () => fetch(`${server.url}/health/ready`);
      expect(await (await ready()).json()).toEqual({ status: 'ready' });
      await anna.pushed(anna.command('anteckning.spara', note(kommun.akter[0], 'Före.')));

      way.turn(how);
      const away = await ready();
      expect({ status: away.status, again: away.headers.get('retry-after') }).toEqual({ status: 503, again: '2' });
      expect(await away.json()).toMatchObject({ error: { code: 'unavailable', message: expect.stringContaining('database') } });
      const command = anna.command('anteckning.spara', note(kommun.akter[0], 'Under tiden.'));
      if (how === 'cut') {
        const refused = await anna.push([command]);
        expect({ status: refused.status, again: refused.headers.get('retry-after') }).toEqual({ status: 503, again: '2' });
        const stranger = new TestClient(server.url, kommun.tenant);
        expect(await stranger.send('/demo/users')).toMatchObject({ status: 503, error: 'unavailable' });
      }

      way.turn('open');
      await expect.poll(async () => (await ready()).status).toBe(200);
      expect((await anna.pushed(command)).results).toMatchObject([{ outcome: 'ok' }]);
    } finally {
      way.turn('open');
      await server.close();
      way.close();
    }
  },
  60_000,
);
