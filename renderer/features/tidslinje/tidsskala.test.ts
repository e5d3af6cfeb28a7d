import { describe, expect, test } from 'vitest';
import { antalKolumner, forvaltSteg, kolumner, periodtext, plats, synlig } from './tidsskala.ts';

const idag = '2026-11-20';
const ar = kolumner('ar', idag, forvaltSteg('ar', false), antalKolumner('ar', false));
const kvartal = kolumner('kvartal', idag, forvaltSteg('kvartal', false), antalKolumner('kvartal', false));

describe('the window of time', () => {
  test('År opens with five years behind and one ahead', () => {
    expect(periodtext(ar, 'ar')).toBe('2021–2027');
    expect(ar[0]).toEqual({ fran: '2021-01-01', till: '2021-12-31', namn: '2021' });
  });

  test('Kvartal opens with today among eight, over the turn of the year', () => {
    expect(periodtext(kvartal, 'kvartal')).toBe('Kv 1 2026 – Kv 4 2027');
    expect(kvartal[4]).toEqual({ fran: '2027-01-01', till: '2027-03-31', namn: 'Kv 1 2027' });
    expect(kolumner('kvartal', idag, -1, 1)).toEqual([{ fran: '2026-07-01', till: '2026-09-30', namn: 'Kv 3 2026' }]);
  });

  test('a narrow window has fewer columns, with today in it', () => {
    const smalt = kolumner('ar', idag, forvaltSteg('ar', true), antalKolumner('ar', true));
    expect(periodtext(smalt, 'ar')).toBe('2024–2027');
  });

  test('a step moves by one column', () => {
    expect(periodtext(kolumner('ar', idag, forvaltSteg('ar', false) - 1, 7), 'ar')).toBe('2020–2026');
  });

  test('a day stands where it is in its column; the last day of a leap year is within', () => {
    expect(plats(ar, '2021-01-01')).toBe(0);
    expect(plats(ar, '2022-01-01')).toBeCloseTo(1 / 7, 10);
    expect(plats(ar, '2024-12-31')).toBeCloseTo((3 + 365 / 366) / 7, 10);
    expect([plats(ar, '2020-12-31'), plats(ar, '2028-01-01')]).toEqual([-1, 2]);
  });

  test.each<[string, string, string | undefined, ReturnType<typeof synlig>]>([
    ['a whole year, its last day included', '2022-01-01', '2022-12-31', { x: 1 / 7, bredd: 1 / 7 }],
    ['one without an end goes to the edge', '2021-01-01', undefined, { x: 0, bredd: 1 }],
    ['one begun before is cut at the edge', '2016-09-01', '2021-12-31', { x: 0, bredd: 1 / 7 }],
    ['one wholly before', '2016-09-01', '2017-06-30', { sida: 'fore' }],
    ['one that ended the day before', '2016-09-01', '2020-12-31', { sida: 'fore' }],
    ['one wholly after', '2028-01-01', undefined, { sida: 'efter' }],
  ])('%s', (_, fran, till, vantat) => {
    const svar = synlig(ar, fran, till);
    if (vantat.sida !== undefined || svar.sida !== undefined) return expect(svar).toEqual(vantat);
    expect(svar.x).toBeCloseTo(vantat.x, 10);
    expect(svar.bredd).toBeCloseTo(vantat.bredd, 10);
  });
});
