import { randomUUID } from 'node:crypto';
import { aktOlaslig } from '../../shared/domain/command.ts';
import { arTyst, aviseringsbeslut, type TystaTimmar, type Uteblivandeskal } from '../../shared/domain/etjanst/avisering.ts';
import { aviseringMisslyckades } from '../../shared/domain/etjanst/avisering-misslyckades.ts';
import type { Aviseringsfelorsak } from '../../shared/domain/etjanst/records.ts';
import type { Nattpost } from '../../shared/domain/etjanst/regler.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { type RecordData, type RecordType, readStored, recordSchemas } from '../../shared/domain/records.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { ingenTjanst, type Notisport, type Notissvar } from '../notiser/notis-port.ts';
import { smsNumber } from '../notiser/sms-number.ts';
import { type Notistexter, textenFor } from '../notiser/texts.ts';
import type { Act } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';
import { idOf } from './id-of.ts';
import type { Job } from './jobs.ts';

/** As the history names who acted. */
const som = 'E-tjänsten';
/** Taken at a time, and sent side by side. */
const mostAtOnce = 16;
const sideBySide = 4;
/** Longer than any port takes for what is taken at a time: a node that has not been heard of for so long has ended. */
const heldSeconds = 900;
const mostTold = 100;
/** What was not taken is tried again after two minutes, four, eight, and then each hour. */
const pauseMs = (tries: number): number => Math.min(60, 2 ** tries) * 60_000;

