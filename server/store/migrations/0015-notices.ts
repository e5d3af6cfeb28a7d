import { type Kysely, sql } from 'kysely';

/**
 * What somebody is told outside the e-service: once of each event, person and way. The key is what keeps it to once, however often and by whomever
 * the event is handled. `mottagare` is the kund's id, or the number of who acts for them: where they are told is read when it is sent.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table notis (
      tenant text collate "C" not null,
      handelse text collate "C" not null,
      mottagare text collate "C" not null,
      kanal text collate "C" not null,
      id text collate "C" not null default gen_random_uuid(),
      person_id text collate "C" not null,
      slag text not null,
      lage text not null,
      queued_at text not null,
      next_at text not null,
      tries int not null default 0,
      first_try_at text,
      holder text,
      held_until timestamptz,
      orsak text,
      svar text,
      done_at text,
      told boolean not null default false,
      primary key (tenant, handelse, mottagare, kanal)
    )`.execute(db);
  await sql`create unique index notis_id on notis (tenant, id)`.execute(db);
  await sql`create index notis_waiting on notis (tenant, next_at) where lage = 'vantar'`.execute(db);
  await sql`create index notis_held on notis (tenant) where lage in ('tagen', 'sands')`.execute(db);
  await sql`create index notis_untold on notis (tenant) where lage in ('misslyckad', 'oviss') and not told`.execute(db);
}
