import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

type Person = {
  /** Beside `sub`, which is a secret of the provider's own. */
  claims: Record<string, string>;
  acr: string;
};

/**
 * A real provider of OpenID Connect on this computer (`oidc-provider`), as stands behind BankID and Freja. Who signs in chooses whom they are
 * on its one page, with links alone.
 * @param idToken whether the claims stand in the ID token; else in UserInfo alone
 */
export async function startElegitimation({
  persons,
  clients,
  idToken = true,
}: {
  persons: Record<string, Person>;
  clients: NonNullable<Configuration['clients']>;
  idToken?: boolean;
}): Promise<{ issuer: string; close(): Promise<void> }> {
  const names = [...new Set(Object.values(persons).flatMap(({ claims }) => Object.keys(claims)))];
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients,
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    // A client that proves itself by a key of its own has its key in the client's `jwks`.
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    claims: { openid: ['sub', ...names], acr: null, auth_time: null, iss: null, sid: null },
    acrValues: [...new Set(Object.values(persons).map(({ acr }) => acr))],
    conformIdTokenClaims: !idToken,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/val/${uid}` },
    findAccount: async (_, accountId) => ({ accountId, claims: async () => ({ sub: accountId, ...persons[accountId]?.claims }) }),
    // Nobody is asked whether the municipality may know who they are: that is why they came.
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (!pathname.startsWith('/val/')) {
      answer(request, response).catch(() => response.destroy());
      return;
    }
    const chosen = searchParams.get('som');
    if (chosen === null) {
      const links = [...Object.keys(persons), 'avbryt'].map((name) => `<p><a href="${pathname}?som=${name}">${name}</a></p>`).join('');
      response.setHeader('content-type', 'text/html; charset=utf-8').end(`<!doctype html><title>E-legitimation</title>${links}`);
      return;
    }
    const person = persons[chosen];
    const result = person ? { login: { accountId: chosen, acr: person.acr } } : { error: 'access_denied' };
    provider.interactionFinished(request, response, result).catch(() => response.destroy());
  });
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
