import { type Kysely, sql } from 'kysely';

/**
 * A beslut that goes to the e-service by itself: those that are not sent are found without the rest, and the e-service knows which message brings one
 * (and which beslut).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index record_utskick on record (tenant, scope)
    where type = 'beslut' and data ? 'utskick' and not data -> 'utskick' ? 'skickat' and not data -> 'utskick' ? 'uteblivet'`.execute(db);
  await sql`alter table portal_meddelande add column beslut jsonb`.execute(db);
}
