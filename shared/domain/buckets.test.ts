import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketsOfAnvandare, bucketsOfScope } from './buckets.ts';
import { aktScope, anvandarScope, huvudOf, katalogScope, type RecordType } from './records.ts';
import { akt, type TestRecord, testActor, testAkt, testAnteckning, testId, testVerkstallighet } from './test-state.ts';
import { fromPlainText } from './text/text.ts';

type Parts = Parameters<typeof bucketsOfScope>[1];
const partsOf = (records: TestRecord[]) => records.map(({ type, id, data }) => ({ type, id, huvud: huvudOf(type, data) })) as Parts;
const bucketsOf = (records: TestRecord[]) => bucketsOfScope(aktScope(akt.person), partsOf(records));

const annan = testId(32);
const records: TestRecord[] = [
  ...testAkt(),
  { type: 'verkstallighet', id: annan, data: testVerkstallighet({ utforareId: testId(42) }) },
  { type: 'anteckning', id: testId(70), data: testAnteckning() },
  { type: 'anteckning', id: testId(71), data: testAnteckning({ dokumentation: { slag: 'verkstallighet', id: akt.verkstallighet } }) },
  { type: 'anteckning', id: testId(72), data: testAnteckning({ dokumentation: { slag: 'verkstallighet', id: annan } }) },
  { type: 'kontakt', id: testId(60), data: { typ: 'anhorig', namn: 'Åsa', rev: testId(600) } },
  {
    type: 'konfliktval',
    id: testId(80),
    data: {
      anteckningId: testId(71),
      val: 'egen',
      egenText: fromPlainText('a'),
      avgjord: testAnteckning().skapad,
      egenSkriven: '2026-11-19T10:00:00.000Z',
    },
  },
];
const withPerson = (over: object): TestRecord[] =>
  records.map((record) => (record.type === 'person' ? { ...record, data: { ...record.data, ...over } } : record));

describe('which buckets a user reads from', () => {
  const staff = { roller: ['utforare' as const], utforareId: akt.utforare };
  test.each([
    ['a handläggare', testActor(), ['katalog', `anvandare:${testId(1)}`, 'org:lss']],
    ['of two units', testActor({ enheter: ['lss', 'sol', 'lss'] }), ['katalog', `anvandare:${testId(1)}`, 'org:lss', 'org:sol']],
    [
      'FRAGA-62 with the right to protected persons',
      testActor({ skyddadBehorighet: true }),
      ['katalog', `anvandare:${testId(1)}`, 'org:lss', 'skyddad:lss'],
    ],
    ['ROLL-03 staff of a utförare: no unit', testActor(staff), ['katalog', `anvandare:${testId(1)}`, `utforare:${akt.utforare}`]],
    [
      'FRAGA-62 staff of a utförare with the right to protected persons',
      testActor({ ...staff, skyddadBehorighet: true }),
      ['katalog', `anvandare:${testId(1)}`, `utforare:${akt.utforare}`, `skyddad:utforare:${akt.utforare}`],
    ],
    [
      'one who no longer has the role at the utförare',
      testActor({ utforareId: akt.utforare }),
      ['katalog', `anvandare:${testId(1)}`, 'org:lss'],
    ],
    ['staff of no utförare yet', testActor({ roller: ['utforare'] }), ['katalog', `anvandare:${testId(1)}`]],
    ['one who has left', testActor({ aktiv: false, skyddadBehorighet: true }), []],
  ])('ROLL-01 %s', (_, actor, buckets) => {
    expect(bucketsOfAnvandare(actor)).toEqual(buckets);
  });
});

describe('which buckets a record lies in', () => {
  test('OSL 26:1 everything of an akt lies in its units', () => {
    for (const [id, buckets] of bucketsOf(withPerson({ enheter: ['lss', 'sol'] }))) {
      expect(buckets.slice(0, 2), id).toEqual(['org:lss', 'org:sol']);
    }
  });

  test('FRAGA-62 skyddad folkbokföring moves the whole akt behind its own right, for utförare too', () => {
    const buckets = bucketsOf(withPerson({ skydd: 'skyddadFolkbokforing' }));
    expect(buckets.size).toBe(records.length);
    for (const [id, all] of buckets)
      expect(
        all.every((bucket) => bucket.startsWith('skyddad:')),
        id,
      ).toBe(true);
    expect(buckets.get(testId(71))).toEqual(['skyddad:lss', `skyddad:utforare:${akt.utforare}`]);
  });

  test('FRAGA-62 sekretessmarkering masks, and moves nothing', () => {
    expect(bucketsOf(withPerson({ skydd: 'sekretessmarkering' }))).toEqual(bucketsOf(records));
  });

  test('ROLL-03 a utförare holds its verkställighet, the notes in it and the person, and nothing else', () => {
    const held = [...bucketsOf(records)].filter(([, buckets]) => buckets.includes(`utforare:${akt.utforare}`)).map(([id]) => id);
    expect(held.toSorted()).toEqual([akt.person, akt.verkstallighet, testId(71)].toSorted());
  });

  test('an akt whose person is not there is held by nobody but its utförare', () => {
    const buckets = bucketsOf(records.filter(({ type }) => type !== 'person'));
    expect(buckets.get(akt.utredning)).toEqual([]);
    expect(buckets.get(testId(71))).toEqual([`utforare:${akt.utforare}`]);
  });

  test('FRAGA-04 the catalogue is everybody’s, a user’s own scope that user’s alone', () => {
    const utforare = partsOf([{ type: 'utforare', id: testId(41), data: { namn: 'Lss, Eget Val', slag: 'utforare' } }]);
    expect(bucketsOfScope(katalogScope, utforare).get(testId(41))).toEqual(['katalog']);
    const lista = partsOf([{ type: 'kundlista', id: 'kundlista:x', data: { personer: [] } }]);
    expect(bucketsOfScope(anvandarScope(testId(1)), lista).get('kundlista:x')).toEqual([`anvandare:${testId(1)}`]);
  });

  test('no reader without the right reaches any record of a protected person, whatever the roles', () => {
    const buckets = bucketsOf(withPerson({ skydd: 'skyddadFolkbokforing' }));
    const roller = fc.subarray(['lssHandlaggare', 'enhetschef', 'utforare', 'systemforvaltare'] as const, { minLength: 1 });
    fc.assert(
      fc.property(roller, fc.subarray(['lss', 'sol', `utforare:${akt.utforare}`]), (roles, enheter) => {
        const mine = new Set(bucketsOfAnvandare(testActor({ roller: roles, enheter, utforareId: akt.utforare })));
        expect([...buckets.values()].flat().filter((bucket) => mine.has(bucket))).toEqual([]);
      }),
    );
  });
});

test('every record of a scope has its buckets, in any order of the parts', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
      const sorted = (all: Map<string, string[]>) => [...all].map(([id, list]) => [id, list.toSorted()] as const).toSorted();
      expect(sorted(bucketsOf(shuffled))).toEqual(sorted(bucketsOf(records)));
    }),
  );
  const types: RecordType[] = records.map(({ type }) => type);
  expect(new Set(types)).toEqual(new Set(['person', 'utredning', 'verkstallighet', 'anteckning', 'kontakt', 'konfliktval']));
});
