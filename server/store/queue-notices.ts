import type { Aviseras } from '../../shared/domain/command.ts';
import type { Burst } from './transaction.ts';

/**
 * Has those who have a kund's e-service told, outside it, that something has happened, by every way that they have chosen: in the transaction of what happened, so that
 * neither is there without the other. Of one event each of them gets at most one notice a way, however often it is asked for. Whether it
 * is sent, and where, is decided when it is sent.
 * @param at by the server's clock
 * @returns how many were new
 */
export async function queueNotices(tx: Burst, tenant: string, what: Aviseras[], at: string): Promise<number> {
  if (what.length === 0) return 0;
  const rows = await tx.query('queue-notices', statement, [tenant, JSON.stringify(what), at]);
  return rows.length;
}

// Looked up one by one: a plan that is made for a list while the tables are empty, and kept, reads all of a municipality's.
const statement = `
  insert into notis (tenant, handelse, mottagare, kanal, person_id, slag, lage, queued_at, next_at)
  select distinct $1, a.handelse, coalesce(r.data #>> '{till,personnummer}', a."personId"), k.kanal, a."personId", a.slag, 'vantar', $3, $3
  from jsonb_to_recordset($2::jsonb) as a (handelse text, slag text, "personId" text, "postId" text)
  cross join lateral (
    (select data from record where tenant = $1 and id = a."postId" and scope = 'akt:' || a."personId" limit 1)
    union all
    select data from record
      where a."postId" is null and tenant = $1 and scope = 'akt:' || a."personId" and type in ('etjanst', 'godkannande')
        and data ->> 'lage' = 'aktiv'
  ) r
  cross join lateral (values ('sms', r.data ? 'sms' or r.data ? 'mobil'), ('epost', r.data ? 'epost')) k (kanal, chosen)
  where k.chosen
  on conflict do nothing
  returning 1`;
