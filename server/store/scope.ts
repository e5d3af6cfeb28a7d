import { sql } from 'kysely';
import type { State } from '../../shared/domain/command.ts';
import { isRecordType, type RecordData, type RecordType, upcast } from '../../shared/domain/records.ts';
import type { Catalogue } from './catalogue.ts';
import type { Tx } from './database.ts';

export type ScopeRecord = { type: RecordType; id: string; data: unknown; buckets: string[] };
/** The records of one scope by id, as they stand under the scope's lock. */
export type Scope = { name: string; records: Map<string, ScopeRecord> };

/**
 * Takes the scope's lock until the transaction ends, then reads it. An advisory lock, because a scope may have no record
 * yet; two scopes that share a hash only wait for each other.
 */
export async function lockScope(tx: Tx, tenant: string, name: string): Promise<Scope> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant}/${name}`}, 0))`.execute(tx);
  const rows = await tx
    .selectFrom('record')
    .select(['type', 'id', 'schema', 'data', 'buckets'])
    .where('tenant', '=', tenant)
    .where('scope', '=', name)
    .execute();
  const records = new Map<string, ScopeRecord>();
  for (const { type, id, schema, data, buckets } of rows) {
    // A type this version does not know was written by a newer node: left as it is.
    if (isRecordType(type)) records.set(id, { type, id, data: upcast(type, schema, data), buckets });
  }
  return { name, records };
}

export type NumberOwner = { personnummer: string; personId: string | undefined };

/**
 * Who has a personnummer, over all akter of the municipality. The number stays locked until the transaction ends: two who
 * register the same person at the same time meet here (FRAGA-06).
 */
export async function lockNumber(tx: Tx, tenant: string, personnummer: string): Promise<NumberOwner> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${tenant}/nummer/${personnummer}`}, 0))`.execute(tx);
  const row = await tx
    .selectFrom('record')
    .select('id')
    .where('tenant', '=', tenant)
    .where('type', '=', 'person')
    .where(sql<string>`data ->> 'personnummer'`, '=', personnummer)
    .executeTakeFirst();
  return { personnummer, personId: row?.id };
}

/** What `decide` may read. `owner` of the number the command asks about. */
export function stateOf(scope: Scope, catalogue: Catalogue, owner?: NumberOwner): State {
  return {
    get<T extends RecordType>(type: T, id: string) {
      const found = scope.records.get(id);
      return found?.type === type ? (found.data as RecordData<T>) : undefined;
    },
    list<T extends RecordType>(type: T) {
      return [...scope.records.values()]
        .filter((record) => record.type === type)
        .map(({ id, data }) => ({ id, data: data as RecordData<T> }));
    },
    katalog: (type, id) => catalogue.get(type, id),
    katalogLista: (type) => catalogue.list(type),
    personMedNummer: (personnummer) => (owner?.personnummer === personnummer ? owner.personId : undefined),
  };
}
