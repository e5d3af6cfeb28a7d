import { type Kysely, sql } from 'kysely';

/**
 * What was delivered of statistics is for those who deliver: it leaves the bucket that everybody reads, with a version of its own, so that it leaves the
 * replicas too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    with moved as (
      select tenant, id, scope, version from record where type = 'statistikleverans' and buckets @> array['katalog']
    ),
    taken as (
      update tenant set version = version + 1 where tenant in (select tenant from moved) returning tenant, version
    ),
    placed as (
      update record set buckets = array['statistik'] from moved where record.tenant = moved.tenant and record.id = moved.id
    ),
    entered as (
      insert into bucket_entry (tenant, bucket, scope, record_id, version, present)
      select tenant, bucket, scope, id, taken.version, bucket = 'statistik'
      from moved join taken using (tenant) cross join unnest(array['katalog', 'statistik']) as bucket
      on conflict (tenant, bucket, scope, record_id) do update set version = excluded.version, present = excluded.present
    )
    insert into bucket_digest (tenant, bucket, count, digest)
    select tenant, bucket, sum(case when bucket = 'statistik' then 1 else -1 end), bit_xor(record_hash(id, moved.version))
    from moved cross join unnest(array['katalog', 'statistik']) as bucket group by tenant, bucket
    on conflict (tenant, bucket) do update
      set count = bucket_digest.count + excluded.count, digest = bucket_digest.digest # excluded.digest`.execute(db);
}
