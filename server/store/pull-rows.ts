import { type RawBuilder, sql } from 'kysely';
import { emptyDigest } from '../../shared/protocol/protocol.ts';
import type { Reader, Tx } from './database.ts';

/**
 * The lines of a pull answer are made whole by PostgreSQL, many in one value, and never parsed here: a first fetch is
 * hundreds of thousands of them. jsonb and to_json write one line without line breaks.
 */
const putLine = (readable: string[]): RawBuilder<string> => sql<string>`
  concat('{"t":"put","b":',
    case when r.buckets <@ ${readable}::text[] then array_to_json(r.buckets)
      else (select json_agg(b) from unnest(r.buckets) b where b = any(${readable}::text[])) end,
    ',"r":{"type":', to_json(r.type), ',"id":', to_json(r.id), ',"scope":', to_json(r.scope),
    ',"version":', r.version, ',"schema":', r.schema, ',"data":', r.data, '}}')`;

/** `limit 1` keeps the planner at one look into the index a record, in the order of the entries, whatever it believes of the table. */
const recordOf = (tenant: string, entry: 'e' | 'p'): RawBuilder<unknown> =>
  sql`lateral (select * from record where tenant = ${tenant} and id = ${sql.ref(`${entry}.record_id`)} limit 1) r`;

/** Whether an entry's record is still there, and in none of the reader's buckets: a right is gone, not the record. */
const isBeyond = ({ tenant, readable }: { tenant: string; readable: string[] }): RawBuilder<boolean> => sql<boolean>`
  exists (select from record r where r.tenant = ${tenant} and r.id = record_id and not r.buckets && ${readable}::text[])`;

/** Of these records, those that are there and in none of the reader's buckets. */
export async function recordsBeyond(
  db: Reader,
  { tenant, readable }: { tenant: string; readable: string[] },
  ids: string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from record where tenant = ${tenant} and id = any(${ids}::text[]) and not buckets && ${readable}::text[]`.execute(db);
  return rows.map(({ id }) => id);
}

/** NDJSON without the last line break; empty when there are none. */
export type Lines = { text: string; count: number };
export type Place = { scope: string; id: string };

/**
 * The next records of a bucket in (scope, id) order.
 * @param after the last one sent
 * @returns `last` where they end; undefined when the bucket ended before `limit`
 */
export async function fillRows(
  tx: Tx,
  on: { tenant: string; bucket: string; readable: string[] },
  after: Place,
  limit: number,
): Promise<Lines & { last: Place | undefined }> {
  const { rows } = await sql<{ text: string; count: number; seen: number; scope: string; id: string }>`
    select coalesce(string_agg(line, E'\n'), '') as text, count(line) as count, count(*) as seen,
      (array_agg(scope))[count(*)] as scope, (array_agg(record_id))[count(*)] as id
    from (
      select e.scope, e.record_id, ${putLine(on.readable)} as line
      from (
        select scope, record_id from bucket_entry
        where tenant = ${on.tenant} and bucket = ${on.bucket} and present and (scope, record_id) > (${after.scope}, ${after.id})
        order by scope, record_id limit ${limit}
      ) e
      cross join ${recordOf(on.tenant, 'e')}
      order by e.scope, e.record_id
    ) lines`.execute(tx);
  const { text = '', count = 0, seen = 0, scope = '', id = '' } = rows[0] ?? {};
  return { text, count, last: seen < limit ? undefined : { scope, id } };
}

export type VersionCursor = { bucket: string; version: number };

/**
 * What changed after the cursors, in version order: about `limit` entries, never part of a version.
 * @param head the snapshot's newest version
 * @returns `upTo`: everything up to that version is in the lines
 */
export async function changedRows(
  tx: Tx,
  on: { tenant: string; readable: string[] },
  cursors: VersionCursor[],
  limit: number,
  head: number,
): Promise<Lines & { upTo: number }> {
  const from = sql`unnest(${cursors.map(({ bucket }) => bucket)}::text[], ${cursors.map(({ version }) => version)}::bigint[]) as c (bucket, after)`;
  const upTo = await boundary(tx, on.tenant, from, limit, head);
  if (upTo === undefined) return { text: '', count: 0, upTo: head };
  const { rows } = await sql<Lines>`
    with changed as materialized (
      select e.* from ${from} cross join lateral (
        select e.version, e.scope, e.record_id, e.bucket, e.present from bucket_entry e
        where e.tenant = ${on.tenant} and e.bucket = c.bucket and e.version > c.after and e.version <= ${upTo}
      ) e
    )
    select coalesce(string_agg(line, E'\n'), '') as text, count(*) as count from (select line from (
      select p.version, 0 as rank, p.scope, p.record_id, ${putLine(on.readable)} as line
      from (select distinct version, scope, record_id from changed where present) p
      cross join ${recordOf(on.tenant, 'p')}
      union all
      select version, 1, scope, record_id,
        '{"t":"leave","bucket":' || to_json(bucket)::text || ',"id":' || to_json(record_id)::text || ',"version":' || version
          || case when ${isBeyond(on)} then ',"lost":true}' else '}' end
      from changed where not present
    ) ordered order by version, rank, scope, record_id) lines`.execute(tx);
  return { ...(rows[0] ?? { text: '', count: 0 }), upTo };
}

/** The last version that fits whole in `limit` entries, or the first one when it alone is larger; undefined: no change. */
async function boundary(tx: Tx, tenant: string, from: RawBuilder<unknown>, limit: number, head: number): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    select e.version from ${from} cross join lateral (
      select e.version from bucket_entry e
      where e.tenant = ${tenant} and e.bucket = c.bucket and e.version > c.after
      order by e.version limit ${limit + 1}
    ) e
    order by e.version limit ${limit + 1}`.execute(tx);
  const first = rows[0]?.version;
  const beyond = rows[limit]?.version;
  if (first === undefined || beyond === undefined) return first === undefined ? undefined : head;
  return beyond === first ? first : beyond - 1;
}

/** How many records each bucket holds. */
export async function countBuckets(tx: Tx, tenant: string, buckets: string[]): Promise<Record<string, number>> {
  const rows = await tx
    .selectFrom('bucket_entry')
    .select(({ fn }) => ['bucket', fn.countAll<number>().as('count')])
    .where('tenant', '=', tenant)
    .where('bucket', 'in', buckets)
    .where('present', '=', true)
    .groupBy('bucket')
    .execute();
  return Object.fromEntries([
    ...buckets.map((bucket): [string, number] => [bucket, 0]),
    ...rows.map((row): [string, number] => [row.bucket, row.count]),
  ]);
}

/** What each bucket holds, as every write has kept it. */
export async function bucketDigests(tx: Tx, tenant: string, buckets: string[]): Promise<Record<string, string>> {
  const { rows } = await sql<{ bucket: string; text: string }>`
    select bucket, count || ' ' || lpad(to_hex(digest), 16, '0') as text from bucket_digest
    where tenant = ${tenant} and bucket = any(${buckets}::text[])`.execute(tx);
  const kept = new Map(rows.map(({ bucket, text }) => [bucket, text]));
  return Object.fromEntries(buckets.map((bucket) => [bucket, kept.get(bucket) ?? emptyDigest]));
}
