import { expect, test } from 'vitest';
import { day, id, instant, line, signatur } from './fields.ts';

test.each([
  ['019a9f0e-5a3c-7d10-8a55-0123456789ab', true],
  ['019A9F0E-5A3C-7D10-8A55-0123456789AB', false],
  ['019a9f0e5a3c7d108a550123456789ab', false],
  ['../../etc', false],
  ['', false],
])('an id is a UUID in one spelling: "%s" → %s', (text, ok) => {
  expect(id.safeParse(text).success).toBe(ok);
});

test.each([
  ['2026-11-20', true],
  ['2026-02-29', false],
  ['20261120', false],
])('a day exists in the calendar: "%s" → %s', (text, ok) => {
  expect(day.safeParse(text).success).toBe(ok);
});

test.each([
  ['2026-11-20T09:00:00.000Z', true],
  ['2026-11-20T09:00:00+01:00', false],
  ['2026-11-20', false],
])('an instant is UTC: "%s" → %s', (text, ok) => {
  expect(instant.safeParse(text).success).toBe(ok);
});

test('a line loses the space around it and has a limit', () => {
  expect(line(5).parse('  abc ')).toBe('abc');
  expect(line(5).parse('  abcde ')).toBe('abcde');
  expect(line(5).safeParse('abcdef').success).toBe(false);
  for (const osynlig of ['\u200b', '\u00ad\u2060', '\u00a0\u200b ', '\u3164', '\u2800', '\u0007']) {
    expect(line(5).parse(osynlig), 'nothing to be seen').toBe('');
    expect(line(5).min(1).safeParse(osynlig).success).toBe(false);
  }
  expect(line(9).parse('mi\u200cr'), 'within a word it is spelling').toBe('mi\u200cr');
});

test('a signature keeps fields of a newer version', () => {
  const newer = { anvandareId: '019a9f0e-5a3c-7d10-8a55-0123456789ab', namn: 'Karin Ek', at: '2026-11-20T09:00:00Z', titel: 'chef' };
  expect(signatur.parse(newer)).toEqual(newer);
});
