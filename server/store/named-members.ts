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
  const { rows } = await sql<Omit<NamedMember, 'type'>>`
    select m.scope, m.id, true as skyddad from record p
    join record m on m.tenant = p.tenant and ${ofType} and m.data ->> 'personnummer' = p.data ->> 'personnummer'
    where p.tenant = ${tenant} and p.type = 'person' and p.data ->> 'skydd' = 'skyddadFolkbokforing'
      and p.scope <> m.scope and not m.data ? 'skyddad'
    union all
    select m.scope, m.id, false from record m
    join record p on p.tenant = m.tenant and p.type = 'person' and p.data ->> 'personnummer' = m.data ->> 'personnummer'
    where m.tenant = ${tenant} and ${ofType} and m.data ? 'skyddad' and p.data ->> 'skydd' <> 'skyddadFolkbokforing'
    order by scope, id`.execute(db);
  return rows.map((row) => ({ type, ...row }));
}

/**
 * Numbers that only the smallest circle may know of, of the whole municipality: of kunder, and of members of hushåll and contacts that have
 * not been opened again. Who has been named in an akt need not be named there today. A kund whose record cannot be read may be protected.
 */
export async function protectedNumbers(db: Reader, tenant: string): Promise<string[]> {
  const { rows } = await sql<{ nummer: string | null }>`
    select nummer from record
    where tenant = ${tenant} and type = 'person' and data ->> 'skydd' = 'skyddadFolkbokforing'
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
