import { type Kysely, sql } from 'kysely';

/** Contacts too are found by their number, and those who are protected without reading every contact. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index record_kontakt on record (tenant, (data ->> 'personnummer')) where type = 'kontakt' and data ? 'personnummer'`.execute(
    db,
  );
  await sql`create index record_kontakt_skyddad on record (tenant) where type = 'kontakt' and data ? 'skyddad'`.execute(db);
}
