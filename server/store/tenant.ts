import { randomBytes, randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Reader, Tables, Tx } from './database.ts';
import type { Burst } from './transaction.ts';

export type Tenant = Selectable<Tables['tenant']>;

/** In URLs and in every key. */
export const isTenantName = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,39}$/.test(text);

/** @param tenant any text: callers have it from addresses and from tokens that are not verified yet */
export async function findTenant(db: Reader, tenant: string): Promise<Tenant | undefined> {
  return isTenantName(tenant) ? db.selectFrom('tenant').selectAll().where('tenant', '=', tenant).executeTakeFirst() : undefined;
}

export const listTenants = (db: Reader): Promise<Tenant[]> => db.selectFrom('tenant').selectAll().orderBy('tenant').execute();

/** Makes the tenant when it is missing; one that exists is left as it is. */
export async function ensureTenant(db: Reader, tenant: string, kommun: string): Promise<Tenant> {
  await db
    .insertInto('tenant')
    .values({
      tenant,
      kommun,
      epoch: randomUUID(),
      version: 0,
      catalogue_version: 0,
      horizon: 0,
      token_secret: randomBytes(32).toString('base64url'),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return db.selectFrom('tenant').selectAll().where('tenant', '=', tenant).executeTakeFirstOrThrow();
}

/** As {@link findTenant}, beside other statements of a transaction. */
export async function tenantOf(tx: Burst, tenant: string): Promise<Tenant | undefined> {
  const [row] = await tx.query<Tenant>('tenant', 'select * from tenant where tenant = $1', [tenant]);
  return row;
}

/**
 * Takes the next `count` versions. The row stays locked until the transaction ends, so versions become visible in their
 * own order: a reader that has seen one can never miss a smaller one. (Values of a sequence become visible out of order.)
 * @returns the last of them
 */
export async function takeVersions(tx: Tx, tenant: string, count = 1): Promise<number> {
  const { version } = await tx
    .updateTable('tenant')
    .set(({ eb }) => ({ version: eb('version', '+', count) }))
    .where('tenant', '=', tenant)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Says from which version on the catalogue is new, so that every node reads it again. */
export const markCatalogueChanged = (tx: Tx, tenant: string, version: number): Promise<unknown> =>
  tx.updateTable('tenant').set({ catalogue_version: version }).where('tenant', '=', tenant).execute();

/**
 * After a restore the versions handed out since the backup will be handed out again for other content: a new epoch makes
 * every client fetch anew and keep its unsent commands.
 * @param tenant undefined: all
 */
export async function newEpoch(db: Reader, tenant?: string): Promise<{ tenant: string; epoch: string }[]> {
  const all = await listTenants(db);
  const chosen = all.filter((one) => tenant === undefined || one.tenant === tenant);
  return Promise.all(
    chosen.map(async (one) => {
      const epoch = randomUUID();
      await db.updateTable('tenant').set({ epoch }).where('tenant', '=', one.tenant).execute();
      return { tenant: one.tenant, epoch };
    }),
  );
}

/**
 * Drops tombstones up to and including a version and raises the horizon to it: a client whose cursor is older fills the
 * bucket anew.
 */
export async function prune(tx: Tx, tenant: string, through: number): Promise<void> {
  await tx
    .updateTable('tenant')
    .set({ horizon: sql<number>`greatest(horizon, least(${through}::bigint, version))` })
    .where('tenant', '=', tenant)
    .execute();
  await tx.deleteFrom('bucket_entry').where('tenant', '=', tenant).where('present', '=', false).where('version', '<=', through).execute();
}
