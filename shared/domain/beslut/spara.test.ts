import { describe, expect, test } from 'vitest';
import { chefen, egen, fattat, kretsAv, medKrets, testBestallning, underlag } from '../testing/beslut.ts';
import { testDecideAny } from '../testing/decide.ts';
import { kat } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testContext, testId } from '../testing/state.ts';
import type { Beslut } from './records.ts';

const i = kat.insats;
const beslutId = testId(201);
const falt = {
  beslutsdatum: '2026-11-10',
  giltigFran: '2026-11-15',
  beslutsfattare: egen,
  organisationId: kat.organisation,
  personkrets: '1',
};
const spara = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  testDecideAny(
    'beslut.spara',
    { personId: akt.person, beslutId, basRev: testId(240), rev: testId(241), ...falt, sedda: records.map(({ id }) => id), ...over },
    stateOf(records),
    testContext(actor),
  );
const efter = (records: TestRecord[], over?: object) => stateOf(applied(records, spara(records, over)));
const utredning = (over: object): TestRecord => {
  const found = testAkt().find(({ type }) => type === 'utredning');
  if (found?.type !== 'utredning') throw new Error('no utredning');
  return { ...found, data: { ...found.data, ...over } };
};

describe('FRAGA-24 a saved beslut is put right until something is ordered on it', () => {
  test('the form’s fields are changed as a whole; insats, outcome and what a newer version wrote stay', () => {
    const records = underlag(fattat(1, { giltigTom: '2027-01-01', nyhet: 'x' } as Partial<Beslut>));
    const after = efter(records).get('beslut', beslutId);
    expect(after).toMatchObject({
      giltigFran: '2026-11-15',
      insatsId: i.kontaktperson,
      utfall: 'bifall',
      nyhet: 'x',
      rev: testId(241),
      personkrets: '1',
    });
    expect(after?.giltigTom).toBeUndefined();
  });

  test('a beslut of before the catalogue’s insatser and revisions is known by its code', () => {
    const aldre = fattat(1);
    if (aldre.type !== 'beslut') throw new Error('no beslut');
    const { insatsId: _, rev: __, ...data } = aldre.data;
    const after = efter(underlag({ ...aldre, data }), { basRev: null }).get('beslut', beslutId);
    expect([after?.insatsId, after?.giltigFran]).toEqual([i.kontaktperson, '2026-11-15']);
  });

  test('KLOCK-06 it is not made later than the day the party got it', () => {
    const partTagitDel = { anvandareId: egen.anvandareId, namn: egen.namn, at: '2026-11-13T09:00:00Z', dag: '2026-11-12', satt: '' };
    const records = underlag(fattat(1, { partTagitDel }));
    expect(spara(records, { beslutsdatum: '2026-11-13' })).toEqual({ code: 'datum-efter', field: 'beslutsdatum' });
    expect(efter(records, { beslutsdatum: '2026-11-12' }).get('beslut', beslutId)).toMatchObject({
      beslutsdatum: '2026-11-12',
      partTagitDel,
    });
  });

  test('a beställning that was taken back does not stand in the way', () => {
    const borttagen = { anvandareId: egen.anvandareId, namn: egen.namn, at: '2026-11-13T09:00:00Z', orsak: 'Fel' };
    expect(efter(underlag(fattat(1), testBestallning(beslutId, { borttagen }))).get('beslut', beslutId)?.giltigFran).toBe('2026-11-15');
  });

  test('a closed insats and a beslutsfattare who has left do not stand in the way', () => {
    const borta = { slag: 'handlaggare' as const, anvandareId: testId(78), namn: 'Maj Berg' };
    const records = underlag(fattat(1, { insatsId: i.nedlagd, beslutsfattare: borta }));
    expect(efter(records, { beslutsfattare: { ...borta, namn: 'M' } }).get('beslut', beslutId)?.beslutsfattare).toEqual(borta);
    expect(spara(underlag(fattat(1)), { beslutsfattare: borta })).toEqual({ code: 'fel-beslutsfattare', field: 'beslutsfattare' });
  });

  describe('the personkrets of a beslut and that of the person (FORB-25, FRAGA-61)', () => {
    const registrerad = (personkrets?: '1' | '2' | '3') =>
      underlag(fattat(1, { personkrets: '1' }), ...(personkrets ? [medKrets(personkrets)] : []));
    const krets = (records: TestRecord[], over: object) => kretsAv(efter(records, over));

    test('another one that is chosen reaches the person', () => {
      expect(krets(registrerad('1'), { personkrets: '2', personkretsSedd: '1' })).toBe('2');
      expect(krets(registrerad(), { personkrets: '2', personkretsSedd: null })).toBe('2');
    });
    test('the one it has already says nothing of the person: changing the end date of an older beslut changes no personkrets', () => {
      expect(krets(registrerad('2'), { personkrets: '1', personkretsSedd: '2', giltigTom: '2027-01-31' })).toBe('2');
    });
    test('refused where another was registered since the form was filled', () => {
      expect(spara(registrerad('3'), { personkrets: '2', personkretsSedd: '1' })).toEqual({
        code: 'personkrets-andrad',
        field: 'personkrets',
      });
      expect(krets(registrerad('2'), { personkrets: '2', personkretsSedd: '1' })).toBe('2');
    });
    test('a program that does not say what it saw registers the first and changes none', () => {
      expect(krets(registrerad(), { personkrets: '2' })).toBe('2');
      expect(krets(registrerad('1'), { personkrets: '2' })).toBe('1');
    });
  });

  test('BEST-GEN-02 dates that meet another bifall of the insats need a reason, and that it was seen', () => {
    const records = underlag(fattat(1, { giltigTom: '2026-12-31' }), fattat(2, { giltigFran: '2027-01-01' }));
    const forlangt = { giltigTom: '2027-03-31' };
    expect(spara(records, forlangt)).toEqual({ code: 'bifall-samtidigt', field: 'samtidigSkal' });
    expect(spara(records, { ...forlangt, sedda: [], samtidigSkal: 'Två behövs' })).toEqual({ code: 'redan-beslutat', field: 'sedda' });
    const med = efter(records, { ...forlangt, samtidigSkal: 'Två behövs' });
    expect(med.get('beslut', beslutId)).toMatchObject({ samtidigSkal: 'Två behövs', giltigTom: '2027-03-31' });
    expect(spara(records, { giltigTom: '2026-12-30' })).not.toHaveProperty('code');
    const motiverat = underlag(fattat(1, { samtidigSkal: 'Två behövs' }), fattat(2));
    const koppling = { slag: 'stodfamilj' as const, id: testId(290) };
    const period = { giltigFran: '2026-11-15', giltigTom: '2026-12-31', niva: '1', koppling };
    const par = underlag(
      ...[fattat(1, { ...period, insatsId: i.stodfamilj }), fattat(2, { ...period, insatsId: i.korttidsvistelse })],
      fattat(3, { insatsId: i.korttidsvistelse, giltigFran: '2027-01-01', niva: '1' }),
    );
    const langre = { giltigTom: '2027-03-31', niva: '1' };
    expect(spara(par, langre), 'the other half follows, and meets another').toEqual({ code: 'bifall-samtidigt', field: 'samtidigSkal' });
    const bada = efter(par, { ...langre, samtidigSkal: 'Två behövs' });
    expect([1, 2].map((n) => bada.get('beslut', testId(200 + n))?.samtidigSkal)).toEqual([undefined, 'Två behövs']);
    const aldre = efter(motiverat, { sedda: null }).get('beslut', beslutId);
    expect(aldre, 'a program that shows no reason takes none away').toMatchObject({ samtidigSkal: 'Två behövs' });
  });

  test.each([
    ['the only beslut', [], '2026-11-12'],
    ['another was made earlier', [fattat(2, { beslutsdatum: '2026-10-01', insatsId: kat.insats.dagligVerksamhet })], '2026-11-12'],
    ['another was made the same day', [fattat(2, { insatsId: kat.insats.dagligVerksamhet })], '2026-11-10'],
    ['another is felmarkerat', [fattat(2, { felmarkerad: true })], '2026-11-12'],
  ])('FRAGA-09 the end of the utredning follows the beslut that ended it: %s', (_, mer, slutdatum) => {
    const records = underlag(utredning({ slutdatum: '2026-11-10' }), fattat(1), ...mer);
    expect(efter(records, { beslutsdatum: '2026-11-12' }).get('utredning', akt.utredning)?.slutdatum).toBe(slutdatum);
  });

  test.each<[string, TestRecord[], object, ReturnType<typeof testActor>, object]>([
    ['no such beslut', underlag(), {}, testActor(), { code: 'finns-inte' }],
    ['changed by another', underlag(fattat(1, { rev: testId(239) })), {}, testActor(), { code: 'andrad-av-annan' }],
    ['marked as wrong', underlag(fattat(1, { felmarkerad: true })), {}, testActor(), { code: 'redan-felmarkerat' }],
    ['a beställning is sent', underlag(fattat(1), testBestallning(beslutId)), {}, testActor(), { code: 'har-bestallning' }],
    ['the revision is not changed', underlag(fattat(1)), { rev: testId(240) }, testActor(), { code: 'ogiltig-indata', field: 'rev' }],
    [
      'a date to come',
      underlag(fattat(1)),
      { beslutsdatum: '2026-12-24' },
      testActor(),
      { code: 'datum-i-framtiden', field: 'beslutsdatum' },
    ],
    [
      'hours for kontaktperson',
      underlag(fattat(1)),
      { omfattning: { minuter: 60, enhet: 'Månad' } },
      testActor(),
      { code: 'timmar-anvands-inte', field: 'omfattning' },
    ],
    [
      'what the catalogue does not know',
      underlag(fattat(1, { insatsId: testId(777) })),
      {},
      testActor(),
      { code: 'finns-inte-i-katalogen', field: 'insatsId' },
    ],
    ['by staff of a utförare', underlag(fattat(1)), {}, testActor({ roller: ['utforare'] }), { code: 'behorighet-saknas' }],
  ])('refused: %s', (_, records, over, actor, rejection) => {
    expect(spara(records, over, actor)).toEqual(rejection);
  });
});

