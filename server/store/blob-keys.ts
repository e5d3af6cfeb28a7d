import type { Database } from './database.ts';

/** The municipality's data keys, as its own key has wrapped them. */
export const dataKeys = (db: Database, tenant: string): Promise<{ nr: number; wrapped: Buffer }[]> =>
  db.selectFrom('blob_key').select(['nr', 'wrapped']).where('tenant', '=', tenant).execute();

/** One of the number that is there already stays. */
export async function addDataKey(db: Database, tenant: string, nr: number, wrapped: Buffer): Promise<void> {
  await db
    .insertInto('blob_key')
    .values({ tenant, nr, wrapped })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
