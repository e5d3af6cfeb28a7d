import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** A record of an akt in which a beslut waits to be sent, as it is stored. `mottagen`: of a document, whether its bytes have been received. */
export type StoredUtskickspost = { personId: string; type: string; id: string; schema: number; data: unknown; mottagen: boolean };

/**
 * The akter in which a beslut is to go to the e-service and has not, with what the rule asks of each: the kund, her e-service, the utredningar, the beslut, the
 * documents that hang on them, and the notes that they name.
 */
export async function waitingUtskick(db: Reader, tenant: string): Promise<StoredUtskickspost[]> {
  const { rows } = await sql<StoredUtskickspost>`
    with akt as (
      select distinct scope from record
      where tenant = ${tenant} and type = 'beslut' and data ? 'utskick' and not data -> 'utskick' ? 'skickat'
        and not data -> 'utskick' ? 'uteblivet' and not data ? 'felmarkering'
    )
    select substring(r.scope from 5) as "personId", r.type, r.id, r.schema, r.data,
      coalesce(b.sha256 = r.data ->> 'sha256', false) as mottagen
    from akt
    join record r on r.tenant = ${tenant} and r.scope = akt.scope
    left join blob_received b on r.type = 'dokument' and b.tenant = r.tenant and b.document = r.id
    where r.type in ('person', 'etjanst', 'utredning', 'beslut')
      or (r.type = 'dokument' and r.data #>> '{knytsTill,type}' = 'beslut')
      or (r.type = 'anteckning' and exists (
        select from record n where n.tenant = r.tenant and n.scope = r.scope and n.type = 'beslut' and n.data #>> '{utskick,anteckningId}' = r.id
      ))
    order by r.scope, r.id`.execute(db);
  return rows;
}
