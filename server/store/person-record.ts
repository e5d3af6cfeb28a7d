import { sql } from 'kysely';
import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { Reader } from './database.ts';

/** How a person is protected; of a document that says nothing of it nobody knows, and it counts as the strongest. */
export const skyddAv = sql<Person['skydd']>`coalesce(data ->> 'skydd', 'skyddadFolkbokforing')`.as('skydd');

/** The kund who has a number, and the buckets she is in; undefined when nobody has it. */
export async function kundByNumber(
  db: Reader,
  tenant: string,
  personnummer: string,
): Promise<{ id: string; buckets: string[]; skydd: Person['skydd'] } | undefined> {
  const row = await db
    .selectFrom('record')
    .select(['id', 'buckets', skyddAv])
    .where('tenant', '=', tenant)
    .where('type', '=', 'person')
    .where('nummer', '=', personnummer)
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, buckets: row.buckets, skydd: row.skydd };
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
