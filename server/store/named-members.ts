import { sql } from 'kysely';
import type { Reader } from './database.ts';

export type NamedMember = { scope: string; id: string; skyddad: boolean };

/** Members of hushåll who are kunder of their own, and are not guarded as they are there. */
export async function namedMembers(db: Reader, tenant: string): Promise<NamedMember[]> {
  const { rows } = await sql<NamedMember>`
    select m.scope, m.id, true as skyddad from record p
    join record m on m.tenant = p.tenant and m.type = 'hushallsmedlem' and m.data ->> 'personnummer' = p.data ->> 'personnummer'
    where p.tenant = ${tenant} and p.type = 'person' and p.data ->> 'skydd' = 'skyddadFolkbokforing'
      and p.scope <> m.scope and not m.data ? 'skyddad'
    union all
    select m.scope, m.id, false from record m
    join record p on p.tenant = m.tenant and p.type = 'person' and p.data ->> 'personnummer' = m.data ->> 'personnummer'
    where m.tenant = ${tenant} and m.type = 'hushallsmedlem' and m.data ? 'skyddad' and p.data ->> 'skydd' <> 'skyddadFolkbokforing'
    order by scope, id`.execute(db);
  return rows;
}

/**
 * Numbers that only the smallest circle may know of, of the whole municipality: of kunder, and of members of hushåll that have not been
 * opened again. Who has been named in an akt need not be named there today.
 */
export async function protectedNumbers(db: Reader, tenant: string): Promise<string[]> {
  const { rows } = await sql<{ nummer: string | null }>`
    select data ->> 'personnummer' as nummer from record
    where tenant = ${tenant} and type = 'person' and data ->> 'skydd' = 'skyddadFolkbokforing'
    union
    select data ->> 'personnummer' from record
    where tenant = ${tenant} and type = 'hushallsmedlem' and data ? 'skyddad'`.execute(db);
  return rows.flatMap(({ nummer }) => nummer ?? []);
}
