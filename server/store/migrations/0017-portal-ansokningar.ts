import { type Kysely, sql } from 'kysely';

/** What citizens write in the e-service: drafts, and what they have sent in, with what became of it as they are told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table portal_ansokan (
      tenant text not null,
      id text not null,
      personnummer text not null,
      fornamn text not null,
      efternamn text not null,
      ingang text not null,
      insats_id text,
      insats text not null,
      text text not null,
      telefon text not null,
      epost text not null,
      rev text not null,
      saved_at text not null,
      sent_at text,
      eansokan_id text,
      command_id text,
      handed_at text,
      lage text,
      lage_at text,
      primary key (tenant, id)
    )`.execute(db);
  await sql`create index portal_ansokan_hens on portal_ansokan (tenant, personnummer)`.execute(db);
  await sql`
    create index portal_ansokan_oppna on portal_ansokan (tenant)
    where sent_at is not null and (lage is null or lage in ('inkommen', 'tagen'))`.execute(db);
  await sql`create index portal_ansokan_utkast on portal_ansokan (tenant, saved_at) where sent_at is null`.execute(db);
}
