import { type Kysely, sql } from 'kysely';

/**
 * Which handläggare a kund has, and how long, as the e-service shows it: of an utredning and of a bifall no more than days. How far it has
 * followed the records, a row for each municipality; and an index of what it follows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table portal_kontakt (
      tenant text not null,
      id text not null,
      person_id text not null,
      utredning_id text not null,
      anvandare_id text,
      enhet text,
      fran text not null,
      tom text,
      primary key (tenant, id)
    )`.execute(db);
  await sql`create index portal_kontakt_hens on portal_kontakt (tenant, person_id)`.execute(db);
  await sql`create table portal_foljt (tenant text not null primary key, version bigint not null)`.execute(db);
  await sql`create index record_portal_kontakt on record (tenant, version) where type in ('utredning', 'beslut')`.execute(db);
}
