import { describe, expect, it } from 'vitest';
import { klockslag, klockslagSekund, nar, sedanDess } from './tid.ts';

const now = new Date('2026-11-21T08:41:12Z');

describe('times', () => {
  it('Swedish time whatever the computer says', () => {
    expect(klockslag('2026-11-21T08:41:12Z')).toBe('09:41');
    expect(klockslag('2026-07-01T08:41:12Z')).toBe('10:41');
    expect(klockslagSekund('2026-11-21T08:41:12Z')).toBe('09:41:12');
  });
  it('as short as it can be said', () => {
    expect(nar('2026-11-21T05:40:00Z', now)).toBe('06:40');
    expect(nar('2026-11-20T23:30:00Z', now)).toBe('00:30');
    expect(nar('2026-11-20T15:58:00Z', now)).toBe('igår 16:58');
    expect(nar('2026-11-17T07:12:00Z', now)).toBe('2026-11-17 08:12');
  });
  it('yesterday is the day before, also when it had 23 hours', () => {
    expect(nar('2026-03-29T08:00:00Z', new Date('2026-03-29T22:10:00Z'))).toBe('igår 10:00');
  });
  it('how long ago', () => {
    expect(sedanDess('2026-11-21T08:41:00Z', now)).toBe('under 1 min');
    expect(sedanDess('2026-11-21T08:40:00Z', now)).toBe('1 min');
    expect(sedanDess('2026-11-20T15:54:12Z', now)).toBe('16 tim 47 min');
    expect(sedanDess('2026-11-18T08:00:00Z', now)).toBe('3 dygn');
    expect(sedanDess('2026-11-22T08:00:00Z', now)).toBe('under 1 min');
  });
});
