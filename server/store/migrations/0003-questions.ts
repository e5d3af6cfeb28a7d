import { type Kysely, sql } from 'kysely';

/** How often a user has asked the register of residents is counted at every question. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index access_log_kir on access_log (tenant, anvandare_id, server_at) where client_id = 'server' and detail like 'KIR %'`.execute(
    db,
  );
}
