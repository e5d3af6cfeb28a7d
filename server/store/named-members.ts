import { sql } from 'kysely';
import type { Reader } from './database.ts';

export type NamedMember = { type: 'hushallsmedlem' | 'kontakt'; scope: string; id: string; skyddad: boolean };

/** Members of hushåll, and contacts, who are kunder of their own, and are not guarded as they are there. */
export async function namedMembers(db: Reader, tenant: string): Promise<NamedMember[]> {
  const found = await Promise.all([namedIn(db, tenant, 'hushallsmedlem'), namedIn(db, tenant, 'kontakt')]);
  return found.flat();
}

async function namedIn(db: Reader, tenant: string, type: NamedMember['type']): Promise<NamedMember[]> {
  // Written out, so that the index of the type is known to serve.
  const ofType = sql.raw(type === 'kontakt' ? `m.type = 'kontakt' and m.data ? 'personnummer'` : `m.type = 'hushallsmedlem'`);
  // Whose number it is now says how it is guarded; of one that is nobody's, who had it before (FRAGA-06).
  const { rows } = await sql<Omit<NamedMember, 'type'>>`
    with skyddad as (
      select p.scope, n.nummer from record p
      cross join lateral (
        select p.nummer, true as nu union all
        select jsonb_array_elements_text(p.data -> 'tidigareNummer'), false where jsonb_typeof(p.data -> 'tidigareNummer') = 'array'
      ) n (nummer, nu)
      where p.tenant = ${tenant} and p.type = 'person' and p.data ->> 'skydd' = 'skyddadFolkbokforing'
        and (n.nu or not exists (select from record o where o.tenant = p.tenant and o.type = 'person' and o.nummer = n.nummer))
    )
    select m.scope, m.id, true as skyddad from skyddad p
    join record m on m.tenant = ${tenant} and ${ofType} and m.data ->> 'personnummer' = p.nummer
    where p.scope <> m.scope and not m.data ? 'skyddad'
    union
    select m.scope, m.id, false from record m
    join record p on p.tenant = m.tenant and p.type = 'person'
      and (p.nummer = m.data ->> 'personnummer' or p.data ? 'tidigareNummer' and p.data -> 'tidigareNummer' ? (m.data ->> 'personnummer'))
    where m.tenant = ${tenant} and ${ofType} and m.data ? 'skyddad' and p.data ->> 'skydd' <> 'skyddadFolkbokforing'
      and not exists (select from skyddad s where s.nummer = m.data ->> 'personnummer')
    order by scope, id`.execute(db);
  return rows.map((row) => ({ type, ...row }));
}

/**
 * Numbers that only the smallest circle may know of, of the whole municipality: of kunder, those they had before too, and of members of hushåll and contacts that have
 * not been opened again. Who has been named in an akt need not be named there today. A kund whose record cannot be read may be protected.
 */
export async function protectedNumbers(db: Reader, tenant: string): Promise<string[]> {
  const { rows } = await sql<{ nummer: string | null }>`
    select nummer from record
    where tenant = ${tenant} and type = 'person' and data ->> 'skydd' = 'skyddadFolkbokforing'
    union
    select jsonb_array_elements_text(data -> 'tidigareNummer') from record
    where tenant = ${tenant} and type = 'person' and data ->> 'skydd' = 'skyddadFolkbokforing'
      and jsonb_typeof(data -> 'tidigareNummer') = 'array'
    union
    select nummer from record
    where tenant = ${tenant} and type = 'person' and data ->> 'skydd' is null
    union
    select data ->> 'personnummer' from record
    where tenant = ${tenant} and type = 'hushallsmedlem' and data ? 'skyddad'
    union
    select data ->> 'personnummer' from record
    where tenant = ${tenant} and type = 'kontakt' and data ? 'skyddad'`.execute(db);
  return rows.flatMap(({ nummer }) => nummer ?? []);
}