type Kanal = 'sms' | 'epost';
type Taken = {
  id: string;
  personId: string;
  mottagare: string;
  kanal: Kanal;
  slag: 'nytt' | 'aktiverad';
  tries: number;
  firstTryAt: string;
};
type Untold = { id: string; personId: string; mottagare: string; kanal: Kanal; lage: 'misslyckad' | 'oviss'; orsak: string };
type Stored = {
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
type Outcome = {
  lage: 'vantar' | 'skickad' | 'utebliven' | 'misslyckad' | 'oviss';
  orsak?: string | undefined;
  svar?: string | undefined;
  at: string;
  nextAt?: string;
  /** How often it has been tried. */
  tries: number;
};
type Node = { tenant: string; holder: string };

/** What it reads and keeps, of the store. */
export type Notices = {
  recover(tenant: string, at: string): Promise<void>;
  take(node: Node & { at: string; seconds: number }, most: number): Promise<Taken[]>;
  begin(node: Node, id: string, seconds: number): Promise<boolean>;
  settle(node: Node, id: string, outcome: Outcome): Promise<void>;
  receivers(tenant: string, of: { personId: string; mottagare: string }): Promise<Stored[]>;
  skyddByNumber(tenant: string, numbers: string[]): Promise<Map<string, Person['skydd']>>;
  untold(tenant: string, after: string, most: number): Promise<Untold[]>;
  told(tenant: string, one: Untold): Promise<void>;
};

export type NoticesOn = {
  notices: Notices;
  act: Act;
  /** Without one, whoever chose that way is told by nothing, and their handläggare that they cannot be. */
  ports: Partial<Record<Kanal, Notisport>>;
  /** The municipality as people read it. */
  kommun(tenant: string): Promise<string>;
  texter: Notistexter;
  tyst: TystaTimmar;
  /** So long what is not taken is tried again, from the first time. */
  retryMs: number;
  clock: Clock;
  tell: {
    /** For operations: a service takes nothing from anybody. */
    away(about: { tenant: string; kanal: Kanal; svar?: string | undefined }): void;
    /** For operations: nobody could be told that one was not sent. */
    left(about: { tenant: string; personId: string; notis: string; code: string }): void;
  };
};

/**
 * Sends what is due of a municipality's notices: each at most once, and none lost without a word.
 *
 * One is taken by one node (`tagen`), decided by the records as they are now, marked as handed over (`sands`) and only then handed over. A node that ends before that
 * mark has sent nothing, and another takes it. One that ends after it, before the answer is kept, leaves it unknown whether it was sent: SMTP has
 * no way to ask, and a gateway keeps a key for a while only. Sent again it could come twice, so it is not: it is `oviss`, and its handläggare is told.
 * What was surely not taken is tried again with growing pauses for `retryMs`, and then told as not sent, as is what was refused for good. In quiet
 * hours, by the clocks of Sweden, nothing is handed over; what is due then waits.
 */
export async function sendNotices(on: NoticesOn, tenant: string): Promise<void> {
  const { notices, clock, tyst } = on;
  const at = () => clock.now().toISOString();
  await notices.recover(tenant, at());
  const node = { tenant, holder: randomUUID() };
  const away = new Map<Kanal, Notissvar>();
  const kommun = await on.kommun(tenant);
  while (!arTyst(at(), tyst)) {
    const taken = await notices.take({ ...node, at: at(), seconds: heldSeconds }, mostAtOnce);
    if (taken.length === 0) break;
    let next = 0;
    const worker = async () => {
      for (let one = taken[next++]; one; one = taken[next++]) await sendOne(on, node, one, { kommun, away });
    };
    // What one meets takes nothing from the others; the run is then tried again, and tells.
    const results = await Promise.allSettled(Array.from({ length: sideBySide }, worker));
    const failed = results.find(({ status }) => status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
  }
  await tellUnsent(on, tenant);
}

type During = { kommun: string; away: Map<Kanal, Notissvar> };

async function sendOne(on: NoticesOn, node: Node, one: Taken, { kommun, away }: During): Promise<void> {
  const { notices, clock } = on;
  const at = () => clock.now().toISOString();
  const beslut = await decide(on, node.tenant, one);
  if ('uteblir' in beslut) {
    // What nobody can be told by is mended by somebody; the rest is as it was chosen, or as it has become.
    const lage = beslut.uteblir === 'ogiltig' ? 'misslyckad' : 'utebliven';
    return notices.settle(node, one.id, { lage, orsak: beslut.uteblir, at: at(), tries: one.tries });
  }
  const settle = (svar: Notissvar) => notices.settle(node, one.id, outcomeOf(on, one, svar, at()));
  if ('olaslig' in beslut) return settle({ slag: 'senare', svar: 'olaslig' });
  const known = away.get(one.kanal);
  if (known) return settle(known);
  if (!(await notices.begin(node, one.id, heldSeconds))) return;
  const { amne, text } = textenFor(on.texter, one.slag, kommun);
  const till = one.kanal === 'sms' ? smsNumber(beslut.till) : beslut.till;
  const svar = await (on.ports[one.kanal] ?? ingenTjanst).skicka({ id: one.id, till, fran: kommun, amne, text });
  if (svar.slag === 'senare' && svar.borta) {
    if (!away.has(one.kanal)) on.tell.away({ tenant: node.tenant, kanal: one.kanal, svar: svar.svar });
    away.set(one.kanal, svar);
  }
  await settle(svar);
}

function outcomeOf(
  { ports, retryMs }: NoticesOn,
  { kanal, firstTryAt, tries: before }: Taken,
  { slag, svar }: Notissvar,
  at: string,
): Outcome {
  const tries = before + 1;
  const fel = (lage: 'misslyckad' | 'oviss', orsak: Aviseringsfelorsak): Outcome => ({ lage, orsak, svar, at, tries });
  if (slag === 'skickad') return { lage: 'skickad', svar, at, tries };
  if (slag === 'nekad') return fel('misslyckad', 'nekad');
  if (slag === 'oviss') return fel('oviss', 'avbrott');
  const now = Date.parse(at);
  if (now - Date.parse(firstTryAt) >= retryMs) return fel('misslyckad', ports[kanal] ? 'svarar-inte' : 'ingen-tjanst');
  return { lage: 'vantar', svar, at, tries, nextAt: new Date(now + pauseMs(tries)).toISOString() };
}

type Beslut = { till: string } | { uteblir: Uteblivandeskal } | { olaslig: true };

/** By the records as they are now: of two approvals of the same person, by the one that holds. */
async function decide({ notices, clock }: NoticesOn, tenant: string, { personId, mottagare, kanal }: Taken): Promise<Beslut> {
  const rows = await notices.receivers(tenant, { personId, mottagare });
  const dag = swedishDay(clock.now().toISOString());
  let beslut: Beslut = { uteblir: 'borta' };
  for (const row of rows) {
    const read = readReceiver(row);
    if (!read) return { olaslig: true };
    const one = aviseringsbeslut(read.post, read.grund, kanal, dag);
    if ('till' in one) {
      beslut = one;
      break;
    }
    if ('uteblir' in beslut && (beslut.uteblir === 'borta' || beslut.uteblir === 'galler-inte')) beslut = one;
  }
  if (!('till' in beslut) || mottagare === personId) return beslut;
  // Protected as a kund of their own since: their contact is marked soon after, and nothing goes out in between.
  const skydd = (await notices.skyddByNumber(tenant, [mottagare])).get(mottagare);
  return skydd === 'skyddadFolkbokforing' ? { uteblir: 'skyddad' } : beslut;
}

/** Undefined where one of them is not what its type says: who is protected may be what is broken. */
function readReceiver({ type, schema, data: stored, ...row }: Stored) {
  const person = sound('person', row.personSchema, row.person);
  const data = sound(type, schema, stored);
  const kontakt = row.kontaktSchema === null ? undefined : sound('kontakt', row.kontaktSchema, row.kontakt);
  const samtycke = row.samtyckeSchema === null ? undefined : sound('samtycke', row.samtyckeSchema, row.samtycke);
  const isBroken = !person || !data || (row.kontaktSchema !== null && !kontakt) || (row.samtyckeSchema !== null && !samtycke);
  return isBroken ? undefined : { post: { type, data } as Nattpost, grund: { person, kontakt, samtycke } };
}

function sound<T extends RecordType>(type: T, schema: number, stored: unknown): RecordData<T> | undefined {
  const data = readStored(type, schema, stored);
  return data && recordSchemas[type].safeParse(data).success ? data : undefined;
}

/** Tells the handläggare of what was not sent, or may not have been. Told again it is the same telling. */
async function tellUnsent({ notices, act, tell }: NoticesOn, tenant: string): Promise<void> {
  let after = '';
  for (
    let untold = await notices.untold(tenant, after, mostTold);
    untold.length > 0;
    untold = await notices.untold(tenant, after, mostTold)
  ) {
    for (const one of untold) {
      const { id, personId, mottagare, kanal, lage, orsak } = one;
      after = id;
      const postId = (await notices.receivers(tenant, { personId, mottagare })).at(-1)?.id;
      const name = `${id} ${lage} ${orsak}`;
      const input = { personId, postId, kanal, orsak, bevakningId: idOf('notis', `bevakning ${name}`) };
      const command = { id: idOf('notis', name), name: aviseringMisslyckades.name, version: aviseringMisslyckades.version, input };
      // Of an approval that is gone there is nobody whose list it could stand in.
      const result = postId === undefined ? undefined : await act(tenant, som, command);
      const code = result?.outcome === 'ok' ? undefined : (result?.code ?? 'finns-inte');
      if (code !== undefined) tell.left({ tenant, personId, notis: id, code });
      // One whose akt cannot be read is told when it can be.
      if (code !== aktOlaslig) await notices.told(tenant, one);
    }
  }
}

export const sendNoticesName = 'send-notices';
/** Looks by the clock for what waits for its next try, or for the morning; soon after what is new. */
export const sendNoticesJob = (on: NoticesOn): Job => ({
  name: sendNoticesName,
  cron: '*/2 * * * *',
  run: (tenant) => sendNotices(on, tenant),
});
