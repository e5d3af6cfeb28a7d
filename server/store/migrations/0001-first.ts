import { type Kysely, sql } from 'kysely';

/**
 * Texts that are compared by order carry the collation "C": client, server and every PostgreSQL must agree on it.
 * `command_log.input` is json, not jsonb: it keeps what the client wrote to the letter, also what jsonb cannot hold.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tenant (
      tenant text collate "C" primary key,
      kommun text not null,
      epoch text not null,
      version bigint not null default 0,
      catalogue_version bigint not null default 0,
      horizon bigint not null default 0,
      token_secret text not null
    )`.execute(db);
  await sql`
    create table client (
      tenant text collate "C" not null,
      client_id text collate "C" not null,
      anvandare_id text not null,
      last_seq bigint not null default 0,
      primary key (tenant, client_id)
    )`.execute(db);
  await sql`
    create table record (
      tenant text collate "C" not null,
      id text collate "C" not null,
      type text not null,
      scope text collate "C" not null,
      version bigint not null,
      schema integer not null,
      data jsonb not null,
      buckets text[] not null,
      primary key (tenant, id)
    )`.execute(db);
  await sql`create index record_scope on record (tenant, scope)`.execute(db);
  await sql`create index record_personnummer on record (tenant, (data ->> 'personnummer')) where type = 'person'`.execute(db);
  await sql`
    create table bucket_entry (
      tenant text collate "C" not null,
      bucket text collate "C" not null,
      scope text collate "C" not null,
      record_id text collate "C" not null,
      version bigint not null,
      present boolean not null,
      primary key (tenant, bucket, scope, record_id)
    )`.execute(db);
  await sql`create index bucket_entry_version on bucket_entry (tenant, bucket, version)`.execute(db);
  await sql`
    create table command_log (
      tenant text collate "C" not null,
      client_id text collate "C" not null,
      seq bigint not null,
      command_id text collate "C" not null,
      repeat boolean not null,
      anvandare_id text not null,
      name text not null,
      input_version bigint not null,
      input json not null,
      client_at text not null,
      server_at text not null,
      outcome text not null,
      code text,
      field text,
      version bigint not null,
      primary key (tenant, client_id, seq)
    )`.execute(db);
  // The command's own identity: handled once, whatever client or seq brings it again.
  await sql`create unique index command_log_once on command_log (tenant, command_id) where not repeat`.execute(db);
  // Cut to a UUID's length: an input is whatever a client sent, and an index takes no entry of a page's size.
  await sql`create index command_log_akt on command_log (tenant, left(input ->> 'personId', 36), server_at)`.execute(db);
  await sql`
    create table access_log (
      tenant text collate "C" not null,
      id text collate "C" not null,
      anvandare_id text not null,
      client_id text not null,
      client_at text not null,
      server_at text not null,
      action text not null,
      person_id text,
      detail text,
      primary key (tenant, id)
    )`.execute(db);
}
