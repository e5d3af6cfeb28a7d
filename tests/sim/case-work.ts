import { type Formular, type Kommando, lassEnhetFor } from '../../scripts/demo/formular/formular.ts';
import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import { mayRun } from '../../shared/domain/rulebook/command-roles.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { AktVy, AnteckningVy, KatalogVy } from '../../shared/ipc/views.ts';
import { blanketter } from './arende.ts';
import { kopior, registreraKund, sparaHushall, sparaPerson } from './kund.ts';
import type { Municipality } from './municipality.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

export type CaseTurn = {
  client: SimClient;
  personId: string;
  random: Random;
  today: string;
  municipality: Municipality;
  run: (name: string, input: unknown) => Promise<boolean>;
};

type Work = (view: AktVy, formular: Formular, turn: CaseTurn) => Promise<Kommando | undefined> | Kommando | undefined;

const work: [weight: number, work: Work][] = [
  ...blanketter.map(([weight, blankett]): [number, Work] => [weight, (_, formular, { random }) => blankett(formular, random)]),
  [1, (_, __, { random }) => registreraKund(random)],
  [1, (view, _, { random }) => sparaPerson(view, random)],
  [2, (view, _, { random }) => sparaHushall(view, random)],
  [
    3,
    (view, _, { random, client }) =>
      kopior(view, random, (utredningId) => notesIn(client, view.personId, { slag: 'utredning', id: utredningId })),
  ],
];
const weighted = work.flatMap(([weight, one]) => Array.from({ length: weight }, () => one));

/** The notes of a dokumentation as this computer shows them, heads first and then their words; none when it is not shown. */
export async function notesIn(client: SimClient, personId: string, dokumentation: DokumentationRef): Promise<AnteckningVy[]> {
  const view = await client.call('dokumentation.hamta', { personId, dokumentation });
  const ids = view?.anteckningar.map(({ id }) => id);
  return (ids && (await client.call('dokumentation.noter', { personId, dokumentation, ids }))) ?? [];
}

/** A few steps of a case, each form filled in from what this computer shows: right as a rule, and stale when it has been offline. */
export async function workOnCase(turn: CaseTurn): Promise<void> {
  const { client, personId, random, run } = turn;
  const katalog = await client.call('katalog.hamta', {});
  for (let steps = random.between(1, 5); steps > 0; steps -= 1) {
    const view = await client.call('kund.akt', { personId });
    const kommando = view && katalog && (await somethingToDo(view, katalog, turn));
    if (!kommando) return;
    const saved = await run(kommando.name, kommando.input);
    if (saved && kommando.name === 'person.registrera') welcome(kommando.input.personId, turn.municipality);
  }
}

async function somethingToDo(view: AktVy, katalog: KatalogVy, turn: CaseTurn): Promise<Kommando | undefined> {
  const { personId, random, today } = turn;
  const person = view.person.data;
  const krets = { person, personkretsar: view.personkretsar, beslut: view.beslut };
  const lassEnhet = lassEnhetFor(katalog, person);
  const formular = { personId, krets, lassEnhet, akt: view, katalog, today, newId: () => random.uuid() };
  for (let tries = 0; tries < 12; tries += 1) {
    const kommando = await random.pick(weighted)(view, formular, turn);
    // Now and then someone does what their role does not allow.
    if (kommando && (mayRun(kommando.name, { roller: katalog.egen.roller, aktiv: true }) || random.chance(0.03))) return kommando;
  }
  return undefined;
}

/** From now on others may open the new kund, too. */
function welcome(personId: string, { akter }: Municipality): void {
  if (akter.length < 8) akter.push({ personId, scope: aktScope(personId), namn: 'Ny kund', changes: [] });
}
