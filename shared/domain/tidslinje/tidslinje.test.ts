import { describe, expect, test } from 'vitest';
import type { Beslut } from '../beslut/records.ts';
import type { Bestallning } from '../bestallning/records.ts';
import { testAnteckning, testId, testVerkstallighet } from '../testing/state.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { Stapel } from './rader.ts';
import { byggTidslinje, type TidslinjeAkt } from './tidslinje.ts';

const today = '2026-11-20';
const by = testAnteckning().skapad;
const katalog = {
  utforareNamn: () => 'Lss, Rekryteringshandläggare',
  organisationNamn: () => 'LSS Rekrytering',
  insatsNamn: (id: string) => (id === testId(80) ? 'Ledsagarservice' : undefined),
};
const beslut = (n: number, over: Partial<Beslut> = {}): TidslinjeAkt['beslut'][number] => ({
  id: testId(n),
  data: {
    utredningId: testId(20),
    beslutskod: 'KOD',
    beslutsnamn: 'LSS Daglig verksamhet Bifall',
    utfall: 'bifall',
    insatskategori: 'Daglig verksamhet LSS',
    beslutsdatum: '2021-04-12',
    giltigFran: '2021-05-01',
    ...over,
  },
});
const bestallning = (n: number, over: Partial<Bestallning> = {}): TidslinjeAkt['bestallningar'][number] => ({
  id: testId(n),
  data: { beslutId: testId(50), bestalltDatum: '2021-04-13', gallerFran: '2021-05-01', utforareId: testId(41), insatser: ['DV'], ...over },
});
const verkstallighet = (n: number, over: Partial<Verkstallighet> = {}): TidslinjeAkt['verkstalligheter'][number] => ({
  id: testId(n),
  data: testVerkstallighet({ insatskategori: 'Daglig verksamhet LSS', startdatum: '2021-05-10', beslutId: testId(50), ...over }),
});
const bekraftad = (datum: string) => ({ bekraftad: datum, bekraftelse: { ...by, verkstallighetId: testId(30) } });
const bygg = (akt: Partial<TidslinjeAkt>, now = today) =>
  byggTidslinje({ beslut: [], bestallningar: [], verkstalligheter: [], ...akt }, katalog, now);
const perioder = (staplar: Stapel[] | undefined) => staplar?.map(({ slag, fran, till }) => [slag, fran, till]);

