import type { ServerResponse } from 'node:http';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { paths } from '../../shared/protocol/protocol.ts';
import type { Store } from '../store/store.ts';
import type { CallerOf } from './caller.ts';
import { createPacer, type Pacer } from './pacer.ts';
import { errors } from './sync-routes.ts';

const heartbeatMs = 20_000;
/**
 * Each poke is a pull. A few are told at once; of hundreds each is told in its turn, so that they do not fetch so often, and all at
 * the same moment, that nobody's save gets through; and fewer while those told before still wait for their pages, so that a slow
 * server tells later instead of refusing. What happens while one waits is one poke to it.
 */
const pace = { burst: 50, perSecond: 50, crowded: 5 };
/** Who is told of a municipality's news; its own pace, so that a large one that is told in turns holds up no other. */
type Listening = { responses: Set<ServerResponse>; pacer: Pacer<ServerResponse> };
/** An event with an empty data line: without one the standard's clients would not report it. */
const poke = 'event: poke\ndata:\n\n';

/**
 * Server-sent events that say only: pull now. They carry no data, so nobody learns by them what they may not read. One is
 * sent at once, for what happened between the client's last pull and this connection.
 */
export const pokeRoute =
  (store: Store, callerOf: CallerOf): FastifyPluginAsyncZod =>
  async (app) => {
    const tenants = new Map<string, Listening>();
    const all = () => [...tenants.values()].flatMap(({ responses }) => [...responses]);
    const listeningOf = (tenant: string): Listening => {
      const known = tenants.get(tenant);
      if (known) return known;
      const pacer = createPacer<ServerResponse>((response) => response.write(poke), { ...pace, hasRoom: () => !store.pagesWait() });
      const listening = { responses: new Set<ServerResponse>(), pacer };
      tenants.set(tenant, listening);
      return listening;
    };
    store.onPoke((news) => {
      for (const [tenant, { responses, pacer }] of tenants) {
        if (news === undefined || news === tenant) for (const response of responses) pacer.add(response);
      }
    });
    // Proxies close a connection that is silent; a client whose connection is dead is noticed by writing to it.
    const heartbeat = setInterval(() => {
      for (const response of all()) response.write(': alive\n\n');
    }, heartbeatMs);
    app.addHook('preClose', async () => {
      clearInterval(heartbeat);
      for (const { pacer } of tenants.values()) pacer.close();
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
        const { responses, pacer } = listeningOf(tenant);
        reply.hijack();
        const response = reply.raw;
        // Gone before it was known who asked: its close has been told already, and nothing would take it off the list.
        if (response.destroyed) return;
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
        // Headers go with the first bytes, and the greeting may have to wait its turn: the client would give up a server that is silent.
        response.write(': open\n\n');
        responses.add(response);
        pacer.add(response);
        response.on('close', () => {
          responses.delete(response);
          pacer.drop(response);
        });
      },
    });
  };
