import { expect, test } from 'vitest';
import type { Actor } from '../command.ts';
import { testDecideAny } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testAnteckning, testContext, testId } from '../testing/state.ts';
import type { Anteckning } from './records.ts';

const noteId = testId(70);
const by = (n: number) => ({ anvandareId: testId(n), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' });
const signerad = { signerad: by(1) };
const records = (over: Partial<Anteckning>): TestRecord[] => [...testAkt(), { type: 'anteckning', id: noteId, data: testAnteckning(over) }];
const felmarkera = (before: TestRecord[], actor: Actor = testActor(), orsak: unknown = ' Fel kund ') =>
  testDecideAny('anteckning.felmarkera', { personId: akt.person, anteckningId: noteId, orsak }, stateOf(before), testContext(actor));

const enhetschef = testActor({ id: testId(9), namn: 'Bo Ahl', roller: ['enhetschef'] });
const hosUtforaren = { dokumentation: { slag: 'verkstallighet', id: akt.verkstallighet } } as const;

test.each<[string, Actor]>([
  ['its author', testActor()],
  ['the enhetschef', enhetschef],
])('DOK-13 DOK-14 FRAGA-36 %s marks a signed note as wrong; the text stays', (_, actor) => {
  const after = stateOf(applied(records(signerad), felmarkera(records(signerad), actor))).get('anteckning', noteId);
  const felmarkerad = { anvandareId: actor.id, namn: actor.namn, at: '2026-11-20T09:00:00.000Z', orsak: 'Fel kund' };
  expect(after).toEqual({ ...testAnteckning(signerad), felmarkerad });
});

test.each<[string, Partial<Anteckning>, Actor, object]>([
  ['a note that is not signed', {}, testActor(), { code: 'inte-signerad' }],
  [
    'a felmarkerad note: it cannot be undone or done again',
    { ...signerad, felmarkerad: { ...by(1), orsak: 'Fel' } },
    testActor(),
    { code: 'redan-felmarkerad' },
  ],
  ['a colleague’s note', signerad, testActor({ id: testId(5) }), { code: 'inte-forfattare' }],
  ['a note in a utförare’s verkställighet', { ...signerad, ...hosUtforaren }, enhetschef, { code: 'utforarens-verkstallighet' }],
  ['a note without a role that writes', signerad, testActor({ roller: ['systemforvaltare'] }), { code: 'behorighet-saknas' }],
])('DOK-13 FRAGA-36 nobody marks %s', (_, over, actor, rejection) => {
  expect(felmarkera(records(over), actor)).toEqual(rejection);
});

test('DOK-13 FRAGA-36 nobody marks a note that is not there', () => {
  expect(felmarkera(testAkt())).toEqual({ code: 'finns-inte' });
});

test.each([[''], ['   '], ['a'.repeat(501)], [undefined], [7]])('FORB-16 a reason is asked for, not %j', (orsak) => {
  const decision = testDecideAny(
    'anteckning.felmarkera',
    { personId: akt.person, anteckningId: noteId, orsak },
    stateOf(records(signerad)),
    testContext(),
  );
  expect(decision).toEqual({ code: 'ogiltig-indata', field: 'orsak' });
});
