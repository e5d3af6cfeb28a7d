import { randomUUID } from 'node:crypto';
import { type DigitalPostlage, digitalPostlage, sandningPaVag } from '../../shared/domain/beslut/digital-post.ts';
import type { Beslut, DigitalSandning } from '../../shared/domain/beslut/records.ts';
import type { State } from '../../shared/domain/command.ts';
import type { Post } from '../../shared/domain/post.ts';
import { type DigitaltUtfall, digitaltSvar, lamnaDigitalt } from '../../shared/domain/utskick/digital-post.ts';
import { swedishDay } from '../../shared/util/datum.ts';
import { kortad } from '../../shared/util/kortad.ts';
import type { Brevdokument, DigitalPost, Leveranssvar, Senare } from '../digital-post/digital-post-port.ts';
import type { Act } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';
import type { Job } from './jobs.ts';
import { type StoredUtskickspost, type Utskicksakt, utskicksakt } from './stored-utskick.ts';

/** As the history names who acted. */
const som = 'Digital post';
/** Longer than the port takes for one. */
const heldSeconds = 600;
/** What was not delivered is tried again after 2 minutes, 4, 8, 16, 32, and then each hour. */
const pauseMs = (tries: number): number => Math.min(60, 2 ** tries) * 60_000;
/** So long it is tried, from the first time; then it goes by post. */
const retryMs = 24 * 3_600_000;

type Try = { tries: number; firstTryAt: string; maybe: boolean };

export type DigitalPostOn = {
  /** Without one, what somebody chose to send so goes by post. */
  port: DigitalPost | undefined;
  waiting(tenant: string): Promise<StoredUtskickspost[]>;
  catalogue(tenant: string): Promise<Pick<State, 'katalogLista'> | undefined>;
  /** The whole of a document, or undefined where it is gone. */
  bytes(tenant: string, document: string, sha256: string): Promise<Buffer | undefined>;
  pace: {
    take(tenant: string, id: string, at: string, seconds: number): Promise<Try | undefined>;
    begin(tenant: string, id: string): Promise<void>;
    postpone(tenant: string, id: string, nextAt: string, maybe: boolean): Promise<void>;
    drop(tenant: string, id: string): Promise<void>;
  };
  act: Act;
  clock: Clock;
  tell: {
    /** For operations: the service takes nothing from anybody. */
    away(about: { tenant: string; svar: string }): void;
    /** For operations: it waits on, and is tried again by the clock. */
    left(about: { tenant: string; beslutId: string; code: string }): void;
  };
};

export const sendDigitalPostName = 'send-digital-post';
/** After these a letter may be sent, or can be no more. */
export const maySendDigitalPost = (command: string): boolean =>
  /^(beslut\.(skickaDigitalt|spara|felmarkera|partTagitDel)|dokument\.(arkivera|felmarkera)|etjanst\.(natt|spara)|person\.spara|kir\.svara)$/.test(
    command,
  );

/**
 * Sends the letters that somebody chose digital post for: asks the register, has the rule asked under the akt's lock (`beslut.lamnaDigitalt`), and hands it
 * over. What is on its way stands in the record, so a node that ends loses nothing; a letter is handed over again under the id that it had, by which the
 * förmedlare knows it, and the rule is asked again each time.
 */
export const sendDigitalPost = (on: DigitalPostOn): Job => ({
  name: sendDigitalPostName,
  cron: '*/2 * * * *',
  async run(tenant) {
    const rows = await on.waiting(tenant);
    const catalogue = rows.length > 0 ? await on.catalogue(tenant) : undefined;
    if (!catalogue) return;
    const run: Run = { on, tenant, catalogue, away: undefined };
    for (const [personId, poster] of Map.groupBy(rows, (row) => row.personId)) {
      const akt = utskicksakt(personId, poster, catalogue, dagen(on));
      if (akt) for (const { ett, sandning } of paVag(akt)) await sendOne(run, { personId, akt, ett, sandning });
    }
  },
});

type Run = { on: DigitalPostOn; tenant: string; catalogue: Pick<State, 'katalogLista'>; away: Senare | undefined };
type One = { personId: string; akt: Utskicksakt; ett: Post<Beslut>; sandning: DigitalSandning };

const dagen = ({ clock }: DigitalPostOn): string => swedishDay(clock.now().toISOString());

