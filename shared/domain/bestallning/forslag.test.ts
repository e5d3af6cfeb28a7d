import { describe, expect, test } from 'vitest';
import type { Beslut } from '../beslut/records.ts';
import type { Insats, Utforare } from '../katalog/records.ts';
import type { Post } from '../post.ts';
import { bekraftadI, beslutId, bifall, get, order, signatur, u } from '../testing/bestallning.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { forslagEfterAvbrott, forvaldBestallning, kanTasBort } from './forslag.ts';
import { avvikelserFranBeslut, bestallningskontroll } from './kontroll.ts';
import { nastaBifall } from './nasta-bifall.ts';
import { behoverEgenBekraftelse, utforarval, valbaraInsatser } from './urval.ts';

const utforare = stateOf(testKatalog()).katalogLista('utforare') as Post<Utforare>[];
const insatser = stateOf(testKatalog()).katalogLista('insats') as Post<Insats>[];
const beslutOf = (record: TestRecord): Post<Beslut> => ({ id: record.id, data: get([record], 'beslut', record.id) });
const insatsOf = (insats: keyof typeof kat.insats): Insats => get(testKatalog(), 'insats', kat.insats[insats]);
const forslag = (insats: keyof typeof kat.insats, over: Partial<Beslut> = {}, vald?: string) => {
  const beslut = beslutOf(bifall(1, insats, over));
  const val = utforarval(beslut.data, insatsOf(insats), utforare);
  return forvaldBestallning(beslut, insatsOf(insats), val, testActor(), '2026-11-20', vald);
};

describe('FORB-33 what has no alternative is chosen, a real choice is asked', () => {
  test.each([
    [
      'BEST-REK-02 BEST-REK-05',
      'kontaktperson',
      { utforareId: u.rekrytering, insatser: ['Kontaktperson'], utanBeslut: false, insatskategori: 'Rekrytering LSS-insatser' },
    ],
    ['BEST-KORT-02 BEST-KORT-06', 'korttidsvistelse', { utforareId: u.barnUngdom, insatser: ['korttidsvistelse 2'] }],
    ['BEST-KORT-02 FRAGA-19', 'stodfamilj', { utforareId: u.rekrytering, insatser: ['Stödfamilj 2'] }],
    [
      'BEST-BV-01 BEST-BV-02 BEST-BV-04',
      'bostadVuxna',
      {
        utforareId: u.boendeteamet,
        utforarOrganisationId: kat.organisation,
        insatser: ['Boende vuxna LSS'],
        utanBeslut: true,
        insatskategori: 'Planering LSS',
      },
    ],
    [
      'BEST-DV-01 BEST-DV-02 BEST-DV-03',
      'dagligVerksamhet',
      { utforareId: u.resursformedling, insatser: ['Daglig verksamhet'], utanBeslut: true, insatskategori: 'Planering Daglig verksamhet' },
    ],
    [
      'BEST-PA-02 BEST-PA-03 municipal or private is asked',
      'assistans',
      { utforareId: undefined, insatser: [], insatskategori: 'Personlig ass LSS' },
    ],
  ] as const)('%s', (_, insats, expected) => {
    expect(forslag(insats)).toMatchObject(expected);
  });

  test('BEST-PA-04 BEST-PA-05 the insats follows the chosen utförare', () => {
    expect(forslag('assistans', {}, u.kommunal).insatser).toEqual(['Biträde av assistans']);
    expect(forslag('assistans', {}, u.egetVal).insatser).toEqual(['Personlig assistans']);
    expect(forslag('utokning', {}, u.egetVal).insatser).toEqual(['Pers ass tillf utök']);
  });

  test('BEST-GEN-04 FORB-34 dates and hours are copied from the beslut; Beställt datum is today', () => {
    const over = { giltigFran: '2026-12-01', giltigTom: '2027-11-30' };
    expect(forslag('assistans', over)).toMatchObject({
      bestallare: 'Karin Ek',
      bestallarOrganisationId: kat.organisation,
      bestalltDatum: '2026-11-20',
      gallerFran: '2026-12-01',
      gallerTom: '2027-11-30',
      omfattning: { minuter: 1230, enhet: 'Månad' },
    });
  });

  test('BEST-GEN-10 FRAGA-25 an extern placering: Privat, Utförare alone, with every insats of the row', () => {
    const beslut = beslutOf(bifall(1, 'assistans', { externPlacering: true })).data;
    const val = utforarval(beslut, insatsOf('assistans'), utforare);
    expect(val).toEqual([
      {
        utforareId: u.extern,
        namn: 'Privat, Utförare',
        driftform: 'privat',
        organisationId: undefined,
        egenBekraftelse: true,
        insatser: ['Biträde av assistans', 'Personlig assistans'],
      },
    ]);
    expect(utforarval(beslut, insatsOf('lass'), utforare)).toEqual([]);
  });

  test('BEST-GEN-05 the picker offers nothing until an utförare is chosen', () => {
    const val = utforarval({}, insatsOf('assistans'), utforare);
    expect(val.map(({ driftform }) => driftform)).toEqual(['kommunal', 'privat']);
    expect(valbaraInsatser(val, undefined)).toEqual([]);
    expect(valbaraInsatser(val, u.egetVal)).toEqual(['Personlig assistans']);
  });

  test('BEKR-01 who confirms stands in the catalogue', () => {
    expect(behoverEgenBekraftelse({ bekraftasAv: 'handlaggare' })).toBe(true);
    expect(behoverEgenBekraftelse({ bekraftasAv: 'utforare' })).toBe(false);
    expect(behoverEgenBekraftelse({})).toBe(false);
  });
});

