import { sql } from 'kysely';
import type { Person } from '../../shared/domain/person/records.ts';
import type { Reader } from './database.ts';

/** A handläggare of a kund, as the e-service may show it. */
export type PortalKontakt = { anvandareId: string; enhet: string | null; slag: 'utredning' | 'insats' };

/** So many records are followed in one statement. */
const most = 2000;

/**
 * Takes over which handläggare the kunder have from what has been written since the last time: of an utredning who is ansvarig and its days, of a bifall its days.
 * @returns whether there may be more
 */
export async function followPortalKontakter(db: Reader, tenant: string): Promise<boolean> {
  const { rows } = await sql<{ followed: number }>`
    with ny as (
      select id, scope, type, data, version from record
      where tenant = ${tenant} and type in ('utredning', 'beslut')
        and version > coalesce((select version from portal_foljt where tenant = ${tenant}), 0)
      order by version limit ${most}
    ), alla as (
      -- What was written at one version is taken together.
      select r.id, r.scope, r.type, r.data, r.version from record r
      where r.tenant = ${tenant} and r.type in ('utredning', 'beslut')
        and r.version > coalesce((select version from portal_foljt where tenant = ${tenant}), 0)
        and r.version <= (select max(version) from ny)
    ), foljd as (
      insert into portal_foljt (tenant, version) select ${tenant}, max(version) from ny having count(*) > 0
      on conflict (tenant) do update set version = greatest(portal_foljt.version, excluded.version)
      returning 1
    ), borta as (
      delete from portal_kontakt k using alla a where k.tenant = ${tenant} and k.id = a.id and a.type = 'beslut' and not (
        a.data ->> 'utfall' = 'bifall' and not a.data ? 'felmarkering' and not a.data ? 'aldrigPaborjad' and not a.data ? 'avslutad'
        and coalesce(a.data ->> 'felmarkerad', 'false') <> 'true'
      ) returning 1
    ), lagda as (
      insert into portal_kontakt (tenant, id, person_id, utredning_id, anvandare_id, enhet, fran, tom)
      select ${tenant}, id, substring(scope from 5), case when type = 'utredning' then id else data ->> 'utredningId' end,
        case when type = 'utredning' then data ->> 'ansvarigHandlaggareId' end, data ->> 'enhet',
        case when type = 'utredning' then data ->> 'startdatum' else data ->> 'giltigFran' end,
        case when type = 'utredning' then data ->> 'slutdatum' else data ->> 'giltigTom' end
      from alla
      where type = 'utredning' or data ->> 'utfall' = 'bifall' and not data ? 'felmarkering' and not data ? 'aldrigPaborjad' and not data ? 'avslutad'
        and coalesce(data ->> 'felmarkerad', 'false') <> 'true'
      on conflict (tenant, id) do update set person_id = excluded.person_id, utredning_id = excluded.utredning_id,
        anvandare_id = excluded.anvandare_id, enhet = excluded.enhet, fran = excluded.fran, tom = excluded.tom
      returning 1
    )
    select count(*)::int as followed from ny`.execute(db);
  return (rows[0]?.followed ?? 0) >= most;
}

/** Who a kund's handläggare are on a day: of each utredning that is open, and of each bifall that holds. */
export async function portalKontakter(db: Reader, tenant: string, personId: string, dag: string): Promise<PortalKontakt[]> {
  const { rows } = await sql<PortalKontakt>`
    select distinct u.anvandare_id as "anvandareId", u.enhet, case when k.id = u.id then 'utredning' else 'insats' end as slag
    from portal_kontakt k join portal_kontakt u on u.tenant = k.tenant and u.id = k.utredning_id and u.person_id = k.person_id
    where k.tenant = ${tenant} and k.person_id = ${personId} and u.anvandare_id is not null
      and k.fran <= ${dag} and (k.tom is null or k.tom >= ${dag}) and (k.id <> u.id or k.tom is null)
    order by 1, 3`.execute(db);
  return rows;
}

/** The kund's e-service as it is stored, and what of the kund it rests on. */
export type PortalProfil = { personId: string; schema: number; etjanst: unknown; telefon: string | null; skydd: Person['skydd'] };

/** @returns undefined when there is no such e-service */
export async function portalProfil(db: Reader, tenant: string, etjanstId: string): Promise<PortalProfil | undefined> {
  const { rows } = await sql<PortalProfil>`
    select p.id as "personId", r.schema, r.data as etjanst, p.data ->> 'telefon' as telefon,
      coalesce(p.data ->> 'skydd', 'skyddadFolkbokforing') as skydd
    from record r join record p on p.tenant = r.tenant and p.id = substring(r.scope from 5)
    where r.tenant = ${tenant} and r.id = ${etjanstId} and r.type = 'etjanst'`.execute(db);
  return rows[0];
}
