import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dagarKvar, lagfrist } from './lagfrist.ts';

test.each([
  ['2026-05-20', '2026-11-20'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2026-12-31', '2027-06-30'],
  // Both days that Swedish clocks are set.
  ['2026-03-29', '2026-09-29'],
  ['2026-04-25', '2026-10-25'],
])('MINA-01 lagfrist (FL 12 §) of an ansökan that came in %s is %s', (inkom, frist) => {
  expect(lagfrist(inkom)).toBe(frist);
});

test.each([
  ['2026-11-20', '2026-11-20', 0],
  ['2026-11-20', '2026-11-21', -1],
  ['2026-03-30', '2026-03-28', 2],
  ['2027-01-01', '2026-12-31', 1],
])('MINA-01 days left to %s on %s: %i', (frist, today, days) => {
  expect(dagarKvar(frist, today)).toBe(days);
});

test('MINA-01 the lagfrist lies 180 to 184 days after any day', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, (inkom) => {
      const span = dagarKvar(lagfrist(inkom), inkom);
      expect(span).toBeGreaterThanOrEqual(180);
      expect(span).toBeLessThanOrEqual(184);
    }),
  );
});
