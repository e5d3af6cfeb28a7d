import { type Kysely, sql } from 'kysely';

/**
 * Which nights' runs a municipality has begun and done: no timer's word, for timers lose or double the nights when the clocks change. And
 * what a night looks through: the e-services and approvals that are not over.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table night (
      tenant text not null,
      night text not null,
      begun_at text not null,
      done_at text,
      holder text,
      held_until timestamptz,
      report jsonb,
      primary key (tenant, night)
    )`.execute(db);
  await sql`
    create index record_aktivering on record (tenant, id)
    where type in ('etjanst', 'godkannande') and data ->> 'lage' <> 'avslutad'`.execute(db);
}
