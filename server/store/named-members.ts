import { sql } from 'kysely';
import type { Person } from '../../shared/domain/person/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { Reader } from './database.ts';

type Skydd = Person['skydd'];
export type NamedMember = { type: 'hushallsmedlem' | 'kontakt' | 'eansokan' | 'meddelande'; scope: string; id: string; skydd: Skydd };

/**
 * Members of hushåll, contacts, and senders of e-ansökningar, who are kunder of their own, and are not guarded as they are there; and messages
 * about a kund, or that name one.
 */
export async function namedMembers(db: Reader, tenant: string): Promise<NamedMember[]> {
  const found = await Promise.all([
    namedIn(db, tenant, medlem),
    namedIn(db, tenant, kontakt),
    namedIn(db, tenant, ansokan),
    namedMessages(db, tenant),
  ]);
  return found.flat();
}

/** Written out, so that the index of the type is known to serve. */
type Slag = { type: NamedMember['type']; rows: string; kunder: string; marked: string; isSo: string };
/** A hushåll says nothing of where its members live: it is told of those alone whom the smallest circle may know of. */
const medlem: Slag = {
  type: 'hushallsmedlem',
  rows: `m.type = 'hushallsmedlem'`,
  kunder: `p.data ->> 'skydd' = 'skyddadFolkbokforing'`,
  marked: `m.data ? 'skyddad'`,
  isSo: `m.data ? 'skyddad'`,
};
const kontakt: Slag = {
  type: 'kontakt',
  rows: `m.type = 'kontakt' and m.data ? 'personnummer'`,
  kunder: `p.data ->> 'skydd' <> 'ingen'`,
  marked: `(m.data ? 'skyddad' or m.data ? 'adressSkyddad')`,
  isSo: `m.data ? 'adressSkyddad' and not m.data ? 'adress' and (m.data ? 'skyddad') = (p.skydd = 'skyddadFolkbokforing')`,
};

/** Who it is from is told of by its list: of those who have skyddad folkbokföring to the smallest circle alone. */
const ansokan: Slag = { ...medlem, type: 'eansokan', rows: `m.type = 'eansokan'` };

async function namedIn(db: Reader, tenant: string, slag: Slag): Promise<NamedMember[]> {
  const raw = (text: string) => sql.raw(text);
  // Whose number it is now says how it is guarded; of one that is nobody's, who had it before (FRAGA-06).
  const { rows } = await sql<Omit<NamedMember, 'type'>>`
    with skyddade as (
      select p.scope, n.nummer, p.data ->> 'skydd' as skydd from record p
      cross join lateral (
        select p.nummer, true as nu union all
        select jsonb_array_elements_text(p.data -> 'tidigareNummer'), false where jsonb_typeof(p.data -> 'tidigareNummer') = 'array'
      ) n (nummer, nu)
      where p.tenant = ${tenant} and p.type = 'person' and ${raw(slag.kunder)}
        and (n.nu or not exists (select from record o where o.tenant = p.tenant and o.type = 'person' and o.nummer = n.nummer))
    ), skyddad as (
      select scope, nummer, case when bool_or(skydd = 'skyddadFolkbokforing') then 'skyddadFolkbokforing' else min(skydd) end as skydd
      from skyddade group by scope, nummer
    )
    select m.scope, m.id, p.skydd from skyddad p
    join record m on m.tenant = ${tenant} and ${raw(slag.rows)} and m.data ->> 'personnummer' = p.nummer
    where p.scope <> m.scope and not (${raw(slag.isSo)})
    union
    select m.scope, m.id, 'ingen' from record m
    join record p on p.tenant = m.tenant and p.type = 'person'
      and (p.nummer = m.data ->> 'personnummer' or p.data ? 'tidigareNummer' and p.data -> 'tidigareNummer' ? (m.data ->> 'personnummer'))
    where m.tenant = ${tenant} and ${raw(slag.rows)} and ${raw(slag.marked)} and not (${raw(slag.kunder)})
      and not exists (select from skyddad s where s.nummer = m.data ->> 'personnummer')
    order by scope, id`.execute(db);
  return rows.map((row) => ({ type: slag.type, ...row }));
}

async function namedMessages(db: Reader, tenant: string): Promise<NamedMember[]> {
  const { rows } = await sql<Omit<NamedMember, 'type'>>`
    with skyddade as (
      select p.id, p.nummer from record p
      where p.tenant = ${tenant} and p.type = 'person' and p.data ->> 'skydd' = 'skyddadFolkbokforing'
    ), skyddas as (
      select m.scope, m.id, m.data ? 'skyddad' as redan from skyddade s
      join record m on m.tenant = ${tenant} and m.type = 'meddelande' and m.data ->> 'personId' = s.id
      union
      select m.scope, m.id, m.data ? 'skyddad' from skyddade s
      join record m on m.tenant = ${tenant} and m.type = 'meddelande' and m.data -> 'nummer' ? s.nummer
    )
    select scope, id, 'skyddadFolkbokforing' as skydd from skyddas where not redan
    union
    select m.scope, m.id, 'ingen' from record m
    where m.tenant = ${tenant} and m.type = 'meddelande' and m.data ? 'skyddad' and m.id not in (select id from skyddas)
    order by scope, id`.execute(db);
  return rows.map((row) => ({ type: 'meddelande', ...row }));
}

/** The contacts of an akt who have no address there, for they are protected as kunder (`adressSkyddad`). */
export async function protectedContacts(db: Reader, tenant: string, personId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from record
    where tenant = ${tenant} and type = 'kontakt' and data ? 'adressSkyddad' and scope = ${aktScope(personId)}`.execute(db);
  return rows.map(({ id }) => id);
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
