import { randomUUID } from 'node:crypto';
import { forfallenNatt } from '../../shared/domain/etjanst/natt.ts';
import { nattensUtfall } from '../../shared/domain/etjanst/nattens-utfall.ts';
import { rapporteraNatten } from '../../shared/domain/etjanst/rapportera.ts';
import { type Etjanst, flestMisslyckade, type Godkannande } from '../../shared/domain/etjanst/records.ts';
import { type Nattatgard, type Nattpost, nattatgard } from '../../shared/domain/etjanst/regler.ts';
import type { Kontakt } from '../../shared/domain/kontakt/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { readStored } from '../../shared/domain/records.ts';
import type { Samtycke } from '../../shared/domain/samtycke/records.ts';
import { kortad } from '../../shared/util/kortad.ts';
import type { Aktiveringssvar, EtjanstPort } from '../etjanst/etjanst-port.ts';
import type { ActMany, SystemCommand } from '../sync/act.ts';
import type { Clock } from '../util/clock.ts';
import { idOf } from './id-of.ts';
import type { Job } from './jobs.ts';

/** As the history names who acted. */
const som = 'E-tjänsten';
/** Rows that are looked at, asked for and decided at a time. */
const pageSize = 1500;
/** A node that has not been heard of for so long has left its night to the others. */
const heldSeconds = 120;
/** So often it is heard of, however long a page takes. */
const heardOfMs = 30_000;

type Row = {
  id: string;
  type: 'etjanst' | 'godkannande';
  personId: string;
  schema: number;
  data: unknown;
  person: unknown;
  kontakt: unknown;
  samtycke: unknown;
};
type Report = { aktiverade: number; misslyckade: number; avslutade: number; orsaker: Record<string, number>; olasta: number };
type Counted = Report & { poster: { personId: string; slag: 'etjanst' | 'godkannande'; orsak: string }[]; begunAt: string };
type Night = { tenant: string; night: string; holder: string; at: string };

/** What it reads and keeps, of the store. */
export type Nights = {
  rows(tenant: string, after: string, most: number): Promise<Row[]>;
  take(night: Night & { seconds: number }, again: boolean): Promise<'taken' | 'held' | 'done' | 'first'>;
  pass(tenant: string, night: string, at: string): Promise<void>;
  hold(tenant: string, night: string, holder: string, seconds: number): Promise<boolean>;
  release(tenant: string, night: string, holder: string): Promise<void>;
  count(night: Night, olasta: number, most: number): Promise<Counted>;
  finish(night: Night, counted: Counted): Promise<void>;
};

export type NightlyOn = {
  nights: Nights;
  /** Doors of the server's own: what is done through different ones is done side by side. */
  acts: ActMany[];
  etjanst: EtjanstPort;
  clock: Clock;
  /** When a night is due, by the clocks of Sweden: `HH:MM`. */
  klockslag: string;
  tell: {
    /** What a night came to. */
    done(about: { tenant: string; night: string } & Report): void;
    /** For operations: a record is left as it was, and tried the next night. */
    left(about: { tenant: string; personId: string; postId: string; code: string }): void;
  };
};

/** What became of it: `held` and `lost` = another node has it, `first` = the municipality was not there when the night was. */
export type NightOutcome =
  | { night: string; outcome: 'done'; report: Report }
  | { night: string; outcome: 'already' | 'held' | 'lost' | 'first' };

/**
 * The night's run of a municipality (NATT-01 to -03): whatever waits is activated, what is over is ended. Which night is due the wall's clock says, and
 * whether it has been run a table: exactly one run a night, also when clocks change and after the server was off. What is done says so in its own record, so that a
 * run that was cut goes on where it was, on any node, and nothing is done twice.
 * @param again also when the night has been run: what has come since
 */
export async function runNight(on: NightlyOn, tenant: string, again = false): Promise<NightOutcome> {
  const { nights, clock, tell } = on;
  const at = () => clock.now().toISOString();
  const night = forfallenNatt(at(), on.klockslag);
  const mine = { tenant, night, holder: randomUUID() };
  const taken = await nights.take({ ...mine, at: at(), seconds: heldSeconds }, again);
  if (taken === 'first') await nights.pass(tenant, night, at());
  if (taken !== 'taken') return { night, outcome: taken === 'done' ? 'already' : taken };
  const hold = () => nights.hold(tenant, night, mine.holder, heldSeconds);
  // What cannot be told now is told the next time, or found by the page.
  const heard = setInterval(() => void hold().catch(() => undefined), heardOfMs);
  heard.unref();
  try {
    let olasta = 0;
    let after = '';
    for (let rows = await nights.rows(tenant, after, pageSize); rows.length > 0; rows = await nights.rows(tenant, after, pageSize)) {
      after = rows.at(-1)?.id ?? after;
      olasta += await runRows(on, tenant, night, rows);
      if (!(await hold())) return { night, outcome: 'lost' };
    }
    const counted = await nights.count({ ...mine, at: at() }, olasta, flestMisslyckade);
    // Before the night is done: a crash between tells the same again, and no night is done without its report.
    await tellReport(on, tenant, night, { counted, klar: at() });
    await nights.finish({ ...mine, at: at() }, counted);
    const { poster: _, begunAt: __, ...report } = counted;
    tell.done({ tenant, night, ...report });
    return { night, outcome: 'done', report };
  } catch (error) {
    const cut = async () => tellReport(on, tenant, night, { counted: await nights.count({ ...mine, at: at() }, 0, 0), avbruten: at() });
    // Where that cannot be told either, the log has why, and the next who goes on tells what it came to.
    await cut().catch(() => undefined);
    // Whoever asks next goes on with it; where that cannot be said either, when it has not been heard of for some time.
    await nights.release(tenant, night, mine.holder).catch(() => undefined);
    throw error;
  } finally {
    clearInterval(heard);
  }
}

