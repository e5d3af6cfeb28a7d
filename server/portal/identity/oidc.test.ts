import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from '../../testing/browser.ts';
import { startElegitimation } from '../../testing/e-legitimation.ts';
import { systemClock } from '../../util/clock.ts';
import { StartupError } from '../../util/startup-error.ts';
import { type Claims, identityOfClaims } from './identity-of-claims.ts';
import { oidcProvider } from './oidc.ts';
import { IdentityRefused, IdentityUnavailable } from './provider.ts';
import { type ProviderSettings, readProviderSettings } from './provider-settings.ts';

const redirect = 'http://127.0.0.1:9/inloggad/prov';
const loa3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
const level = { claim: 'acr', from: 'idToken' as const, accepted: [loa3], ask: true };
const utan = 'urn:test:anything';
const env = { HEMLIG: 'a-secret-of-the-tests-alone' };
const dir = mkdtempSync(join(tmpdir(), 'aktnara-oidc-'));
const keyFile = join(dir, 'key.pem');
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));

const nummer = 'https://id.oidc.se/claim/personalIdentityNumber';
const samordning = 'https://id.oidc.se/claim/coordinationNumber';
const freja = 'https://frejaeid.com/oidc/claims/registrationLevel';
const marta = { [nummer]: '199904122380', ssn: '19990412-2380', given_name: 'Märta', family_name: 'Åkesson', [freja]: 'PLUS' };
const client = { client_id: 'aktnara', client_secret: env.HEMLIG, redirect_uris: [redirect] };
const ways = {
  basic: { idToken: true, client },
  post: { idToken: false, client: { ...client, token_endpoint_auth_method: 'client_secret_post' as const } },
  key: {
    idToken: false,
    client: {
      client_id: 'aktnara',
      redirect_uris: [redirect],
      token_endpoint_auth_method: 'private_key_jwt' as const,
      jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] },
    },
  },
};
type Way = keyof typeof ways;
const running = new Map<Way, Awaited<ReturnType<typeof startElegitimation>>>();
beforeAll(async () => {
  for (const [way, { idToken, client: one }] of Object.entries(ways))
    running.set(
      way as Way,
      await startElegitimation({
        idToken,
        clients: [one],
        persons: {
          marta: { claims: marta, acr: loa3 },
          svag: { claims: marta, acr: utan },
          samordnad: { claims: { [samordning]: '197010632391', [freja]: 'PLUS' }, acr: loa3 },
        },
      }),
    );
});
afterAll(async () => {
  for (const one of running.values()) await one.close();
  rmSync(dir, { recursive: true, force: true });
});

const settings = (way: Way, over: Partial<ProviderSettings> = {}): ProviderSettings => ({
  ...{ id: 'prov', namn: 'BankID', issuer: running.get(way)?.issuer ?? '', clientId: 'aktnara', scopes: ['openid'] },
  auth: { method: 'client_secret_basic', secretEnv: 'HEMLIG' },
  ...{ from: 'idToken', nummerform: '12', level, maxAgeSeconds: 300, toleranceSeconds: 30 },
  claims: { personnummer: nummer, samordningsnummer: samordning, fornamn: 'given_name', efternamn: 'family_name' },
  ...over,
});
const provider = (way: Way, over?: Partial<ProviderSettings>) => oidcProvider(settings(way, over), env, systemClock);

/** Goes to the provider, is somebody there, and stops at the door of the portal. */
async function choose(url: string, som: string): Promise<URL> {
  const browser = new Browser();
  let at = new URL(url);
  for (let times = 0; times < 10; times++) {
    const response = await browser.once(at.pathname.startsWith('/val/') ? `${at.href}?som=${som}` : at);
    at = new URL(response.headers.get('location') ?? '', at);
    if (at.href.startsWith(redirect)) return at;
  }
  throw new Error('the provider sent nobody back');
}

function withParam(url: URL, name: string, value: string): URL {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed;
}

