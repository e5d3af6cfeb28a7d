import { describe, expect, test } from 'vitest';
import { sparaAnteckning } from '../anteckning/commands.ts';
import { journalRubrik } from '../anteckning/records.ts';
import { akt, stateOf, testAkt, testAnteckning, testContext, testId } from '../testing/state.ts';
import { UndeclaredRead, withinNeed } from './within-need.ts';

const [note, other] = [testId(100), testId(101)];
const state = stateOf([
  ...testAkt(),
  { type: 'anteckning', id: note, data: testAnteckning() },
  { type: 'anteckning', id: other, data: testAnteckning() },
]);
const urval = { dokumentationId: akt.utredning, osignerad: { rubrikKod: 'BEHOV' } };

describe('a rule reads of the types that grow only what it declared', () => {
  test('a record by its id, and notes by where they stand', () => {
    const narrow = withinNeed(state, { ids: [note, testId(900)], anteckningar: [urval] });
    expect(narrow.get('anteckning', note)).toEqual(testAnteckning());
    expect(narrow.get('anteckning', testId(900))).toBeUndefined();
    expect(narrow.list('anteckning', { osignerad: { rubrikKod: 'BEHOV' }, dokumentationId: akt.utredning })).toHaveLength(2);
  });

  test.each([
    ['another note', (s: typeof state) => s.get('anteckning', other)],
    ['a handelse', (s: typeof state) => s.get('handelse', other)],
    ['a konfliktval', (s: typeof state) => s.get('konfliktval', other)],
    ['a document', (s: typeof state) => s.get('dokument', other)],
    ['what another unit handed over', (s: typeof state) => s.get('mottagen', other)],
    ['what was handed over', (s: typeof state) => s.get('utlamning', other)],
    ['all documents', (s: typeof state) => s.list('dokument')],
    ['all notes', (s: typeof state) => s.list('anteckning')],
    ['all notes of the dokumentation', (s: typeof state) => s.list('anteckning', { dokumentationId: akt.utredning })],
    ['notes under another rubrik', (s: typeof state) => s.list('anteckning', { ...urval, osignerad: { rubrikKod: 'MAL' } })],
    ['the whole history', (s: typeof state) => s.list('handelse')],
  ])('%s was not declared', (_, read) => {
    expect(() => read(withinNeed(state, { ids: [note], anteckningar: [urval] }))).toThrow(UndeclaredRead);
    expect(() => read(withinNeed(state))).toThrow(UndeclaredRead);
  });

  test('the rest of the akt is there without being named', () => {
    expect(withinNeed(state).get('person', akt.person)).toBeDefined();
    expect(withinNeed(state).list('verkstallighet')).toHaveLength(2);
  });

  test('a rule that runs without its need does not pass', () => {
    const input = {
      personId: akt.person,
      anteckningId: testId(200),
      dokumentation: { slag: 'utredning' as const, id: akt.utredning },
      rubrikKod: 'NYTT',
      handelsedatum: '2026-11-19',
      text: testAnteckning().text,
      basRev: null,
      rev: testId(201),
    };
    const decide = (need = sparaAnteckning.need?.(input)) => sparaAnteckning.decide(withinNeed(state, need), input, testContext());
    expect(decide()).toMatchObject([{ op: 'put', type: 'anteckning' }]);
    expect(() => decide({ ids: [input.anteckningId] })).toThrow(UndeclaredRead);
    expect(() => decide({ anteckningar: [{ dokumentationId: akt.utredning, osignerad: { rubrikKod: 'NYTT' } }] })).toThrow(UndeclaredRead);
    // In the journal notes stand beside each other: nothing is asked about the others.
    expect(sparaAnteckning.need?.({ ...input, rubrikKod: journalRubrik })?.anteckningar).toEqual([]);
  });
});
