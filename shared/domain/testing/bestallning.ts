/** Test support only: bifall, orders and commands for the tests of what comes after a beslut. No product code imports it. */

import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import type { Actor, Decision } from '../command.ts';
import type { Insats } from '../katalog/records.ts';
import type { RecordData, RecordType } from '../records.ts';
import type { CommandName } from '../rulebook/command-list.ts';
import { testDecideAny } from '../testing/decide.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import { kat, testKatalog } from './katalog.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testContext, testId, testVerkstallighet } from './state.ts';

export const u = kat.utforare;
/** Staff of an utförare. */
export const personal = (utforareId: string): Actor => testActor({ id: testId(5), namn: 'Mia Dahl', roller: ['utforare'], utforareId });
export const signatur = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-10T09:00:00.000Z' };

/** The akt with LSS Insatser open, the catalogue, and what else the test needs. */
export const med = (...mer: TestRecord[]): TestRecord[] => {
  const ids = new Set(mer.map(({ id }) => id));
  return [...testAkt(), ...testKatalog()].filter(({ id }) => !ids.has(id)).concat(mer);
};

const insatsData = (insatsId: string): Insats => {
  const found = testKatalog().find(({ id }) => id === insatsId);
  if (found?.type !== 'insats') throw new Error(`no insats ${insatsId}`);
  return found.data;
};

/** The n-th beslut: a bifall of the insats with what the catalogue asks of it, from 2026-11-01 until further notice. */
export function bifall(n: number, insats: keyof typeof kat.insats = 'kontaktperson', over: Partial<Beslut> = {}): TestRecord {
  const { timenhet, nivaer, kod, namn, insatskategori } = insatsData(kat.insats[insats]).bifall;
  const data: Beslut = {
    utredningId: akt.utredning,
    insatsId: kat.insats[insats],
    ...{ beslutskod: kod, beslutsnamn: namn, insatskategori },
    utfall: 'bifall',
    beslutsdatum: '2026-10-20',
    giltigFran: '2026-11-01',
    organisationId: kat.organisation,
    ...(timenhet ? { omfattning: { minuter: 1230, enhet: timenhet } } : {}),
    ...(nivaer ? { niva: '2' } : {}),
    ...(n > 1 ? { samtidigSkal: 'Prövat vart för sig' } : {}),
    rev: testId(240),
    ...over,
  };
  return { type: 'beslut', id: beslutId(n), data };
}
export const beslutId = (n: number): string => testId(200 + n);
export const orderId = (n: number): string => testId(280 + n);
export const verkId = (n: number): string => testId(320 + n);
export const bevakningId = testId(340);

/** The n-th order, of the n-th beslut, as the catalogue has it for kontaktperson. */
export const order = (n: number, over: Partial<Bestallning> = {}): TestRecord => ({
  type: 'bestallning',
  id: orderId(n),
  data: {
    beslutId: beslutId(n),
    insatskategori: 'Rekrytering LSS-insatser',
    bestalltDatum: '2026-10-21',
    gallerFran: '2026-11-01',
    utforareId: u.rekrytering,
    insatser: ['Kontaktperson'],
    ...over,
  },
});
export const bekraftadI = (n: number): Partial<Bestallning> => ({
  bekraftad: '2026-11-02',
  bekraftelse: { ...signatur, verkstallighetId: verkId(n) },
});
/** The n-th verkställighet, of the n-th beslut. */
export const verk = (n: number, over: Partial<Verkstallighet> = {}): TestRecord => ({
  type: 'verkstallighet',
  id: verkId(n),
  data: testVerkstallighet({
    ...{ insatskategori: 'Rekrytering LSS-insatser', utforareId: u.rekrytering, startdatum: '2026-11-01', beslutId: beslutId(n) },
    ...over,
  }),
});

export const kor = (name: CommandName, input: object, records: TestRecord[], actor: Actor = testActor(), kommandoId?: string): Decision =>
  testDecideAny(name, { personId: akt.person, ...input }, stateOf(records), {
    ...testContext(actor),
    ...(kommandoId ? { kommandoId } : {}),
  });
export const get = <T extends RecordType>(records: TestRecord[], type: T, id: string): RecordData<T> => {
  const state = stateOf(records);
  const found = state.get(type, id) ?? state.katalog(type, id);
  if (!found) throw new Error(`no ${type} ${id}`);
  return found;
};
/** The records after an accepted command. */
export const efter = (records: TestRecord[], decision: Decision): TestRecord[] => applied(records, decision);

/** The form of a first order of the n-th beslut, a kontaktperson unless told. */
export const skickaInput = (n = 1, over: object = {}): object => ({
  bestallningId: orderId(n),
  beslutId: beslutId(n),
  bestalltDatum: '2026-11-20',
  gallerFran: '2026-11-01',
  utforareId: u.rekrytering,
  bestallarOrganisationId: kat.organisation,
  insatser: ['Kontaktperson'],
  avvikelser: [],
  sedda: [1, 2, 3, 4, 5, 6].map(orderId),
  samtidigSkal: 'Prövat vart för sig',
  bevakningId,
  ...over,
});
export const timmar = (enhet: 'Månad' | 'År', minuter = 1230) => ({ omfattning: { minuter, enhet } });

/** Orders the interrupted insats of {@link pagar} anew. */
export const ny = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  kor(
    'bestallning.nyEfterAvbrott',
    {
      bestallningId: orderId(2),
      tidigareId: orderId(1),
      avbrottsdatum: '2026-12-10',
      utforareId: u.rekrytering,
      bestallarOrganisationId: kat.organisation,
      insatser: ['Kontaktperson'],
      ...over,
    },
    records,
    actor,
  );

/** A bifall that is carried out and confirmed. */
export const pagar = (over: object = {}, beslut: object = {}) =>
  med(bifall(1, 'kontaktperson', beslut), verk(1), order(1, { ...bekraftadI(1), ...over }));
