import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBackoff, retryAfterMs } from './backoff.ts';

describe('back-off', () => {
  it('doubles from 30 ms to 60 s, and begins anew after success', () => {
    const backoff = createBackoff(() => 1);
    const waits = Array.from({ length: 14 }, () => backoff.next());
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 30720, 60000, 60000, 60000]);
    backoff.reset();
    expect(backoff.next()).toBe(30);
  });

  it('is never less than the server asks for, nor more than a minute otherwise', () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(chance, fc.nat(40), fc.option(fc.nat(900_000), { nil: undefined }), (random, failures, asked) => {
        const backoff = createBackoff(() => random);
        for (let n = 0; n < failures; n += 1) backoff.next();
        const wait = backoff.next(asked);
        expect(wait).toBeGreaterThanOrEqual(Math.max(15, Math.min(asked ?? 0, 600_000)));
        expect(wait).toBeLessThanOrEqual(Math.max(60_000, asked ?? 0));
      }),
    );
  });

  it('reads Retry-After as seconds and as a date', () => {
    const now = new Date('2026-11-20T10:00:00Z');
    expect(retryAfterMs('7', now)).toBe(7000);
    expect(retryAfterMs('Fri, 20 Nov 2026 10:00:30 GMT', now)).toBe(30_000);
    expect(retryAfterMs('Fri, 20 Nov 2026 09:00:00 GMT', now)).toBe(0);
    expect(retryAfterMs('soon', now)).toBeUndefined();
    expect(retryAfterMs(null, now)).toBeUndefined();
  });
});
