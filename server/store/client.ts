import type { Reader, Tx } from './database.ts';

/** A replica as the server knows it, or undefined before its first push. */
export async function findClient(
  db: Reader,
  tenant: string,
  clientId: string,
): Promise<{ anvandareId: string; lastSeq: number } | undefined> {
  const row = await db
    .selectFrom('client')
    .select(['anvandare_id', 'last_seq'])
    .where('tenant', '=', tenant)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  return row && { anvandareId: row.anvandare_id, lastSeq: row.last_seq };
}

/** Locks the client until the transaction ends; the first push binds it to the user. */
export async function lockClient(
  tx: Tx,
  tenant: string,
  clientId: string,
  anvandareId: string,
): Promise<{ anvandareId: string; lastSeq: number }> {
  await tx
    .insertInto('client')
    .values({ tenant, client_id: clientId, anvandare_id: anvandareId, last_seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('client')
    .select(['anvandare_id', 'last_seq'])
    .where('tenant', '=', tenant)
    .where('client_id', '=', clientId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { anvandareId: row.anvandare_id, lastSeq: row.last_seq };
}

export const setLastSeq = (tx: Tx, tenant: string, clientId: string, seq: number): Promise<unknown> =>
  tx.updateTable('client').set({ last_seq: seq }).where('tenant', '=', tenant).where('client_id', '=', clientId).execute();
