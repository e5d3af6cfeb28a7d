import { readFileSync } from 'node:fs';
import { importPKCS8 } from 'jose';
import * as client from 'openid-client';
import { StartupError } from '../../util/startup-error.ts';
import { identityOfClaims } from './identity-of-claims.ts';
import { type IdentityProvider, IdentityRefused, IdentityUnavailable } from './provider.ts';
import type { ProviderSettings } from './provider-settings.ts';

/** For one question to a provider. */
const answerSeconds = 10;
/** A provider's description of itself is asked for again after so long: its keys the library asks for by itself. */
const describedMs = 3_600_000;

const isLoopback = ({ hostname }: URL) => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/**
 * Signs in by OpenID Connect: the code flow with PKCE, state and nonce.
 * @param env where client secrets are read from
 * @throws StartupError `bad-setting` when a secret or key is missing, or the issuer is reached unencrypted
 */
export async function oidcProvider(settings: ProviderSettings, env: NodeJS.ProcessEnv, clock: { now(): Date }): Promise<IdentityProvider> {
  const issuer = new URL(settings.issuer);
  const insecure = issuer.protocol !== 'https:';
  if (insecure && !(issuer.protocol === 'http:' && isLoopback(issuer)))
    throw new StartupError('bad-setting', `The issuer of ${settings.id} is to be an https address.`);
  const auth = await clientAuthOf(settings, env);
  let described: { at: number; config: Promise<client.Configuration> } | undefined;

  function configuration(): Promise<client.Configuration> {
    if (described && clock.now().getTime() - described.at < describedMs) return described.config;
    const config = client.discovery(issuer, settings.clientId, { [client.clockTolerance]: settings.toleranceSeconds }, auth, {
      timeout: answerSeconds,
      ...(insecure ? { execute: [client.allowInsecureRequests] } : {}),
    });
    const asked = { at: clock.now().getTime(), config };
    described = asked;
    // One that failed is asked for again at once.
    config.catch(() => {
      if (described === asked) described = undefined;
    });
    return config;
  }
  const reached = async () => {
    try {
      return await configuration();
    } catch (cause) {
      throw new IdentityUnavailable('the provider does not describe itself', { cause });
    }
  };

  return {
    id: settings.id,
    namn: settings.namn,
    async begin(redirectUri) {
      const config = await reached();
      const verifier = client.randomPKCECodeVerifier();
      const checks = { verifier, state: client.randomState(), nonce: client.randomNonce() };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scopes.join(' '),
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: checks.state,
        nonce: checks.nonce,
        max_age: String(settings.maxAgeSeconds),
        ...(settings.level.ask ? { acr_values: settings.level.accepted.join(' ') } : {}),
      });
      return { url: url.href, checks };
    },
    async finish(answer, { verifier = '', state = '', nonce = '' }) {
      const config = await reached();
      try {
        const tokens = await client.authorizationCodeGrant(config, answer, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
          maxAge: settings.maxAgeSeconds,
        });
        const idToken = tokens.claims();
        if (!idToken) throw new IdentityRefused('svaret', 'there is no ID token');
        const asksMore = settings.from === 'userinfo' || settings.level.from === 'userinfo';
        const userinfo = asksMore ? await client.fetchUserInfo(config, tokens.access_token, idToken.sub) : undefined;
        return identityOfClaims(settings, { idToken, userinfo }, clock.now());
      } catch (cause) {
        throw told(cause);
      }
    },
  };
}

/** What went wrong, as one of ours; of what the provider said only its codes are kept. */
function told(cause: unknown): unknown {
  if (cause instanceof IdentityRefused) return cause;
  if (cause instanceof client.AuthorizationResponseError)
    return new IdentityRefused(
      cause.error === 'access_denied' ? 'avbruten' : 'svaret',
      `the provider answered ${cause.error.slice(0, 60)}`,
      cause,
    );
  if (cause instanceof client.ResponseBodyError) {
    const what = `the provider refused the code: ${cause.error.slice(0, 60)}`;
    return cause.status >= 500 ? new IdentityUnavailable(what, { cause }) : new IdentityRefused('svaret', what, cause);
  }
  const { code } = cause as { code?: string };
  if (cause instanceof client.ClientError) {
    if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT') return new IdentityUnavailable('the provider does not answer', { cause });
    return new IdentityRefused('svaret', `the answer does not hold: ${code ?? 'unknown'}`, cause);
  }
  return new IdentityUnavailable('the provider does not answer', { cause });
}

async function clientAuthOf({ id, auth }: ProviderSettings, env: NodeJS.ProcessEnv): Promise<client.ClientAuth> {
  if (auth.method === 'private_key_jwt') {
    try {
      const key = await importPKCS8(readFileSync(auth.keyFile, 'utf8'), auth.alg);
      return client.PrivateKeyJwt(auth.kid === undefined ? key : { key, kid: auth.kid });
    } catch (cause) {
      throw new StartupError('bad-setting', `The key of ${id} cannot be read: ${auth.keyFile} (PKCS #8, PEM).`, cause);
    }
  }
  const secret = env[auth.secretEnv];
  if (!secret) throw new StartupError('bad-setting', `The secret of ${id} is read from the environment: ${auth.secretEnv} is not set.`);
  return auth.method === 'client_secret_basic' ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret);
}
