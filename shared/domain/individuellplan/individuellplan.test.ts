import { describe, expect, test } from 'vitest';
import { beslutId, bifall, efter, kor, med, signatur } from '../testing/bestallning.ts';
import { fristerAv } from '../testing/frister.ts';
import { fristregler } from '../testing/fristregler.ts';
import { noterad, planId } from '../testing/individuellplan.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { planlage, planstart } from './laget.ts';

const notera = (records: TestRecord[], over: object = {}) =>
  kor(
    'individuellPlan.notera',
    { beslutId: beslutId(1), planId: planId(9), steg: 'erbjuden', dag: '2026-11-19', rev: testId(959), ...over },
    records,
  );
const koder = ['erbjud-plan', 'uppratta-plan', 'omprova-plan'];
const frister = (records: TestRecord[]) =>
  fristerAv(stateOf([...records, ...fristregler()]), akt.person).flatMap(({ regel, fran, datum, tom }) =>
    koder.includes(regel.kod) ? [[regel.kod, fran, datum, ...(tom ? [tom] : [])]] : [],
  );
const felmarkering = { ...signatur, orsak: 'Fel dag' };

describe('KLOCK-12 individuell plan (LSS 10 §)', () => {
  test('is noted with a bifall of LSS: by whom, which day, and what', () => {
    const records = efter(med(bifall(1)), notera(med(bifall(1)), { anteckning: 'Vill tänka på saken' }));
    expect(stateOf(records).get('individuellPlan', planId(9))).toMatchObject({
      ...{ beslutId: beslutId(1), steg: 'erbjuden', dag: '2026-11-19', anteckning: 'Vill tänka på saken', enhet: 'lss' },
      av: { namn: testActor().namn },
    });
  });
  test.each<[object, TestRecord[], object]>([
    [{ dag: '2026-11-21' }, [], { code: 'datum-i-framtiden', field: 'dag' }],
    [{ dag: '2026-10-19' }, [], { code: 'datum-fore', field: 'dag' }],
    [{ steg: 'omprovad' }, [], { code: 'ingen-plan', field: 'steg' }],
    [{ steg: 'omprovad', dag: '2026-11-01' }, [noterad(1, 'upprattad', '2026-11-02')], { code: 'ingen-plan', field: 'steg' }],
    [{}, [noterad(1, 'erbjuden', '2026-11-19')], { code: 'planen-redan-noterad', field: 'steg' }],
    [{ beslutId: testId(999) }, [], { code: 'finns-inte', field: 'beslutId' }],
    [{ planId: planId(1) }, [noterad(1, 'erbjuden', '2026-11-01')], { code: 'finns-redan' }],
  ])('%j is refused', (over, mer, refused) => {
    expect(notera(med(bifall(1), ...mer), over)).toEqual(refused);
  });
  test.each<[string, TestRecord, string]>([
    ['an avslag', bifall(1, 'kontaktperson', { utfall: 'avslag' }), 'inget-bifall'],
    ['one marked as wrong', bifall(1, 'kontaktperson', { felmarkerad: true }), 'redan-felmarkerat'],
    ['one of SoL', bifall(1, 'trygghetslarm'), 'inte-lss'],
  ])('not with %s', (_, beslut, code) => {
    expect(notera(med(beslut))).toMatchObject({ code });
  });
  test('what was noted wrong is felmarkerat by who noted it, and counts for nothing', () => {
    const records = med(bifall(1), noterad(1, 'upprattad', '2026-11-03'));
    const fel = (actor = testActor(), av = records) =>
      kor('individuellPlan.felmarkera', { planId: planId(1), orsak: 'Fel dag' }, av, actor);
    expect(fel(testActor({ id: testId(77) }))).toEqual({ code: 'inte-forfattare' });
    const rattad = efter(records, fel());
    expect(stateOf(rattad).get('individuellPlan', planId(1))?.felmarkering?.orsak).toBe('Fel dag');
    expect(planlage(stateOf(rattad).list('individuellPlan'), undefined)).toEqual({ slag: 'ingen' });
    expect(fel(testActor(), rattad), 'twice').toEqual([]);
    const genomgangen = [...records, noterad(2, 'omprovad', '2026-11-10')];
    expect(
      planlage(stateOf(efter(genomgangen, fel(testActor(), genomgangen))).list('individuellPlan'), undefined),
      'there was none to go through',
    ).toEqual({ slag: 'ingen' });
  });
});

