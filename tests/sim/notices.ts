import type { Notisport, Notissvar } from '../../server/notiser/notis-port.ts';
import type { RunningServer } from '../../server/start.ts';
import { databaseOf } from '../../server/store/database-of.ts';
import { queueNotices } from '../../server/store/queue-notices.ts';
import { Crash } from './faults.ts';
import type { Random } from './random.ts';

/** What a service of e-mail or SMS answered, or that the server ended before it heard. */
type Answer = Notissvar['slag'] | 'crash';
/** Each notice that was handed over, and what was answered, in order. */
export type Handed = Map<string, Answer[]>;

/**
 * Services that take, refuse, put off and lose what they are handed, as they are let to: only then, so that nobody is protected between the decision and
 * the handing over.
 */
export function createNotices(random: Random, onDefect: (defect: string) => void) {
  const handed: Handed = new Map();
  const crashed = new Set<string>();
  let isOpen = false;
  let isWild = true;
  let on: { server: RunningServer; tenant: string } | undefined;

  const answer = (): Answer => {
    if (!isWild) return 'skickad';
    const dice = random.below(100);
    return dice < 50 ? 'skickad' : dice < 70 ? 'senare' : dice < 80 ? 'nekad' : dice < 90 ? 'oviss' : 'crash';
  };
  const port: Notisport = {
    async skicka({ id }) {
      if (!isOpen || !on) return { slag: 'senare', borta: true };
      if (await isProtected(on, id)) onDefect(`notice ${id} goes to who is protected`);
      const given = answer();
      handed.set(id, [...(handed.get(id) ?? []), given]);
      if (given === 'crash') crashed.add(id);
      if (given === 'crash') throw new Crash('a notice is handed over');
      return { slag: given };
    },
    close: () => undefined,
  };

  /** Sends what is due, as a node that finds what others left; it may end in the middle. */
  async function send(): Promise<string> {
    if (!on) return 'not begun';
    const { server, tenant } = on;
    // What ended nodes had is over when it is looked at, and nobody else's.
    const db = databaseOf(server.store);
    const ended = db
      .selectFrom('notis')
      .select('holder')
      .where('tenant', '=', tenant)
      .where('id', 'in', ['', ...crashed]);
    await db
      .updateTable('notis')
      .set({ held_until: new Date(0) })
      .where('tenant', '=', tenant)
      .where('holder', 'in', ended)
      .execute();
    isOpen = true;
    try {
      await server.sendNotices(tenant);
      return 'done';
    } catch (error) {
      if (error instanceof Crash) return error.message;
      throw error;
    } finally {
      isOpen = false;
    }
  }

  /** Something new comes of a kund, as a message would; told twice it is the same. */
  async function happens(personId: string, at: string): Promise<void> {
    const what = { handelse: `nytt/${random.below(40)}`, slag: 'nytt' as const, personId };
    await on?.server.store.transaction(async (tx) => {
      await queueNotices(tx, on?.tenant ?? '', [what], at);
      await tx.commit();
    });
  }

  return {
    port,
    handed,
    send,
    /** Beside the rest: something is new, or what is due is sent. */
    async turn(personIds: string[], at: string): Promise<string | undefined> {
      if (random.chance(0.3)) await happens(random.pick(personIds), at);
      return random.chance(0.2) ? send() : undefined;
    },
    begin: (server: RunningServer, tenant: string) => {
      on = { server, tenant };
    },
    /** From now on everything is taken. */
    end: () => {
      isWild = false;
    },
    /** How many wait, or have not been told of. */
    async left(): Promise<number> {
      if (!on) return 0;
      const { length } = await databaseOf(on.server.store)
        .selectFrom('notis')
        .select('id')
        .where('tenant', '=', on.tenant)
        .where(({ or, eb, and }) =>
          or([eb('lage', 'in', ['vantar', 'tagen', 'sands']), and([eb('lage', 'in', ['misslyckad', 'oviss']), eb('told', '=', false)])]),
        )
        .execute();
      return length;
    },
  };
}

/** As the records are now: the kund, or the contact's number as a kund's. */
async function isProtected({ server, tenant }: { server: RunningServer; tenant: string }, id: string): Promise<boolean> {
  const { store } = server;
  const row = await databaseOf(store)
    .selectFrom('notis')
    .select(['person_id', 'mottagare'])
    .where('tenant', '=', tenant)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  if (row.mottagare === row.person_id) return (await store.personRecord(tenant, row.person_id))?.data.skydd === 'skyddadFolkbokforing';
  return (await store.skyddByNumber(tenant, [row.mottagare])).get(row.mottagare) === 'skyddadFolkbokforing';
}

/**
 * Of each event each is told at most once a way, whatever ended in between; nothing is lost without a word, and what was to be told is there.
 * @param expected `event whom way` of every notice that the accepted commands asked for
 */
export async function noticesAreKept(
  { server, tenant }: { server: RunningServer; tenant: string },
  handed: Handed,
  expected: readonly string[],
): Promise<string[]> {
  const rows = await databaseOf(server.store).selectFrom('notis').selectAll().where('tenant', '=', tenant).execute();
  const named = new Set(rows.map(({ handelse, mottagare, kanal }) => `${handelse} ${mottagare} ${kanal}`));
  return [
    ...[...handed]
      .filter(([, answers]) => answers.slice(0, -1).some((one) => one !== 'senare'))
      .map(([id, answers]) => `notice ${id} was handed over again: ${answers}`),
    ...expected.filter((one) => !named.has(one)).map((one) => `nobody is to be told of ${one}`),
    ...rows.flatMap(({ id, lage, orsak, told }) => {
      const last = handed.get(id)?.at(-1);
      const about = `notice ${id} is ${lage} (${orsak}) after ${last}`;
      if (['vantar', 'tagen', 'sands'].includes(lage)) return [`${about}: it waits for ever`];
      if ((lage === 'misslyckad' || lage === 'oviss') && !told) return [`${about}: nobody was told`];
      const isSo =
        lage === 'skickad'
          ? last === 'skickad'
          : lage === 'utebliven' || orsak === 'ogiltig'
            ? last === undefined || last === 'senare'
            : last !== 'skickad';
      return isSo ? [] : [about];
    }),
  ];
}
