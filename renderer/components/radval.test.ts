import { describe, expect, test } from 'vitest';
import { valdaEfterKlick, valdaEfterTangent, vaxlad } from './radval.ts';

const ordning = ['a', 'b', 'c', 'd'];
const utan = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
const klick = (med: object, valda: string[], fran: number, till: number) =>
  valdaEfterKlick({ ...utan, ...med }, new Set(valda), ordning, { fran, till });
const tangent = (key: string, med: object, valda: string[], index: number) =>
  valdaEfterTangent({ ...utan, key, ...med }, new Set(valda), ordning, index);

describe('which rows are ticked', () => {
  test('one more, or one less', () => {
    expect(vaxlad(new Set(['a']), 'b')).toEqual(new Set(['a', 'b']));
    expect(vaxlad(new Set(['a', 'b']), 'b')).toEqual(new Set(['a']));
  });

  test.each<[string, object, string[], [number, number], string[] | undefined]>([
    ['a click alone ticks nothing', {}, ['a'], [0, 2], undefined],
    ['Ctrl ticks the row', { ctrlKey: true }, ['a'], [0, 2], ['a', 'c']],
    ['and takes the tick away', { ctrlKey: true }, ['a', 'c'], [0, 2], ['a']],
    ['Shift ticks from the marked row', { shiftKey: true }, [], [1, 3], ['b', 'c', 'd']],
    ['also upwards, beside what is ticked', { shiftKey: true }, ['d'], [2, 0], ['d', 'a', 'b', 'c']],
  ])('%s', (_, med, valda, [fran, till], expected) => {
    expect(klick(med, valda, fran, till)).toEqual(expected && new Set(expected));
  });

  test.each<[string, string, object, string[], number, string[] | undefined]>([
    ['Space ticks the row', ' ', {}, [], 1, ['b']],
    ['Space again takes it away', ' ', {}, ['b'], 1, []],
    ['Ctrl+A ticks all', 'a', { ctrlKey: true }, ['b'], 1, ordning],
    ['Shift and an arrow tick on the way', 'ArrowDown', { shiftKey: true }, [], 1, ['b', 'c']],
    ['at the end there is no way', 'ArrowDown', { shiftKey: true }, [], 3, undefined],
    ['an arrow alone ticks nothing', 'ArrowDown', {}, [], 1, undefined],
    ['a letter neither', 'a', {}, [], 1, undefined],
  ])('%s', (_, key, med, valda, index, expected) => {
    expect(tangent(key, med, valda, index)).toEqual(expected && new Set(expected));
  });
});
