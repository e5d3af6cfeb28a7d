import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  accessRequest,
  lostRequest,
  lostResponse,
  paths,
  protocolError,
  pullLine,
  pullRequest,
  pushRequest,
  pushResponse,
} from '../../shared/protocol/protocol.ts';
import type { SyncDependencies } from '../sync/dependencies.ts';
import { lostOf } from '../sync/lost.ts';
import { pull } from '../sync/pull.ts';
import { push } from '../sync/push.ts';
import type { CallerOf } from './caller.ts';
import { checkProtocol } from './protocol-check.ts';

const params = z.object({ tenant: z.string() });
const security = [{ bearer: [] }];
export const errors = { '4xx': protocolError, '5xx': protocolError };

/** Pull: on connections of its own, from who asks to the last line. */
export const pullRoute =
  (on: SyncDependencies, callerOf: CallerOf): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: paths.pull,
      schema: {
        summary: 'One page of what the caller may read and does not have; one JSON object a line',
        params,
        body: pullRequest,
        response: { 200: { description: 'Lines', content: { 'application/x-ndjson': { schema: pullLine } } }, ...errors },
        security,
      },
      preValidation: checkProtocol,
      handler: async (request, reply) => {
        const page = await pull(on, await callerOf(request), request.body);
        // Made of the protocol's own lines already; to parse them again would cost more than to make them.
        reply.type('application/x-ndjson').serializer((lines: unknown) => lines as string);
        return reply.send(page as never);
      },
    });
  };

/** Push, what a right no longer reaches, and the access log. */
export const syncRoutes =
  (on: SyncDependencies, callerOf: CallerOf): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: paths.push,
      schema: {
        summary: "Hands over commands; each takes effect exactly once, in the client's order",
        params,
        body: pushRequest,
        response: { 200: pushResponse, ...errors },
        security,
      },
      preValidation: checkProtocol,
      handler: async (request) => push(on, await callerOf(request), request.body),
    });

    app.route({
      method: 'POST',
      url: paths.lost,
      schema: {
        summary: 'Of records that a fill did not bring: those that are there, beyond the rights of the caller',
        params,
        body: lostRequest,
        response: { 200: lostResponse, ...errors },
        security,
      },
      handler: async (request) => lostOf(on, await callerOf(request), request.body.ids),
    });

    app.route({
      method: 'POST',
      url: paths.access,
      schema: {
        summary: 'Appends to the access log what was opened, searched and read; an entry sent again is kept once',
        params,
        body: accessRequest,
        response: { 204: z.undefined().describe('Kept'), ...errors },
        security,
      },
      handler: async (request, reply) => {
        const caller = await callerOf(request);
        const { clientId, entries } = request.body;
        await on.store.appendAccess({ ...caller, clientId, serverAt: on.clock.now().toISOString() }, entries);
        return reply.code(204).send();
      },
    });
  };
