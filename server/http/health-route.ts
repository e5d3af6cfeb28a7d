import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { healthPath, oldestProtocol, protocolVersion } from '../../shared/protocol/protocol.ts';
import type { Store } from '../store/store.ts';
import { RequestError } from '../util/request-error.ts';
import { errors } from './sync-routes.ts';

const health = z.object({
  status: z.literal('ok'),
  protocol: z.object({ oldest: z.number(), newest: z.number() }),
  tenants: z.array(z.object({ tenant: z.string(), epoch: z.uuid(), version: z.number() })),
});

/** For balancers and operators: 200 when the database answers, else 503 as every failed request. */
export const healthRoute =
  (store: Store): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'GET',
      url: healthPath,
      config: { rateLimit: false },
      schema: { summary: 'Whether the server and its database answer', response: { 200: health, ...errors } },
      handler: async () => ({
        status: 'ok' as const,
        protocol: { oldest: oldestProtocol, newest: protocolVersion },
        tenants: await store.listTenants(),
      }),
    });

    app.route({
      method: 'GET',
      url: `${healthPath}/ready`,
      config: { rateLimit: false },
      schema: { summary: 'Whether requests would be served now', response: { 200: z.object({ status: z.literal('ready') }), ...errors } },
      handler: async () => {
        await store.answers().catch(() => {
          throw new RequestError('unavailable', 'The database does not answer. The server runs, and goes on by itself when it does.');
        });
        return { status: 'ready' as const };
      },
    });
  };
