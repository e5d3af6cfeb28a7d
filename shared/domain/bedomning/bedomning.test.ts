import { describe, expect, test } from 'vitest';
import { beslutId, bifall, efter, get, kor, med, personal, u, verk } from '../testing/bestallning.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { bedomningsforslag, instrumentFor, poangFor } from './forslag.ts';

const bedomningId = testId(350);
const alla = [
  { kod: 'MALTIDER', niva: 'Självständig' },
  { kod: 'KOMMUNIKATION', niva: 'Stort stöd', kommentar: 'Tecken som stöd.' },
];
const input = {
  bedomningId,
  basRev: null,
  rev: testId(351),
  utredningId: akt.utredning,
  beslutId: beslutId(1),
  instrumentId: kat.instrument,
  datum: '2026-11-18',
  funktioner: alla,
  verkstallighetId: akt.lssInsatser,
};
const spara = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  kor('bedomning.spara', { ...input, ...over }, records, actor);
const daglig = (...mer: TestRecord[]) => med(bifall(1, 'dagligVerksamhet'), ...mer);
const stangd = (slutdatum: string) =>
  daglig().map((one) => (one.id === akt.lssInsatser && one.type === 'verkstallighet' ? { ...one, data: { ...one.data, slutdatum } } : one));

describe('bedomning.spara', () => {
  test('BEDOM-03 BEDOM-04 BEDOM-05 BEDOM-06 every function, in the order of the instrument, with its points', () => {
    expect(get(efter(daglig(), spara(daglig())), 'bedomning', bedomningId)).toEqual({
      enhet: 'lss',
      utredningId: akt.utredning,
      beslutId: beslutId(1),
      instrumentId: kat.instrument,
      instrument: 'D. Bedömning Daglig verksamhet',
      utforsAv: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' },
      datum: '2026-11-18',
      funktioner: [
        { kod: 'KOMMUNIKATION', namn: 'KOMMUNIKATION', niva: 'Stort stöd', poang: 2, kommentar: 'Tecken som stöd.' },
        { kod: 'MALTIDER', namn: 'MALTIDER', niva: 'Självständig', poang: 0 },
      ],
      verkstallighetId: akt.lssInsatser,
      rev: testId(351),
    });
  });

  test('BEDOM-04 the day may be today', () => {
    expect(get(efter(daglig(), spara(daglig(), { datum: '2026-11-20' })), 'bedomning', bedomningId).datum).toBe('2026-11-20');
  });

  test('FRAGA-61 changed on the revision that was read, by whom it was made; not again when LSS Insatser has closed since', () => {
    const before = efter(daglig(), spara(daglig()));
    const over = { basRev: testId(351), rev: testId(352), funktioner: alla.map((one) => ({ ...one, niva: 'Självständig' })) };
    const after = efter(before, spara(before, over, testActor({ id: testId(3), namn: 'Ulla Ström' })));
    expect(get(after, 'bedomning', bedomningId)).toMatchObject({ utforsAv: { namn: 'Karin Ek' }, rev: testId(352) });
    const sedan = [...stangd('2026-11-01'), ...before.filter(({ id }) => id === bedomningId)];
    expect(spara(sedan, over)).toHaveLength(1);
    expect(spara(before, { ...over, basRev: testId(353) })).toEqual({ code: 'andrad-av-annan' });
    expect(spara(before, { ...over, instrumentId: testId(999) })).toEqual({ code: 'finns-redan' });
  });

  test('BESLUT-DV-04 without a named beslut: some bifall of the utredning is assessed by the instrument', () => {
    expect(spara(daglig(), { beslutId: undefined })).toHaveLength(1);
    expect(spara(med(bifall(1)), { beslutId: undefined })).toEqual({ code: 'inget-bifall', field: 'beslutId' });
  });

  test.each([
    ['FORB-44 an untouched function', daglig(), { funktioner: alla.slice(1) }, 'alla-funktioner-kravs', 'funktioner'],
    ['a function twice', daglig(), { funktioner: [...alla, ...alla] }, 'alla-funktioner-kravs', 'funktioner'],
    [
      'a function of another instrument',
      daglig(),
      { funktioner: [...alla, { kod: 'SYN', niva: 'x' }] },
      'stammer-inte-med-katalogen',
      'funktioner.2.kod',
    ],
    [
      'first, a function of another instrument',
      daglig(),
      { funktioner: [{ kod: 'SYN', niva: 'x' }, ...alla] },
      'stammer-inte-med-katalogen',
      'funktioner.0.kod',
    ],
    [
      'a level it does not have',
      daglig(),
      { funktioner: [alla[0], { kod: 'KOMMUNIKATION', niva: 'Visst stöd' }] },
      'stammer-inte-med-katalogen',
      'funktioner.1.niva',
    ],
    ['an instrument the catalogue does not have', daglig(), { instrumentId: testId(999) }, 'finns-inte-i-katalogen', 'instrumentId'],
    ['at an avslag', med(bifall(1, 'dagligVerksamhet', { utfall: 'avslag' })), {}, 'inget-bifall', 'beslutId'],
    ['an insats that is not assessed', med(bifall(1)), {}, 'stammer-inte-med-katalogen', 'instrumentId'],
    ['a beslut of another utredning', med(bifall(1, 'dagligVerksamhet', { utredningId: testId(21) })), {}, 'annan-kopplad', 'beslutId'],
    ['a beslut that is not there', med(), {}, 'finns-inte', 'beslutId'],
    ['an utredning that is not there', daglig(), { utredningId: testId(99) }, 'finns-inte', 'utredningId'],
    ['BEDOM-01 no LSS Insatser', daglig(), { verkstallighetId: testId(99) }, 'lss-insatser-saknas', 'verkstallighetId'],
    ['BEDOM-06 another verkställighet', daglig(), { verkstallighetId: akt.verkstallighet }, 'lss-insatser-saknas', 'verkstallighetId'],
    ['BEDOM-01 a closed LSS Insatser', stangd('2026-11-19'), {}, 'verkstallighet-avslutad', 'verkstallighetId'],
    ['a day ahead', daglig(), { datum: '2026-11-21' }, 'datum-i-framtiden', 'datum'],
    ['a new one under a revision', daglig(), { basRev: testId(350) }, 'finns-inte', undefined],
  ] as [string, TestRecord[], object, string, string | undefined][])('%s: refused', (_, records, over, code, field) => {
    expect(spara(records, over)).toEqual(field === undefined ? { code } : { code, field });
  });

  test('the role: an utförare assesses nothing here', () => {
    expect(spara(daglig(), {}, personal(u.resursformedling))).toEqual({ code: 'behorighet-saknas' });
  });
});

