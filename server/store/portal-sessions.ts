import { createHash } from 'node:crypto';
import type { Reader } from './database.ts';

/** What a browser has a secret for; the secret itself is stored nowhere. */
export type PortalSession = {
  personnummer: string;
  fornamn: string;
  efternamn: string;
  /** The approval by which they act for somebody just now. */
  godkannandeId: string | null;
};
/** A sign-in that is under way at a provider: what its answer is held against. */
export type PortalSignIn = { provider: string; checks: Record<string, string>; ingang: string | null };

type Key = { tenant: string; secret: string };
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Begins a session; those of the municipality that are over are taken away. */
export async function beginPortalSession(
  db: Reader,
  { tenant, secret }: Key,
  who: Omit<PortalSession, 'godkannandeId'>,
  { now, ends, idleSince }: { now: string; ends: string; idleSince: string },
): Promise<void> {
  await db
    .deleteFrom('portal_session')
    .where('tenant', '=', tenant)
    .where(({ or, eb }) => or([eb('ends_at', '<=', now), eb('seen_at', '<', idleSince)]))
    .execute();
  const { personnummer, fornamn, efternamn } = who;
  await db
    .insertInto('portal_session')
    .values({ tenant, hash: hashOf(secret), personnummer, fornamn, efternamn, seen_at: now, ends_at: ends, godkannande_id: null })
    .execute();
}

/** How far a session may be behind with when it was seen: not every page is a write. */
const seenMs = 60_000;

/**
 * The session of a secret, if it is not over.
 * @param idleSince one that nobody has used since then is over
 */
export async function findPortalSession(
  db: Reader,
  { tenant, secret }: Key,
  { now, idleSince }: { now: string; idleSince: string },
): Promise<PortalSession | undefined> {
  const hash = hashOf(secret);
  const row = await db
    .selectFrom('portal_session')
    .select(['personnummer', 'fornamn', 'efternamn', 'godkannande_id', 'seen_at'])
    .where('tenant', '=', tenant)
    .where('hash', '=', hash)
    .where('ends_at', '>', now)
    .where('seen_at', '>=', idleSince)
    .executeTakeFirst();
  if (!row) return undefined;
  const { godkannande_id: godkannandeId, seen_at, ...who } = row;
  if (Date.parse(now) - Date.parse(seen_at) >= seenMs)
    await db.updateTable('portal_session').set({ seen_at: now }).where('tenant', '=', tenant).where('hash', '=', hash).execute();
  return { ...who, godkannandeId };
}

/** Says for whom the session acts; null = for themselves. */
export async function actInPortal(db: Reader, { tenant, secret }: Key, godkannandeId: string | null): Promise<void> {
  await db
    .updateTable('portal_session')
    .set({ godkannande_id: godkannandeId })
    .where('tenant', '=', tenant)
    .where('hash', '=', hashOf(secret))
    .execute();
}

export async function endPortalSession(db: Reader, { tenant, secret }: Key): Promise<void> {
  await db.deleteFrom('portal_session').where('tenant', '=', tenant).where('hash', '=', hashOf(secret)).execute();
}

/** Keeps what the answer of a provider is to be held against; those that nobody came back from are taken away. */
export async function beginPortalSignIn(
  db: Reader,
  { tenant, secret }: Key,
  { provider, checks, ingang }: PortalSignIn,
  { now, ends }: { now: string; ends: string },
): Promise<void> {
  await db.deleteFrom('portal_inloggning').where('tenant', '=', tenant).where('ends_at', '<=', now).execute();
  await db
    .insertInto('portal_inloggning')
    .values({ tenant, hash: hashOf(secret), provider, checks: JSON.stringify(checks), ingang, ends_at: ends })
    .execute();
}

/** A sign-in that is under way, and no longer is: it is answered once. */
export async function takePortalSignIn(db: Reader, { tenant, secret }: Key, now: string): Promise<PortalSignIn | undefined> {
  const row = await db
    .deleteFrom('portal_inloggning')
    .where('tenant', '=', tenant)
    .where('hash', '=', hashOf(secret))
    .where('ends_at', '>', now)
    .returning(['provider', 'checks', 'ingang'])
    .executeTakeFirst();
  return row && { ...row, checks: row.checks as PortalSignIn['checks'] };
}
