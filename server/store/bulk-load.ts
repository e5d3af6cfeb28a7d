import { sql } from 'kysely';
import { bucketsOfScope, partOf } from '../../shared/domain/buckets.ts';
import { type RecordType, upcast } from '../../shared/domain/records.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import type { Tx } from './database.ts';
import { loadPortalRows, portalRows } from './portal-messages.ts';
import { markCatalogueChanged, takeVersions } from './tenant.ts';

export type LoadedRecord = { type: RecordType; id: string; scope: string; schema: number; data: unknown };
/** All records of one scope. */
export type LoadedScope = LoadedRecord[];

const batchRecords = 4000;

/**
 * Loads whole scopes that the tenant does not have yet; all records of a scope get one version. PostgreSQL stores a batch
 * while the next one is read.
 * @returns how many records were loaded
 */
export async function bulkLoad(tx: Tx, tenant: string, scopes: AsyncIterable<LoadedScope> | Iterable<LoadedScope>): Promise<number> {
  let total = 0;
  let batch: LoadedScope[] = [];
  let size = 0;
  let storing: Promise<void> = Promise.resolve();
  const flush = async () => {
    await storing;
    storing = store(tx, tenant, batch);
    // A failure is thrown where it is awaited, at the next batch.
    storing.catch(() => undefined);
    total += size;
    batch = [];
    size = 0;
  };
  for await (const scope of scopes) {
    batch.push(scope);
    size += scope.length;
    if (size >= batchRecords) await flush();
  }
  if (size > 0) await flush();
  await storing;
  return total;
}

/** One JSON document a batch: PostgreSQL parses it once, where an array of texts would be escaped, unescaped and parsed. */
async function store(tx: Tx, tenant: string, scopes: LoadedScope[]): Promise<void> {
  const before = (await takeVersions(tx, tenant, scopes.length)) - scopes.length;
  const rows = scopes.flatMap((records, index) => {
    const parts = records.map(({ type, id, schema, data }) => partOf(type, id, upcast(type, schema, data)));
    const buckets = bucketsOfScope(records[0]?.scope ?? '', parts);
    return records.map((record) => ({ ...record, version: before + index + 1, buckets: [...new Set(buckets.get(record.id) ?? [])] }));
  });
  await sql`
    with loaded as (
      insert into record (tenant, id, type, scope, version, schema, data, buckets)
      select ${tenant}, id, type, scope, version, schema, data, buckets
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id text, type text, scope text, version bigint, schema int, data jsonb, buckets text[])
      returning id, scope, version, buckets
    ),
    digested as (
      insert into bucket_digest (tenant, bucket, count, digest)
      select ${tenant}, bucket, count(*), bit_xor(record_hash(id, version)) from loaded cross join unnest(buckets) as bucket group by bucket
      on conflict (tenant, bucket) do update
        set count = bucket_digest.count + excluded.count, digest = bucket_digest.digest # excluded.digest
    )
    insert into bucket_entry (tenant, bucket, scope, record_id, version, present)
    select ${tenant}, bucket, scope, id, version, true from loaded cross join unnest(buckets) as bucket`.execute(tx);
  await loadPortalRows(tx, tenant, portalRows(rows));
  const katalog = scopes.findIndex((records) => records[0]?.scope === katalogScope);
  if (katalog >= 0) await markCatalogueChanged(tx, tenant, before + katalog + 1);
}
