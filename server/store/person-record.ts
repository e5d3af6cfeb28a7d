import { sql } from 'kysely';
import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { Reader } from './database.ts';

/** The kund who has a number, and the buckets she is in; undefined when nobody has it. */
export async function kundByNumber(
  db: Reader,
  tenant: string,
  personnummer: string,
): Promise<{ id: string; buckets: string[]; skydd: Person['skydd'] } | undefined> {
  const row = await db
    .selectFrom('record')
    .select(['id', 'buckets', 'data'])
    .where('tenant', '=', tenant)
    .where('type', '=', 'person')
    .where(sql<string>`data ->> 'personnummer'`, '=', personnummer)
    .limit(1)
    .executeTakeFirst();
  return row && { id: row.id, buckets: row.buckets, skydd: (row.data as Person).skydd };
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
