import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** What became of an application, as the one who sent it is told. */
export type PortalLage = 'inkommen' | 'tagen' | 'kopplad' | 'gallerAnnan' | 'atertagen';

/** An application as its sender has it: a draft until `sentAt`. */
export type PortalAnsokan = {
  id: string;
  ingang: 'lss' | 'sol';
  insatsId: string | null;
  insats: string;
  text: string;
  telefon: string;
  epost: string;
  /** Changed by every save. */
  rev: string;
  savedAt: string;
  sentAt: string | null;
  lage: PortalLage | null;
  lageAt: string | null;
};
/** One that is sent, and not yet handed over to the inbox of the municipality. */
export type SentAnsokan = PortalAnsokan & Sender & { sentAt: string; eansokanId: string; commandId: string };

type Sender = { personnummer: string; fornamn: string; efternamn: string };
type Whose = { tenant: string; personnummer: string };
const columns = sql<PortalAnsokan>`id, ingang, insats_id as "insatsId", insats, text, telefon, epost, rev, saved_at as "savedAt", sent_at as "sentAt",
  lage, lage_at as "lageAt"`;

/** Somebody's own, the latest first. */
export async function portalAnsokningar(db: Reader, { tenant, personnummer }: Whose): Promise<PortalAnsokan[]> {
  const { rows } = await sql<PortalAnsokan>`
    select ${columns} from portal_ansokan where tenant = ${tenant} and personnummer = ${personnummer}
    order by coalesce(sent_at, saved_at) desc, id`.execute(db);
  return rows;
}

/** One of somebody's own; another's is not there. */
export async function portalAnsokan(db: Reader, { tenant, personnummer }: Whose, id: string): Promise<PortalAnsokan | undefined> {
  const { rows } = await sql<PortalAnsokan>`
    select ${columns} from portal_ansokan where tenant = ${tenant} and personnummer = ${personnummer} and id = ${id}`.execute(db);
  return rows[0];
}

/**
 * Saves a draft, and sends it in when `send` says by which ids. One that is sent is never changed.
 * @param basRev the revision that the form was filled from; null = it had none
 * @returns whether it was saved: not where it is another's, sent already, or has been saved elsewhere meanwhile
 */
export async function savePortalAnsokan(
  db: Reader,
  { tenant, personnummer, fornamn, efternamn }: Whose & Sender,
  falt: Pick<PortalAnsokan, 'id' | 'ingang' | 'insatsId' | 'insats' | 'text' | 'telefon' | 'epost' | 'rev'>,
  { basRev, at, send }: { basRev: string | null; at: string; send?: { eansokanId: string; commandId: string } | undefined },
): Promise<boolean> {
  const { id, ingang, insatsId, insats, text, telefon, epost, rev } = falt;
  const sent = send ? at : null;
  const { numAffectedRows } = await sql`
    insert into portal_ansokan as a
      (tenant, id, personnummer, fornamn, efternamn, ingang, insats_id, insats, text, telefon, epost, rev, saved_at, sent_at, eansokan_id, command_id)
    select ${tenant}, ${id}, ${personnummer}, ${fornamn}, ${efternamn}, ${ingang}, ${insatsId}, ${insats}, ${text}, ${telefon}, ${epost}, ${rev}, ${at}, ${sent},
      ${send?.eansokanId ?? null}, ${send?.commandId ?? null}
    where ${basRev}::text is null or exists (select from portal_ansokan where tenant = ${tenant} and id = ${id})
    on conflict (tenant, id) do update set
      fornamn = excluded.fornamn, efternamn = excluded.efternamn, ingang = excluded.ingang, insats_id = excluded.insats_id, insats = excluded.insats, text = excluded.text, telefon = excluded.telefon,
      epost = excluded.epost, rev = excluded.rev, saved_at = excluded.saved_at, sent_at = excluded.sent_at,
      eansokan_id = excluded.eansokan_id, command_id = excluded.command_id
    where a.personnummer = excluded.personnummer and a.sent_at is null and a.rev = ${basRev}::text`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/**
 * Takes away a draft as it was seen; one that is sent stays, and one that has been saved since.
 * @returns whether it was taken away
 */
export async function dropPortalDraft(db: Reader, { tenant, personnummer }: Whose, id: string, rev: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('portal_ansokan')
    .where('tenant', '=', tenant)
    .where('personnummer', '=', personnummer)
    .where('id', '=', id)
    .where('rev', '=', rev)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Takes away the drafts that nobody has saved since. */
export async function dropOldPortalDrafts(db: Reader, tenant: string, savedBefore: string): Promise<void> {
  await db
    .deleteFrom('portal_ansokan')
    .where('tenant', '=', tenant)
    .where('sent_at', 'is', null)
    .where('saved_at', '<', savedBefore)
    .execute();
}

/** Those that are sent and not handed over, the oldest first. */
export async function sentPortalAnsokningar(db: Reader, tenant: string, id?: string): Promise<SentAnsokan[]> {
  const { rows } = await sql<SentAnsokan>`
    select ${columns}, personnummer, fornamn, efternamn, eansokan_id as "eansokanId", command_id as "commandId" from portal_ansokan
    where tenant = ${tenant} and sent_at is not null and (lage is null or lage in ('inkommen', 'tagen')) and handed_at is null
      and (${id ?? null}::text is null or id = ${id ?? null}) order by sent_at, id limit 100`.execute(db);
  return rows;
}

/** The inbox has it. */
export async function portalAnsokanHanded(db: Reader, tenant: string, id: string, at: string): Promise<void> {
  await db
    .updateTable('portal_ansokan')
    .set({ handed_at: at, lage: 'inkommen', lage_at: at })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('handed_at', 'is', null)
    .execute();
}

/** It was refused: it is tried again by another command, for what was once refused is answered so for ever. */
export async function portalAnsokanRefused(db: Reader, tenant: string, id: string, commandId: string): Promise<void> {
  await db
    .updateTable('portal_ansokan')
    .set({ command_id: commandId })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('handed_at', 'is', null)
    .execute();
}

/** Takes over what has become of the applications in the inbox: that it is taken care of, and what came of it; nothing else of it. */
export async function followPortalAnsokningar(db: Reader, tenant: string): Promise<void> {
  await sql`
    update portal_ansokan a set lage = n.lage, lage_at = n.at
    from (
      select r.id, coalesce(r.data #>> '{utfall,slag}', case when r.data ? 'tagen' then 'tagen' else 'inkommen' end) as lage,
        coalesce(r.data #>> '{utfall,at}', r.data #>> '{tagen,at}') as at
      from record r where r.tenant = ${tenant} and r.type = 'eansokan'
    ) n
    where a.tenant = ${tenant} and a.sent_at is not null and (a.lage is null or a.lage in ('inkommen', 'tagen')) and a.handed_at is not null
      and a.eansokan_id = n.id and a.lage is distinct from n.lage`.execute(db);
}
