import { sql } from 'kysely';
import { gemensammaTyper } from '../../shared/domain/enhet.ts';
import type { Reader } from './database.ts';

/** Taken at one time; the rest at the next. */
const most = 100;

/**
 * Kunder of several units in whose akter something stands that says of no unit whose it is, and those of whom something that is one unit's
 * stands among what is common, where utförare read it too: it was written before each had its own.
 * @param tried those that were taken before, and may be as they were: an akt that cannot be read
 */
export async function undividedAkter(db: Reader, tenant: string, tried: string[] = []): Promise<string[]> {
  const rows = await db
    .selectFrom('record')
    .select('id')
    .where('tenant', '=', tenant)
    .where('type', '=', 'person')
    .where(sql<boolean>`not (id = any(${tried}))`)
    .where(({ and, exists, or, selectFrom }) =>
      or([
        sql<boolean>`record.data ? 'personkrets'`,
        and([
          sql<boolean>`jsonb_array_length(data -> 'enheter') > 1`,
          exists(
            selectFrom('record as post')
              .select('post.id')
              .where('post.tenant', '=', tenant)
              .whereRef('post.scope', '=', 'record.scope')
              .where('post.type', 'not in', gemensammaTyper)
              .where(sql<boolean>`not (post.data ? 'enhet' or post.data ? 'gemensam')`),
          ),
        ]),
      ]),
    )
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
