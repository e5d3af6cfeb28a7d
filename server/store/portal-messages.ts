import { CompiledQuery, sql } from 'kysely';
import type { Avsandare, Bilaga, Meddelande, Mottagare } from '../../shared/domain/meddelande/records.ts';
import { gruppOfScope } from '../../shared/domain/scope.ts';
import type { Reader, Tx } from './database.ts';
import type { Burst } from './transaction.ts';

/** A message as the e-service shows it to one citizen. */
export type PortalMessage = {
  meddelandeId: string;
  gruppId: string;
  personId: string;
  /** To the citizen, or written by them. */
  riktning: 'till' | 'fran';
  fran: string;
  till: string;
  amne: string;
  text: string;
  bilagor: Bilaga[];
  skickat: string;
  /** When they opened it. */
  oppnat: string | null;
  svarPa: string | null;
  /** The beslut that it brings. */
  beslut: string[] | null;
  /** How much of what it brings has been marked as wrong since; null = nothing. */
  felaktigt: 'helt' | 'delvis' | null;
};
export type PortalRow = Omit<PortalMessage, 'felaktigt'> & { aktiveringId: string };
type Put = { type: string; id: string; scope: string; data: unknown };

/**
 * What of stored messages is a citizen's: what was delivered to them, and what they wrote. Of colleagues no more than a name and a title, and nothing of what
 * became of it with them.
 */
export function portalRows(puts: readonly Put[]): PortalRow[] {
  return puts.flatMap(({ type, id, scope, data }) => {
    const meddelande = data as Meddelande;
    const { personId } = meddelande;
    if (type !== 'meddelande' || personId === undefined) return [];
    const { fran, till, amne, text, bilagor, skickat, svarPa, beslutIds } = meddelande;
    const gemensamt = { meddelandeId: id, gruppId: gruppOfScope(scope) ?? '', personId, amne, text, skickat };
    const rad = (one: Part, riktning: 'till' | 'fran', oppnat: string | undefined): PortalRow => ({
      ...{ ...gemensamt, aktiveringId: one.aktiveringId, riktning, fran: namn(fran), till: till.map(namn).join(', ') || 'enheten' },
      ...{ bilagor, oppnat: oppnat ?? null, svarPa: svarPa?.meddelandeId ?? null, beslut: beslutIds ?? null },
    });
    const skrivet = fran.slag === 'medborgare' ? [rad(fran, 'fran', skickat)] : [];
    // To whom else it went is not for each of them to know.
    const mottaget = till.flatMap((one) =>
      one.slag === 'medborgare' && one.levererat !== undefined ? [{ ...rad(one, 'till', one.oppnat), till: one.namn }] : [],
    );
    return [...skrivet, ...mottaget];
  });
}
type Part = { aktiveringId: string };
const namn = (one: Avsandare | Mottagare): string =>
  one.slag === 'anvandare' && 'titel' in one && one.titel ? `${one.namn}, ${one.titel}` : one.namn;

const insert = `
  insert into portal_meddelande
    (tenant, aktivering_id, meddelande_id, grupp_id, person_id, riktning, fran, till, amne, text, bilagor, skickat, oppnat, svar_pa, beslut)
  select $1, "aktiveringId", "meddelandeId", "gruppId", "personId", riktning, fran, till, amne, text, bilagor, skickat, oppnat, "svarPa", beslut
  from jsonb_to_recordset($2::jsonb) as r ("aktiveringId" text, "meddelandeId" text, "gruppId" text, "personId" text, riktning text,
    fran text, till text, amne text, text text, bilagor jsonb, skickat text, oppnat text, "svarPa" text, beslut jsonb)
  on conflict (tenant, aktivering_id, meddelande_id) do update set oppnat = excluded.oppnat`;

/** Lays rows in what the e-service reads, in the transaction that stores the messages. */
export const putPortalRows = (tx: Burst, tenant: string, rows: PortalRow[]): Promise<unknown> =>
  tx.query('portal-messages', insert, [tenant, JSON.stringify(rows)]);

/** The same of a municipality that is loaded whole. */
export async function loadPortalRows(tx: Tx, tenant: string, rows: PortalRow[]): Promise<void> {
  if (rows.length > 0) await tx.executeQuery(CompiledQuery.raw(insert, [tenant, JSON.stringify(rows)]));
}

/** A citizen's messages, latest first. @param aktiveringId the record of the e-service that lets them in */
export async function portalMessages(db: Reader, tenant: string, aktiveringId: string): Promise<PortalMessage[]> {
  const { rows } = await sql<PortalMessage>`
    select meddelande_id as "meddelandeId", grupp_id as "gruppId", person_id as "personId", riktning, fran, till, amne, text, bilagor,
      skickat, oppnat, svar_pa as "svarPa", beslut,
      (
        select case when count(*) filter (where b.data ->> 'felmarkerad' = 'true') = 0 then null
          when count(*) filter (where b.data ->> 'felmarkerad' = 'true') < count(*) then 'delvis' else 'helt' end
        from record b
        where b.tenant = portal_meddelande.tenant and b.type = 'beslut'
          and b.id in (select jsonb_array_elements_text(coalesce(portal_meddelande.beslut, '[]')))
      ) as felaktigt
    from portal_meddelande where tenant = ${tenant} and aktivering_id = ${aktiveringId}
    order by skickat desc, meddelande_id desc`.execute(db);
  return rows;
}