describe('ETJ-04 sign-in by OpenID Connect, against a real provider', () => {
  it.each<[string, Way, Partial<ProviderSettings>, string, object]>([
    ['claims of the ID token, a secret', 'basic', {}, 'marta', { personnummer: '199904122380', fornamn: 'Märta', efternamn: 'Åkesson' }],
    [
      'claims of UserInfo under other names, with hyphen, a secret in the body',
      'post',
      {
        auth: { method: 'client_secret_post', secretEnv: 'HEMLIG' },
        from: 'userinfo',
        claims: { personnummer: 'ssn', efternamn: 'family_name' },
        nummerform: '12-',
      },
      'marta',
      { personnummer: '199904122380', fornamn: '', efternamn: 'Åkesson' },
    ],
    [
      'a key of our own, a samordningsnummer, the level in a claim of its own',
      'key',
      {
        auth: { method: 'private_key_jwt', keyFile, kid: 'k1', alg: 'RS256' },
        from: 'userinfo',
        level: { claim: freja, from: 'userinfo', accepted: ['EXTENDED', 'PLUS'], ask: false },
      },
      'samordnad',
      { personnummer: '197010632391', fornamn: '', efternamn: '' },
    ],
  ])('%s', async (_, way, over, som, expected) => {
    const one = await provider(way, over);
    const { url, checks } = await one.begin(redirect);
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ code_challenge_method: 'S256', max_age: '300' });
    expect(await one.finish(await choose(url, som), checks)).toEqual(expected);
  });

  it.each<[string, string, (given: { answer: URL; checks: Record<string, string> }) => { answer: URL; checks: Record<string, string> }]>([
    ['niva', 'svag', (given) => given],
    ['avbruten', 'avbryt', (given) => given],
    ['svaret', 'marta', ({ answer, checks }) => ({ answer, checks: { ...checks, state: 'another' } })],
    ['svaret', 'marta', ({ answer, checks }) => ({ answer, checks: { ...checks, nonce: 'another' } })],
    ['svaret', 'marta', ({ answer, checks }) => ({ answer, checks: { ...checks, verifier: 'a'.repeat(43) } })],
    ['svaret', 'marta', ({ answer, checks }) => ({ answer: withParam(answer, 'code', 'x'), checks })],
    ['svaret', 'marta', ({ answer, checks }) => ({ answer: withParam(answer, 'iss', 'https://another.example'), checks })],
  ])('refused for %s: who is %s', async (reason, som, change) => {
    const one = await provider('basic');
    const { url, checks } = await one.begin(redirect);
    const { answer, checks: held } = change({ answer: await choose(url, som), checks });
    await expect(one.finish(answer, held)).rejects.toMatchObject({ name: 'IdentityRefused', reason });
  });

  it('one answer is used once', async () => {
    const one = await provider('basic');
    const { url, checks } = await one.begin(redirect);
    const answer = await choose(url, 'marta');
    await one.finish(new URL(answer), checks);
    await expect(one.finish(new URL(answer), checks)).rejects.toBeInstanceOf(IdentityRefused);
  });

  it('one that does not answer is told so, and asked again', async () => {
    const one = await provider('basic', { issuer: 'http://127.0.0.1:9' });
    for (let times = 0; times < 2; times++) await expect(one.begin(redirect)).rejects.toBeInstanceOf(IdentityUnavailable);
  });

  it('settings that would not do end the start: http over the network, a secret or a key that is not there, a file that is none', async () => {
    for (const over of [
      { issuer: 'http://idp.example' },
      { auth: { method: 'client_secret_basic', secretEnv: 'SAKNAS' } },
      { auth: { method: 'private_key_jwt', keyFile: join(dir, 'none'), alg: 'RS256' } },
    ] satisfies Partial<ProviderSettings>[])
      await expect(provider('basic', over)).rejects.toBeInstanceOf(StartupError);
    const file = join(dir, 'providers.json');
    expect(() => readProviderSettings(file)).toThrow(StartupError);
    for (const text of [
      '{',
      '[]',
      JSON.stringify([{ ...settings('basic'), claims: {} }]),
      JSON.stringify([settings('basic'), settings('basic')]),
    ]) {
      writeFileSync(file, text);
      expect(() => readProviderSettings(file)).toThrow(StartupError);
    }
    writeFileSync(file, JSON.stringify([settings('basic')]));
    expect(readProviderSettings(file)).toEqual([settings('basic')]);
  });
});

