import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** What a night came to: counted in the records themselves, so that a run that was cut counts nothing twice and loses nothing. */
export type NightReport = {
  aktiverade: number;
  misslyckade: number;
  avslutade: number;
  /** Of those that failed, how many for each reason. */
  orsaker: Record<string, number>;
  /** Akter whose command was set aside or refused: tried again the next night, and told to operations. */
  olasta: number;
  /** Those that failed, as many as were asked for. */
  poster: { personId: string; slag: 'etjanst' | 'godkannande'; orsak: string }[];
  begunAt: string;
};

export type Night = { night: string; begunAt: string; doneAt: string | null; report: Omit<NightReport, 'poster' | 'begunAt'> | null };

/**
 * Takes a night for a node: begins it, or goes on with what another left when that has not been heard of for so long.
 * @param again also one that is done: whoever asks wants it now
 * @returns `first` where the municipality had none: it was not there when the night was; `held` while another node has it
 */
export async function takeNight(
  db: Reader,
  { tenant, night, holder, at, seconds }: { tenant: string; night: string; holder: string; at: string; seconds: number },
  again = false,
): Promise<'taken' | 'held' | 'done' | 'first'> {
  const { rows } = await sql<{ begun: boolean }>`
    insert into night as n (tenant, night, begun_at, holder, held_until)
    select ${tenant}, ${night}, ${at}, ${holder}, now() + make_interval(secs => ${seconds})
    where ${again} or exists (select 1 from night where tenant = ${tenant})
    on conflict (tenant, night) do update set holder = excluded.holder, held_until = excluded.held_until, done_at = null
      where (n.done_at is null or ${again}) and (n.held_until is null or n.held_until < now() or n.holder = excluded.holder)
    returning true as begun`.execute(db);
  if (rows.length > 0) return 'taken';
  const known = await db.selectFrom('night').select(['night', 'done_at']).where('tenant', '=', tenant).execute();
  if (known.length === 0) return 'first';
  return known.some((one) => one.night === night && one.done_at !== null) ? 'done' : 'held';
}

/** Notes a night as done without a run: the municipality was not there when it was. */
export async function passNight(db: Reader, tenant: string, night: string, at: string): Promise<void> {
  await db
    .insertInto('night')
    .values({ tenant, night, begun_at: at, done_at: at, holder: null, held_until: null, report: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns whether the node still has it */
export async function holdNight(db: Reader, tenant: string, night: string, holder: string, seconds: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('night')
    .set({ held_until: sql<Date>`now() + make_interval(secs => ${seconds})` })
    .where('tenant', '=', tenant)
    .where('night', '=', night)
    .where('holder', '=', holder)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets go of a night that could not be finished: the next that asks goes on with it. */
export async function releaseNight(db: Reader, tenant: string, night: string, holder: string): Promise<void> {
  await db
    .updateTable('night')
    .set({ holder: null, held_until: null })
    .where('tenant', '=', tenant)
    .where('night', '=', night)
    .where('holder', '=', holder)
    .execute();
}

/** What a night has come to, by the records. @param most so many of those that failed are named */
export async function countNight(
  db: Reader,
  { tenant, night }: { tenant: string; night: string },
  olasta: number,
  most: number,
): Promise<NightReport> {
  const { rows } = await sql<{ utfall: string; orsak: string | null; antal: number }>`
    select data #>> '{natt,utfall}' as utfall, data #>> '{misslyckande,orsak}' as orsak, count(*)::int as antal
    from record
    where tenant = ${tenant} and type in ('etjanst', 'godkannande') and data #>> '{natt,dag}' = ${night}
    group by 1, 2`.execute(db);
  const antal = (av: string) => rows.filter(({ utfall }) => utfall === av).reduce((sum, one) => sum + one.antal, 0);
  const misslyckade = antal('misslyckades');
  const poster =
    misslyckade === 0
      ? []
      : (
          await sql<NightReport['poster'][number]>`
            select substring(scope from 5) as "personId", type as slag, data #>> '{misslyckande,orsak}' as orsak
            from record
            where tenant = ${tenant} and type in ('etjanst', 'godkannande') and data #>> '{natt,dag}' = ${night}
              and data #>> '{natt,utfall}' = 'misslyckades' and data #>> '{misslyckande,orsak}' is not null
            order by id limit ${most}`.execute(db)
        ).rows;
  const known = await db.selectFrom('night').select('begun_at').where('tenant', '=', tenant).where('night', '=', night).executeTakeFirst();
  return {
    aktiverade: antal('aktiverad'),
    misslyckade,
    avslutade: antal('avslutad'),
    orsaker: Object.fromEntries(
      rows.flatMap(({ utfall, orsak, antal: n }) => (utfall === 'misslyckades' && orsak !== null ? [[orsak, n]] : [])),
    ),
    olasta,
    poster,
    begunAt: known?.begun_at ?? '',
  };
}

/** Ends a night with what it came to. */
export async function finishNight(
  db: Reader,
  { tenant, night, holder, at }: { tenant: string; night: string; holder: string; at: string },
  { poster: _, begunAt: __, ...report }: NightReport,
): Promise<void> {
  await db
    .updateTable('night')
    .set({ done_at: at, holder: null, held_until: null, report: JSON.stringify(report) })
    .where('tenant', '=', tenant)
    .where('night', '=', night)
    .where('holder', '=', holder)
    .execute();
}

/** The latest nights first. */
export async function listNights(db: Reader, tenant: string, most = 30): Promise<Night[]> {
  const rows = await db.selectFrom('night').selectAll().where('tenant', '=', tenant).orderBy('night', 'desc').limit(most).execute();
  return rows.map(({ night, begun_at, done_at, report }) => ({
    night,
    begunAt: begun_at,
    doneAt: done_at,
    report: report as Night['report'],
  }));
}