describe('beslut', () => {
  test('TRAD-05 a row each, with its insatskategori, bold and in words while it runs', () => {
    const ledsagare = beslut(51, {
      insatsId: testId(80),
      insatskategori: 'Rekrytering LSS-insatser',
      beslutsdatum: '2026-11-12',
      giltigFran: '2026-12-01',
      giltigTom: '2027-11-30',
      omfattning: { minuter: 1200, enhet: 'Månad' },
    });
    expect(bygg({ beslut: [beslut(50), ledsagare] })).toEqual([
      {
        id: `beslut/${testId(51)}`,
        slag: 'beslut',
        niva: 1,
        insatskategori: 'Rekrytering LSS-insatser',
        etikett: 'Ledsagarservice 261112',
        fet: true,
        status: 'beslut löper',
        staplar: [{ slag: 'beslutad', fran: '2026-12-01', till: '2027-11-30', text: '20 tim/mån' }],
      },
      {
        id: `beslut/${testId(50)}`,
        slag: 'beslut',
        niva: 1,
        insatskategori: 'Daglig verksamhet LSS',
        etikett: 'LSS Daglig verksamhet Bifall 210412',
        fet: true,
        status: 'beslut löper',
        staplar: [{ slag: 'beslutad', fran: '2021-05-01', text: 'tills vidare' }],
      },
    ]);
  });

  test('TRAD-06 one that has expired is not bold; its last day it still runs', () => {
    const ended = { beslut: [beslut(50, { giltigTom: today })] };
    expect(bygg(ended)[0]).toMatchObject({ fet: true, status: 'beslut löper' });
    expect(bygg(ended, '2026-11-21')[0]).toMatchObject({ fet: false, status: 'avslutad' });
  });

  test.each<[string, Partial<Beslut>, string]>([
    ['hours with minutes a week', { omfattning: { minuter: 2910, enhet: 'Vecka' } }, '48 tim 30 min/vecka'],
    ['a nivå', { niva: 'Nivå 3' }, 'Nivå 3'],
    ['a nivå that is a number', { niva: '2' }, 'nivå 2'],
    ['no amount, an end', { giltigTom: '2027-01-31' }, 't.o.m. 2027-01-31'],
    ['no amount, no end', {}, 'tills vidare'],
  ])('FORB-20 the bar tells %s', (_, over, text) => {
    expect(bygg({ beslut: [beslut(50, over)] })[0]?.staplar[0]?.text).toBe(text);
  });

  test('LASS-02 TRAD-07 a LASS-beslut is marked and not bold, though it runs', () => {
    const lass = { beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS', beslutsnamn: 'Assistanskostnader utöver LASS' };
    expect(bygg({ beslut: [beslut(50, lass)] })[0]).toMatchObject({
      etikett: expect.stringMatching(/^Assistanskostnader utöver LASS \d{6}$/),
      marke: 'LASS',
      fet: false,
      status: 'beslut löper',
    });
  });

  test('BESLUT-GEN-02 an avslag is a mark on its day and no bar', () => {
    const avslag = beslut(50, { insatsId: testId(80), utfall: 'avslag', insatskategori: 'LSS Insatser' });
    expect(bygg({ beslut: [avslag] })[0]).toMatchObject({
      etikett: 'Avslag Ledsagarservice 210412',
      avslag: '2021-04-12',
      staplar: [],
      fet: false,
      status: 'avslutad',
    });
  });

  test('a felmarkerat beslut has no row', () => {
    expect(bygg({ beslut: [beslut(50, { felmarkerad: true })] })).toEqual([]);
  });

  test('an insatskategori stands together, the one with the latest beslut first, bifall, LASS and avslag apart', () => {
    const rekrytering = { insatskategori: 'Rekrytering LSS-insatser' };
    const lss = { insatskategori: 'LSS Insatser' };
    const all = [
      beslut(50),
      beslut(51, { ...rekrytering, beslutsdatum: '2024-02-28' }),
      beslut(52, { ...lss, beslutsdatum: '2025-06-02', beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS' }),
      beslut(53, { ...rekrytering, beslutsdatum: '2026-11-12' }),
      beslut(54, { ...lss, beslutsdatum: '2020-04-12', utfall: 'avslag' }),
    ];
    const order = [53, 51, 52, 50, 54].map((n) => `beslut/${testId(n)}`);
    expect(bygg({ beslut: all }).map(({ id }) => id)).toEqual(order);
    expect(bygg({ beslut: all.toReversed() }).map(({ id }) => id)).toEqual(order);
  });
});

describe('what carries a beslut out', () => {
  test('TRAD-09 an order nobody has confirmed is dashed; confirmed, its verkställighet stands in its place', () => {
    const rows = bygg({ beslut: [beslut(50)], bestallningar: [bestallning(60)] });
    expect(rows[1]).toMatchObject({
      id: `bestallning/${testId(60)}`,
      niva: 2,
      etikett: 'Beställning – Lss, Rekryteringshandläggare',
      staplar: [{ slag: 'ejBekraftad', fran: '2021-05-01', text: 'ej bekräftad' }],
    });
    const later = bygg({
      beslut: [beslut(50)],
      bestallningar: [bestallning(60, bekraftad('2021-05-10'))],
      verkstalligheter: [verkstallighet(30)],
    });
    expect(later.map(({ slag }) => slag)).toEqual(['beslut', 'verkstallighet']);
  });

  test('a confirmed order whose verkställighet is not held is shown itself', () => {
    const rows = bygg({ beslut: [beslut(50)], bestallningar: [bestallning(60, { bekraftad: '2021-05-10' })] });
    expect(rows[1]?.staplar).toEqual([{ slag: 'verkstalld', fran: '2021-05-10', text: 'bekräftad' }]);
  });

  test('FORB-39 an order taken back has no row', () => {
    expect(bygg({ beslut: [beslut(50)], bestallningar: [bestallning(60, { borttagen: { ...by, orsak: 'Fel' } })] })).toHaveLength(1);
  });

  test('TRAD-08 TRAD-11 VERK-09 a verkställighet stands below its beslut, with its organisation, bold while open', () => {
    expect(bygg({ beslut: [beslut(50)], verkstalligheter: [verkstallighet(30)] })[1]).toEqual({
      id: `verkstallighet/${testId(30)}`,
      slag: 'verkstallighet',
      niva: 2,
      insatskategori: 'Daglig verksamhet LSS',
      etikett: 'Verkställighet 210510- – Lss, Rekryteringshandläggare',
      fet: true,
      status: 'pågående',
      staplar: [{ slag: 'verkstalld', fran: '2021-05-10', text: 'verkställd' }],
      organisation: 'LSS Rekrytering',
    });
    const ended = bygg({ verkstalligheter: [verkstallighet(30, { slutdatum: '2023-06-30' })] })[0];
    expect(ended).toMatchObject({ niva: 1, etikett: '210510-230630 – Lss, Rekryteringshandläggare', fet: false, status: 'avslutad' });
    expect(perioder(ended?.staplar)).toEqual([['verkstalld', '2021-05-10', '2023-06-30']]);
  });

  test('VERK-01 LSS Insatser, where no insats is carried out, has no row', () => {
    expect(bygg({ verkstalligheter: [verkstallighet(30, { lssInsatser: true })] })).toEqual([]);
  });

  test('one from before links were kept belongs to the bifall of its insatskategori that held when it began', () => {
    const old = verkstallighet(30, { beslutId: undefined, insatskategori: 'DAGLIG verksamhet LSS' });
    const all = [beslut(50), beslut(51, { giltigFran: '2021-05-11', beslutsdatum: '2021-05-01' })];
    expect(bygg({ beslut: all, verkstalligheter: [old] }).map(({ id }) => id)).toEqual([
      `beslut/${testId(51)}`,
      `beslut/${testId(50)}`,
      `verkstallighet/${testId(30)}`,
    ]);
    expect(bygg({ beslut: [beslut(50, { giltigTom: '2021-05-09' })], verkstalligheter: [old] })[1]).toMatchObject({ niva: 1 });
    const byOrder = [bestallning(60, { beslutId: testId(51), ...bekraftad('2021-05-20') })];
    expect(bygg({ beslut: all, verkstalligheter: [old], bestallningar: byOrder })[1]).toMatchObject({ niva: 2 });
  });
});

describe('BEST-KOP-01 an avbrott', () => {
  const forsta = bestallning(60, { ...bekraftad('2021-05-10'), gallerTom: '2023-08-31' });
  const andra = (over: Partial<Bestallning> = {}) =>
    bestallning(61, { gallerFran: '2023-09-01', bestalltDatum: '2023-09-01', ersatter: testId(60), ...over });
  const staplar = (bestallningar: TidslinjeAkt['bestallningar'], over: Partial<Verkstallighet> = {}) =>
    perioder(
      bygg({ beslut: [beslut(50)], bestallningar, verkstalligheter: [verkstallighet(30, over)] }).find(
        ({ slag }) => slag === 'verkstallighet',
      )?.staplar,
    );

  test('BEST-KOP-09 from the end of the earlier order to the day the new one was verkställd', () => {
    expect(staplar([forsta, andra(bekraftad('2023-12-01'))])).toEqual([
      ['verkstalld', '2021-05-10', '2023-08-31'],
      ['avbrott', '2023-09-01', '2023-11-30'],
      ['verkstalld', '2023-12-01', undefined],
    ]);
  });

  test('goes on while the new order is not confirmed, and no further than the verkställighet', () => {
    expect(staplar([andra(), forsta])).toEqual([
      ['verkstalld', '2021-05-10', '2023-08-31'],
      ['avbrott', '2023-09-01', undefined],
    ]);
    expect(staplar([forsta, andra()], { slutdatum: '2023-10-15' })).toEqual([
      ['verkstalld', '2021-05-10', '2023-08-31'],
      ['avbrott', '2023-09-01', '2023-10-15'],
    ]);
    expect(staplar([forsta, andra()], { slutdatum: '2023-08-15' })).toEqual([['verkstalld', '2021-05-10', '2023-08-15']]);
  });

  test('is none when the new one was verkställd the next day', () => {
    expect(staplar([forsta, andra(bekraftad('2023-09-01'))])).toEqual([['verkstalld', '2021-05-10', undefined]]);
  });
});
