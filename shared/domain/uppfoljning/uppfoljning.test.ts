import { describe, expect, test } from 'vitest';
import { beslutId, bifall, efter, kor, med, personal, signatur, u } from '../testing/bestallning.ts';
import { stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { genomford, planerad, uppfoljningId, uppfoljningRev } from '../testing/uppfoljning.ts';
import { kravsNasta, nyttHinder, tidigareMal } from './regler.ts';

const akten = (...mer: TestRecord[]) => med(bifall(1), ...mer);
const en = (records: TestRecord[], n = 1) => stateOf(records).get('uppfoljning', uppfoljningId(n));
const plan = { beslutId: beslutId(1), uppfoljningId: uppfoljningId(1), dag: '2027-05-03', sedd: null as string | null, rev: testId(861) };
const hallen = {
  ...{ beslutId: beslutId(1), uppfoljningId: uppfoljningId(1), sedd: null as string | null, rev: testId(862), dag: '2026-11-19' },
  ...{ medVem: ['Den enskilde', 'Åke Berg, kontaktperson'], hur: 'Besök', sammanfattning: 'Insatsen fungerar.', utfall: 'oforandrat' },
  mal: [{ mal: 'Ha någon att gå på bio med', utfall: 'uppnatt' }],
  nasta: { uppfoljningId: uppfoljningId(2), dag: '2027-11-19' },
};
const { nasta: _, ...utanNasta } = hallen;

describe('UPPF-01 uppfoljning.planera', () => {
  test('of a bifall, for a day, by whom', () => {
    const records = efter(akten(), kor('uppfoljning.planera', plan, akten()));
    expect(en(records)).toEqual({
      ...{ enhet: 'lss', beslutId: beslutId(1), planerad: '2027-05-03', rev: plan.rev },
      planeradAv: expect.objectContaining({ namn: 'Karin Ek' }),
    });
  });
  test('is moved to another day by who saw the one it had', () => {
    const records = akten(planerad(1, '2027-03-01'));
    const flyttad = efter(records, kor('uppfoljning.planera', { ...plan, sedd: uppfoljningRev(1) }, records));
    expect(en(flyttad)?.planerad).toBe('2027-05-03');
    const sen = { ...plan, dag: '2027-06-01', sedd: uppfoljningRev(1), rev: testId(863) };
    expect(kor('uppfoljning.planera', sen, flyttad), 'a colleague moved it meanwhile').toEqual({ code: 'andrad-av-annan' });
  });
  test.each<[string, TestRecord[], object, object]>([
    ['of a beslut that is not there', med(), {}, { code: 'finns-inte', field: 'beslutId' }],
    ['of an avslag', med(bifall(1, 'kontaktperson', { utfall: 'avslag' })), {}, { code: 'inget-bifall', field: 'beslutId' }],
    ['of one that is felmarkerat', med(bifall(1, 'kontaktperson', { felmarkerad: true })), {}, { code: 'redan-felmarkerat' }],
    ['of one that never began', med(bifall(1, 'kontaktperson', { aldrigPaborjad: signatur })), {}, { code: 'beslutet-avslutat' }],
    ['of one that was closed', med(bifall(1, 'kontaktperson', { avslutad: signatur })), {}, { code: 'beslutet-avslutat' }],
    ['after it ends', med(bifall(1, 'kontaktperson', { giltigTom: '2027-05-02' })), {}, { code: 'datum-efter', field: 'dag' }],
    ['before it was decided', akten(), { dag: '2026-10-19' }, { code: 'datum-fore', field: 'dag' }],
    ['twice for a day', akten(planerad(2, '2027-05-03')), {}, { code: 'uppfoljning-redan-planerad', field: 'dag' }],
    ['anew when it has been held', akten(genomford(1, '2026-11-19')), { sedd: uppfoljningRev(1) }, { code: 'uppfoljningen-genomford' }],
    [
      'anew when it was taken away',
      akten(planerad(1, '2027-03-01', { felmarkering: { ...signatur, orsak: 'x' } })),
      { sedd: uppfoljningRev(1) },
      { code: 'uppfoljningen-felmarkerad' },
    ],
    [
      'under another beslut',
      akten(bifall(2), planerad(1, '2027-03-01', { beslutId: beslutId(2) })),
      { sedd: uppfoljningRev(1) },
      { code: 'andrad-av-annan' },
    ],
  ])('%s: refused', (_, records, over, code) => {
    expect(kor('uppfoljning.planera', { ...plan, ...over }, records)).toEqual(code);
  });
  test('on the last day of a beslut, and on a day that has been while it waited offline', () => {
    const tillDess = med(bifall(1, 'kontaktperson', { giltigTom: '2027-05-03' }));
    expect(kor('uppfoljning.planera', plan, tillDess)).toHaveLength(1);
    expect(kor('uppfoljning.planera', { ...plan, dag: '2026-11-18' }, akten())).toHaveLength(1);
  });
});

describe('UPPF-02 uppfoljning.genomfor', () => {
  test('keeps with whom, how and what of each goal, signed, and plans the next one', () => {
    const records = akten(planerad(1, '2026-11-15'));
    const efterat = efter(records, kor('uppfoljning.genomfor', { ...hallen, sedd: uppfoljningRev(1) }, records));
    expect(en(efterat)).toMatchObject({
      planerad: '2026-11-15',
      genomford: {
        dag: '2026-11-19',
        medVem: hallen.medVem,
        hur: 'Besök',
        mal: hallen.mal,
        utfall: 'oforandrat',
        av: { namn: 'Karin Ek' },
      },
    });
    expect(en(efterat, 2)).toMatchObject({ beslutId: beslutId(1), planerad: '2027-11-19' });
    const igen = { ...hallen, sedd: uppfoljningRev(1), rev: testId(864) };
    expect(kor('uppfoljning.genomfor', igen, efterat), 'a colleague wrote it in meanwhile').toEqual({ code: 'uppfoljningen-genomford' });
  });
  test('one that was not planned', () => {
    expect(en(efter(akten(), kor('uppfoljning.genomfor', hallen, akten())))).not.toHaveProperty('planerad');
  });
  test('the next one that a colleague planned for that day is enough, and need not be said', () => {
    const records = akten(planerad(3, '2027-11-19'));
    expect(kor('uppfoljning.genomfor', hallen, records)).toHaveLength(1);
    expect(kor('uppfoljning.genomfor', utanNasta, records)).toHaveLength(1);
  });
  test('of a beslut with an end no next one is asked for, and after its end it may be written in what was held', () => {
    const slutade = med(bifall(1, 'kontaktperson', { giltigTom: '2026-11-10', avslutad: signatur }));
    expect(kor('uppfoljning.genomfor', utanNasta, slutade)).toHaveLength(1);
  });
  test.each<[string, TestRecord[], object, object]>([
    ['on a day that has not come', akten(), { dag: '2026-11-21' }, { code: 'datum-i-framtiden', field: 'dag' }],
    ['before the beslut', akten(), { dag: '2026-10-19' }, { code: 'datum-fore', field: 'dag' }],
    ['of one that is felmarkerat', med(bifall(1, 'kontaktperson', { felmarkerad: true })), {}, { code: 'redan-felmarkerat' }],
    ['with no next one', akten(), { nasta: undefined }, { code: 'nasta-uppfoljning-kravs', field: 'nasta.dag' }],
    [
      'with no next one but itself',
      akten(planerad(1, '2026-11-15')),
      { sedd: uppfoljningRev(1), nasta: undefined },
      { code: 'nasta-uppfoljning-kravs', field: 'nasta.dag' },
    ],
    ['a next one before an omprövning', akten(), { utfall: 'omprovning' }, { code: 'nasta-uppfoljning-planeras-inte', field: 'nasta.dag' }],
    [
      'a next one after the end',
      med(bifall(1, 'kontaktperson', { giltigTom: '2027-01-31' })),
      {},
      { code: 'datum-efter', field: 'nasta.dag' },
    ],
    ['a next one of what was closed', med(bifall(1, 'kontaktperson', { avslutad: signatur })), {}, { code: 'beslutet-avslutat' }],
    ['one that was moved meanwhile', akten(planerad(1, '2026-11-15')), { sedd: testId(865) }, { code: 'andrad-av-annan' }],
  ])('%s: refused', (_, records, over, code) => {
    expect(kor('uppfoljning.genomfor', { ...hallen, ...over }, records)).toEqual(code);
  });
  test.each(['omprovning', 'avslut'])('%s has no next one', (utfall) => {
    expect(kor('uppfoljning.genomfor', { ...utanNasta, utfall }, akten())).toHaveLength(1);
  });
  test('is no work of a utförare', () => {
    expect(kor('uppfoljning.genomfor', hallen, akten(), personal(u.rekrytering))).toEqual({ code: 'behorighet-saknas' });
  });
});

describe('UPPF-03 uppfoljning.felmarkera', () => {
  const fel = (records: TestRecord[], actor?: Parameters<typeof kor>[3], sedd = uppfoljningRev(1)) =>
    kor('uppfoljning.felmarkera', { uppfoljningId: uppfoljningId(1), sedd, orsak: 'Fel kund' }, records, actor);
  const annan = testActor({ id: testId(78) });
  test('FRAGA-36 what was held by whoever signed it and the enhetschef; it counts no more', () => {
    const records = akten(genomford(1, '2026-11-19'));
    expect(fel(records, annan)).toEqual({ code: 'inte-forfattare' });
    expect(fel(records, testActor({ id: testId(78), roller: ['enhetschef'] }))).toHaveLength(1);
    const efterat = efter(records, fel(records));
    expect(en(efterat)?.felmarkering).toMatchObject({ orsak: 'Fel kund', namn: 'Karin Ek' });
    expect(tidigareMal(stateOf(efterat).list('uppfoljning'), beslutId(1))).toEqual([]);
    expect(fel(efterat), 'a colleague was first').toEqual([]);
  });
  test('what is only planned by any of them, unless it was held meanwhile', () => {
    expect(fel(akten(planerad(1, '2027-05-03')), annan)).toHaveLength(1);
    expect(fel(akten(genomford(1, '2026-11-19')), undefined, testId(866))).toEqual({ code: 'andrad-av-annan' });
  });
});

test('UPPF-02 the goals of the latest that was held are asked of again', () => {
  const utan = genomford(2, '2026-11-18');
  const records = akten(genomford(1, '2026-11-19'), utan, planerad(3, '2027-01-01'));
  expect(tidigareMal(stateOf(records).list('uppfoljning'), beslutId(1))).toEqual(['Ha någon att gå på bio med', 'Åka buss själv']);
  expect(tidigareMal(stateOf(records).list('uppfoljning'), beslutId(2))).toEqual([]);
});

test('UPPF-01 a form asks what the command will say', () => {
  const beslut = (over: object) => stateOf(med(bifall(1, 'kontaktperson', over))).get('beslut', beslutId(1));
  const forst = beslut({});
  const slutat = beslut({ giltigTom: '2026-11-19' });
  if (!forst || !slutat) throw new Error('no beslut');
  expect(nyttHinder(forst, '2026-11-20')).toBeUndefined();
  expect(nyttHinder(slutat, '2026-11-20')).toEqual({ code: 'beslutet-avslutat' });
  expect(nyttHinder(slutat, '2026-11-19')).toBeUndefined();
  expect(kravsNasta(forst, [], beslutId(1), uppfoljningId(1))).toBe(true);
  expect(kravsNasta(slutat, [], beslutId(1), uppfoljningId(1))).toBe(false);
});
