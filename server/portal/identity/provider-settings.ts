import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { StartupError } from '../../util/startup-error.ts';

const claim = z.string().min(1).max(200);
/** Written with or without century, with or without the sign before the last four. */
const nummerformer = ['12', '12-', '10', '10-'] as const;
export type Nummerform = (typeof nummerformer)[number];

/** What differs between providers of OpenID Connect: none of it is in code. */
const providerSettings = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  /** As people read it. */
  namn: z.string().min(1).max(60),
  issuer: z.url(),
  clientId: z.string().min(1),
  /** How we prove who we are. The secret itself is read from the environment alone, a key from its own file. */
  auth: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('client_secret_basic'), secretEnv: z.string().min(1) }),
    z.strictObject({ method: z.literal('client_secret_post'), secretEnv: z.string().min(1) }),
    z.strictObject({
      method: z.literal('private_key_jwt'),
      keyFile: z.string().min(1),
      kid: z.string().optional(),
      alg: z.string().default('RS256'),
    }),
  ]),
  scopes: z.array(z.string().min(1)).default(['openid']),
  /** Where the claims about the person stand. */
  from: z.enum(['idToken', 'userinfo']).default('idToken'),
  claims: z.strictObject({
    personnummer: claim,
    /** Where a samordningsnummer has a claim of its own: then one of them is there, never both. */
    samordningsnummer: claim.optional(),
    fornamn: claim.optional(),
    efternamn: claim.optional(),
    /** `YYYY-MM-DD`: the century of a number that has none. */
    fodelsedatum: claim.optional(),
  }),
  nummerform: z.enum(nummerformer).default('12'),
  /** The levels that are good enough, and the claim that says which it was; of the ID token, unless it is told where `from` says. */
  level: z.strictObject({
    claim: claim.default('acr'),
    from: z.enum(['idToken', 'userinfo']).default('idToken'),
    accepted: z.array(z.string().min(1)).min(1),
    /** Also asked for, by `acr_values`. */
    ask: z.boolean().default(true),
  }),
  /** How old the sign-in at the provider may be. */
  maxAgeSeconds: z.number().int().min(1).max(86_400).default(300),
  toleranceSeconds: z.number().int().min(1).max(300).default(30),
});
export type ProviderSettings = z.infer<typeof providerSettings>;

/** @throws StartupError `bad-setting`, naming what is wrong and repeating no value */
export function readProviderSettings(file: string): ProviderSettings[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new StartupError('bad-setting', `The file of --portal-providers cannot be read: ${file}.`, cause);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new StartupError('bad-setting', `The file of --portal-providers is not JSON: ${file}.`, cause);
  }
  const read = z.array(providerSettings).min(1).safeParse(json);
  if (!read.success) {
    const where = read.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`).join(', ');
    throw new StartupError('bad-setting', `The file of --portal-providers is not as it should be at ${where}.`);
  }
  const ids = read.data.map(({ id }) => id);
  if (new Set(ids).size !== ids.length) throw new StartupError('bad-setting', 'Two of --portal-providers have the same id.');
  return read.data;
}
