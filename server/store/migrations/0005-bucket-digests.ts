import { type Kysely, sql } from 'kysely';

/**
 * What each bucket holds, as a digest that every write keeps: how many records, and the exclusive or of a hash of each with its
 * version. A replica keeps the same (main/db/record-digest.ts), so that both are compared without reading either.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function record_hash(id text, version bigint) returns bigint language sql stable parallel safe as
      $$ select ('x' || left(encode(sha256(convert_to(id || ' ' || version, 'UTF8')), 'hex'), 16))::bit(64)::bigint $$`.execute(db);
  // Written anew by every command: room on the page keeps what is read of it short.
  await sql`
    create table bucket_digest (
      tenant text collate "C" not null,
      bucket text collate "C" not null,
      count bigint not null,
      digest bigint not null,
      primary key (tenant, bucket)
    ) with (fillfactor = 50)`.execute(db);
  await sql`
    insert into bucket_digest
    select tenant, bucket, count(*), bit_xor(record_hash(id, version)) from record cross join unnest(buckets) as bucket
    group by tenant, bucket`.execute(db);
}
