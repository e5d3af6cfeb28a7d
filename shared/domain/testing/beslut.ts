/** Test support only: a beslut as the form sends it, and the command that makes it. No product code imports it. */

import type { BeslutInput } from '../beslut/input.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Decision, State } from '../command.ts';
import type { Personkrets } from '../person/records.ts';
import { testDecideAny } from '../testing/decide.ts';
import { kat, testKatalog } from './katalog.ts';
import { akt, stateOf, type TestRecord, testAkt, testContext, testId } from './state.ts';

export const today = '2026-11-20';
export const egen = { slag: 'handlaggare' as const, anvandareId: kat.handlaggare, namn: 'Karin Ek' };
export const utskottet = { slag: 'individutskottet' as const, namn: 'Individutskottet' };
export const chefen = { slag: 'enhetschef' as const, anvandareId: kat.enhetschef, namn: 'Ulla Ström' };

/** The n-th beslut of a test: a bifall of kontaktperson unless told. */
export const nyttBeslut = (n: number, over: Partial<BeslutInput> = {}): BeslutInput => ({
  id: testId(200 + n),
  insatsId: kat.insats.kontaktperson,
  utfall: 'bifall',
  beslutsdatum: today,
  giltigFran: '2026-12-01',
  beslutsfattare: egen,
  organisationId: kat.organisation,
  personkrets: '1',
  rev: testId(250 + n),
  ...over,
});

/** A saved beslut of the akt's utredning. */
export const fattat = (n: number, over: Partial<Beslut> = {}): TestRecord => ({
  type: 'beslut',
  id: testId(200 + n),
  data: {
    utredningId: akt.utredning,
    insatsId: kat.insats.kontaktperson,
    beslutskod: 'LSS_KONTAKTPERSON_BIFALL',
    beslutsnamn: 'LSS Kontaktperson Bifall',
    utfall: 'bifall',
    insatskategori: 'Rekrytering LSS-insatser',
    beslutsdatum: '2026-11-10',
    giltigFran: '2026-11-10',
    beslutsfattare: egen,
    organisationId: kat.organisation,
    rev: testId(240),
    ...over,
  },
});

/** The personkrets that the unit of the akt has registered. */
export const medKrets = (personkrets: Personkrets, enhet = 'lss'): TestRecord => ({
  type: 'personkrets',
  id: testId(60),
  data: { enhet, personkrets },
});
/** What a unit has registered in the end. */
export const kretsAv = (state: Pick<State, 'list'>, enhet = 'lss'): Personkrets | undefined =>
  state.list('personkrets').find(({ data }) => data.enhet === enhet)?.data.personkrets;

export const testAktualisering = (n: number, over: Partial<Extract<TestRecord, { type: 'aktualisering' }>['data']> = {}): TestRecord => ({
  type: 'aktualisering',
  id: testId(300 + n),
  data: {
    slag: 'ansokan',
    typ: 'Kontaktperson',
    datum: '2026-09-01',
    franVem: 'Den enskilde',
    ansvarigHandlaggareId: kat.handlaggare,
    organisationId: kat.organisation,
    gruppId: testId(399),
    utredningId: akt.utredning,
    rev: testId(398),
    ...over,
  },
});

export const testBestallning = (
  beslutId: string,
  over: Partial<Extract<TestRecord, { type: 'bestallning' }>['data']> = {},
): TestRecord => ({
  type: 'bestallning',
  id: testId(290),
  data: {
    beslutId,
    bestalltDatum: '2026-11-12',
    gallerFran: '2026-12-01',
    utforareId: kat.utforare.rekrytering,
    insatser: ['Kontaktperson'],
    ...over,
  },
});

/** The akt and the catalogue, with what else the test needs. */
export const underlag = (...mer: TestRecord[]): TestRecord[] => {
  const ids = new Set(mer.map(({ id }) => id));
  return [...testAkt(), ...testKatalog()].filter(({ id }) => !ids.has(id)).concat(mer);
};

type Val = { records?: TestRecord[]; actor?: Parameters<typeof testContext>[0] } & Record<string, unknown>;

/** Runs beslut.fatta; the verkställighet LSS Insatser of the akt is said to be there. */
export function fatta(beslut: BeslutInput[], { records = underlag(), actor, ...over }: Val = {}): Decision {
  const input = {
    personId: akt.person,
    utredningId: akt.utredning,
    beslut,
    avslutaUtredning: false,
    sedda: records.filter(({ type }) => type === 'beslut').map(({ id }) => id),
    ...(beslut.some(({ utfall }) => utfall === 'bifall') ? { lssInsatser: { slag: 'finns' } } : {}),
    ...over,
  };
  return testDecideAny('beslut.fatta', input, stateOf(records), testContext(actor));
}
