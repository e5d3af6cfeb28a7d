import { sql } from 'kysely';
import { aktScope } from '../../shared/domain/scope.ts';
import type { Reader } from './database.ts';

/** One that a node has taken to be sent. */
export type Notice = {
  id: string;
  personId: string;
  /** The kund's id, or the number of who acts for them. */
  mottagare: string;
  kanal: 'sms' | 'epost';
  slag: 'nytt' | 'aktiverad';
  tries: number;
  /** When it was first to be sent. */
  firstTryAt: string;
};

type Held = { tenant: string; holder: string };

/**
 * Takes some that are due for a node, the oldest first; none that another has. Nothing has been sent of one that is taken.
 * @param at by the server's clock
 * @param seconds so long it is the node's, by the database's clock
 */
export async function takeNotices(
  db: Reader,
  { tenant, holder, at, seconds }: Held & { at: string; seconds: number },
  most: number,
): Promise<Notice[]> {
  const { rows } = await sql<Notice>`
    update notis set lage = 'tagen', holder = ${holder}, held_until = now() + make_interval(secs => ${seconds}),
      first_try_at = coalesce(first_try_at, ${at})
    where tenant = ${tenant} and id = any (array(
      select id from notis where tenant = ${tenant} and lage = 'vantar' and next_at <= ${at}
      order by next_at, id limit ${most} for update skip locked
    ))
    returning id, person_id as "personId", mottagare, kanal, slag, tries, first_try_at as "firstTryAt"`.execute(db);
  return rows;
}

/**
 * Marks one as handed over, before it is: from here on a node that ends leaves it unknown whether it was sent.
 * @returns whether the node still has it; if not, it may not be sent
 */
export async function beginNotice(db: Reader, { tenant, holder }: Held, id: string, seconds: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('notis')
    .set({ lage: 'sands', held_until: sql<Date>`now() + make_interval(secs => ${seconds})` })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('holder', '=', holder)
    .where('lage', '=', 'tagen')
    .where('held_until', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What became of one; `vantar` is tried again from `nextAt`. */
export type NoticeOutcome = {
  lage: 'vantar' | 'skickad' | 'utebliven' | 'misslyckad' | 'oviss';
  orsak?: string | undefined;
  svar?: string | undefined;
  at: string;
  nextAt?: string;
  /** How often it has been tried. */
  tries: number;
};

/** Also of one that another node has given up as unknown meanwhile: who sent it knows better. */
export async function settleNotice(db: Reader, { tenant, holder }: Held, id: string, outcome: NoticeOutcome): Promise<void> {
  const { lage, orsak, svar, at, nextAt, tries } = outcome;
  const isOver = lage !== 'vantar';
  await db
    .updateTable('notis')
    .set({
      ...{ lage, orsak: orsak ?? null, svar: svar ?? null, done_at: isOver ? at : null, told: false },
      ...{ tries, holder: null, held_until: null },
      ...(nextAt === undefined ? {} : { next_at: nextAt }),
    })
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .where('holder', '=', holder)
    .where('lage', 'in', ['tagen', 'sands', 'oviss'])
    .execute();
}

/**
 * What nodes left that have not been heard of: what was only taken waits again; of what was being handed over nobody knows whether it was
 * sent, and it is never sent again.
 */
export async function recoverNotices(db: Reader, tenant: string, at: string): Promise<void> {
  await sql`
    update notis set
      lage = case lage when 'tagen' then 'vantar' else 'oviss' end,
      holder = case lage when 'tagen' then null else holder end,
      orsak = case lage when 'tagen' then orsak else 'avbrott' end,
      done_at = case lage when 'tagen' then null else ${at} end,
      held_until = null
    where tenant = ${tenant} and lage in ('tagen', 'sands') and held_until < now()`.execute(db);
}

/**
 * After a restore nobody knows what was sent since the backup.
 * @param tenant undefined: all
 */
export async function giveUpNotices(db: Reader, tenant: string | undefined, at: string): Promise<void> {
  await sql`
    update notis set lage = 'oviss', orsak = 'avbrott', done_at = ${at}, holder = null, held_until = null
    where lage in ('vantar', 'tagen', 'sands') and ${tenant === undefined ? sql`true` : sql`tenant = ${tenant}`}`.execute(db);
}

/** One whose handläggare is to be told that it was not sent, or that nobody knows. */
export type UntoldNotice = Pick<Notice, 'id' | 'personId' | 'mottagare' | 'kanal'> & { lage: 'misslyckad' | 'oviss'; orsak: string };

/** @param after the last id of the page before; empty for the first */
export async function untoldNotices(db: Reader, tenant: string, after: string, most: number): Promise<UntoldNotice[]> {
  const rows = await db
    .selectFrom('notis')
    .select(['id', 'person_id as personId', 'mottagare', 'kanal', 'lage', 'orsak'])
    .where('tenant', '=', tenant)
    .where('lage', 'in', ['misslyckad', 'oviss'])
    .where('told', '=', false)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows as UntoldNotice[];
}

/** Only as it was told: what has become of one since is told too. */
export async function noticeTold(db: Reader, tenant: string, { id, lage }: Pick<UntoldNotice, 'id' | 'lage'>): Promise<void> {
  await db.updateTable('notis').set({ told: true }).where('tenant', '=', tenant).where('id', '=', id).where('lage', '=', lage).execute();
}

/** Takes away what was settled long ago, and told where it was to be: whom the municipality wrote to is not kept for ever. */
export async function dropOldNotices(db: Reader, tenant: string, doneBefore: string): Promise<void> {
  await db
    .deleteFrom('notis')
    .where('tenant', '=', tenant)
    .where('done_at', '<', doneBefore)
    .where(({ eb, or }) => or([eb('lage', 'in', ['skickad', 'utebliven']), eb('told', '=', true)]))
    .execute();
}

/** Documents as they are stored. */
export type NoticeReceiver = {
  id: string;
  type: 'etjanst' | 'godkannande';
  schema: number;
  data: unknown;
  personSchema: number;
  person: unknown;
  kontaktSchema: number | null;
  kontakt: unknown;
  samtyckeSchema: number | null;
  samtycke: unknown;
};

/** By what somebody is told for a kund: the kund's e-service, or the approvals of who acts for them, each with what it rests on. */
export async function noticeReceivers(
  db: Reader,
  tenant: string,
  { personId, mottagare }: Pick<Notice, 'personId' | 'mottagare'>,
): Promise<NoticeReceiver[]> {
  const scope = aktScope(personId);
  const { rows } = await sql<NoticeReceiver>`
    select r.id, r.type, r.schema, r.data, p.schema as "personSchema", p.data as person, k.schema as "kontaktSchema", k.data as kontakt,
      s.schema as "samtyckeSchema", s.data as samtycke
    from record r
    join record p on p.tenant = r.tenant and p.id = ${personId}
    left join record k on k.tenant = r.tenant and k.id = r.data #>> '{till,kontaktId}' and k.scope = r.scope
    left join record s on s.tenant = r.tenant and s.id = r.data ->> 'samtyckeId' and s.scope = r.scope
    where r.tenant = ${tenant} and r.scope = ${scope} and case when ${mottagare} = ${personId} then r.type = 'etjanst'
      else r.type = 'godkannande' and r.data #>> '{till,personnummer}' = ${mottagare} end
    order by r.id`.execute(db);
  return rows;
}
