import { sql } from 'kysely';
import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { Reader } from './database.ts';

/** How a person is protected; of a document that says nothing of it nobody knows, and it counts as the strongest. */
export const skyddAv = sql<Person['skydd']>`coalesce(data ->> 'skydd', 'skyddadFolkbokforing')`.as('skydd');

/** A kund as one who asks by a number may be told of: the number she has now, how she is protected and the buckets she is in. */
export type Nummerbarare = { id: string; nummer: string; buckets: string[]; skydd: Person['skydd'] };

/** The kunder who have one of these numbers. */
export const kunderByNumber = (db: Reader, tenant: string, numbers: string[]): Promise<Nummerbarare[]> =>
  bararna(db, tenant, sql<boolean>`nummer = any(${numbers})`);

/** The kunder who had a number before the one they have. One that was typed wrong is among them, and may be somebody else's. */
export const kunderByEarlierNumber = (db: Reader, tenant: string, number: string): Promise<Nummerbarare[]> =>
  bararna(db, tenant, sql<boolean>`data ? 'tidigareNummer' and data -> 'tidigareNummer' ? ${number}`);

async function bararna(db: Reader, tenant: string, who: ReturnType<typeof sql<boolean>>): Promise<Nummerbarare[]> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'nummer', 'buckets', skyddAv])
    .where('tenant', '=', tenant)
    .where('type', '=', 'person')
    .where(who)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, nummer, buckets, skydd }) => (nummer === null ? [] : [{ id, nummer, buckets, skydd }]));
}

/** The person of an akt and the buckets they are in; undefined when there is no such akt. */
export async function personRecord(db: Reader, tenant: string, personId: string): Promise<{ buckets: string[]; data: Person } | undefined> {
  const row = await db
    .selectFrom('record')
    .select(['buckets', 'data'])
    .where('tenant', '=', tenant)
    .where('id', '=', personId)
    .where('scope', '=', aktScope(personId))
    .executeTakeFirst();
  return row && { buckets: row.buckets, data: row.data as Person };
}
