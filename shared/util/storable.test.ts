import fc from 'fast-check';
import { expect, test } from 'vitest';
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

test('nesting is counted to the limit and no further', () => {
  expect(isShallow('text')).toBe(true);
  expect(isShallow(nested(maxJsonDepth))).toBe(true);
  expect(isShallow(nested(maxJsonDepth + 1))).toBe(false);
  expect(isShallow(nested(100_000))).toBe(false);
});
