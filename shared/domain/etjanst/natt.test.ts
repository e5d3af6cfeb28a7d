import { expect, test } from 'vitest';
import { arTyst, vanligaTystaTimmar } from './avisering.ts';
import { forfallenNatt, igenNatten, isKlockslag, nastaNatt } from './natt.ts';

test.each([
  ['before two it is the night before', '2026-11-30T00:59:59.000Z', '02:00', '2026-11-29'],
  ['at two it is due', '2026-11-30T01:00:00.000Z', '02:00', '2026-11-30'],
  ['at nine, where the server was off, still', '2026-11-30T08:00:00.000Z', '02:00', '2026-11-30'],
  ['and until the next', '2026-12-01T00:59:00.000Z', '02:00', '2026-11-30'],
  ['in summer two is midnight in UTC', '2026-07-01T00:00:00.000Z', '02:00', '2026-07-01'],
  ['the spring night has no two: a minute before it would be', '2026-03-29T00:59:00.000Z', '02:00', '2026-03-28'],
  ['the spring night is due when three is', '2026-03-29T01:00:00.000Z', '02:00', '2026-03-29'],
  ['the autumn night is due at the first two', '2026-10-25T00:00:00.000Z', '02:00', '2026-10-25'],
  ['and is the same night at the second', '2026-10-25T01:00:00.000Z', '02:00', '2026-10-25'],
  ['set to half past two: due once', '2026-10-25T00:30:00.000Z', '02:30', '2026-10-25'],
  ['at the second two it is only the night before, which is run', '2026-10-25T01:05:00.000Z', '02:30', '2026-10-24'],
  ['set to half past two, the spring night is due at three', '2026-03-29T01:00:00.000Z', '02:30', '2026-03-29'],
  ['the turn of the year', '2026-12-31T23:30:00.000Z', '00:00', '2027-01-01'],
])('NATT-01 %s', (_, now, klockslag, night) => {
  expect(forfallenNatt(now, klockslag)).toBe(night);
});

test('NATT-01 every night of two years is due once: minute by minute no night is passed over and none comes again once the next has', () => {
  const seen: string[] = [];
  for (let at = Date.parse('2026-01-01T12:00:00.000Z'); at < Date.parse('2028-01-01T12:00:00.000Z'); at += 15 * 60_000) {
    const night = forfallenNatt(new Date(at).toISOString());
    if (seen.at(-1) !== night) seen.push(night);
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual([...seen].sort());
  expect(seen).toHaveLength(731);
});

test('NATT-02 what is asked for now is taken by the next', () => {
  expect(nastaNatt('2026-11-30T10:00:00.000Z')).toBe('2026-12-01');
  expect(nastaNatt('2026-11-30T00:30:00.000Z')).toBe('2026-11-30');
});

test('FRAGA-44 one that fails is tried the next night, then with growing pauses of at most a week', () => {
  expect([1, 2, 3, 4, 5, 40].map((forsok) => igenNatten('2026-11-30', forsok))).toEqual([
    ...['2026-12-01', '2026-12-02', '2026-12-04', '2026-12-07', '2026-12-07', '2026-12-07'],
  ]);
});

test('a time of day is two digits, a colon and two', () => {
  expect(['02:00', '23:59', '00:00'].every(isKlockslag)).toBe(true);
  expect(['2:00', '24:00', '02:60', '', '02.00'].some(isKlockslag)).toBe(false);
});

const dag = { fran: '12:00', till: '13:00' };
const tvaTillTre = { fran: '02:00', till: '03:00' };
test.each([
  ['at eight in the evening it is quiet', '2026-11-30T19:00:00.000Z', vanligaTystaTimmar, true],
  ['not a minute before', '2026-11-30T18:59:59.000Z', vanligaTystaTimmar, false],
  ['until eight in the morning', '2026-12-01T06:59:59.000Z', vanligaTystaTimmar, true],
  ['and no longer', '2026-12-01T07:00:00.000Z', vanligaTystaTimmar, false],
  ['in summer eight is six in UTC', '2026-07-01T06:00:00.000Z', vanligaTystaTimmar, false],
  ['the morning after the spring night is at six in UTC', '2026-03-29T06:00:00.000Z', vanligaTystaTimmar, false],
  ['not before', '2026-03-29T05:59:59.000Z', vanligaTystaTimmar, true],
  ['the morning after the autumn night is at seven in UTC', '2026-10-25T07:00:00.000Z', vanligaTystaTimmar, false],
  ['not before', '2026-10-25T06:59:59.000Z', vanligaTystaTimmar, true],
  ['hours of one day', '2026-11-30T11:30:00.000Z', dag, true],
  ['and after them', '2026-11-30T12:00:00.000Z', dag, false],
  ['an hour that is skipped never comes', '2026-03-29T01:00:00.000Z', tvaTillTre, false],
  ['an hour that comes twice is quiet the first time', '2026-10-25T00:30:00.000Z', tvaTillTre, true],
  ['and the second', '2026-10-25T01:30:00.000Z', tvaTillTre, true],
  ['from a time to the same there are none', '2026-11-30T23:00:00.000Z', { fran: '00:00', till: '00:00' }, false],
])('quiet hours: %s', (_, now, timmar, tyst) => {
  expect(arTyst(now, timmar)).toBe(tyst);
});
