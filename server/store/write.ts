import { editedSchema } from '../../shared/domain/records.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import type { ChangedScope } from './changed-scope.ts';
import type { LogRow } from './command-log.ts';
import { portalRows, putPortalRows } from './portal-messages.ts';
import type { Burst } from './transaction.ts';

/** What a client's row is to say, and the log of the commands that were handled. */
export type Handling = { clientId: string; lastSeq: number; log: LogRow[] };

/**
 * Writes everything a transaction has to say and commits it, in one journey: versions, records, which buckets hold them and the
 * digest of what they hold, the command log, the client. The tenant's row, which gives versions their order, is held from here to the commit and no
 * longer: versions become visible in their own order, so a reader that has seen one can never miss a smaller one. (Values of
 * a sequence become visible out of order.)
 * @param count of versions to take: the commands that wrote
 * @returns the last version taken; undefined when there is none to take
 * @throws what {@link isForeignRecord} knows when a record lies in another scope: then nothing was written
 */
export async function writeAndCommit(
  tx: Burst,
  tenant: string,
  scopes: ChangedScope[],
  count: number,
  handling?: Handling,
): Promise<number | undefined> {
  const written = scopes.map((scope) => scope.written());
  const puts = written.flatMap((one) => one.puts).map((record) => ({ ...record, schema: editedSchema(record.type, record.schema) }));
  const moved = written.flatMap((one) => one.moved.map(({ id, buckets }) => ({ id, buckets })));
  const deleted = written.flatMap((one) => one.deleted);
  const values = [
    tenant,
    count,
    JSON.stringify(puts),
    puts.length,
    JSON.stringify(moved),
    deleted,
    JSON.stringify(written.flatMap(({ entries }) => entries)),
    scopes.some(({ name }) => name === katalogScope) && count > 0,
    handling?.clientId ?? null,
    handling?.lastSeq ?? 0,
    JSON.stringify(handling?.log ?? []),
    [...puts.map(({ id }) => id), ...moved.map(({ id }) => id), ...deleted],
  ];
  const toPortal = portalRows(puts);
  const [rows] = await Promise.all([
    tx.query<{ version: number | null }>('write', statement, values),
    toPortal.length > 0 ? putPortalRows(tx, tenant, toPortal) : undefined,
    tx.commit(),
  ]);
  return rows[0]?.version ?? undefined;
}

const statement = `
  with taken as (
    update tenant set version = version + $2::bigint,
      catalogue_version = case when $8 then version + $2::bigint else catalogue_version end
    where tenant = $1 and $2::bigint > 0 returning version
  ),
  before as (
    select r.id, r.version, r.buckets from taken, unnest($12::text[]) as touched (id)
      cross join lateral (select * from record where tenant = $1 and id = touched.id limit 1) r
  ),
  after as (
    select id, taken.version - $2::bigint + step as version, buckets
    from taken, jsonb_to_recordset($3::jsonb) as r (id text, step bigint, buckets text[])
    union all
    select id, before.version, m.buckets from jsonb_to_recordset($5::jsonb) as m (id text, buckets text[]) join before using (id)
  ),
  digested as (
    insert into bucket_digest (tenant, bucket, count, digest)
    select $1, bucket, sum(one), bit_xor(record_hash(id, version)) from (
      select id, version, -1 as one, unnest(buckets) as bucket from before
      union all
      select id, version, 1, unnest(buckets) from after
    ) turned group by bucket
    on conflict (tenant, bucket) do update
      set count = bucket_digest.count + excluded.count, digest = bucket_digest.digest # excluded.digest
  ),
  put as (
    insert into record (tenant, id, type, scope, version, schema, data, buckets)
    select $1, id, type, scope, taken.version - $2::bigint + step, schema, data, buckets
    from taken, jsonb_to_recordset($3::jsonb) as r (id text, type text, scope text, step bigint, schema int, data jsonb, buckets text[])
    on conflict (tenant, id) do update
      set version = excluded.version, schema = excluded.schema, data = excluded.data, buckets = excluded.buckets
      where record.scope = excluded.scope and record.type = excluded.type
    returning 1
  ),
  moved as (
    update record set buckets = m.buckets from jsonb_to_recordset($5::jsonb) as m (id text, buckets text[])
    where record.tenant = $1 and record.id = m.id
  ),
  deleted as (delete from record where tenant = $1 and id = any($6::text[])),
  entered as (
    insert into bucket_entry (tenant, bucket, scope, record_id, version, present)
    select $1, bucket, scope, id, taken.version - $2::bigint + step, present
    from taken, jsonb_to_recordset($7::jsonb) as e (scope text, bucket text, id text, present boolean, step bigint)
    on conflict (tenant, bucket, scope, record_id) do update set version = excluded.version, present = excluded.present
  ),
  logged as (
    insert into command_log (tenant, client_id, seq, command_id, repeat, anvandare_id, name, input_version, input, client_at,
      server_at, outcome, code, field, version)
    select $1, $9::text, seq, command_id, repeat, anvandare_id, name, input_version, input, client_at, server_at, outcome, code, field,
      case when step is null then version else (select version from taken) - $2::bigint + step end
    from json_to_recordset($11::json) as l (seq bigint, command_id text, repeat boolean, anvandare_id text, name text,
      input_version bigint, input json, client_at text, server_at text, outcome text, code text, field text, version bigint, step bigint)
  ),
  handled as (update client set last_seq = $10::bigint where tenant = $1 and client_id = $9::text and last_seq < $10::bigint)
  select (select version from taken) as version, all_own((select count(*) from put), $4::bigint)`;
