import { type Kysely, sql } from 'kysely';

/** E-ansökningar are found by the number of their sender, and those that are protected without reading every one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index record_eansokan on record (tenant, (data ->> 'personnummer')) where type = 'eansokan'`.execute(db);
  await sql`create index record_eansokan_skyddad on record (tenant) where type = 'eansokan' and data ? 'skyddad'`.execute(db);
}