/** Tells systemförvaltare what the night came to; that it was cut, once an hour. */
async function tellReport(
  { acts: [act], tell }: Pick<NightlyOn, 'acts' | 'tell'>,
  tenant: string,
  natt: string,
  { counted, ...nar }: { counted: Counted; klar?: string; avbruten?: string },
): Promise<void> {
  if (!act) return;
  const { begunAt: borjade, orsaker, ...antal } = counted;
  const rapportId = idOf('natt', `rapport ${tenant} ${natt}`);
  const rapport = { ...antal, orsaker: Object.entries(orsaker).map(([orsak, n]) => ({ orsak, antal: n })) };
  const id = idOf('natt', `${rapportId} ${JSON.stringify(rapport)} ${nar.avbruten?.slice(0, 13) ?? ''}`);
  const input = { rapportId, natt, borjade, ...nar, ...rapport };
  const [result] = await act(tenant, som, [{ id, name: rapporteraNatten.name, version: rapporteraNatten.version, input }]);
  if (result?.outcome === 'refused') tell.left({ tenant, personId: '', postId: rapportId, code: result.code });
}

type Todo = { row: Row; post: Nattpost; person: Person; atgard: Nattatgard };

/** @returns how many were left as they were, for a fault of their own */
async function runRows(on: NightlyOn, tenant: string, night: string, rows: Row[]): Promise<number> {
  const todo: Todo[] = [];
  let left = 0;
  const leave = (row: Row, code: string) => {
    left += 1;
    on.tell.left({ tenant, personId: row.personId, postId: row.id, code });
  };
  for (const row of rows) {
    const found = readRow(row, night);
    if (found === 'unreadable') leave(row, 'akt-olaslig');
    else if (found) todo.push(found);
  }
  const asked = todo.filter(({ atgard }) => atgard.slag === 'aktivera');
  const answers = asked.length > 0 ? await on.etjanst.aktivera(asked.map(begaranOf)) : [];
  const svar = new Map(asked.map((one, nr) => [one.row.id, answers[nr]]));
  const lanes = on.acts.map((act) => ({ act, work: [] as { row: Row; command: SystemCommand }[] }));
  const laneOf = new Map<string, (typeof lanes)[number]>();
  for (const one of todo) {
    // One akt's in one of them: side by side they would only wait for each other.
    const lane = laneOf.get(one.row.personId) ?? (lanes[laneOf.size % lanes.length] as (typeof lanes)[number]);
    laneOf.set(one.row.personId, lane);
    lane.work.push({ row: one.row, command: commandOf(one, night, svar.get(one.row.id)) });
  }
  await Promise.all(
    lanes.map(async ({ act, work }) => {
      if (work.length === 0) return;
      const results = await act(
        tenant,
        som,
        work.map(({ command }) => command),
      );
      // What was taken away meanwhile has nothing left to be done.
      for (const [nr, result] of results.entries()) {
        const done = work[nr];
        if (done && result.outcome === 'refused' && result.code !== 'finns-inte') leave(done.row, result.code);
      }
    }),
  );
  return left;
}

function readRow(row: Row, night: string): Todo | 'unreadable' | undefined {
  const data = readStored(row.type, row.schema, row.data);
  if (!data) return 'unreadable';
  const post = { type: row.type, data: data as Etjanst | Godkannande } as Nattpost;
  const person = row.person as Person;
  const grund = {
    person,
    kontakt: (row.kontakt ?? undefined) as Kontakt | undefined,
    samtycke: (row.samtycke ?? undefined) as Samtycke | undefined,
  };
  const atgard = nattatgard(post, grund, night);
  return atgard && { row, post, person, atgard };
}

const begaranOf = ({ row, post, person }: Todo) => ({
  nyckel: `${row.id}/${post.data.rev}`,
  personnummer: post.type === 'etjanst' ? person.personnummer : post.data.till.personnummer,
  ...(post.type === 'etjanst' ? {} : { ombudFor: { personnummer: person.personnummer, fran: post.data.fran, tom: post.data.tom } }),
});

/** One id for what a night does to a record as it stands: asked for again, by whomever, it takes effect once. */
function commandOf({ row: { id: postId, personId }, post, atgard }: Todo, natt: string, svar: Aktiveringssvar | undefined): SystemCommand {
  const namn = `${natt} ${postId} ${post.data.rev} ${post.data.lage} ${atgard.slag}`;
  const felet = svar && !svar.ok ? { orsak: svar.orsak, ...(svar.text === undefined ? {} : { text: kortad(svar.text, 200) }) } : undefined;
  const sagt = svar?.ok ? { svar: { ok: true } } : felet ? { svar: felet } : {};
  const input = { personId, postId, natt, ...sagt, bevakningId: idOf('etjanst', `bevakning ${namn}`) };
  return { id: idOf('etjanst', `${namn} ${felet?.orsak ?? ''}`), name: nattensUtfall.name, version: nattensUtfall.version, input };
}

export const nightlyName = 'nightly';
/**
 * Looks every few minutes whether a night is due that has not been run. The library's clock only says how often: it loses or doubles the hours
 * that are set back or forth.
 */
export const nightly = (on: NightlyOn): Job => ({
  name: nightlyName,
  cron: '*/3 * * * *',
  run: async (tenant) => {
    await runNight(on, tenant);
  },
});
