import { type Formular, type Kommando, lassEnhetFor } from '../../scripts/demo/formular/formular.ts';
import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import { type Bevakningsvarden, bevakningsvardenAv } from '../../shared/domain/bevakning/andra.ts';
import { bevakar } from '../../shared/domain/bevakning/falt.ts';
import type { Ref } from '../../shared/domain/bevakning/om.ts';
import { bevakningStatusar } from '../../shared/domain/bevakning/records.ts';
import { enhetensAkt } from '../../shared/domain/enhet.ts';
import { mayRun } from '../../shared/domain/rulebook/command-roles.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { AktVy, AnteckningVy, KatalogVy } from '../../shared/ipc/views.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import { blanketter } from './arende.ts';
import { eansokansarbete } from './eansokan-work.ts';
import { etjanstarbete } from './etjanst-work.ts';
import { franvaroarbete } from './franvaro-work.ts';
import { inkomstarbete } from './inkomst-work.ts';
import { ivoarbete } from './ivo-work.ts';
import { kopior, registreraKund, sparaHushall, sparaPerson } from './kund.ts';
import { brevarbete } from './meddelande-work.ts';
import { motesarbete } from './mote-work.ts';
import type { Municipality } from './municipality.ts';
import type { Random } from './random.ts';
import { samtyckesarbete } from './samtycke-work.ts';
import type { SimClient } from './sim-client.ts';
import { planarbete, uppfoljningsarbete } from './uppfoljning-work.ts';

export type CaseTurn = {
  client: SimClient;
  personId: string;
  random: Random;
  today: string;
  municipality: Municipality;
  /** The user's. */
  egnaEnheter: string[];
  run: (name: string, input: unknown, enhet: string | undefined) => Promise<boolean>;
};

type Work = (view: AktVy, formular: Formular, turn: CaseTurn) => Promise<Kommando | undefined> | Kommando | undefined;

const work: [weight: number, work: Work][] = [
  ...blanketter.map(([weight, blankett]): [number, Work] => [weight, (_, formular, { random }) => blankett(formular, random)]),
  [1, (_, __, { random }) => registreraKund(random)],
  [1, (view, _, { random }) => sparaPerson(view, random)],
  [2, (view, _, { random }) => sparaHushall(view, random)],
  [2, (view, _, { random }) => klarmarkera(view, random)],
  [2, (view, _, turn) => skjutUpp(view, turn)],
  [1, (view, _, turn) => visaIgen(view, turn)],
  [3, (view, _, turn) => ivoarbete(view, turn)],
  [3, (view, _, { random, today }) => uppfoljningsarbete(view, random, today)],
  [3, (view, _, turn) => samtyckesarbete(view, turn)],
  [3, (view, _, turn) => etjanstarbete(view, turn)],
  [3, (view, _, turn) => inkomstarbete(view, turn)],
  [3, (view, _, turn) => eansokansarbete(view, turn)],
  [8, (view, _, turn) => brevarbete(view, turn)],
  [3, (view, _, { random, today }) => motesarbete(view, random, today)],
  [3, (view, _, { random, today }) => franvaroarbete(view, random, today)],
  [2, (view, _, { random, today }) => planarbete(view, random, today)],
  [3, (view, formular, { random }) => laggBevakning(view, formular, random)],
  [3, (view, formular, { random }) => andraBevakning(view, formular, random)],
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
    const vald = view && katalog && (await somethingToDo(view, katalog, turn));
    if (!vald) return;
    const { kommando, enhet } = vald;
    const saved = await run(kommando.name, kommando.input, enhet);
    if (saved && kommando.name === 'person.registrera') welcome(kommando.input.personId, turn.municipality);
  }
}

async function somethingToDo(
  view: AktVy,
  katalog: KatalogVy,
  turn: CaseTurn,
): Promise<{ kommando: Kommando; enhet: string | undefined } | undefined> {
  const { personId, random, today } = turn;
  const person = view.person.data;
  const krets = { person, personkretsar: view.personkretsar, beslut: view.beslut };
  const enheter = person.enheter.filter((enhet) => turn.egnaEnheter.includes(enhet));
  // Who has several works in one's case; a program of before shows them as one, and asks for none.
  const enhet = enheter.length > 1 && random.chance(0.8) ? random.pick(enheter) : undefined;
  const akt = enhet === undefined ? view : { ...view, ...enhetensAkt(view, enhet, person) };
  const lassEnhet = enhet ?? lassEnhetFor(katalog, person);
  const formular = { personId, krets, lassEnhet, akt, katalog, today, newId: () => random.uuid() };
  for (let tries = 0; tries < 12; tries += 1) {
    const ifyllt = await random.pick(weighted)(view, formular, turn);
    const kommando = ifyllt && enhet !== undefined ? forEnhet(ifyllt, enhet) : ifyllt;
    // Now and then someone does what their role does not allow.
    if (kommando && (mayRun(kommando.name, { roller: katalog.egen.roller, aktiv: true }) || random.chance(0.03)))
      return { kommando, enhet };
  }
  return undefined;
}