describe('what claims make of a person', () => {
  const now = new Date('2026-11-30T12:00:00.000Z');
  const at = now.getTime() / 1000;
  const set = {
    from: 'idToken' as const,
    claims: { personnummer: 'pnr', samordningsnummer: 'sam', fodelsedatum: 'born' },
    level,
    maxAgeSeconds: 300,
    toleranceSeconds: 30,
  };
  const good: Claims = { acr: loa3, auth_time: at - 60, pnr: '199904122380' };
  it.each<[string, Claims, ProviderSettings['nummerform'], string]>([
    ['12 digits', good, '12', '199904122380'],
    ['12 with hyphen', { ...good, pnr: '19990412-2380' }, '12-', '199904122380'],
    ['10 digits', { ...good, pnr: '9904122380' }, '10', '199904122380'],
    ['10 with hyphen', { ...good, pnr: '990412-2380' }, '10-', '199904122380'],
    ['10 digits of one who is more than a hundred years old', { ...good, pnr: '9001019802', born: '1890-01-01' }, '10', '189001019802'],
    ['the same with a plus sign', { ...good, pnr: '900101+9802', born: '1890-01-01' }, '10-', '189001019802'],
    ['a samordningsnummer of its own', { ...good, pnr: undefined, sam: '197010632391' }, '12', '197010632391'],
  ])('%s', (_, idToken, nummerform, expected) => {
    expect(identityOfClaims({ ...set, nummerform }, { idToken, userinfo: undefined }, now).personnummer).toBe(expected);
  });
  it('a name has no sign that cannot be stored or read', () => {
    const claims = { ...set.claims, fornamn: 'given', efternamn: 'family' };
    const idToken = { ...good, given: ' M\u0000är\ud800ta\n Maria ', family: `\u202e${'å'.repeat(79)}😀` };
    expect(identityOfClaims({ ...set, claims, nummerform: '12' }, { idToken, userinfo: undefined }, now)).toMatchObject({
      fornamn: 'Märta Maria',
      efternamn: 'å'.repeat(79),
    });
  });
  it.each<[string, Claims, string]>([
    ['another level', { ...good, acr: utan }, 'niva'],
    ['no level', { ...good, acr: undefined }, 'niva'],
    ['levels in a list', { ...good, acr: [loa3] }, 'niva'],
    ['signed in too long ago', { ...good, auth_time: at - 331 }, 'for-gammal'],
    ['signed in, nobody knows when', { ...good, auth_time: undefined }, 'for-gammal'],
    ['signed in tomorrow', { ...good, auth_time: at + 86_400 }, 'for-gammal'],
    ['no number', { ...good, pnr: undefined }, 'nummer'],
    ['both numbers', { ...good, sam: '197010632391' }, 'nummer'],
    ['another form', { ...good, pnr: '19990412-2380' }, 'nummer'],
    ['a wrong check digit', { ...good, pnr: '199904122381' }, 'nummer'],
    ['a number that somebody made up', { ...good, pnr: '19990412T380' }, 'nummer'],
    ['a personnummer where a samordningsnummer is told', { ...good, pnr: undefined, sam: '199904122380' }, 'nummer'],
  ])('refused: %s', (_, idToken, reason) => {
    expect(() => identityOfClaims({ ...set, nummerform: '12' }, { idToken, userinfo: undefined }, now)).toThrow(
      expect.objectContaining({ name: 'IdentityRefused', reason }),
    );
  });
});