describe('the form', () => {
  const state = stateOf(testKatalog());
  const instrument = get(testKatalog(), 'instrument', kat.instrument);
  const forslag = (records: TestRecord[], today = '2026-11-20') =>
    bedomningsforslag(
      { id: beslutId(1), data: get(records, 'beslut', beslutId(1)) },
      state.katalogLista('insats'),
      stateOf(records).list('verkstallighet'),
      testActor(),
      today,
    );

  test('BEDOM-04 FORB-44 the beslutsdatum, the user, and the one LSS Insatser that is open', () => {
    expect(forslag(daglig())).toEqual({
      instrumentId: kat.instrument,
      beslutId: beslutId(1),
      utredningId: akt.utredning,
      utforsAv: 'Karin Ek',
      datum: '2026-10-20',
      verkstallighetId: akt.lssInsatser,
    });
    expect(forslag(daglig(), '2026-10-01')?.datum).toBe('2026-10-01');
  });
  test('FORB-44 none or two open: nothing is ticked', () => {
    expect(forslag(stangd('2026-11-19'))?.verkstallighetId).toBeUndefined();
    expect(forslag(daglig(verk(2, { lssInsatser: true })))?.verkstallighetId).toBeUndefined();
  });
  test('BESLUT-DV-04 only a bifall whose insats has an instrument', () => {
    expect(forslag(med(bifall(1)))).toBeUndefined();
    expect(
      instrumentFor(get([bifall(1, 'dagligVerksamhet', { utfall: 'avslag' })], 'beslut', beslutId(1)), state.katalogLista('insats')),
    ).toBeUndefined();
  });
  test('BEDOM-05 FRAGA-28 the points of a level, none before it is chosen', () => {
    expect(poangFor(instrument, 'KOMMUNIKATION', 'Stort stöd')).toBe(2);
    expect(poangFor(instrument, 'KOMMUNIKATION', undefined)).toBeUndefined();
    expect(poangFor(instrument, 'SYN', 'Stort stöd')).toBeUndefined();
  });
});
