import { expect, test } from 'vitest';
import { leaseExpired } from './lease.ts';

test.each([
  ['2026-11-06T08:00:00.000Z', '2026-11-20T08:00:00.000Z', false],
  ['2026-11-06T08:00:00.000Z', '2026-11-20T08:00:00.001Z', true],
  [null, '2026-11-20T08:00:00.000Z', true],
])('ARCHITECTURE 7 contact %s, now %s: expired %s', (contact, now, expired) => {
  expect(leaseExpired(contact, new Date(now), 14)).toBe(expired);
});
