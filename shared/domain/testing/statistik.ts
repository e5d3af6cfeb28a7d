/** Test support only: descriptions of what is delivered, small ones of the test catalogue. The municipality's are `resources/catalogue/statistikbeskrivningar.json`. */

import type { Statistikbeskrivning } from '../statistik/records.ts';
import { type TestRecord, testId } from './state.ts';

const gemensamt = {
  ...{ fran: '2018-10-01', namn: 'LSS-insatser den 1 oktober', lag: 'LSS 15 a §', exempel: true, kommunkod: '9999' },
  ...({ ja: '1', nej: '0', dagform: 'YYYYMMDD' } as const),
  fil: { teckenkodning: 'utf-8', radslut: 'crlf', rubrikrad: true, citattecken: false },
} as const;
const kolumn = (namn: string, falt: string, over: Partial<Statistikbeskrivning['kolumner'][number]> = {}) => ({
  ...{ namn, falt, kravs: true },
  ...over,
});
const janej = [
  { kod: '1', betyder: 'Ja' },
  { kod: '0', betyder: 'Nej' },
];

/** LSS on 1 October: kontaktperson (4), korttidsvistelse (6) and daglig verksamhet (10), each a mark. */
export const lssbeskrivning = (over: Partial<Statistikbeskrivning> = {}): Statistikbeskrivning => ({
  ...gemensamt,
  ...{ register: 'lss', lagrum: 'LSS', dag: { manad: 10, dag: 1 }, senast: { manader: 0, dag: 25 } },
  insatser: [
    { kod: '4', namn: 'Kontaktperson', insatser: ['KONTAKTPERSON'] },
    { kod: '6', namn: 'Korttidsvistelse', insatser: ['KORTTIDSVISTELSE', 'STODFAMILJ'] },
    { kod: '10', namn: 'Daglig verksamhet', insatser: ['DAGLIG_VERKSAMHET'] },
  ],
  kolumner: [
    kolumn('Personnummer', 'personnummer', { langst: 12 }),
    kolumn('Kommun', 'kommun'),
    kolumn('Personkrets', 'personkrets', { koder: ['1', '2', '3'].map((kod) => ({ kod, betyder: kod })) }),
    ...['4', '6', '10'].map((insats) => kolumn(`9 § ${insats}`, 'harInsats', { insats, koder: janej })),
  ],
  ...over,
});

/** SoL of a month: trygghetslarm. */
export const solbeskrivning = (
  register: 'solPagaende' | 'solForandrade' = 'solPagaende',
  over: Partial<Statistikbeskrivning> = {},
): Statistikbeskrivning => ({
  ...gemensamt,
  ...{ register, lagrum: 'SoL', namn: 'SoL i månaden', senast: { manader: 1, dag: 15 } },
  insatser: [{ kod: 'LARM', namn: 'Trygghetslarm', insatser: ['TRYGGHETSLARM'] }],
  kolumner: [
    kolumn('Personnummer', 'personnummer'),
    kolumn('Insats', 'insats'),
    kolumn('Från', 'fran'),
    kolumn('Till', 'till', { kravs: false }),
    kolumn('Kommun', 'kommun'),
  ],
  ...over,
});

export const beskrivningId = (n: number): string => testId(760 + n);
export const beskrivning = (n: number, data: Statistikbeskrivning): TestRecord => ({
  type: 'statistikbeskrivning',
  id: beskrivningId(n),
  data,
});
