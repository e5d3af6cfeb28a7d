import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kortad } from './kortad.ts';
import { isShallow, isStorableText, maxJsonDepth, storable } from './storable.ts';

/** Control characters and halves of surrogate pairs too. */
const anyUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));
const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

test.each([
  ['NUL', 'a\0b', 'a\uFFFDb'],
  ['half a surrogate pair', 'a\ud83d', 'a\uFFFD'],
  ['the other half', '\ude00b', '\uFFFDb'],
])('%s, which PostgreSQL refuses, becomes U+FFFD wherever it stands', (_, bad, good) => {
  expect(storable({ text: [bad, { [bad]: 1 }], other: 2 })).toEqual({ text: [good, { [good]: 1 }], other: 2 });
});

test('what can be stored is handed back as it is, uncopied', () => {
  const value = { text: 'Åsa 😀', list: [1, null, true, { deep: 'é' }] };
  expect(storable(value)).toBe(value);
});

test('any JSON value becomes storable, and stays the same when it is', () => {
  const allStorable = (value: unknown): boolean => {
    if (typeof value === 'string') return isStorableText(value);
    if (typeof value !== 'object' || value === null) return true;
    return Object.entries(value).every(([key, part]) => isStorableText(key) && allStorable(part));
  };
  const withBadText = fc.json({ stringUnit: anyUnit }).map((json): unknown => JSON.parse(json));
  fc.assert(
    fc.property(withBadText, (value) => {
      const stored = storable(value);
      expect(allStorable(stored)).toBe(true);
      expect(storable(stored)).toBe(stored);
    }),
  );
});

test.each([
  ['what fits', 'Sv: Åsa 😀', 7 + 4, 'Sv: Åsa 😀'],
  ['a pair that the limit would halve', 'abc😀d', 4, 'abc'],
  ['the same, a unit later', 'abc😀d', 5, 'abc😀'],
  ['a letter and its own mark', 'abe\u0301f', 3, 'ab'],
  ['a family', 'a👨‍👩‍👧', 6, 'a'],
  ['marks without end on one letter', `😀${'\u0301'.repeat(9)}`, 4, '😀\u0301\u0301'],
  ['one character that does not fit', '😀a', 1, ''],
])('cut between whole characters: %s', (_, text, max, cut) => {
  expect(kortad(text, max)).toBe(cut);
});

test('what was cut is storable when it was before', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 20 }), (text, max) => {
      const cut = kortad(text, max);
      return cut.length <= max && text.startsWith(cut) && cut.isWellFormed();
    }),
  );
});

test('nesting is counted to the limit and no further', () => {
  expect(isShallow('text')).toBe(true);
  expect(isShallow(nested(maxJsonDepth))).toBe(true);
  expect(isShallow(nested(maxJsonDepth + 1))).toBe(false);
  expect(isShallow(nested(100_000))).toBe(false);
});
