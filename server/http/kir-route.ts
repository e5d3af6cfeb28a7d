import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { utanAdress } from '../../shared/domain/person/kir-utan-adress.ts';
import { mayRun } from '../../shared/domain/rulebook/command-roles.ts';
import { kirRequest, kirResponse, paths } from '../../shared/protocol/protocol.ts';
import { type Kir, KirUnavailable } from '../kir/kir.ts';
import { appendAccess } from '../store/access-log.ts';
import { findTenant } from '../store/tenant.ts';
import type { SyncDependencies } from '../sync/dependencies.ts';
import { RequestError } from '../util/request-error.ts';
import type { CallerOf } from './caller.ts';
import { errors } from './sync-routes.ts';

/**
 * Asks the register of residents about one person (REG-02). Only for those who may register a kund, and every question is in
 * the access log. Someone with skyddad folkbokföring is told of only to those who have the right.
 */
export const kirRoute =
  ({ store, clock }: SyncDependencies, callerOf: CallerOf, kir: Kir | undefined): FastifyPluginAsyncZod =>
  async (app) => {
    app.route({
      method: 'POST',
      url: paths.kir,
      schema: {
        summary: 'What the register of residents says of a personnummer',
        params: z.object({ tenant: z.string() }),
        body: kirRequest,
        response: { 200: kirResponse, ...errors },
        security: [{ bearer: [] }],
      },
      handler: async (request) => {
        const { tenant, anvandareId } = await callerOf(request);
        const found = await findTenant(store.db, tenant);
        const actor = found && (await store.catalogueOf(store.db, found)).actor(anvandareId);
        if (!actor || !mayRun('person.registrera', actor))
          throw new RequestError('forbidden', 'Only those who may register a kund may ask.');
        const { personnummer } = request.body;
        const now = clock.now().toISOString();
        const entry = { id: randomUUID(), at: now, action: 'sokt' as const, personId: null, detail: `KIR ${personnummer}` };
        await appendAccess(store.db, { tenant, anvandareId, clientId: 'server', serverAt: now }, [entry]);
        if (!kir) throw new RequestError('unavailable', 'This server has no register of residents (--kir-file or --navet-url).');
        const post = await kir.sok(personnummer).catch((cause: unknown) => {
          if (!(cause instanceof KirUnavailable)) throw cause;
          request.log.warn({ reason: cause.message }, 'register of residents');
          throw new RequestError('unavailable', 'The register of residents does not answer.');
        });
        if (post?.skydd === 'skyddadFolkbokforing' && !actor.skyddadBehorighet) return { post: null, skyddad: true as const };
        // No address of someone whose identity is protected leaves the server, whatever the register gave (OSL 2009:400 22 kap. 1 §).
        return { post: post ? (post.skydd === 'ingen' ? post : utanAdress(post)) : null };
      },
    });
  };
