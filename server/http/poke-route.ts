import type { ServerResponse } from 'node:http';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { paths } from '../../shared/protocol/protocol.ts';
import type { Store } from '../store/store.ts';
import type { CallerOf } from './caller.ts';
import { errors } from './sync-routes.ts';

const heartbeatMs = 20_000;
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
    store.onPoke((tenant) => {
      for (const response of tenant === undefined ? all() : (listeners.get(tenant) ?? [])) response.write(poke);
    });
    // Proxies close a connection that is silent; a client whose connection is dead is noticed by writing to it.
    const heartbeat = setInterval(() => {
      for (const response of all()) response.write(': alive\n\n');
    }, heartbeatMs);
    app.addHook('preClose', async () => {
      clearInterval(heartbeat);
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
        response.on('close', () => set.delete(response));
      },
    });
  };
