import { describe, expect, test } from 'vitest';
import { isRejection } from '../command.ts';
import { fatta, fattat, nyttBeslut, underlag } from '../testing/beslut.ts';
import { kat } from '../testing/katalog.ts';
import { testId } from '../testing/state.ts';
import type { BeslutInput } from './input.ts';
import { forslagSerie } from './serie.ts';

const i = kat.insats;
const koppling = (slag: 'delavslag' | 'stodfamilj' | 'serie', n = 1) => ({ slag, id: testId(800 + n) });
const accepted = (beslut: BeslutInput[]) => !isRejection(fatta(beslut));

describe('FORB-28 BESLUT-KORT-04 a stödfamilj is two bifall', () => {
  const par = (stod: Partial<BeslutInput> = {}, korttid: Partial<BeslutInput> = {}) => [
    nyttBeslut(1, { insatsId: i.korttidsvistelse, niva: '2', koppling: koppling('stodfamilj'), ...korttid }),
    nyttBeslut(2, { insatsId: i.stodfamilj, niva: '2', koppling: koppling('stodfamilj'), ...stod }),
  ];
  const avslag = nyttBeslut(3, { insatsId: i.korttidsvistelse, utfall: 'avslag', koppling: koppling('stodfamilj') });

  test('the pair, in either order, also partly refused (FORB-26)', () => {
    expect(accepted(par())).toBe(true);
    expect(accepted(par().reverse())).toBe(true);
    expect(accepted([...par(), avslag])).toBe(true);
    expect(accepted([...par(), { ...avslag, insatsId: i.stodfamilj }])).toBe(true);
  });

  test.each<[string, BeslutInput[], { code: string; field: string }]>([
    ['the stödfamilj half alone', par().slice(1), { code: 'par-kravs', field: 'beslut.0.koppling' }],
    ['the korttidsvistelse half alone', par().slice(0, 1), { code: 'par-kravs', field: 'beslut.0.koppling' }],
    ['another nivå', par({ niva: '3' }), { code: 'niva-stammer-inte', field: 'beslut.1.niva' }],
    ['another start', par({ giltigFran: '2026-12-02' }), { code: 'par-kravs', field: 'beslut.1.giltigFran' }],
    ['an end on one of them', par({ giltigTom: '2027-01-01' }), { code: 'par-kravs', field: 'beslut.1.giltigTom' }],
    ['two korttidsvistelser', par({ insatsId: i.korttidsvistelse }), { code: 'par-kravs', field: 'beslut.0.koppling' }],
    ['two stödfamiljer', par({}, { insatsId: i.stodfamilj }), { code: 'par-kravs', field: 'beslut.0.koppling' }],
    [
      'joined as a delavslag',
      par({ koppling: koppling('delavslag') }, { koppling: koppling('delavslag') }),
      { code: 'par-kravs', field: 'beslut.0.koppling' },
    ],
    [
      'joined in two ways',
      par({ koppling: { ...koppling('stodfamilj'), slag: 'serie' } }),
      { code: 'par-kravs', field: 'beslut.0.koppling' },
    ],
    [
      'an avslag of something else',
      [...par(), { ...avslag, insatsId: i.kontaktperson }],
      { code: 'par-kravs', field: 'beslut.2.koppling' },
    ],
    ['two avslag', [...par(), avslag, { ...avslag, id: testId(204) }], { code: 'par-kravs', field: 'beslut.3.koppling' }],
  ])('refused: %s', (_, beslut, rejection) => {
    expect(fatta(beslut)).toEqual(rejection);
  });
});

describe('FORB-26 BESLUT-GEN-06 a delavslag is one bifall and one avslag', () => {
  const bifall = nyttBeslut(1, { koppling: koppling('delavslag') });
  const avslag = nyttBeslut(2, { utfall: 'avslag', koppling: koppling('delavslag') });

  test('the two', () => {
    expect(accepted([bifall, avslag])).toBe(true);
  });

  test.each<[string, BeslutInput[], { code: string; field: string }]>([
    ['the bifall alone', [bifall], { code: 'par-kravs', field: 'beslut.0.koppling' }],
    ['the avslag alone', [avslag], { code: 'par-kravs', field: 'beslut.0.koppling' }],
    ['two bifall', [bifall, { ...avslag, utfall: 'bifall' }], { code: 'par-kravs', field: 'beslut.0.koppling' }],
    ['of two insatser', [bifall, { ...avslag, insatsId: i.dagligVerksamhet }], { code: 'par-kravs', field: 'beslut.1.koppling' }],
    ['three', [bifall, avslag, { ...avslag, id: testId(203) }], { code: 'par-kravs', field: 'beslut.0.koppling' }],
  ])('refused: %s', (_, beslut, rejection) => {
    expect(fatta(beslut)).toEqual(rejection);
  });
});

