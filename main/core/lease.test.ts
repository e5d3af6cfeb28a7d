import { expect, test } from 'vitest';
import { clockIsBehind, leaseExpired } from './lease.ts';

test.each([
  ['2026-11-06T08:00:00.000Z', '2026-11-20T08:00:00.000Z', false],
  ['2026-11-06T08:00:00.000Z', '2026-11-20T08:00:00.001Z', true],
  [null, '2026-11-20T08:00:00.000Z', true],
])('ARCHITECTURE 7 contact %s, now %s: expired %s', (contact, now, expired) => {
  expect(leaseExpired(contact, new Date(now), 14)).toBe(expired);
});

test.each([
  ['2026-11-20T08:00:00.000Z', '2026-11-20T07:55:00.000Z', false],
  ['2026-11-20T08:00:00.000Z', '2026-11-20T07:54:59.999Z', true],
  [null, '2000-01-01T00:00:00.000Z', false],
])('FRAGA-62 newest time seen %s, now %s: turned back %s', (newest, now, behind) => {
  expect(clockIsBehind(newest, new Date(now))).toBe(behind);
});
