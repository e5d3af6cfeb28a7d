import { describe, expect, test } from 'vitest';
import { beslutId, bifall, efter, get, kor, med, personal, signatur, u, verk, verkId } from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { akt, type TestRecord, testActor, testAkt, testId } from '../testing/state.ts';

/** The akt without an open LSS Insatser. */
const utanLss = (...mer: TestRecord[]) => med(...mer).filter(({ id }) => id !== akt.lssInsatser);
const stangdLss = (slutdatum: string, over: object = {}): TestRecord => {
  const lss = testAkt().find(({ id }) => id === akt.lssInsatser);
  if (lss?.type !== 'verkstallighet') throw new Error('no LSS Insatser');
  return { ...lss, data: { ...lss.data, slutdatum, ...over } };
};
const lssInput = {
  verkstallighetId: verkId(9),
  insatskategori: 'LSS Insatser',
  utforareId: u.funktion3,
  organisationId: kat.organisation,
  startdatum: '2026-11-20',
};
const egenInput = {
  ...lssInput,
  verkstallighetId: verkId(1),
  insatskategori: 'Personlig ass LSS',
  utforareId: u.egetVal,
  beslutId: beslutId(1),
};
const oppna = (records: TestRecord[], input: object, actor = testActor()) => kor('verkstallighet.oppna', input, records, actor);

describe('verkstallighet.oppna', () => {
  test('VERK-01 VERK-07 LSS Insatser, whatever its capitals (FRAGA-35)', () => {
    const after = efter(utanLss(), oppna(utanLss(), { ...lssInput, insatskategori: 'LSS insatser' }));
    expect(get(after, 'verkstallighet', verkId(9))).toEqual({
      enhet: 'lss',
      insatskategori: 'LSS Insatser',
      utforareId: u.funktion3,
      organisationId: kat.organisation,
      startdatum: '2026-11-20',
      lssInsatser: true,
    });
    expect(oppna(utanLss(), { ...lssInput, utforareId: u.myndighet })).toHaveLength(1);
  });

  test('VERK-02 VERK-04 VERK-06 of a bifall at Lss, Eget Val', () => {
    const records = med(bifall(1, 'assistans'));
    expect(get(efter(records, oppna(records, egenInput)), 'verkstallighet', verkId(1))).toMatchObject({
      lssInsatser: false,
      beslutId: beslutId(1),
    });
  });

  test('VERK-02 (b) of an extern placering, under the insatskategori of the beslut', () => {
    const records = med(bifall(1, 'dagligVerksamhet', { externPlacering: true }));
    const input = { ...egenInput, utforareId: u.extern };
    expect(oppna(records, { ...input, insatskategori: 'Daglig verksamhet LSS' })).toHaveLength(1);
    expect(oppna(records, { ...input, insatskategori: 'Planering Daglig verksamhet' })).toEqual({
      code: 'insats-stammer-inte',
      field: 'insatskategori',
    });
  });

  const assistans = [bifall(1, 'assistans')];
  const vilande = utanLss().map((one) => (one.type === 'utredning' ? { ...one, data: { ...one.data, slutdatum: '2026-11-01' } } : one));
  test.each([
    ['VERK-01 LSS Insatser twice', med(), lssInput, { code: 'lss-insatser-finns' }],
    ['FRAGA-08 one that ends today is open today', med(stangdLss('2026-11-20')), lssInput, { code: 'lss-insatser-finns' }],
    [
      'VERK-07 LSS Insatser at an utförare',
      utanLss(),
      { ...lssInput, utforareId: u.kommunal },
      { code: 'utforare-stammer-inte', field: 'utforareId' },
    ],
    [
      'FRAGA-31 LSS Insatser of one beslut',
      utanLss(bifall(1)),
      { ...lssInput, beslutId: beslutId(1) },
      { code: 'annan-kopplad', field: 'beslutId' },
    ],
    ['VERK-02 (c) LSS Insatser in a case where nothing goes on', vilande, lssInput, { code: 'arendet-avslutat' }],
    ['VERK-02 of no bifall', med(), { ...egenInput, beslutId: undefined }, { code: 'inget-bifall', field: 'beslutId' }],
    ['of a beslut that is not there', med(), egenInput, { code: 'finns-inte', field: 'beslutId' }],
    ['of an avslag', med(bifall(1, 'assistans', { utfall: 'avslag' })), egenInput, { code: 'inget-bifall', field: 'beslutId' }],
    [
      'VERK-02 ROLL-02 one the utförare opens by confirming',
      med(...assistans),
      { ...egenInput, utforareId: u.kommunal },
      { code: 'bekraftas-av-utforaren', field: 'utforareId' },
    ],
    [
      'an utförare of another insats',
      med(...assistans),
      { ...egenInput, utforareId: u.extern },
      { code: 'utforare-stammer-inte', field: 'utforareId' },
    ],
    [
      'VERK-03 twice',
      med(...assistans, verk(2, { insatskategori: 'Personlig ass LSS', utforareId: u.egetVal })),
      egenInput,
      { code: 'verkstallighet-finns' },
    ],
    ['a taken id', med(...assistans, verk(1)), egenInput, { code: 'finns-redan' }],
    [
      'an organisation the catalogue does not have',
      med(...assistans),
      { ...egenInput, organisationId: testId(999) },
      { code: 'finns-inte-i-katalogen', field: 'organisationId' },
    ],
    ['in no akt', [], lssInput, { code: 'finns-inte' }],
  ])('%s: refused', (_, records, input, rejection) => {
    expect(oppna(records, input)).toEqual(rejection);
  });

  test('VERK-02 (c) a new kund has nothing yet; an ansökan or a bifall is something', () => {
    const ny = utanLss().filter(({ type }) => type !== 'utredning');
    expect(oppna(ny, lssInput)).toHaveLength(1);
    expect(oppna([...vilande, bifall(1)], lssInput)).toHaveLength(1);
    expect(oppna([...vilande, bifall(1, 'kontaktperson', { avslutad: signatur })], lssInput)).toEqual({ code: 'arendet-avslutat' });
  });

  test('the role: an utförare opens none', () => {
    expect(oppna(utanLss(), lssInput, personal(u.kommunal))).toEqual({ code: 'behorighet-saknas' });
  });
});
