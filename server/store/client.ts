import type { Reader } from './database.ts';
import type { Burst } from './transaction.ts';

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
  tx: Burst,
  tenant: string,
  clientId: string,
  anvandareId: string,
): Promise<{ anvandareId: string; lastSeq: number }> {
  const [, [row]] = await Promise.all([
    tx.query(
      'make-client',
      'insert into client (tenant, client_id, anvandare_id, last_seq) values ($1, $2, $3, 0) on conflict do nothing',
      [tenant, clientId, anvandareId],
    ),
    tx.query<{ anvandare_id: string; last_seq: number }>(
      'lock-client',
      'select anvandare_id, last_seq from client where tenant = $1 and client_id = $2 for update',
      [tenant, clientId],
    ),
  ]);
  if (!row) throw new Error('a client that was just made is gone');
  return { anvandareId: row.anvandare_id, lastSeq: row.last_seq };
}
