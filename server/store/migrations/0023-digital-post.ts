import { type Kysely, sql } from 'kysely';

/**
 * When a letter that is on its way by digital post is tried next, and which node has it. That it is on its way, and what became of it, is in the record;
 * a row is there while it is tried, and is no more than its pace.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table digital_post (
      tenant text collate "C" not null,
      id text collate "C" not null,
      first_try_at text not null,
      next_at text not null,
      tries int not null default 0,
      maybe boolean not null default false,
      held_until timestamptz,
      primary key (tenant, id)
    )`.execute(db);
  await sql`create index record_digital_post on record (tenant, scope) where type = 'beslut' and data ? 'digitalPost'`.execute(db);
}
