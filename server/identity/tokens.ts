import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { plusDygn } from '../../shared/util/datum.ts';
import type { Store } from '../store/store.ts';
import { findTenant, type Tenant } from '../store/tenant.ts';
import type { Clock } from '../util/clock.ts';
import { RequestError } from '../util/request-error.ts';
import type { Caller, Identity } from './identity.ts';

const lifetimeDays = 30;
const issuer = 'aktnara';
const keyOf = (tenant: Pick<Tenant, 'token_secret'>) => new TextEncoder().encode(tenant.token_secret);

/** @returns a signed token (JWT, HS256, the municipality's own secret; RFC 7519) and the instant it ends */
export async function issueToken(tenant: Tenant, anvandareId: string, clock: Clock): Promise<{ token: string; expires: string }> {
  const now = clock.now();
  const expires = plusDygn(now, lifetimeDays);
  const token = await new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(tenant.tenant)
    .setSubject(anvandareId)
    .setIssuedAt(now)
    .setExpirationTime(expires)
    .sign(keyOf(tenant));
  return { token, expires: expires.toISOString() };
}

/** Tokens that {@link issueToken} made. */
export function tokenIdentity(store: Store, clock: Clock): Identity {
  return {
    async authenticate(token) {
      const tenant = await claimedTenant(store, token);
      if (!tenant) throw new RequestError('unauthorised', 'The sign-in is not valid here.');
      try {
        const options = { algorithms: ['HS256'], issuer, audience: tenant.tenant, currentDate: clock.now() };
        const { payload } = await jwtVerify(token, keyOf(tenant), options);
        if (payload.sub) return { tenant: tenant.tenant, anvandareId: payload.sub } satisfies Caller;
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw new RequestError('unauthorised', 'The sign-in has expired.');
        if (!(error instanceof errors.JOSEError)) throw error;
      }
      throw new RequestError('unauthorised', 'The sign-in is not valid here.');
    },
  };
}

/** The municipality whose secret the signature is then checked with; nothing else of the token is believed before that. */
async function claimedTenant(store: Store, token: string): Promise<Tenant | undefined> {
  let audience: unknown;
  try {
    audience = decodeJwt(token).aud;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
  return typeof audience === 'string' ? findTenant(store.db, audience) : undefined;
}
