import { sql } from 'kysely';
import type { Reader } from './database.ts';

export type WaitingMessage = {
  meddelandeId: string;
  gruppId: string;
  personId: string;
  bilagor: { personId: string; dokumentId: string }[];
};

/** Messages that waited for the night, of whose recipients one is active now, or never will be (FORB-63). */
export async function waitingMessages(db: Reader, tenant: string): Promise<WaitingMessage[]> {
  const { rows } = await sql<WaitingMessage>`
    select m.id as "meddelandeId", substring(m.scope from 12) as "gruppId", m.data ->> 'personId' as "personId",
      (select coalesce(jsonb_agg(jsonb_build_object('personId', b ->> 'personId', 'dokumentId', b ->> 'dokumentId')), '[]'::jsonb)
        from jsonb_array_elements(m.data -> 'bilagor') as b) as bilagor
    from record m
    where m.tenant = ${tenant} and m.type = 'meddelande' and m.data ? 'vantar' and exists (
      select from jsonb_array_elements(m.data -> 'till') as t
      left join record e on e.tenant = m.tenant and e.id = t ->> 'aktiveringId'
      where t ? 'aktiveringId' and not t ? 'levererat' and not t ? 'uteblivet'
        and coalesce(e.data ->> 'lage', 'avslutad') in ('aktiv', 'avslutad')
    )
    order by m.id`.execute(db);
  return rows;
}
