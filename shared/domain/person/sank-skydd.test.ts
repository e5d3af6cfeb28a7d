import { describe, expect, test } from 'vitest';
import { testDecideAny } from '../testing/decide.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testContext, testId } from '../testing/state.ts';
import type { Person } from './records.ts';

const [first, ...rest] = testAkt();
const stored = first?.data as Person;
const med = (skydd: Person['skydd']): TestRecord[] => [
  { type: 'person', id: akt.person, data: { ...stored, skydd, rev: testId(500) } },
  ...rest,
  ...testKatalog(),
];
const behorig = testActor({ skyddadBehorighet: true });
const input = {
  ...{ personId: akt.person, fran: 'skyddadFolkbokforing', till: 'ingen', skal: 'Beslut av Skatteverket', rev: testId(501) },
  bevakningId: testId(340),
} as const;
const sank = (records: TestRecord[], over: object = {}, actor = behorig) =>
  testDecideAny('person.sankSkydd', { ...input, ...over }, stateOf(records), testContext(actor));
const efter = (records: TestRecord[], over: object = {}, actor = behorig) => stateOf(applied(records, sank(records, over, actor)));

describe('FRAGA-62 a protection is lowered by a choice of that alone', () => {
  test('with the right and a reason; the enhetschef gets a bevakning that keeps the reason', () => {
    const state = efter(med('skyddadFolkbokforing'));
    expect(state.get('person', akt.person)).toEqual({ ...stored, skydd: 'ingen', rev: testId(501) });
    const bevakning = state.get('bevakning', testId(340));
    expect(bevakning).toMatchObject({
      ...{ status: 'Ej påbörjad', bevakasAvRoll: 'enhetschef', bevakasAvId: kat.utforare.myndighet, skal: 'Beslut av Skatteverket' },
      ref: { type: 'person', id: akt.person },
    });
    expect(bevakning?.text).not.toContain(stored.efternamn);
  });

  test('OSL 26:1 the enhetschef of each unit has one of their own; every unit reads what was done, and by which command', () => {
    const records = med('skyddadFolkbokforing').map(
      (one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, enheter: ['lss', 'bistand', 'barn'] } } : one),
    );
    const decision = testDecideAny('person.sankSkydd', input, stateOf(records), { ...testContext(behorig), kommandoId: testId(800) });
    const state = stateOf(applied(records, decision));
    const chefernas = state.list('bevakning').filter(({ data }) => data.bevakasAvRoll);
    expect(chefernas.map(({ data }) => [data.enhet, data.gemensam]).sort()).toEqual([
      ['barn', undefined],
      ['bistand', undefined],
      ['lss', undefined],
    ]);
    expect(state.get('handelse', testId(800))).toMatchObject({
      gemensam: true,
      kommando: 'person.sankSkydd',
      poster: [{ type: 'person' }],
    });
    expect(
      state
        .list('handelse')
        .map(({ data }) => data.enhet ?? 'alla')
        .sort(),
    ).toEqual(['alla', 'barn', 'bistand', 'lss']);
  });

  test.each<[string, Person['skydd'], object, ReturnType<typeof testActor>, object]>([
    ['without the right', 'skyddadFolkbokforing', {}, testActor(), { code: 'behorighet-saknas' }],
    ['a lesser one without the right', 'sekretessmarkering', { fran: 'sekretessmarkering' }, testActor(), { code: 'behorighet-saknas' }],
    ['without a reason', 'skyddadFolkbokforing', { skal: ' ' }, behorig, { code: 'skal-kravs', field: 'skal' }],
    ['with a reason that nobody sees', 'skyddadFolkbokforing', { skal: '\u200b' }, behorig, { code: 'skal-kravs', field: 'skal' }],
    ['another one stands now', 'sekretessmarkering', {}, behorig, { code: 'andrad-av-annan', field: 'till' }],
    [
      'it is none',
      'sekretessmarkering',
      { fran: 'sekretessmarkering', till: 'skyddadFolkbokforing' },
      behorig,
      { code: 'ogiltig-indata', field: 'till' },
    ],
  ])('refused: %s', (_, skydd, over, actor, rejection) => {
    expect(sank(med(skydd), over, actor)).toEqual(rejection);
  });

  test('a municipality without functions is told too', () => {
    const utan = med('sekretessmarkering').filter(({ type }) => type !== 'utforare');
    const state = efter(utan, { fran: 'sekretessmarkering' }, testActor({ skyddadBehorighet: true, funktionId: undefined }));
    expect(state.get('bevakning', testId(340))).toMatchObject({ bevakasAvRoll: 'enhetschef', bevakasAvId: testId(1) });
  });

  test.each<[Person['skydd'], Person['skydd'], boolean]>([
    ['skyddadFolkbokforing', 'ingen', false],
    ['skyddadFolkbokforing', 'sekretessmarkering', false],
    ['sekretessmarkering', 'ingen', false],
    ['sekretessmarkering', 'skyddadFolkbokforing', true],
    ['ingen', 'sekretessmarkering', true],
  ])('the form Personuppgifter makes it stronger and never weaker: %s → %s', (fran, skydd, far) => {
    const { kundnummer: _k, enheter: _e, fodelsedatum: _f, ...falt } = stored;
    const spara = { personId: akt.person, basRev: testId(500), rev: testId(501), person: { ...falt, skydd } };
    const decision = testDecideAny('person.spara', spara, stateOf(med(fran)), testContext(behorig));
    expect(decision).toEqual(far ? expect.any(Array) : { code: 'skydd-sanks', field: 'person.skydd' });
  });
});
