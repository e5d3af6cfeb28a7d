import { describe, expect, test } from 'vitest';
import { chefen, fattat, testBestallning, underlag } from '../testing/beslut.ts';
import { testDecide } from '../testing/decide.ts';
import { kat } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';

const beslutId = testId(201);
const felmarkera = (records: TestRecord[], actor = testActor(), orsak = 'Fel insats') =>
  testDecide('beslut.felmarkera', { personId: akt.person, beslutId, orsak }, stateOf(records), testContext(actor));
const efter = (records: TestRecord[], actor?: ReturnType<typeof testActor>) => stateOf(applied(records, felmarkera(records, actor)));
const annan = testActor({ id: testId(77), namn: 'Per Hallberg' });
const felmarkering = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z', orsak: 'Fel insats' };

describe('FRAGA-24 beslut.felmarkera', () => {
  test('the beslut stays, marked, with who, when and why', () => {
    const after = efter(underlag(fattat(1))).get('beslut', beslutId);
    expect(after).toMatchObject({ beslutsnamn: 'LSS Kontaktperson Bifall', felmarkerad: true, felmarkering });
  });

  test('what nobody has confirmed is taken back with it; what is carried out stays', () => {
    expect(efter(underlag(fattat(1), testBestallning(beslutId))).get('bestallning', testId(290))?.borttagen).toEqual(felmarkering);
    const bekraftad = efter(underlag(fattat(1), testBestallning(beslutId, { bekraftad: '2026-12-01' })));
    expect(bekraftad.get('bestallning', testId(290))?.borttagen).toBeUndefined();
  });

  test.each([
    ['FORB-28 the two of a stödfamilj', 'stodfamilj', true],
    ['FORB-26 the two of a delavslag', 'delavslag', true],
    ['FORB-24 one month of a series', 'serie', undefined],
  ] as const)('%s', (_, slag, bada) => {
    const koppling = { slag, id: testId(801) };
    const state = efter(underlag(fattat(1, { koppling }), fattat(2, { koppling }), fattat(3, { koppling: { slag, id: testId(802) } })));
    expect([1, 2, 3].map((n) => state.get('beslut', testId(200 + n))?.felmarkerad)).toEqual([true, bada, undefined]);
  });

  test.each<[string, TestRecord[], ReturnType<typeof testActor>, boolean]>([
    ['the beslutsfattare', underlag(fattat(1)), testActor(), true],
    ['the ansvarig handläggare of the utredning', underlag(fattat(1, { beslutsfattare: chefen })), testActor(), true],
    ['the enhetschef', underlag(fattat(1)), testActor({ id: kat.enhetschef, roller: ['enhetschef'] }), true],
    ['a colleague', underlag(fattat(1)), annan, false],
  ])('FRAGA-36 by %s: %j', (_, records, actor, far) => {
    expect(Array.isArray(felmarkera(records, actor))).toBe(far);
  });

  test.each<[string, ReturnType<typeof felmarkera>, object]>([
    ['no such beslut', felmarkera(underlag()), { code: 'finns-inte' }],
    ['twice', felmarkera(underlag(fattat(1, { felmarkerad: true }))), { code: 'redan-felmarkerat' }],
    ['no reason', felmarkera(underlag(fattat(1)), testActor(), '  '), { code: 'ogiltig-indata', field: 'orsak' }],
    ['by a colleague', felmarkera(underlag(fattat(1)), annan), { code: 'inte-forfattare' }],
    ['by staff of a utförare', felmarkera(underlag(fattat(1)), testActor({ roller: ['utforare'] })), { code: 'behorighet-saknas' }],
  ])('refused: %s', (_, decision, rejection) => {
    expect(decision).toEqual(rejection);
  });
});
