import { expect, test } from 'vitest';
import type { Actor } from '../command.ts';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testAnteckning, testContext, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';
import type { Anteckning } from './records.ts';

const noteId = testId(70);
const by = (n: number) => ({ anvandareId: testId(n), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' });
const records = (over: Partial<Anteckning> = {}): TestRecord[] => [
  ...testAkt(),
  { type: 'anteckning', id: noteId, data: testAnteckning(over) },
];
const signera = (before: TestRecord[], actor: Actor = testActor(), rev = testId(500)) =>
  testDecide('anteckning.signera', { personId: akt.person, anteckningId: noteId, rev }, stateOf(before), testContext(actor));

const hosUtforaren = { dokumentation: { slag: 'verkstallighet', id: akt.verkstallighet } } as const;
const personal = testActor({ id: testId(3), roller: ['utforare'], utforareId: akt.utforare });

test('DOK-06 the author signs the words that were read; nothing else of the note changes', () => {
  const signed = stateOf(applied(records(), signera(records()))).get('anteckning', noteId);
  const signerad = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' };
  expect(signed).toEqual({ ...testAnteckning(), signerad });
});

test('DOK-12 staff of the utförare sign their own note', () => {
  expect(signera(records({ ...hosUtforaren, sparad: by(3) }), personal)).toHaveLength(1);
});

test.each<[string, Partial<Anteckning>, Actor, string | undefined, object]>([
  ['other words than those that were read', {}, testActor(), testId(499), { code: 'text-andrad', field: 'text' }],
  ['a note that is signed', { signerad: by(1) }, testActor(), undefined, { code: 'signerad' }],
  ['words of a colleague', { sparad: by(5) }, testActor(), undefined, { code: 'inte-forfattare' }],
  [
    'words of a colleague, also as enhetschef',
    { sparad: by(5) },
    testActor({ roller: ['enhetschef'] }),
    undefined,
    { code: 'inte-forfattare' },
  ],
  [
    'words of my own that a colleague has changed since',
    { skapad: by(1), sparad: by(5) },
    testActor(),
    undefined,
    { code: 'inte-forfattare' },
  ],
  ['a note in a utförare’s verkställighet (ROLL-03)', hosUtforaren, testActor(), undefined, { code: 'utforarens-verkstallighet' }],
  ['a note without a role that writes', {}, testActor({ roller: ['avgiftshandlaggare'] }), undefined, { code: 'behorighet-saknas' }],
])('DOK-06 nobody signs %s', (_, over, actor, rev, rejection) => {
  expect(signera(records(over), actor, rev)).toEqual(rejection);
});

test('DOK-06 nobody signs a note that is not there', () => {
  expect(signera(testAkt())).toEqual({ code: 'finns-inte' });
});

test('DOK-06 FORB-16 a signed text is locked: no words, no second signature', () => {
  const after = applied(records(), signera(records()));
  const spara = {
    personId: akt.person,
    anteckningId: noteId,
    dokumentation: { slag: 'utredning' as const, id: akt.utredning },
    rubrikKod: 'BEHOV',
    handelsedatum: '2026-11-19',
    text: testAnteckning().text,
    basRev: testId(500),
    rev: testId(501),
  };
  expect(testDecide('anteckning.spara', spara, stateOf(after), testContext())).toEqual({ code: 'signerad' });
  expect(signera(after)).toEqual({ code: 'signerad' });
});

test('FRAS-03 nobody signs what a frastext leaves to be filled in; the same words of no frastext are no gap', () => {
  const text = fromPlainText('Tillhör personkrets [1/2/3].');
  const fras: TestRecord = {
    type: 'frastext',
    id: testId(90),
    data: { titel: 'Personkrets', rubrikKoder: [], text: fromPlainText('personkrets [1/2/3] enligt 1 § LSS'), ordning: 1 },
  };
  expect(signera([...records({ text }), fras])).toEqual({ code: 'luckor-kvar', field: 'text' });
  expect(signera(records({ text }))).toHaveLength(1);
  expect(signera([...records({ text: fromPlainText('Tillhör personkrets 1.') }), fras])).toHaveLength(1);
});