/** Each sending once, whatever many beslut its letter tells of; by one that stands, where any does. */
function paVag({ fraga: { beslut } }: Utskicksakt): { ett: Post<Beslut>; sandning: DigitalSandning }[] {
  const alla = beslut.flatMap((ett) => {
    const sandning = sandningPaVag(ett.data);
    return sandning ? [{ ett, sandning }] : [];
  });
  return [...Map.groupBy(alla, ({ sandning }) => sandning.id).values()].flatMap((samma) => {
    const [forsta] = [...samma].sort((a, b) => Number(a.ett.data.felmarkerad ?? false) - Number(b.ett.data.felmarkerad ?? false));
    return forsta ? [forsta] : [];
  });
}

async function sendOne(run: Run, one: One): Promise<void> {
  const { on, tenant } = run;
  const { akt, ett, sandning } = one;
  const lage = digitalPostlage(akt.fraga, ett);
  // What only waits leaves no trace; neither does what waits for bytes.
  if (lage.slag === 'ingen' || (lage.slag === 'vantar' && !sandning.lamnat)) return;
  if (lage.slag === 'nu' && !sandning.lamnat && !lage.handlingar.every(({ post }) => akt.mottagna.has(post.id))) return;
  const at = on.clock.now().toISOString();
  const taken = await on.pace.take(tenant, sandning.id, at, heldSeconds);
  if (!taken) return;
  const done = await tryOne(run, one, lage, taken);
  if (done === 'done') return on.pace.drop(tenant, sandning.id);
  const nextAt = new Date(on.clock.now().getTime() + pauseMs(taken.tries + 1)).toISOString();
  await on.pace.postpone(tenant, sandning.id, nextAt, done.maybe);
}

/** @returns `done`, or that it is to be tried again, and whether it may have been delivered meanwhile */
async function tryOne(run: Run, one: One, lage: DigitalPostlage, taken: Try): Promise<'done' | { maybe: boolean }> {
  const { on, tenant } = run;
  const { port } = on;
  const { sandning, akt } = one;
  const givenUp = on.clock.now().getTime() - Date.parse(taken.firstTryAt) >= retryMs;
  const later = async (senare: Senare | undefined, maybe: boolean): Promise<'done' | { maybe: boolean }> => {
    if (senare?.borta && !run.away) {
      run.away = senare;
      on.tell.away({ tenant, svar: senare.svar });
    }
    return givenUp ? settle(run, one, { slag: 'uteblivet', kod: maybe ? 'digital-post-oviss' : 'digital-post-svarar-inte' }) : { maybe };
  };
  if (!port) return settle(run, one, { slag: 'uteblivet', kod: taken.maybe ? 'digital-post-oviss' : 'digital-post-saknas' });
  if (lage.slag !== 'nu') {
    const nu = await ask(run, one, undefined, taken.maybe);
    if (nu === 'refused') return later(undefined, taken.maybe);
    return nu ? { maybe: taken.maybe } : 'done';
  }
  if (run.away) return later(run.away, taken.maybe);
  const { personnummer } = akt.fraga.person;
  // The record does not say of which number the answer is. Of what may have been taken the förmedlare is asked for the receipt, by its key.
  let fragad = taken.maybe ? sandning.fragad : undefined;
  if (!fragad) {
    const svar = await port.isReachable(personnummer);
    if (svar.slag === 'senare') return later(svar, taken.maybe);
    if (svar.slag === 'nekad') return settle(run, one, { slag: 'uteblivet', kod: 'digital-post-nekad' });
    fragad = { at: on.clock.now().toISOString(), svar: svar.slag, ...('operator' in svar ? { operator: svar.operator } : {}) };
    if (svar.slag !== 'kanTaEmot') {
      const kod = svar.slag === 'avbojt' ? 'digital-post-avbojd' : 'digital-post-ej-ansluten';
      return settle(run, one, { slag: 'uteblivet', kod }, fragad);
    }
  }
  // Under the lock of the akt, right before it is handed over: who is protected by now is sent nothing.
  const nu = await ask(run, one, fragad, taken.maybe);
  if (nu === 'refused') return later(undefined, taken.maybe);
  if (!nu) return 'done';
  if (!nu.sandning.lamnat) return { maybe: taken.maybe };
  // Another number is another question; asked with the next try.
  if (nu.personnummer !== personnummer) return later(undefined, taken.maybe);
  const dokument = await dokumenten(run, one, nu.sandning.lamnat.handlingar);
  if (!dokument) return later(undefined, taken.maybe);
  await on.pace.begin(tenant, sandning.id);
  const brev = { id: sandning.id, personnummer, operator: fragad.operator, amne: amnet(one), dokument };
  return outcomeOf(run, one, await port.deliver(brev), { later, maybe: taken.maybe });
}

