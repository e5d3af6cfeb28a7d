import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** A record of an akt in which a beslut waits to be sent, as it is stored. `mottagen`: of a document, whether its bytes have been received. */
export type StoredUtskickspost = { personId: string; type: string; id: string; schema: number; data: unknown; mottagen: boolean };

/** Which way a beslut waits to go, as its record says. */
const vantar = {
  etjanst: sql`data ? 'utskick' and not data -> 'utskick' ? 'skickat' and not data -> 'utskick' ? 'uteblivet' and not data ? 'felmarkering'`,
  // Also of what is felmarkerat: what is on its way is said to be none.
  digitalPost: sql`data ? 'digitalPost' and jsonb_path_exists(data, '$.digitalPost[*] ? (!exists(@.mottaget) && !exists(@.uteblivet))')`,
};

/**
 * The akter in which a beslut is to be sent that way and has not, with what the rule asks of each: the kund, her e-service, the utredningar, the beslut, the
 * documents that hang on them, and the notes that they name.
 */
export async function waitingUtskick(db: Reader, tenant: string, vag: keyof typeof vantar): Promise<StoredUtskickspost[]> {
  const { rows } = await sql<StoredUtskickspost>`
    with akt as (
      select distinct scope from record
      where tenant = ${tenant} and type = 'beslut' and ${vantar[vag]}
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
