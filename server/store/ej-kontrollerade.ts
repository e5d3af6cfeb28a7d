import { sql } from 'kysely';
import type { Person } from '../../shared/domain/person/records.ts';
import type { Reader } from './database.ts';

/** Asked about at one time; the rest at the next. */
const most = 100;

/**
 * Kunder whom the register of residents has not been asked about, the oldest first; not those whose answer waits for a user, nor those
 * with a number the municipality made up itself, which is in no register.
 */
export async function ejKontrollerade(db: Reader, tenant: string, passedOver: string[] = []): Promise<{ id: string; data: Person }[]> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'data'])
    .where('tenant', '=', tenant)
    .where('type', '=', 'person')
    .where(sql<string>`data -> 'kir' ->> 'status'`, '=', 'ejKontrollerad')
    .where(sql<boolean>`data ->> 'nummerSlag' is distinct from 'interim' and not id = any(${passedOver})`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('record as forslag')
            .select('forslag.id')
            .where('forslag.tenant', '=', tenant)
            .whereRef('forslag.scope', '=', 'record.scope')
            .where('forslag.type', '=', 'kirForslag')
            .where(sql<boolean>`not forslag.data ? 'avgjord'`),
        ),
      ),
    )
    .orderBy('version')
    .limit(most)
    .execute();
  return rows.map(({ id, data }) => ({ id, data: data as Person }));
}
