import { describe, expect, it } from 'vitest';
import { instantOf, workday } from './days.ts';

describe('days', () => {
  it('takes the Friday before a weekend', () => {
    expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map(workday)).toEqual([
      '2026-11-20',
      '2026-11-20',
      '2026-11-20',
      '2026-11-23',
    ]);
  });

  it('makes instants of minutes', () => {
    expect(instantOf('2026-11-20', 370)).toBe('2026-11-20T06:10:00.000Z');
  });
});
