import { type Kysely, sql } from 'kysely';

/** Who has any protection is found without reading every person, and so are the contacts that have no address for it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index record_skydd on record (tenant) where type = 'person' and data ->> 'skydd' <> 'ingen'`.execute(db);
  await sql`create index record_kontakt_adress on record (tenant) where type = 'kontakt' and data ? 'adressSkyddad'`.execute(db);
}
