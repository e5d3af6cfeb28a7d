import { expect, test } from 'vitest';
import { createFetches } from './fetches.ts';

test('FRAGA-62 a fetch goes on for a while after it was last heard of, and no longer', () => {
  const fetches = createFetches();
  const minutes = (count: number) => count * 60_000;
  expect(fetches.goesOn('a', 0, minutes(0))).toBe(false);
  expect(fetches.goesOn('b', 5, minutes(0))).toBe(false);
  expect(fetches.goesOn('a', 5, minutes(14))).toBe(true);
  expect(fetches.goesOn('a', 9, minutes(28))).toBe(true);
  expect(fetches.goesOn('a', 9, minutes(44))).toBe(false);
  expect(fetches.goesOn('a', 0, minutes(45))).toBe(false);
});

test('many are remembered and not all: of the oldest the rest is a fetch of its own', () => {
  const fetches = createFetches();
  for (let n = 0; n <= 10_000; n += 1) fetches.goesOn(`${n}`, 0, 0);
  expect(fetches.goesOn('10000', 1, 1)).toBe(true);
  expect(fetches.goesOn('0', 1, 1)).toBe(false);
});
