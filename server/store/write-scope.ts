import { sql } from 'kysely';
import { bucketsOfScope } from '../../shared/domain/buckets.ts';
import type { Change } from '../../shared/domain/command.ts';
import { huvudOf, katalogScope, schemaNumber } from '../../shared/domain/records.ts';
import type { Tx } from './database.ts';
import type { Scope, ScopeRecord } from './scope.ts';
import { markCatalogueChanged } from './tenant.ts';

type Entry = { bucket: string; id: string; present: boolean };

/** A change names a record that lies in another scope: nothing was written there, and the transaction must not commit. */
export class ForeignRecordError extends Error {}

/**
 * Writes changes to a scope whose lock is held: records, and which buckets hold them. The buckets of all the scope's
 * records are decided anew, for one record's reader may follow from another. A record that leaves a bucket leaves a
 * tombstone there at the same version.
 */
export async function writeScope(tx: Tx, tenant: string, scope: Scope, changes: Change[], version: number): Promise<void> {
  const after = new Map<string, ScopeRecord>(scope.records);
  const put = new Set<string>();
  const deleted = new Map<string, ScopeRecord>();
  for (const change of changes) {
    const before = scope.records.get(change.id);
    put.delete(change.id);
    if (change.op === 'put') {
      after.set(change.id, { type: change.type, id: change.id, data: change.data, buckets: before?.buckets ?? [] });
      put.add(change.id);
      deleted.delete(change.id);
    } else {
      after.delete(change.id);
      if (before) deleted.set(change.id, before);
    }
  }

  const parts = [...after.values()].map(({ type, id, data }) => ({ type, id, huvud: huvudOf(type, data) }));
  const buckets = bucketsOfScope(scope.name, parts as Parameters<typeof bucketsOfScope>[1]);
  const entries: Entry[] = [];
  const moved: ScopeRecord[] = [];
  for (const record of after.values()) {
    const now = [...new Set(buckets.get(record.id) ?? [])];
    const gained = now.filter((bucket) => put.has(record.id) || !record.buckets.includes(bucket));
    const lost = record.buckets.filter((bucket) => !now.includes(bucket));
    entries.push(...gained.map((bucket) => ({ bucket, id: record.id, present: true })));
    entries.push(...lost.map((bucket) => ({ bucket, id: record.id, present: false })));
    if (put.has(record.id) || gained.length > 0 || lost.length > 0) moved.push({ ...record, buckets: now });
  }
  for (const { id, buckets: held } of deleted.values()) entries.push(...held.map((bucket) => ({ bucket, id, present: false })));

  await putRecords(
    tx,
    tenant,
    scope.name,
    moved.filter(({ id }) => put.has(id)),
    version,
  );
  await moveRecords(
    tx,
    tenant,
    moved.filter(({ id }) => !put.has(id)),
  );
  if (deleted.size > 0) {
    await tx
      .deleteFrom('record')
      .where('tenant', '=', tenant)
      .where('id', 'in', [...deleted.keys()])
      .execute();
  }
  await writeEntries(tx, tenant, scope.name, entries, version);
  if (scope.name === katalogScope) await markCatalogueChanged(tx, tenant, version);
}

async function putRecords(tx: Tx, tenant: string, scope: string, records: ScopeRecord[], version: number): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map((record) => ({ ...record, schema: schemaNumber(record.type) }));
  const { numAffectedRows } = await sql`
    insert into record (tenant, id, type, scope, version, schema, data, buckets)
    select ${tenant}, id, type, ${scope}, ${version}::bigint, schema, data, buckets
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, type text, schema int, data jsonb, buckets text[])
    on conflict (tenant, id) do update
      set version = excluded.version, schema = excluded.schema, data = excluded.data, buckets = excluded.buckets
      where record.scope = excluded.scope and record.type = excluded.type`.execute(tx);
  if (numAffectedRows !== BigInt(records.length)) throw new ForeignRecordError('a record of another scope or type has this id');
}

async function moveRecords(tx: Tx, tenant: string, records: ScopeRecord[]): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ id, buckets }) => ({ id, buckets }));
  await sql`
    update record set buckets = moved.buckets
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as moved (id text, buckets text[])
    where record.tenant = ${tenant} and record.id = moved.id`.execute(tx);
}

async function writeEntries(tx: Tx, tenant: string, scope: string, entries: Entry[], version: number): Promise<void> {
  if (entries.length === 0) return;
  await sql`
    insert into bucket_entry (tenant, bucket, scope, record_id, version, present)
    select ${tenant}, bucket, ${scope}, id, ${version}::bigint, present
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as e (bucket text, id text, present boolean)
    on conflict (tenant, bucket, scope, record_id) do update set version = excluded.version, present = excluded.present`.execute(tx);
}
