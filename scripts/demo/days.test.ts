import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, instantOf, workday } from './days.ts';

describe('days', () => {
  it('counts over months, years and leap days', () => {
    expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it.each([
    ['2026-11-20', -6, '2026-05-20'],
    ['2026-08-31', -6, '2026-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

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
