import { describe, expect, it } from 'vitest';
import { readDatum } from './datumtext.ts';

const idag = '2026-11-20';

describe('dates as people type them', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['261120', '2026-11-20'],
    ['20261103', '2026-11-03'],
    ['20/11', '2026-11-20'],
    ['3/11', '2026-11-03'],
    ['i', '2026-11-20'],
    ['idag', '2026-11-20'],
    [' I ', '2026-11-20'],
    ['-7', '2026-11-13'],
    ['−1', '2026-11-19'],
    ['2026-1-2', '2026-01-02'],
  ])('%s → %s', (typed, dag) => {
    expect(readDatum(typed, idag, { framtid: false })).toEqual({ ok: true, dag });
  });

  it('+7 counts from today where the future is allowed, over the end of a month', () => {
    expect(readDatum('+7', idag, { framtid: true })).toEqual({ ok: true, dag: '2026-11-27' });
    expect(readDatum('+14', idag, { framtid: true })).toEqual({ ok: true, dag: '2026-12-04' });
  });

  it('20/12 typed in January is last December where the future is not allowed', () => {
    expect(readDatum('20/12', '2027-01-08', { framtid: false })).toEqual({ ok: true, dag: '2026-12-20' });
    expect(readDatum('20/12', '2027-01-08', { framtid: true })).toEqual({ ok: true, dag: '2027-12-20' });
  });

  it.each([
    ['', 'tomt'],
    ['i morgon kanske', 'form'],
    ['2026-02-30', 'finns-inte'],
    ['261301', 'finns-inte'],
    ['2026-11-21', 'framtid'],
    ['+1', 'framtid'],
  ])('%s is refused as %s', (typed, fel) => {
    expect(readDatum(typed, idag, { framtid: false })).toEqual({ ok: false, fel });
  });
});
