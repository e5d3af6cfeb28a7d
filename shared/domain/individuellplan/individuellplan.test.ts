import { describe, expect, test } from 'vitest';
import { beslutId, bifall, efter, kor, med, signatur } from '../testing/bestallning.ts';
import { fristerAv } from '../testing/frister.ts';
import { fristregler } from '../testing/fristregler.ts';
import { noterad, planId } from '../testing/individuellplan.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { planlage } from './laget.ts';

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
    expect(planlage(stateOf(rattad).list('individuellPlan'))).toEqual({ slag: 'ingen' });
    expect(fel(testActor(), rattad), 'twice').toEqual([]);
    const genomgangen = [...records, noterad(2, 'omprovad', '2026-11-10')];
    expect(
      planlage(stateOf(efter(genomgangen, fel(testActor(), genomgangen))).list('individuellPlan')),
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
