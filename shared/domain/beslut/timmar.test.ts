import { describe, expect, test } from 'vitest';
import { tolkaTimmar, visaOmfattning, visaTimmar } from './timmar.ts';

describe('FORB-21 two fields, timmar and minuter', () => {
  test.each([
    ['10', '30', 630],
    ['10', '', 600],
    ['', '45', 45],
    ['0', '59', 59],
    ['10:30', '', 630],
    [' 1 200 ', ' 5 ', 72_005],
  ])('%j and %j', (timmar, minuter, total) => {
    expect(tolkaTimmar(timmar, minuter)).toEqual({ slag: 'tid', minuter: total });
  });

  test('nothing is typed yet', () => {
    expect(tolkaTimmar(' ', '')).toEqual({ slag: 'tomt' });
  });

  test.each([
    [
      '10.30',
      'ten hours thirty, or 10,3 hours',
      [
        [10, 30],
        [10, 18],
      ],
    ],
    [
      '10.5',
      '10,5 hours, or ten hours five',
      [
        [10, 30],
        [10, 5],
      ],
    ],
    [
      '10,5',
      'the same with a comma',
      [
        [10, 30],
        [10, 5],
      ],
    ],
    ['10.75', 'no such minute: 10,75 hours', [[10, 45]]],
    ['10.0', 'ten hours whichever way', [[10, 0]]],
  ])('BESLUT-GEN-09 pasted %s is asked about: %s', (pasted, _, val) => {
    const alternativ = val.map(([timmar, minuter]) => ({ timmar, minuter }));
    expect(tolkaTimmar(pasted, '')).toEqual({ slag: 'fraga', falt: 'timmar', alternativ });
  });

  test('75 minutes are asked about: 186,75 hours, or a quarter past the next', () => {
    const alternativ = [
      { timmar: 186, minuter: 45 },
      { timmar: 187, minuter: 15 },
    ];
    expect(tolkaTimmar('186', '75')).toEqual({ slag: 'fraga', falt: 'minuter', alternativ });
  });

  test.each([
    ['tio', '', 'timmar', 'inte-siffror'],
    ['10', 'x', 'minuter', 'inte-siffror'],
    ['-10', '', 'timmar', 'inte-siffror'],
    ['10.30', '15', 'timmar', 'inte-siffror'],
    ['0', '0', 'timmar', 'noll'],
  ])('%j and %j are no amount', (timmar, minuter, falt, kod) => {
    expect(tolkaTimmar(timmar, minuter)).toEqual({ slag: 'fel', falt, kod });
  });

  test.each([
    [630, '10 tim 30 min'],
    [600, '10 tim'],
    [45, '0 tim 45 min'],
  ])('%i minutes are shown as %s', (minuter, text) => {
    expect(visaTimmar(minuter)).toBe(text);
  });

  test('an amount names its period as a word of the sentence', () => {
    expect(visaOmfattning({ minuter: 1200, enhet: 'Månad' })).toBe('20 tim per månad');
  });
});
