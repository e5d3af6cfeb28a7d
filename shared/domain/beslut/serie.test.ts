import { describe, expect, test } from 'vitest';
import { forslagSerie } from './serie.ts';

describe('BESLUT-PA-05 FORB-24 one beslut a month', () => {
  test.each([
    ['two whole months', '2023-01-01', '2023-02-28', ['2023-01-01/2023-01-31', '2023-02-01/2023-02-28']],
    [
      'first and last partial month',
      '2026-11-20',
      '2027-01-10',
      ['2026-11-20/2026-11-30', '2026-12-01/2026-12-31', '2027-01-01/2027-01-10'],
    ],
    ['within one month', '2026-11-05', '2026-11-20', ['2026-11-05/2026-11-20']],
    ['a leap day', '2028-02-01', '2028-03-01', ['2028-02-01/2028-02-29', '2028-03-01/2028-03-01']],
    ['a single day', '2026-11-30', '2026-11-30', ['2026-11-30/2026-11-30']],
    ['an end before the start', '2026-12-01', '2026-11-30', []],
  ])('%s', (_, fran, tom, perioder) => {
    expect(forslagSerie(fran, tom).map(({ giltigFran, giltigTom }) => `${giltigFran}/${giltigTom}`)).toEqual(perioder);
  });
});
