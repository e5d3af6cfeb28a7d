import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** An approval that is active, and what it rests on; documents as they are stored. */
export type StoredGodkannande = {
  id: string;
  personId: string;
  schema: number;
  data: unknown;
  person: unknown;
  kontakt: unknown;
  samtycke: unknown;
};

/** The approvals by which somebody with a number may act in the e-service; whether one holds today is for the rule to say. */
export async function godkannandenFor(db: Reader, tenant: string, personnummer: string): Promise<StoredGodkannande[]> {
  const { rows } = await sql<StoredGodkannande>`
    select r.id, substring(r.scope from 5) as "personId", r.schema, r.data, p.data as person, k.data as kontakt, s.data as samtycke
    from record r
    join record p on p.tenant = r.tenant and p.id = substring(r.scope from 5)
    left join record k on k.tenant = r.tenant and k.id = r.data #>> '{till,kontaktId}' and k.scope = r.scope
    left join record s on s.tenant = r.tenant and s.id = r.data ->> 'samtyckeId' and s.scope = r.scope
    where r.tenant = ${tenant} and r.type = 'godkannande' and r.data ->> 'lage' = 'aktiv'
      and r.data #>> '{till,personnummer}' = ${personnummer}
    order by r.id`.execute(db);
  return rows;
}
