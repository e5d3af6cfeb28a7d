import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  ageOn,
  antalManader,
  dagarMellan,
  isCalendarDay,
  kvartal,
  kvartalsborjan,
  plusDagar,
  plusDygn,
  plusManader,
  sistaDagen,
  swedishDay,
  veckodag,
  yymmdd,
} from './datum.ts';

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

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2023-02-28', 1, '2023-03-01'],
  // The nights that Swedish clocks are set.
  ['2026-10-25', 1, '2026-10-26'],
  ['2026-03-29', -1, '2026-03-28'],
  ['2026-01-01', -1, '2025-12-31'],
])('BESLUT-PA-05 %s and %i days is %s', (day, days, expected) => {
  expect(plusDagar(day, days)).toBe(expected);
});

test.each([
  ['2026-11-20', -6, '2026-05-20'],
  ['2026-08-31', -6, '2026-02-28'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -13, '2024-12-15'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(plusManader(day, months)).toBe(expected);
});

test.each([
  ['2026-11-20', '2026-11-20', 0],
  ['2026-11-21', '2026-11-20', -1],
  ['2026-03-28', '2026-03-30', 2],
  ['2026-12-31', '2027-01-01', 1],
])('MINA-01 from %s to %s: %i days', (fran, till, days) => {
  expect(dagarMellan(fran, till)).toBe(days);
});

test('an instant so many times 24 hours later, over the night the clocks are set too', () => {
  expect(plusDygn('2026-03-28T12:00:00.000Z', 2).toISOString()).toBe('2026-03-30T12:00:00.000Z');
  expect(plusDygn(new Date('2026-11-20T08:00:00.001Z'), -30).toISOString()).toBe('2026-10-21T08:00:00.001Z');
});

// Zones where a day has lacked its midnight (São Paulo) or never was (Apia, 30 December 2011).
describe.each(['Europe/Stockholm', 'America/Sao_Paulo', 'Pacific/Apia', 'UTC'])('counted on a machine in %s', (zone) => {
  beforeAll(() => {
    vi.stubEnv('TZ', zone);
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  // The second way: the calendar of milliseconds of UTC, and months told by their names and lengths.
  const first = Date.UTC(1900, 0, 1);
  const nth = (n: number) => new Date(first + n * 86_400_000).toISOString().slice(0, 10);
  const at = fc.integer({ min: 0, max: 110_000 });
  const partsOf = (day: string) => day.split('-').map(Number) as [number, number, number];
  const lengthOf = (year: number, month: number) => {
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  };
  const written = (year: number, month: number, day: number) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

  test('days and the days between', () => {
    fc.assert(
      fc.property(at, at, (from, to) => {
        expect(plusDagar(nth(from), to - from)).toBe(nth(to));
        expect(dagarMellan(nth(from), nth(to))).toBe(to - from);
      }),
    );
  });

  test('months, their ends and how many a period touches', () => {
    fc.assert(
      fc.property(at, fc.integer({ min: -600, max: 600 }), (n, months) => {
        const [year, month, day] = partsOf(nth(n));
        const count = year * 12 + month - 1 + months;
        const [otherYear, otherMonth] = [Math.floor(count / 12), (count % 12) + 1];
        const other = written(otherYear, otherMonth, Math.min(day, lengthOf(otherYear, otherMonth)));
        expect(plusManader(nth(n), months)).toBe(other);
        expect(antalManader(nth(n), other)).toBe(months + 1);
        expect(sistaDagen(nth(n))).toBe(written(year, month, lengthOf(year, month)));
        const quarter = Math.ceil(month / 3);
        expect(kvartal(nth(n))).toBe(quarter);
        expect(kvartalsborjan(nth(n))).toBe(written(year, quarter * 3 - 2, 1));
      }),
    );
  });

  test('PERS-01 years', () => {
    fc.assert(
      fc.property(at, at, (one, other) => {
        const [born, day] = [nth(Math.min(one, other)), nth(Math.max(one, other))];
        const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
        expect(ageOn(born, day)).toBe(day.slice(5) < born.slice(5) ? years - 1 : years);
      }),
    );
  });

  test('days of the week', () => {
    // 1 January 1900 was a Monday.
    fc.assert(fc.property(at, (n) => veckodag(nth(n)) === (n % 7) + 1));
  });
});
