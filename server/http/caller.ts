import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../shared/domain/command.ts';
import type { Caller, Identity } from '../identity/identity.ts';
import type { Store } from '../store/store.ts';
import { tenantGone, userGone } from '../sync/refusals.ts';
import { RequestError } from '../util/request-error.ts';

/** Who asks, as the catalogue has them when the request comes. */
type SignedIn = Caller & { actor: Actor };
export type CallerOf = (request: FastifyRequest) => Promise<SignedIn>;

/**
 * Who asks: a valid token, of the tenant in the address, of a user who is in the catalogue and active.
 * Checked once at each request, so that a closed account ends at once.
 */
export function createCallerOf(identity: Identity, store: Pick<Store, 'findTenant' | 'catalogueOf'>): CallerOf {
  const known = new WeakMap<FastifyRequest, Promise<SignedIn>>();
  return (request) => {
    const caller = known.get(request) ?? authenticate(request);
    known.set(request, caller);
    return caller;
  };

  async function authenticate(request: FastifyRequest): Promise<SignedIn> {
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) throw new RequestError('unauthorised', 'Sign in first.');
    const caller = await identity.authenticate(token);
    if (caller.tenant !== (request.params as { tenant?: string }).tenant) {
      throw new RequestError('wrong-tenant', 'The sign-in belongs to another municipality.');
    }
    const tenant = await store.findTenant(caller.tenant);
    if (!tenant) throw tenantGone();
    const actor = (await store.catalogueOf(tenant)).actor(caller.anvandareId);
    refuseClosed(actor);
    return { ...caller, actor };
  }
}

/** @throws RequestError `forbidden` when there is no such user, or the account is closed */
export function refuseClosed(actor: Actor | undefined): asserts actor is Actor {
  if (!actor) throw userGone();
  if (!actor.aktiv) throw new RequestError('forbidden', 'The account is closed.');
}
