import type { AccessEntry } from '../../shared/protocol/protocol.ts';
import type { Database } from './database.ts';

/** Appends what a client tells of reading. An entry that is already there stays as it was. */
export async function appendAccess(
  db: Database,
  by: { tenant: string; anvandareId: string; clientId: string; serverAt: string },
  entries: AccessEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await db
    .insertInto('access_log')
    .values(
      entries.map(({ id, at, action, personId, detail }) => ({
        tenant: by.tenant,
        id,
        anvandare_id: by.anvandareId,
        client_id: by.clientId,
        client_at: at,
        server_at: by.serverAt,
        action,
        person_id: personId,
        detail: detail ?? null,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
