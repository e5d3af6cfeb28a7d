import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type DemoUser, demoUsersResponse, paths, signInRequest, signInResponse } from '../../shared/protocol/protocol.ts';
import { compareSwedish } from '../../shared/util/compare.ts';
import { issueToken } from '../identity/tokens.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from '../util/clock.ts';
import { RequestError } from '../util/request-error.ts';
import { refuseClosed } from './caller.ts';
import { errors } from './sync-routes.ts';

const params = z.object({ tenant: z.string() });

/** Sign-in by choosing a user, for trial: without a password, therefore refused unless the operator asked for demo mode. */
export const demoRoutes =
  (store: Store, clock: Clock, demo: boolean): FastifyPluginAsyncZod =>
  async (app) => {
    // Before the body is read, as where one must be signed in: a server that is not for trial makes no work of it.
    app.addHook('preParsing', async () => {
      if (!demo) throw new RequestError('demo-only', 'Sign-in by choosing a user works only on a server that was started with --demo.');
    });
    const open = async (tenant: string) => {
      const found = await store.findTenant(tenant);
      if (!found) throw new RequestError('not-found', 'The municipality is not on this server.');
      return { tenant: found, catalogue: await store.catalogueOf(found) };
    };

    app.route({
      method: 'GET',
      url: paths.demoUsers,
      schema: { summary: 'Whom one may sign in as (demo mode only)', params, response: { 200: demoUsersResponse, ...errors } },
      handler: async (request) => {
        const { tenant, catalogue } = await open(request.params.tenant);
        return { tenant: tenant.tenant, kommun: tenant.kommun, users: usersOf(catalogue) };
      },
    });

    app.route({
      method: 'POST',
      url: paths.demoSignIn,
      schema: { summary: 'Signs in as a user (demo mode only)', params, body: signInRequest, response: { 200: signInResponse, ...errors } },
      handler: async (request) => {
        const { tenant, catalogue } = await open(request.params.tenant);
        const anvandare = catalogue.actor(request.body.anvandareId);
        refuseClosed(anvandare);
        return { ...(await issueToken(tenant, anvandare.id, clock)), anvandare, kommun: tenant.kommun };
      },
    });
  };

function usersOf(catalogue: Catalogue): DemoUser[] {
  return catalogue
    .list('anvandare')
    .filter(({ data }) => data.aktiv)
    .map(({ id, data }) => {
      const funktion = data.funktionId && catalogue.get('utforare', data.funktionId)?.namn;
      const organisation = catalogue.get('organisation', data.organisationId)?.namn ?? '';
      return { id, namn: data.namn, titel: data.titel, ...(funktion ? { funktion } : {}), organisation };
    })
    .sort((a, b) => compareSwedish(a.namn, b.namn));
}
