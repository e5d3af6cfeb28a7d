import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandName } from '../rulebook/command-list.ts';
import { readCommand } from '../rulebook/commands.ts';
import { testDecideAny } from '../testing/decide.ts';
import { applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import { kundlistaId, maxKundlista, senasteId } from './records.ts';

const me = testActor();
const lista = (personer: string[], more: object = {}): TestRecord[] => [
  { type: 'kundlista', id: kundlistaId(me.id), data: { personer, ...more } },
];
const run = (name: CommandName, n: number, records: TestRecord[], actor = me, now?: string) =>
  testDecideAny(name, { personId: testId(n) }, stateOf(records), testContext(actor, now));
const listaAfter = (records: TestRecord[], decision: ReturnType<typeof run>) =>
  stateOf(applied(records, decision)).get('kundlista', kundlistaId(me.id));

describe('the own list of kunder', () => {
  test('KLISTA-01 KLISTA-02 a kund is added once, last', () => {
    expect(listaAfter([], run('kundlista.laggTill', 10, []))).toEqual({ personer: [testId(10)] });
    expect(listaAfter(lista([testId(10)]), run('kundlista.laggTill', 11, lista([testId(10)])))).toEqual({
      personer: [testId(10), testId(11)],
    });
    expect(run('kundlista.laggTill', 10, lista([testId(10)]))).toEqual([]);
  });

  test('KLISTA-03 a kund is removed, and only that one', () => {
    const before = lista([testId(10), testId(11), testId(12)]);
    expect(listaAfter(before, run('kundlista.taBort', 11, before))).toEqual({ personer: [testId(10), testId(12)] });
    expect(run('kundlista.taBort', 13, before)).toEqual([]);
    expect(run('kundlista.taBort', 10, [])).toEqual([]);
  });

  test('KLISTA-01 a full list refuses another; it drops nobody', () => {
    const full = lista(Array.from({ length: maxKundlista }, (_, n) => testId(1000 + n)));
    expect(run('kundlista.laggTill', 10, full)).toEqual({ code: 'listan-full', field: 'personId' });
    expect(run('kundlista.laggTill', 1000, full)).toEqual([]);
  });

  test('fields of a newer version survive', () => {
    const newer = lista([testId(10)], { grupper: ['a'] });
    expect(listaAfter(newer, run('kundlista.laggTill', 11, newer))).toMatchObject({ grupper: ['a'] });
    expect(listaAfter(newer, run('kundlista.taBort', 10, newer))).toEqual({ personer: [], grupper: ['a'] });
  });

  test('FRAGA-04 it is private: every command of it is decided in the user’s own scope', () => {
    for (const name of ['kundlista.laggTill', 'kundlista.taBort', 'senaste.oppnad']) {
      expect(readCommand(name, 1, { personId: testId(10) }, me)).toMatchObject({ value: { scope: `anvandare:${me.id}` } });
    }
    const other = testActor({ id: testId(5) });
    expect(run('kundlista.laggTill', 11, lista([testId(10)]), other)).toMatchObject([
      { id: kundlistaId(other.id), data: { personer: [testId(11)] } },
    ]);
  });
});

describe('the 10 latest kunder', () => {
  const at = (n: number) => new Date(Date.UTC(2026, 10, 20, 8, n)).toISOString();
  const opened = (visits: number[]) =>
    visits.reduce<TestRecord[]>((records, n, minute) => applied(records, run('senaste.oppnad', n, records, me, at(minute))), []);
  const latest = (records: TestRecord[]) => stateOf(records).get('senasteKunder', senasteId(me.id))?.personer ?? [];

  test('SOK-11 FRAGA-03 newest first, one entry per kund, with the time of the last visit', () => {
    expect(latest(opened([10, 11, 10]))).toEqual([
      { personId: testId(10), at: at(2) },
      { personId: testId(11), at: at(1) },
    ]);
  });

  test('SOK-11 FRAGA-03 after any visits: the ten last seen, each once, in the order they were seen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 10, max: 24 }), { maxLength: 40, size: 'max' }), (visits) => {
        const expected = [...new Set(visits.toReversed())].slice(0, 10).map(testId);
        expect(latest(opened(visits)).map(({ personId }) => personId)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  test('fields of a newer version survive, in the list and in its entries', () => {
    const newer: TestRecord[] = [
      { type: 'senasteKunder', id: senasteId(me.id), data: { personer: [{ personId: testId(10), at: at(0), flik: 'journal' }], nyare: 1 } },
    ];
    expect(stateOf(applied(newer, run('senaste.oppnad', 11, newer))).get('senasteKunder', senasteId(me.id))).toEqual({
      personer: [
        { personId: testId(11), at: '2026-11-20T09:00:00.000Z' },
        { personId: testId(10), at: at(0), flik: 'journal' },
      ],
      nyare: 1,
    });
  });
});