describe('FORB-34 side by side', () => {
  const beslut = { giltigFran: '2026-11-01', giltigTom: '2027-10-31', omfattning: { minuter: 600, enhet: 'Månad' as const } };
  test('BEST-KORT-04 BEST-BBU-01 no hours, no row for hours', () => {
    expect(bestallningskontroll({ giltigFran: '2026-11-01' }, { gallerFran: '2026-11-01' })).toEqual([
      { falt: 'gallerFran', beslut: '2026-11-01', bestallning: '2026-11-01', lika: true },
      { falt: 'gallerTom', beslut: undefined, bestallning: undefined, lika: true },
    ]);
  });
  test('BEST-PA-06 BEST-REK-03 BEST-REK-04 what differs is named', () => {
    const lika = { gallerFran: beslut.giltigFran, gallerTom: beslut.giltigTom, omfattning: beslut.omfattning };
    expect(avvikelserFranBeslut(beslut, lika)).toEqual([]);
    expect(avvikelserFranBeslut(beslut, { ...lika, omfattning: { minuter: 601, enhet: 'Månad' } })).toEqual(['omfattning']);
    expect(avvikelserFranBeslut(beslut, { gallerFran: '2026-11-02' })).toEqual(['gallerFran', 'gallerTom', 'omfattning']);
  });
});

describe('BEST-GEN-08 FORB-31 next bifall', () => {
  const beslut = [
    bifall(1, 'utokning', { giltigFran: '2027-01-01' }),
    bifall(2, 'utokning', { giltigFran: '2026-12-01' }),
    bifall(3, 'kontaktperson', { utredningId: testId(21), giltigFran: '2026-10-01' }),
    bifall(4, 'kontaktperson', { avslutad: signatur }),
    bifall(5, 'lass'),
  ].map(beslutOf);
  const nasta = (efter: Post<Beslut> | undefined, ...bestallda: number[]) =>
    nastaBifall(
      {
        insatser,
        beslut,
        bestallningar: bestallda.map((n) => ({ id: testId(280 + n), data: get([order(n)], 'bestallning', testId(280 + n)) })),
      },
      '2026-11-20',
      efter,
    )?.id;
  test('same utredning first, by date; then the others; then none', () => {
    expect(nasta(beslut[1], 2)).toBe(beslutId(1));
    expect(nasta(beslut[0], 1, 2)).toBe(beslutId(3));
    expect(nasta(beslut[2], 1, 2, 3)).toBeUndefined();
    expect(nasta(undefined)).toBe(beslutId(3));
  });
});

test('BEST-KOP-03 to BEST-KOP-06 BEST-KOP-09 FORB-38 copied, with own name and own dates', () => {
  const tidigare = get([order(1, { ...bekraftadI(1), bestallningstext: 'Text', bestallare: signatur })], 'bestallning', testId(281));
  const beslut = beslutOf(bifall(1, 'kontaktperson', { giltigTom: '2023-12-31' })).data;
  expect(forslagEfterAvbrott(tidigare, beslut, '2023-03-10', testActor({ namn: 'Ulla Ström' }))).toEqual({
    beslutId: beslutId(1),
    utanBeslut: undefined,
    insatskategori: 'Rekrytering LSS-insatser',
    utforareId: u.rekrytering,
    utforarOrganisationId: undefined,
    insatser: ['Kontaktperson'],
    omfattning: undefined,
    bestallningstext: 'Text',
    bestallare: 'Ulla Ström',
    bestallarOrganisationId: kat.organisation,
    bestalltDatum: '2023-03-11',
    gallerFran: '2023-03-11',
    gallerTom: '2023-12-31',
    tidigareGallerTom: '2023-03-10',
  });
});

test('BEST-BORT-01 only what nobody has confirmed', () => {
  const of = (over: object) => get([order(1, over)], 'bestallning', testId(281));
  expect(kanTasBort(of({}))).toBe(true);
  expect(kanTasBort(of({ bekraftad: '2026-11-02' }))).toBe(false);
  expect(kanTasBort(of({ borttagen: { ...signatur, orsak: 'x' } }))).toBe(false);
});
