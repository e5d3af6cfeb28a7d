import { type Kysely, sql } from 'kysely';

/** Who is signed in to the citizen's e-service, and sign-ins that are under way. Of the browser's secret only its hash is here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table portal_session (
      tenant text not null,
      hash text not null,
      personnummer text not null,
      fornamn text not null,
      efternamn text not null,
      seen_at text not null,
      ends_at text not null,
      godkannande_id text,
      primary key (tenant, hash)
    )`.execute(db);
  await sql`
    create table portal_inloggning (
      tenant text not null,
      hash text not null,
      provider text not null,
      checks jsonb not null,
      ingang text,
      ends_at text not null,
      primary key (tenant, hash)
    )`.execute(db);
  await sql`
    create index record_godkannande_till on record (tenant, (data #>> '{till,personnummer}'))
    where type = 'godkannande' and data ->> 'lage' = 'aktiv'`.execute(db);
}
