import { bucketsOfScope, partOf } from '../../../shared/domain/buckets.ts';
import type { Bucket } from '../../../shared/domain/readers.ts';
import type { RecordData, RecordType } from '../../../shared/domain/records.ts';
import { type DemoRecord, generateRecords } from '../generate.ts';

/** The municipality that the tests of this folder look at: the default one, on the day of the design pictures. */
export const today = '2026-11-20';
export const records: DemoRecord[] = [...generateRecords({ persons: 500, seed: 1, today })];

type Typed<T extends RecordType> = { id: string; scope: string; data: RecordData<T> };

export const all = <T extends RecordType>(type: T): Typed<T>[] =>
  records.filter((record) => record.type === type).map(({ id, scope, data }) => ({ id, scope, data: data as RecordData<T> }));

export const scopes: Map<string, DemoRecord[]> = Map.groupBy(records, ({ scope }) => scope);

/** The data of one type in a scope. */
export const inScope = <T extends RecordType>(scope: string, type: T): RecordData<T>[] =>
  (scopes.get(scope) ?? []).filter((record) => record.type === type).map(({ data }) => data as RecordData<T>);

export function personOf(efternamn: string, fornamn: string): Typed<'person'> {
  const found = all('person').find(({ data }) => data.efternamn === efternamn && data.fornamn === fornamn);
  if (!found) throw new Error(`no ${efternamn}, ${fornamn}`);
  return found;
}

/** Scope → record → the buckets the rulebook gives it. */
export const bucketsByScope: Map<string, Map<string, Bucket[]>> = new Map(
  [...scopes].map(([scope, own]) => {
    const parts = own.map(({ type, id, data }) => partOf(type, id, data));
    return [scope, bucketsOfScope(scope, parts)];
  }),
);
