import type { ServerResponse } from 'node:http';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { paths } from '../../shared/protocol/protocol.ts';
import type { Store } from '../store/store.ts';
import type { CallerOf } from './caller.ts';
import { createPacer } from './pacer.ts';
import { errors } from './sync-routes.ts';

const heartbeatMs = 20_000;
/**
 * Each poke is a pull. A few are told at once; of hundreds each is told in its turn, so that they do not fetch so often, and all at
 * the same moment, that nobody's save gets through; and none while those told before still wait for their pages, so that a slow
 * server tells later instead of refusing. What happens while one waits is one poke to it.
 */
const pace = { burst: 50, perSecond: 50 };
/** An event with an empty data line: without one the standard's clients would not report it. */
const poke = 'event: poke\ndata:\n\n';

/**
 * Server-sent events that say only: pull now. They carry no data, so nobody learns by them what they may not read. One is
 * sent at once, for what happened between the client's last pull and this connection.
 */
export const pokeRoute =
  (store: Store, callerOf: CallerOf): FastifyPluginAsyncZod =>
  async (app) => {
    const listeners = new Map<string, Set<ServerResponse>>();
    const all = () => [...listeners.values()].flatMap((set) => [...set]);
    const pacer = createPacer<ServerResponse>((response) => response.write(poke), {
      ...pace,
      hasRoom: () => !store.pagesWait(),
    });
    store.onPoke((tenant) => {
      for (const response of tenant === undefined ? all() : (listeners.get(tenant) ?? [])) pacer.add(response);
    });
    // Proxies close a connection that is silent; a client whose connection is dead is noticed by writing to it.
    const heartbeat = setInterval(() => {
      for (const response of all()) response.write(': alive\n\n');
    }, heartbeatMs);
    app.addHook('preClose', async () => {
      clearInterval(heartbeat);
      pacer.close();
      for (const response of all()) response.end();
    });

    app.route({
      method: 'GET',
      url: paths.poke,
      schema: {
        summary: 'Server-sent events `poke`, without data: there is something to pull',
        params: z.object({ tenant: z.string() }),
        response: { 200: { description: 'Events', content: { 'text/event-stream': { schema: z.string() } } }, ...errors },
        security: [{ bearer: [] }],
      },
      handler: async (request, reply) => {
        const { tenant } = await callerOf(request);
        const set = listeners.get(tenant) ?? new Set();
        listeners.set(tenant, set);
        reply.hijack();
        const response = reply.raw;
        // Gone before it was known who asked: its close has been told already, and nothing would take it off the list.
        if (response.destroyed) return;
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
        response.write(poke);
        set.add(response);
        response.on('close', () => {
          set.delete(response);
          pacer.drop(response);
        });
      },
    });
  };
