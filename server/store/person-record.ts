import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { Reader } from './database.ts';

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
