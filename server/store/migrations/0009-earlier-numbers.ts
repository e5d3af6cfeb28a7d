import { type Kysely, sql } from 'kysely';

/** Who has had another number is found without reading every person: they are few. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index record_tidigare on record (tenant) where type = 'person' and data ? 'tidigareNummer'`.execute(db);
}
