import { type Kysely, sql } from 'kysely';

/** Members of hushåll are found by their number, and who is protected without reading every person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index record_medlem on record (tenant, (data ->> 'personnummer')) where type = 'hushallsmedlem'`.execute(db);
  await sql`create index record_medlem_skyddad on record (tenant) where type = 'hushallsmedlem' and data ? 'skyddad'`.execute(db);
  await sql`
    create index record_skyddad on record (tenant) where type = 'person' and data ->> 'skydd' = 'skyddadFolkbokforing'`.execute(db);
}
