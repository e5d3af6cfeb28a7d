import { describe, expect, test } from 'vitest';
import { testDecideAny } from '../testing/decide.ts';
import { akt, stateOf, type TestRecord, testActor, testAkt, testAnteckning, testContext, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';
import { isTextConflict } from './konflikt.ts';

const noteId = testId(70);
const egenText = fromPlainText('Mina egna ord.');
const input = (over: object = {}) => ({
  personId: akt.person,
  valId: testId(80),
  anteckningId: noteId,
  val: 'egen',
  egenText,
  egenSkriven: '2026-11-19T08:00:00.000Z',
  ...over,
});
const withNote = (over: Parameters<typeof testAnteckning>[0] = {}): TestRecord[] => [
  ...testAkt(),
  { type: 'anteckning', id: noteId, data: testAnteckning(over) },
];
const avgor = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  testDecideAny('anteckning.avgorKonflikt', input(over), stateOf(records), testContext(actor));

describe('FRAGA-61 a choice between two texts', () => {
  test.each(['server', 'egen', 'bada', 'sammanskriven'])('"%s" keeps both texts, who chose and when', (val) => {
    expect(avgor(withNote(), { val })).toEqual([
      {
        op: 'put',
        type: 'konfliktval',
        id: testId(80),
        data: {
          enhet: 'lss',
          anteckningId: noteId,
          val,
          egenText,
          serverText: testAnteckning().text,
          avgjord: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' },
          egenSkriven: '2026-11-19T08:00:00.000Z',
        },
      },
    ]);
  });

  test('the own text is kept also when the other is not there to be kept', () => {
    expect(avgor(testAkt())).toMatchObject([{ type: 'konfliktval', data: { egenText } }]);
    expect(JSON.stringify(avgor(testAkt()))).not.toContain('serverText');
  });

  test('the note itself is left as it is, also a signed one', () => {
    const signerad = { anvandareId: testId(5), namn: 'Bo Ahl', at: '2026-11-19T10:00:00.000Z' };
    expect(avgor(withNote({ signerad }))).toMatchObject([{ type: 'konfliktval' }]);
  });

  test('an earlier choice is never overwritten', () => {
    const [first] = avgor(withNote()) as TestRecord[];
    const { op: _, ...konfliktval } = { op: 'put', ...first } as TestRecord & { op: string };
    expect(avgor([...withNote(), konfliktval as TestRecord], { val: 'server' })).toEqual({ code: 'finns-redan' });
  });

  test.each([
    ['an akt without its person', [], {}, testActor(), { code: 'finns-inte' }],
    [
      'where the user may not write (ROLL-03)',
      withNote({ dokumentation: { slag: 'verkstallighet', id: akt.verkstallighet } }),
      {},
      testActor(),
      { code: 'utforarens-verkstallighet' },
    ],
    ['a choice there is not', withNote(), { val: 'ingen' }, testActor(), { code: 'ogiltig-indata', field: 'val' }],
  ])('%s: refused', (_, records, over, actor, rejection) => {
    expect(avgor(records, over, actor)).toEqual(rejection);
  });
});

describe('FRAGA-61 which refusals leave two texts against each other', () => {
  test.each([
    ['anteckning.spara', 'text-andrad', true],
    ['anteckning.spara', 'rubrik-har-text', true],
    ['anteckning.spara', 'signerad', true],
    ['anteckning.spara', 'tom-text', false],
    ['anteckning.spara', 'atkomst-saknas', false],
    ['anteckning.signera', 'text-andrad', false],
  ] as const)('%s refused with %s: %s', (command, code, conflict) => {
    expect(isTextConflict(command, { code })).toBe(conflict);
  });

  test('nothing refused, no conflict', () => {
    expect(isTextConflict('anteckning.spara', null)).toBe(false);
  });
});