async function outcomeOf(
  run: Run,
  one: One,
  svar: Leveranssvar,
  { later, maybe }: { later(senare: Senare | undefined, maybe: boolean): Promise<'done' | { maybe: boolean }>; maybe: boolean },
): Promise<'done' | { maybe: boolean }> {
  if (svar.slag === 'mottaget') return settle(run, one, svar);
  if (svar.slag === 'avbojt') return settle(run, one, { slag: 'uteblivet', kod: 'digital-post-avbojd' });
  if (svar.slag === 'nekad') return settle(run, one, { slag: 'uteblivet', kod: 'digital-post-nekad' });
  return svar.slag === 'senare' ? later(svar, maybe) : later(undefined, true);
}

/** Has the rule asked under the lock. @returns how it then stands */
async function ask(run: Run, one: One, fragad: DigitalSandning['fragad'], kanske: boolean): Promise<'refused' | Nu | undefined> {
  const { personId, ett, sandning, akt } = one;
  const input = { personId, beslutId: ett.id, sandningId: sandning.id, ...(fragad ? { fragad } : {}), poster: akt.poster(ett), kanske };
  return (await acted(run, one, lamnaDigitalt, input)) ? lamnad(run, one) : 'refused';
}

async function settle(
  run: Run,
  one: One,
  utfall: DigitaltUtfall,
  fragad?: DigitalSandning['fragad'],
): Promise<'done' | { maybe: boolean }> {
  const { personId, ett, sandning } = one;
  const input = { personId, beslutId: ett.id, sandningId: sandning.id, ...(fragad ? { fragad } : {}), utfall };
  const isDone = await acted(run, one, digitaltSvar, input);
  // Its answer is asked for again, under the same id.
  return isDone ? 'done' : { maybe: utfall.slag === 'mottaget' || utfall.kod === 'digital-post-oviss' };
}

async function acted(
  { on, tenant }: Run,
  { ett }: One,
  { name, version }: { name: string; version: number },
  input: unknown,
): Promise<boolean> {
  const result = await on.act(tenant, som, { id: randomUUID(), name, version, input });
  if (result.outcome === 'refused') on.tell.left({ tenant, beslutId: ett.id, code: result.code });
  return result.outcome === 'ok';
}

type Nu = { sandning: DigitalSandning; personnummer: string };
/** The sending as it now stands, and the kund's number; undefined where it is on its way no more. */
async function lamnad({ on, tenant, catalogue }: Run, { personId, ett, sandning }: One): Promise<Nu | undefined> {
  const rows = (await on.waiting(tenant)).filter((row) => row.personId === personId);
  const fraga = utskicksakt(personId, rows, catalogue, dagen(on))?.fraga;
  const nu = fraga?.beslut.find(({ id }) => id === ett.id);
  const found = nu && sandningPaVag(nu.data);
  return fraga && found?.id === sandning.id ? { sandning: found, personnummer: fraga.person.personnummer } : undefined;
}

/** The bytes that the record says are sent; undefined while one of them cannot be read. */
async function dokumenten(
  { on, tenant }: Run,
  { akt }: One,
  handlingar: NonNullable<DigitalSandning['lamnat']>['handlingar'],
): Promise<Brevdokument[] | undefined> {
  const dokument: Brevdokument[] = [];
  for (const { dokumentId, sha256 } of handlingar) {
    const bytes = await on.bytes(tenant, dokumentId, sha256);
    if (!bytes) return undefined;
    const rubrik = akt.fraga.handlingar.find(({ id }) => id === dokumentId)?.data.rubrik ?? 'Handling';
    dokument.push({ namn: `${rubrik}.pdf`, sha256, bytes });
  }
  return dokument;
}

/** Without what it is about: operators show it in their own notices. */
const amnet = ({ ett }: One): string => kortad(`Beslut ${ett.data.beslutsdatum}`, 200);
