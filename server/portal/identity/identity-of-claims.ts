import { kindOfNumber, parsePersonnummer } from '../../../shared/domain/personnummer.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { kortad } from '../../../shared/util/kortad.ts';
import { type Identitet, IdentityRefused } from './provider.ts';
import type { Nummerform, ProviderSettings } from './provider-settings.ts';

/** A name or number as it was told, without what is no character of one: controls, halves of characters, and what turns the direction of a line. */
export const renText = (told: string): string =>
  told
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .normalize('NFC')
    .trim();

export type Claims = Record<string, unknown>;

const forms: Record<Nummerform, RegExp> = { '12': /^\d{12}$/, '12-': /^\d{8}-\d{4}$/, '10': /^\d{10}$/, '10-': /^\d{6}[-+]\d{4}$/ };

/**
 * Who an answer of OpenID Connect says has signed in. The library has checked signature, issuer, audience, nonce and times of the ID token;
 * level and age of the sign-in it does not, and what a number is no standard says.
 * @throws IdentityRefused
 */
export function identityOfClaims(
  settings: Pick<ProviderSettings, 'from' | 'claims' | 'nummerform' | 'level' | 'maxAgeSeconds' | 'toleranceSeconds'>,
  told: { idToken: Claims; userinfo: Claims | undefined },
  now: Date,
): Identitet {
  const at = (from: 'idToken' | 'userinfo') => (from === 'idToken' ? told.idToken : (told.userinfo ?? {}));
  const level = at(settings.level.from)[settings.level.claim];
  if (typeof level !== 'string' || !settings.level.accepted.includes(level))
    throw new IdentityRefused('niva', 'the level of assurance is not one of those that are accepted');
  const signedInAt = told.idToken.auth_time;
  const seconds = now.getTime() / 1000;
  if (
    typeof signedInAt !== 'number' ||
    seconds - signedInAt > settings.maxAgeSeconds + settings.toleranceSeconds ||
    signedInAt - seconds > settings.toleranceSeconds
  )
    throw new IdentityRefused('for-gammal', 'the sign-in at the provider is older than is accepted, or its age is not told');
  const claims = at(settings.from);
  const text = (name: string | undefined) => (name !== undefined && typeof claims[name] === 'string' ? renText(claims[name]) : '');
  const { personnummer, samordningsnummer, fornamn, efternamn, fodelsedatum } = settings.claims;
  const [forsta, andra] = [text(personnummer), text(samordningsnummer)];
  if (forsta !== '' && andra !== '') throw new IdentityRefused('nummer', 'two numbers are told of one person');
  const nummer = forsta || andra;
  if (!forms[settings.nummerform].test(nummer))
    throw new IdentityRefused('nummer', 'the number is missing, or not in the form that is set');
  const parsed = parsePersonnummer(medSekel(nummer, text(fodelsedatum)), swedishDay(now.toISOString()));
  if (!parsed.ok) throw new IdentityRefused('nummer', 'the number is no personnummer or samordningsnummer');
  if (forsta === '' && kindOfNumber(parsed.value) !== 'samordningsnummer')
    throw new IdentityRefused('nummer', 'what is told as a samordningsnummer is none');
  return { personnummer: parsed.value, fornamn: kortad(text(fornamn), 80), efternamn: kortad(text(efternamn), 80) };
}

/** A number of ten digits takes its century from the birth date, where that is told; else it is the latest (which makes the oldest minors, who are let in nowhere). */
function medSekel(nummer: string, fodelsedatum: string): string {
  const isShort = nummer.replace(/\D/g, '').length === 10;
  return isShort && /^\d{4}-/.test(fodelsedatum) ? `${fodelsedatum.slice(0, 2)}${nummer}`.replace('+', '-') : nummer;
}