describe('KLOCK-12 its clock', () => {
  test('offered with each grant: until it is offered, asked for or declined', () => {
    expect(frister(med(bifall(1)))).toEqual([['erbjud-plan', '2026-10-20', '2026-11-03']]);
    for (const steg of ['erbjuden', 'avbojd'] as const) expect(frister(med(bifall(1), noterad(1, steg, '2026-10-20')))).toEqual([]);
    const ny = bifall(2, 'korttidsvistelse', { beslutsdatum: '2026-11-10' });
    expect(frister(med(bifall(1), ny, noterad(1, 'erbjuden', '2026-10-20'))), 'another grant').toEqual([
      ['erbjud-plan', '2026-11-10', '2026-11-24'],
    ]);
    expect(frister(med(bifall(1), noterad(1, 'erbjuden', '2026-10-20', { felmarkering })))).toHaveLength(1);
  });
  test('asked for: made within the time of the rule, unless declined', () => {
    const begard = med(bifall(1), noterad(1, 'begard', '2026-11-03'));
    expect(frister(begard)).toEqual([['uppratta-plan', '2026-11-03', '2027-01-03']]);
    expect(frister([...begard, noterad(2, 'erbjuden', '2026-11-05')]), 'offered anew, it is still asked for').toEqual(frister(begard));
    expect(frister([...begard, noterad(2, 'avbojd', '2026-11-05')])).toEqual([]);
  });
  test('made: gone through within a year of the latest time, whatever is granted since', () => {
    const plan = med(bifall(1), noterad(1, 'begard', '2026-10-21'), noterad(2, 'upprattad', '2026-11-03'));
    expect(frister(plan)).toEqual([['omprova-plan', '2026-11-03', '2027-11-03']]);
    const omprovad = [...plan, noterad(3, 'omprovad', '2026-11-18')];
    expect(frister(omprovad)).toEqual([['omprova-plan', '2026-11-18', '2027-11-18']]);
    expect(frister([...omprovad, noterad(4, 'avbojd', '2026-11-19')]), 'wanted no more').toEqual([]);
  });
  test('is about what is granted now, where what it was noted with has ended or was wrong', () => {
    const ny = bifall(2, 'korttidsvistelse', { beslutsdatum: '2026-11-10' });
    const om = (over: object) =>
      fristerAv(
        stateOf([...med(bifall(1, 'kontaktperson', over), ny, noterad(1, 'upprattad', '2026-11-03')), ...fristregler()]),
        akt.person,
      )
        .filter(({ regel }) => regel.kod === 'omprova-plan')
        .map(({ ref }) => ref.id);
    expect(om({})).toEqual([beslutId(1)]);
    expect(om({ felmarkerad: true })).toEqual([beslutId(2)]);
    expect(om({ avslutad: signatur })).toEqual([beslutId(2)]);
  });
  test('what is granted after a time without is begun anew: of the old plan nothing is late, and nothing is gone through', () => {
    const gammal = (giltigTom: string) => bifall(1, 'kontaktperson', { beslutsdatum: '2020-01-10', giltigFran: '2020-01-10', giltigTom });
    const ny = bifall(2, 'korttidsvistelse', { beslutsdatum: '2026-11-10', giltigFran: '2026-11-15' });
    const planer = [noterad(1, 'upprattad', '2020-02-01'), noterad(2, 'omprovad', '2021-02-01')];
    const anyo = [['erbjud-plan', '2026-11-10', '2026-11-24']];
    expect(frister(med(gammal('2021-12-31'), ny, ...planer))).toEqual(anyo);
    expect(frister(med(gammal('2021-12-31'), ny, noterad(1, 'begard', '2021-02-01')))).toEqual(anyo);
    expect(frister(med(gammal('2026-11-08'), ny, ...planer)), 'a day between').toEqual(anyo);
    expect(frister(med(gammal('2026-11-09'), ny, ...planer)), 'none').toEqual([['omprova-plan', '2021-02-01', '2022-02-01']]);
    const gammalFore = med(gammal('2021-12-31'), ny, ...planer);
    const omprova = (dag: string, id: number) => notera(gammalFore, { steg: 'omprovad', dag, beslutId: beslutId(id) });
    expect(omprova('2026-11-19', 2)).toEqual({ code: 'ingen-plan', field: 'steg' });
    expect(omprova('2026-11-19', 1), 'noted with the old one').toEqual({ code: 'ingen-plan', field: 'steg' });
    expect(omprova('2021-06-01', 1), 'that was forgotten then').toHaveLength(1);
    expect(frister([...gammalFore, noterad(3, 'upprattad', '2026-11-19', { beslutId: beslutId(2) })])).toEqual([
      ['omprova-plan', '2026-11-19', '2027-11-19'],
    ]);
  });
  const at = (dag: string) => ({ ...signatur, at: `${dag}T12:00:00.000Z` });
  test.each<[string, TestRecord[], string | undefined, string?]>([
    ['nothing granted', [], undefined],
    ['one that goes on', [bifall(1)], '2026-10-20'],
    ['from before it was decided', [bifall(1, 'kontaktperson', { giltigFran: '2026-09-01' })], '2026-09-01'],
    ['SoL is none', [bifall(1), bifall(2, 'trygghetslarm', { beslutsdatum: '2020-01-01' })], '2026-10-20'],
    ['an avslag is none', [bifall(1), bifall(2, 'kontaktperson', { utfall: 'avslag', beslutsdatum: '2020-01-01' })], '2026-10-20'],
    ['one beside', [bifall(1), bifall(2, 'kontaktperson', { beslutsdatum: '2020-01-01', giltigFran: '2020-01-01' })], '2020-01-01'],
    [
      'marked as wrong that day',
      [
        bifall(1),
        bifall(2, 'kontaktperson', { beslutsdatum: '2026-10-01', felmarkerad: true, felmarkering: { ...at('2026-10-19'), orsak: 'Fel' } }),
      ],
      '2026-10-01',
    ],
    [
      'closed the day before, and two before',
      [bifall(1), bifall(2, 'kontaktperson', { beslutsdatum: '2026-10-01', avslutad: at('2026-10-18') })],
      '2026-10-20',
    ],
    [
      'never begun, closed after it was decided anew',
      [
        bifall(1),
        bifall(2, 'kontaktperson', {
          beslutsdatum: '2026-10-01',
          giltigFran: '2026-10-05',
          giltigTom: '2026-10-05',
          avslutad: at('2026-10-25'),
          aldrigPaborjad: at('2026-10-25'),
        }),
      ],
      '2026-10-01',
    ],
    [
      'on a day before the last began',
      [bifall(1), bifall(2, 'kontaktperson', { beslutsdatum: '2020-01-01', giltigFran: '2020-01-01', giltigTom: '2020-12-31' })],
      '2020-01-01',
      '2026-10-19',
    ],
  ])('the time it is of: %s', (_, records, fran, dag) => {
    const state = stateOf(med(...records));
    expect(planstart(state.katalogLista('insats'), state.list('beslut'), dag)).toBe(fran);
    expect(planstart(state.katalogLista('insats'), state.list('beslut').toReversed(), dag)).toBe(fran);
  });
  test('as long as something of LSS is granted, and no longer than she lives', () => {
    const slutar = bifall(1, 'kontaktperson', { giltigTom: '2027-12-31' });
    const plan = noterad(2, 'upprattad', '2026-11-03');
    expect(frister(med(slutar, plan))).toMatchObject([['omprova-plan', '2026-11-03', '2027-11-03', '2027-12-31']]);
    expect(frister(med(bifall(1, 'kontaktperson', { avslutad: signatur }), plan))).toEqual([]);
    const dod = med(slutar, plan).map(
      (one) => (one.type === 'person' ? { ...one, data: { ...one.data, avliden: '2027-10-10' } } : one) as TestRecord,
    );
    expect(frister(dod)).toMatchObject([['omprova-plan', '2026-11-03', '2027-11-03', '2027-10-10']]);
  });
});