describe('FORB-24 BESLUT-PA-05 FRAGA-13 tillfällig utökning over months', () => {
  const serie = (fran: string, tom: string) =>
    forslagSerie(fran, tom).map((period, n) =>
      nyttBeslut(n, { ...period, insatsId: i.utokning, omfattning: { minuter: 1200 + n, enhet: 'År' }, koppling: koppling('serie') }),
    );
  const [first, second, third] = serie('2026-11-20', '2027-01-10');
  if (!first || !second || !third) throw new Error('no series');

  test('the months that forslagSerie proposes, each with its own hours, are kept as entered', () => {
    const decision = fatta(serie('2026-11-20', '2027-01-10'));
    if (isRejection(decision)) throw new Error(decision.code);
    const kept = decision.flatMap((change) => (change.op === 'put' && change.type === 'beslut' ? [change.data] : []));
    expect(kept.map(({ giltigFran, giltigTom, omfattning }) => [giltigFran, giltigTom, omfattning])).toEqual([
      ['2026-11-20', '2026-11-30', { minuter: 1200, enhet: 'År' }],
      ['2026-12-01', '2026-12-31', { minuter: 1201, enhet: 'År' }],
      ['2027-01-01', '2027-01-10', { minuter: 1202, enhet: 'År' }],
    ]);
  });

  test('a single month, and a series partly refused', () => {
    expect(accepted(serie('2026-12-01', '2026-12-31'))).toBe(true);
    expect(accepted([first, second, nyttBeslut(9, { insatsId: i.utokning, utfall: 'avslag', koppling: koppling('serie') })])).toBe(true);
  });

  test.each<[string, BeslutInput[], { code: string; field: string }]>([
    ['a month is missing', [first, third], { code: 'datum-efter', field: 'beslut.1.giltigFran' }],
    [
      'two overlap',
      [first, { ...second, giltigFran: '2026-12-01' }, { ...third, giltigFran: '2026-12-31', giltigTom: '2026-12-31' }],
      { code: 'datum-fore', field: 'beslut.2.giltigFran' },
    ],
    [
      'two in one month',
      [
        { ...first, giltigTom: '2026-11-25' },
        { ...second, giltigFran: '2026-11-26', giltigTom: '2026-11-30' },
      ],
      { code: 'datum-fore', field: 'beslut.1.giltigFran' },
    ],
    [
      'an insats that is not decided by the month',
      [first, nyttBeslut(2, { koppling: koppling('serie') })],
      { code: 'stammer-inte-med-katalogen', field: 'beslut.1.koppling' },
    ],
  ])('refused: %s', (_, beslut, rejection) => {
    expect(fatta(beslut)).toEqual(rejection);
  });
});

describe('one operation', () => {
  test.each<[string, ReturnType<typeof fatta>, { code: string; field: string }]>([
    ['the same id twice', fatta([nyttBeslut(1), nyttBeslut(1)]), { code: 'finns-redan', field: 'beslut.0.id' }],
    [
      'two personkretsar',
      fatta([nyttBeslut(1), nyttBeslut(2, { personkrets: '2' })]),
      { code: 'personkrets-kravs', field: 'beslut.1.personkrets' },
    ],
    [
      'joined to what is saved already',
      fatta([nyttBeslut(1, { koppling: koppling('delavslag') }), nyttBeslut(2, { utfall: 'avslag', koppling: koppling('delavslag') })], {
        records: underlag(fattat(9, { koppling: koppling('delavslag') })),
      }),
      { code: 'finns-redan', field: 'beslut.0.koppling' },
    ],
  ])('refused: %s', (_, decision, rejection) => {
    expect(decision).toEqual(rejection);
  });
});