/** What begins something says for which unit. */
const forEnhet = (kommando: Kommando, enhet: string): Kommando =>
  ['aktualisering.registrera', 'verkstallighet.oppna', 'lass.fatta', 'bevakning.lagg', 'samtycke.registrera'].includes(kommando.name)
    ? ({ ...kommando, input: { ...kommando.input, enhet } } as Kommando)
    : kommando;

/** Any that the user reads, also one that a colleague has done. */
function klarmarkera({ personId, bevakningar }: AktVy, random: Random): Kommando | undefined {
  if (bevakningar.length === 0) return undefined;
  return { name: 'bevakning.klarmarkera', input: { personId, bevakningId: random.pick(bevakningar).id } };
}

/** Any that this computer shows of the akt, to a day of some weeks. */
async function skjutUpp({ personId }: AktVy, { client, random, today }: CaseTurn): Promise<Kommando | undefined> {
  const rader = (await client.call('kund.frister', { personId }))?.rader ?? [];
  const rad = rader.length > 0 ? random.pick(rader) : undefined;
  if (!rad?.enhet) return undefined;
  return {
    name: 'frist.skjutUpp',
    input: {
      ...{ personId, enhet: rad.enhet, nyckel: rad.nyckel, skjutningId: random.uuid(), datum: rad.datum },
      ...{
        till: plusDagar(today, random.between(1, 60)),
        skal: 'Väntar på underlag',
        sedd: rad.uppskjuten?.rev ?? null,
        rev: random.uuid(),
      },
    },
  };
}

/** Any that is put off in what this computer shows of the akt, by whomever. */
async function visaIgen({ personId }: AktVy, { client, random }: CaseTurn): Promise<Kommando | undefined> {
  const rader = (await client.call('kund.frister', { personId }))?.rader ?? [];
  const uppskjutna = rader.flatMap(({ uppskjuten }) => uppskjuten ?? []);
  if (uppskjutna.length === 0) return undefined;
  const { skjutningId, rev: sedd } = random.pick(uppskjutna);
  return { name: 'frist.visaIgen', input: { personId, skjutningId, sedd } };
}

/** Somebody that a form offers, and now and then a utförare, whom it does not. */
const agare = ({ utforare, handlaggare }: KatalogVy, random: Random): string =>
  random.pick([...utforare.filter(({ data }) => bevakar(data) || random.chance(0.05)), ...handlaggare]).id;

/** On any part of the akt that is shown; the day is perhaps one that has passed when it comes to the server, and perhaps already here. */
function laggBevakning(
  { personId, beslut, bestallningar, verkstalligheter }: AktVy,
  { katalog, today }: Formular,
  random: Random,
): Kommando {
  const ref = random.pick<Ref>([
    { type: 'person', id: personId },
    ...beslut.map(({ id }) => ({ type: 'beslut' as const, id })),
    ...bestallningar.map(({ id }) => ({ type: 'bestallning' as const, id })),
    ...verkstalligheter.map(({ id }) => ({ type: 'verkstallighet' as const, id })),
  ]);
  const typ = random.pick(katalog.vardelistor.bevakningstyp).namn;
  const falt = { datum: plusDagar(today, random.between(-1, 40)), typ, bevakasAvId: agare(katalog, random) };
  return { name: 'bevakning.lagg', input: { personId, bevakningId: random.uuid(), ref, ...falt, text: `Ring ${random.below(100)}` } };
}

/** One or two of its fields, as this computer shows it: a colleague may have changed the same; or it is taken away. */
function andraBevakning({ personId, bevakningar }: AktVy, { katalog, today }: Formular, random: Random): Kommando | undefined {
  if (bevakningar.length === 0) return undefined;
  const { id: bevakningId, data } = random.pick(bevakningar);
  if (random.chance(0.15)) return { name: 'bevakning.taBort', input: { personId, bevakningId, orsak: `Orsak ${random.below(100)}` } };
  const sedd = bevakningsvardenAv(data);
  const andringar: Partial<Bevakningsvarden>[] = [
    { status: random.pick(bevakningStatusar) },
    { datum: plusDagar(today, random.between(0, 40)) },
    { bevakasAvId: agare(katalog, random) },
    { text: `Ring ${random.below(100)}` },
  ];
  const till = { ...sedd, ...random.pick(andringar), ...random.pick(andringar) };
  return { name: 'bevakning.andra', input: { personId, bevakningId, sedd, till } };
}

/** From now on others may open the new kund, too. */
function welcome(personId: string, { akter }: Municipality): void {
  if (akter.length < 8) akter.push({ personId, scope: aktScope(personId), namn: 'Ny kund', changes: [] });
}
