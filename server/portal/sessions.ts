import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A session is over when nobody has used it for so long, and whatever they do after so long. */
export const idleMinutes = 30;
export const longestHours = 4;
/** So long one has for a sign-in at a provider. */
export const signInMinutes = 15;

export const newSecret = (): string => randomBytes(32).toString('base64url');

export const before = (now: string, minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString();
export const after = (now: string, minutes: number): string => before(now, -minutes);

const forOneself = 'sjalv';
/**
 * What each form of a session brings back: it follows from the browser's secret, which no other site knows, and says for whom the page
 * was shown, for another window may begin to act for somebody else meanwhile.
 * @param godkannandeId by which they act for somebody; null = for themselves
 */
export function formTokenOf(secret: string, godkannandeId: string | null): string {
  const forWhom = godkannandeId ?? forOneself;
  return `${forWhom}.${createHmac('sha256', secret).update(`form ${forWhom}`).digest('base64url')}`;
}

/**
 * Whether a form is of this session, and of whom they act for now. Compared in the same time wherever they differ.
 * @returns `foreign` of another session's or none's, `otherPerson` of a page of this session that was shown for somebody else
 */
export function readFormToken(secret: string, godkannandeId: string | null, given: string | null): 'ok' | 'foreign' | 'otherPerson' {
  const [forWhom = ''] = (given ?? '').split('.');
  const wanted = formTokenOf(secret, forWhom === forOneself ? null : forWhom);
  const [a, b] = [Buffer.from(wanted), Buffer.from(given ?? '')];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return 'foreign';
  return forWhom === (godkannandeId ?? forOneself) ? 'ok' : 'otherPerson';
}

/**
 * Cookies of one origin. Over https their names say that no other site of the domain has set them (`__Host-`); a trial on this computer is
 * without, for browsers take such names over https alone.
 */
export function cookiesOf(secure: boolean) {
  const named = (name: string) => (secure ? `__Host-${name}` : name);
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    /** @param value null = to be forgotten */
    set: (name: string, value: string | null): string =>
      value === null ? `${named(name)}=; ${attributes}; Max-Age=0` : `${named(name)}=${value}; ${attributes}`,
    /** One that stays when the browser is closed. */
    keep: (name: string, value: string): string => `${named(name)}=${value}; ${attributes}; Max-Age=31536000`,
    read(header: string | undefined, name: string): string | undefined {
      const found = (header ?? '').split(';').map((one) => one.trim().split('='));
      const [, value] = found.find(([key]) => key === named(name)) ?? [];
      return value !== undefined && /^[\w-]{1,100}$/.test(value) ? value : undefined;
    },
  };
}
