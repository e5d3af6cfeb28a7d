import { type Kysely, sql } from 'kysely';

/**
 * Messages: those of a kund, or that name a number, are found when somebody is protected, and those that wait for the night when it is done.
 * And what our own e-service shows of them: what is meant for the citizen, and nothing else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index record_meddelande on record (tenant, (data ->> 'personId')) where type = 'meddelande'`.execute(db);
  await sql`create index record_meddelande_nummer on record using gin ((data -> 'nummer')) where type = 'meddelande'`.execute(db);
  await sql`create index record_meddelande_skyddad on record (tenant) where type = 'meddelande' and data ? 'skyddad'`.execute(db);
  await sql`create index record_meddelande_vantar on record (tenant) where type = 'meddelande' and data ? 'vantar'`.execute(db);
  await sql`
    create table portal_meddelande (
      tenant text not null,
      aktivering_id text not null,
      meddelande_id text not null,
      grupp_id text not null,
      person_id text not null,
      riktning text not null check (riktning in ('till', 'fran')),
      fran text not null,
      till text not null,
      amne text not null,
      text text not null,
      bilagor jsonb not null,
      skickat text not null,
      oppnat text,
      svar_pa text,
      primary key (tenant, aktivering_id, meddelande_id)
    )`.execute(db);
}
