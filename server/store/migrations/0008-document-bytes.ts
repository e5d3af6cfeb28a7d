import { type Kysely, sql } from 'kysely';

/**
 * Where the bytes of documents lie. `blob_part`: a piece of a document's bytes in the blob store, under the id `object`; `done` = it is there and
 * counts, else it is on its way there, or to be removed. `blob_received`: all pieces are there and are what the document says.
 * `blob_key`: the data keys of a municipality, each as its own key has wrapped it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table blob_part (
      tenant text collate "C" not null,
      object uuid not null,
      document text collate "C" not null,
      start bigint not null,
      length integer not null,
      done boolean not null,
      at timestamptz not null,
      primary key (tenant, object)
    )`.execute(db);
  await sql`create unique index blob_part_place on blob_part (tenant, document, start) where done`.execute(db);
  await sql`create index blob_part_undone on blob_part (tenant, at) where not done`.execute(db);
  await sql`
    create table blob_received (
      tenant text collate "C" not null,
      document text collate "C" not null,
      sha256 text not null,
      at timestamptz not null,
      primary key (tenant, document)
    )`.execute(db);
  await sql`
    create table blob_key (
      tenant text collate "C" not null,
      nr integer not null,
      wrapped bytea not null,
      primary key (tenant, nr)
    )`.execute(db);
}
