import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mergeThreeWay } from './merge.ts';

describe('a record that two have changed', () => {
  it('each keeps the fields they changed', () => {
    const base = { namn: 'Eva', telefon: '1', adress: { gata: 'A', ort: 'B' }, kvar: 'x' };
    const mine = { ...base, telefon: '2', adress: { gata: 'A', ort: 'Min' } };
    const theirs = { ...base, namn: 'Eva Ek', adress: { gata: 'Annans', ort: 'B' } };
    expect(mergeThreeWay(base, mine, theirs)).toEqual({
      value: { namn: 'Eva Ek', telefon: '2', adress: { gata: 'Annans', ort: 'Min' }, kvar: 'x' },
      conflicts: [],
    });
  });
  it('what both changed differently is mine, and named', () => {
    const found = mergeThreeWay({ p: { namn: 'Eva' } }, { p: { namn: 'Min' } }, { p: { namn: 'Annan' } });
    expect(found).toEqual({ value: { p: { namn: 'Min' } }, conflicts: [{ path: ['p', 'namn'], mine: 'Min', theirs: 'Annan' }] });
  });
  it('a field that was emptied is changed', () => {
    type Kort = { niva?: string; tom?: string };
    const found = mergeThreeWay<Kort>({ niva: '1', tom: '2026' }, { tom: '2026' }, { niva: '1' });
    expect(found).toEqual({ value: {}, conflicts: [] });
  });
  it('items of a list meet by id: added, changed and removed on both sides, in my order where I changed it', () => {
    const base = [
      { id: 'a', v: 1 },
      { id: 'b', v: 1 },
      { id: 'c', v: 1 },
    ];
    const mine = [
      { id: 'b', v: 2 },
      { id: 'a', v: 1 },
      { id: 'min', v: 1 },
    ];
    const theirs = [
      { id: 'a', v: 3 },
      { id: 'b', v: 1 },
      { id: 'c', v: 1 },
      { id: 'deras', v: 1 },
    ];
    expect(mergeThreeWay(base, mine, theirs)).toEqual({
      value: [
        { id: 'b', v: 2 },
        { id: 'deras', v: 1 },
        { id: 'a', v: 3 },
        { id: 'min', v: 1 },
      ],
      conflicts: [],
    });
  });
  it('one that I changed and they removed stays, one that I removed and they changed is gone: mine is kept, and named', () => {
    const base = [
      { id: 'a', v: 1 },
      { id: 'b', v: 1 },
    ];
    const found = mergeThreeWay(base, [{ id: 'a', v: 2 }], [{ id: 'b', v: 3 }]);
    expect(found.value).toEqual([{ id: 'a', v: 2 }]);
    expect(found.conflicts.map(({ path }) => path)).toEqual([['a'], ['b']]);
  });
  it('a list whose items have no id is one field', () => {
    expect(mergeThreeWay(['a'], ['a', 'min'], ['a', 'deras'])).toEqual({
      value: ['a', 'min'],
      conflicts: [{ path: [], mine: ['a', 'min'], theirs: ['a', 'deras'] }],
    });
  });
});

/** What was done to one field: its value before, and after on each side. */
const slot = fc
  .record({ base: fc.nat(3), mine: fc.option(fc.nat(3)), theirs: fc.option(fc.nat(3)) })
  .map(({ base, mine, theirs }) => ({ base, mine: mine ?? base, theirs: theirs ?? base }));
type Slot = { base: number; mine: number; theirs: number };
const wanted = ({ base, mine, theirs }: Slot): number => (mine === base ? theirs : mine);
const slots = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), slot, { minKeys: 1, noNullPrototype: true });
const items = fc.uniqueArray(fc.record({ id: fc.constantFrom('p', 'q', 'r', 's'), falt: slots }), { selector: ({ id }) => id });
type Side = keyof Slot;
const side = (falt: Record<string, Slot>, of: (one: Slot) => number) =>
  Object.fromEntries(Object.entries(falt).map(([key, one]) => [key, of(one)]));

test('field by field, also in objects and in the items of a list: only mine is mine, only theirs is theirs, untouched stays', () => {
  fc.assert(
    fc.property(slots, slots, items, (falt, inre, rader) => {
      const form = (of: (one: Slot) => number) => ({
        ...side(falt, of),
        inre: side(inre, of),
        rader: rader.map((rad) => ({ id: rad.id, ...side(rad.falt, of) })),
      });
      const at = (name: Side) => form((one) => one[name]);
      const { value, conflicts } = mergeThreeWay(at('base'), at('mine'), at('theirs'));
      expect(value).toEqual(form(wanted));
      const both = [falt, inre, ...rader.map((rad) => rad.falt)]
        .flatMap((one) => Object.values(one))
        .filter(({ base, mine, theirs }) => mine !== base && theirs !== base && mine !== theirs);
      expect(conflicts).toHaveLength(both.length);
    }),
  );
});

const lista = fc.uniqueArray(fc.record({ id: fc.constantFrom('p', 'q', 'r', 's', 't'), v: fc.nat(2) }), { selector: ({ id }) => id });
const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), lista, fc.record({ lista, annat: fc.jsonValue({ maxDepth: 1 }) }));
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test('one side alone changed: it is as that side has it, order and all', () => {
  fc.assert(
    fc.property(anything, anything, (base, changed) => {
      expect(mergeThreeWay(base, changed, base)).toEqual({ value: changed, conflicts: [] });
      expect(mergeThreeWay(base, base, changed)).toEqual({ value: changed, conflicts: [] });
      expect(mergeThreeWay(base, changed, json(changed))).toEqual({ value: changed, conflicts: [] });
    }),
  );
});

test('merged once more with the same record it is what it was', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(anything, anything, anything), fc.tuple(lista, lista, lista)), ([base, mine, theirs]) => {
      const once = mergeThreeWay<unknown>(base, mine, theirs);
      expect(mergeThreeWay<unknown>(base, once.value, theirs)).toEqual(once);
      expect(mergeThreeWay<unknown>(theirs, once.value, theirs)).toEqual({ value: once.value, conflicts: [] });
    }),
  );
});

test('lists: everything of mine that I added or changed is there, everything of theirs alone too, and nothing one removed and the other left', () => {
  fc.assert(
    fc.property(lista, lista, lista, (base, mine, theirs) => {
      const { value } = mergeThreeWay(base, mine, theirs);
      const at = (of: typeof base, id: string) => of.find((one) => one.id === id)?.v;
      for (const id of ['p', 'q', 'r', 's', 't']) {
        const [b, m, t] = [at(base, id), at(mine, id), at(theirs, id)];
        expect(at(value, id)).toBe(m === b ? t : m);
      }
    }),
  );
});