describe('linked beslut stay consistent', () => {
  const koppling = { slag: 'stodfamilj' as const, id: testId(801) };
  const par = () => [
    fattat(1, { insatsId: i.korttidsvistelse, niva: '1', koppling, giltigTom: '2027-01-01' }),
    fattat(2, { insatsId: i.stodfamilj, niva: '1', koppling, giltigTom: '2027-01-01', beslutsnamn: 'LSS Stödfamilj Bifall' }),
  ];

  test.each([1, 2])('FORB-28 nivå and dates of the pair change on both, from half %i', (n) => {
    const state = efter(underlag(...par()), { beslutId: testId(200 + n), niva: '3', beslutsfattare: chefen });
    for (const id of [testId(201), testId(202)]) {
      const { giltigTom, ...data } = state.get('beslut', id) ?? {};
      expect(data).toMatchObject({ niva: '3', giltigFran: '2026-11-15', beslutsfattare: chefen, rev: testId(241) });
      expect(giltigTom).toBeUndefined();
    }
    expect(state.get('beslut', testId(202))?.beslutsnamn).toBe('LSS Stödfamilj Bifall');
  });

  test('BEST-KORT-03 the beställning of the stödfamilj holds the korttidsvistelse too', () => {
    expect(spara(underlag(...par(), testBestallning(testId(202))), { niva: '3' })).toEqual({ code: 'har-bestallning' });
  });

  const serie = { slag: 'serie' as const, id: testId(802) };
  const manad = (n: number, giltigFran: string, giltigTom: string, over: Partial<Beslut> = {}) =>
    fattat(n, { insatsId: i.utokning, omfattning: { minuter: 600, enhet: 'År' }, koppling: serie, giltigFran, giltigTom, ...over });
  const manader = (over: Partial<Beslut> = {}) => [manad(1, '2026-11-15', '2026-11-30'), manad(2, '2026-12-01', '2026-12-31', over)];
  const tid = { omfattning: { minuter: 900, enhet: 'År' } };

  test('FORB-24 a month of a series keeps its place among the others', () => {
    expect(efter(underlag(...manader()), { ...tid, giltigTom: '2026-11-30' }).get('beslut', beslutId)?.omfattning?.minuter).toBe(900);
    expect(spara(underlag(...manader()), { ...tid, giltigTom: '2026-11-29' })).toEqual({ code: 'datum-efter', field: 'giltigFran' });
  });

  test('a month that was marked as wrong no longer holds the others in place', () => {
    const records = underlag(...manader({ felmarkerad: true }));
    expect(efter(records, { ...tid, giltigTom: '2026-11-29' }).get('beslut', beslutId)?.giltigTom).toBe('2026-11-29');
  });
});
