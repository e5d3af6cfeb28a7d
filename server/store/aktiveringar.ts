import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** A record that a night may have something to do with, and what it rests on; documents as they are stored. */
export type StoredAktivering = {
  id: string;
  type: 'etjanst' | 'godkannande';
  personId: string;
  schema: number;
  data: unknown;
  person: unknown;
  kontakt: unknown;
  samtycke: unknown;
};

/**
 * The e-services and approvals that are not over, in the order of their ids: those that wait, and of what is active what may end (every
 * approval, and the e-services of those who have died).
 * @param after the last id of the page before; empty for the first
 */
export async function aktiveringar(db: Reader, tenant: string, after: string, most: number): Promise<StoredAktivering[]> {
  const { rows } = await sql<StoredAktivering>`
    select r.id, r.type, substring(r.scope from 5) as "personId", r.schema, r.data, p.data as person, k.data as kontakt, s.data as samtycke
    from record r
    join record p on p.tenant = r.tenant and p.id = substring(r.scope from 5)
    left join record k on k.tenant = r.tenant and k.id = r.data #>> '{till,kontaktId}' and k.scope = r.scope
    left join record s on s.tenant = r.tenant and s.id = r.data ->> 'samtyckeId' and s.scope = r.scope
    where r.tenant = ${tenant} and r.type in ('etjanst', 'godkannande') and r.data ->> 'lage' <> 'avslutad' and r.id > ${after}
      and (r.type = 'godkannande' or r.data ->> 'lage' <> 'aktiv' or p.data ? 'avliden')
    order by r.id limit ${most}`.execute(db);
  return rows;
}
