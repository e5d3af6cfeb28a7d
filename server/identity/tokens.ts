import { decodeJwt, errors, jwtVerify, SignJWT } from 'jose';
import { plusDygn } from '../../shared/util/datum.ts';
import type { Store } from '../store/store.ts';
import type { Tenant } from '../store/tenant.ts';
import type { Clock } from '../util/clock.ts';
import { RequestError } from '../util/request-error.ts';
import type { Caller, Identity } from './identity.ts';

const lifetimeDays = 30;
const issuer = 'aktnara';
/** Tokens found valid that are remembered: of all who work at once, and then some. */
const mostRemembered = 10_000;
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
  // A municipality has one secret for as long as it exists.
  const keys = new Map<string, Uint8Array>();
  async function keyFor(name: string | undefined): Promise<Uint8Array | undefined> {
    const known = name === undefined ? undefined : keys.get(name);
    if (known || name === undefined) return known;
    const tenant = await store.findTenant(name);
    if (tenant) keys.set(name, keyOf(tenant));
    return keys.get(name);
  }
  // Each request brings its token, and checking its signature is a tenth of the server's work for many of them.
  const valid = new Map<string, Caller & { ends: number }>();
  return {
    async authenticate(token) {
      const found = valid.get(token);
      if (found && clock.now().getTime() < found.ends) return { tenant: found.tenant, anvandareId: found.anvandareId };
      valid.delete(token);
      const audience = claimedTenant(token);
      const key = await keyFor(audience);
      if (audience === undefined || !key) throw new RequestError('unauthorised', 'The sign-in is not valid here.');
      try {
        const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer, audience, currentDate: clock.now() });
        if (payload.sub) {
          const caller: Caller = { tenant: audience, anvandareId: payload.sub };
          if (valid.size >= mostRemembered) valid.clear();
          if (payload.exp !== undefined) valid.set(token, { ...caller, ends: payload.exp * 1000 });
          return caller;
        }
      } catch (error) {
        if (error instanceof errors.JWTExpired) throw new RequestError('unauthorised', 'The sign-in has expired.');
        if (!(error instanceof errors.JOSEError)) throw error;
      }
      throw new RequestError('unauthorised', 'The sign-in is not valid here.');
    },
  };
}

/** The municipality whose secret the signature is then checked with; nothing else of the token is believed before that. */
function claimedTenant(token: string): string | undefined {
  try {
    const { aud } = decodeJwt(token);
    return typeof aud === 'string' ? aud : undefined;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
