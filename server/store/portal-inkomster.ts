import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** An inkomstblankett of a kund, or one of her answers, as it is stored. */
export type StoredInkomst = { type: 'inkomstblankett' | 'inkomstsvar'; id: string; schema: number; data: unknown };
/** What she has typed and not returned. `rev` is changed by every save. */
export type PortalInkomst = { ifyllt: string; rev: string; savedAt: string };

/** All that a kund was sent, and answered, in no order. */
export async function portalInkomster(db: Reader, tenant: string, personId: string): Promise<StoredInkomst[]> {
  const { rows } = await sql<StoredInkomst>`
    select type, id, schema, data from record
    where tenant = ${tenant} and scope = ${`akt:${personId}`} and type in ('inkomstblankett', 'inkomstsvar')`.execute(db);
  return rows;
}

export async function portalInkomst(db: Reader, tenant: string, blankettId: string): Promise<PortalInkomst | undefined> {
  return db
    .selectFrom('portal_inkomst')
    .select(['ifyllt', 'rev', 'saved_at as savedAt'])
    .where('tenant', '=', tenant)
    .where('blankett_id', '=', blankettId)
    .executeTakeFirst();
}

/**
 * Saves what was typed.
 * @param basRev the revision that the form was filled from; null = it had none
 * @returns whether it was saved: not where it has been saved elsewhere meanwhile, or taken away
 */
export async function savePortalInkomst(
  db: Reader,
  tenant: string,
  blankettId: string,
  { ifyllt, rev, savedAt }: PortalInkomst,
  basRev: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into portal_inkomst as a (tenant, blankett_id, ifyllt, rev, saved_at)
    select ${tenant}, ${blankettId}, ${ifyllt}, ${rev}, ${savedAt}
    where ${basRev}::text is null or exists (select from portal_inkomst where tenant = ${tenant} and blankett_id = ${blankettId})
    on conflict (tenant, blankett_id) do update set ifyllt = excluded.ifyllt, rev = excluded.rev, saved_at = excluded.saved_at
    where a.rev = ${basRev}::text`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Takes away what was typed, where it is what was returned. */
export async function dropPortalInkomst(db: Reader, tenant: string, blankettId: string, rev: string): Promise<void> {
  await db.deleteFrom('portal_inkomst').where('tenant', '=', tenant).where('blankett_id', '=', blankettId).where('rev', '=', rev).execute();
}

/** Takes away what was typed that nobody has saved since, and of what is recalled: nobody can return it any more. */
export async function dropOldPortalInkomster(db: Reader, tenant: string, savedBefore: string): Promise<void> {
  await sql`
    delete from portal_inkomst i where i.tenant = ${tenant} and (i.saved_at < ${savedBefore} or exists (
      select from record r where r.tenant = i.tenant and r.id = i.blankett_id and r.type = 'inkomstblankett' and r.data ->> 'lage' = 'aterkallad'
    ))`.execute(db);
}
