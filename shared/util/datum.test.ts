import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOn, isCalendarDay, swedishDay, yymmdd } from './datum.ts';

test.each([
  ['2026-11-20', '261120'],
  ['2000-01-02', '000102'],
])('TRAD-02 a label writes %s as %s', (day, label) => {
  expect(yymmdd(day)).toBe(label);
});

test.each([
  ['2026-11-20', '2026-11-20', 0],
  ['1999-04-12', '2026-04-11', 26],
  ['1999-04-12', '2026-04-12', 27],
  ['1926-12-31', '2026-12-30', 99],
  ['1926-12-31', '2026-12-31', 100],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-28', 19],
  ['2008-02-29', '2028-02-29', 20],
])('PERS-01 born %s, on %s: %i years', (born, day, years) => {
  expect(ageOn(born, day)).toBe(years);
});

test.each(['2026-11-20', '2024-02-29', '2000-02-29', '1900-02-28'])('%s is a day of the calendar', (text) => {
  expect(isCalendarDay(text)).toBe(true);
});

test.each([
  '',
  '2026-02-29',
  '1900-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-11-00',
  '2026-11-31',
  '2026-1-2',
  '20261120',
  ' 2026-11-20',
  '2026-11-20T00:00',
])('"%s" is no day of the calendar', (text) => {
  expect(isCalendarDay(text)).toBe(false);
});

test('every day that a Date can name is a day of the calendar', () => {
  const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(fc.property(day, (date) => isCalendarDay(date.toISOString().slice(0, 10))));
});

test.each([
  ['2026-11-19T22:59:59.999Z', '2026-11-19'],
  ['2026-11-19T23:00:00.000Z', '2026-11-20'],
  ['2026-06-30T21:59:59Z', '2026-06-30'],
  ['2026-06-30T22:00:00Z', '2026-07-01'],
  // The nights that Swedish clocks are set.
  ['2026-03-28T23:00:00Z', '2026-03-29'],
  ['2026-03-29T22:00:00Z', '2026-03-30'],
  ['2026-10-24T22:00:00Z', '2026-10-25'],
  ['2026-10-25T22:30:00Z', '2026-10-25'],
])('at %s it is %s in Sweden, whatever the time zone of the machine', (instant, day) => {
  expect(swedishDay(instant)).toBe(day);
});
