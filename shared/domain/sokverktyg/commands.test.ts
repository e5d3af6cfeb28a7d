import { describe, expect, test } from 'vitest';
import type { CommandName } from '../rulebook/command-list.ts';
import { readCommand } from '../rulebook/commands.ts';
import { testDecideAny } from '../testing/decide.ts';
import { applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import { egnaSokningarId, maxEgnaSokningar } from './records.ts';

const me = testActor();
const katalogens: TestRecord = {
  type: 'sokning',
  id: testId(90),
  data: { namn: 'Beslut', ordning: 1, slag: 'beslut', parametrar: [], villkor: [], kolumner: ['kund'] },
};
const egna = (antal: number, more: object = {}): TestRecord => ({
  type: 'egnaSokningar',
  id: egnaSokningarId(me.id),
  data: { sokningar: Array.from({ length: antal }, (_, n) => ({ ...ny(n), ...more })), nyare: 1 },
});
const ny = (n: number) => ({ id: testId(1000 + n), namn: `Min ${n}`, sokningId: katalogens.id, parametrar: { dagar: 90 } });
const run = (name: CommandName, input: object, records: TestRecord[] = [katalogens]) =>
  testDecideAny(name, input, stateOf(records), testContext(me));
const efter = (records: TestRecord[], decision: ReturnType<typeof run>) =>
  stateOf(applied(records, decision)).get('egnaSokningar', egnaSokningarId(me.id));

describe('SVERK-05 own searches', () => {
  test('one is kept with what was chosen, after those that are there; fields of a newer version survive', () => {
    const there = [katalogens, egna(1, { fargad: true })];
    expect(efter(there, run('sokverktyg.spara', ny(1), there))).toEqual({ sokningar: [{ ...ny(0), fargad: true }, ny(1)], nyare: 1 });
    expect(efter(there, run('sokverktyg.taBort', { id: ny(0).id }, there))).toEqual({ sokningar: [], nyare: 1 });
    expect(run('sokverktyg.taBort', { id: testId(5) }, there)).toEqual([]);
  });

  test('another of the name, from another computer too, is not written over', () => {
    const there = [katalogens, egna(1)];
    expect(run('sokverktyg.spara', { ...ny(7), namn: ' min 0' }, there)).toEqual({ code: 'finns-redan', field: 'namn' });
    expect(run('sokverktyg.spara', ny(0), there)).toEqual({ code: 'finns-redan', field: 'namn' });
  });

  test('nor is one named as the catalogue’s, beside which it would stand in the list', () => {
    expect(run('sokverktyg.spara', { ...ny(1), namn: ' BESLUT ' })).toEqual({ code: 'finns-redan', field: 'namn' });
    const borta = [{ ...katalogens, data: { ...katalogens.data, aktiv: false } } as TestRecord];
    expect(run('sokverktyg.spara', { ...ny(1), namn: 'Beslut' }, borta)).not.toHaveProperty('code');
  });

  test('a full list refuses; a search that the catalogue does not have is none', () => {
    expect(run('sokverktyg.spara', ny(maxEgnaSokningar), [katalogens, egna(maxEgnaSokningar)])).toEqual({
      code: 'listan-full',
      field: 'namn',
    });
    expect(run('sokverktyg.spara', ny(1), [])).toEqual({ code: 'finns-inte-i-katalogen', field: 'sokningId' });
  });

  test('they are the user’s alone', () => {
    for (const [name, input] of [
      ['sokverktyg.spara', ny(1)],
      ['sokverktyg.taBort', { id: testId(5) }],
    ] as const)
      expect(readCommand(name, 1, input, me)).toMatchObject({ value: { scope: `anvandare:${me.id}` } });
  });
});
