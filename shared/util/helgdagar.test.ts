import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plusDagar, veckodag } from './datum.ts';
import { arHelg, helgdagar, nastaVardag, paskdagen } from './helgdagar.ts';

const daysOf = (year: number): string[] => {
  const days: string[] = [];
  for (let at = `${year}-01-01`; at.startsWith(`${year}-`); at = plusDagar(at, 1)) days.push(at);
  return days;
};
const isWeekday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() % 6 !== 0;

test.each([
  ['2026', '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31'],
  ['2027', '01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31'],
  ['2028', '01-06 04-14 04-17 05-01 05-25 06-06 06-23 12-25 12-26'],
])('KLOCK-01 Monday to Friday of %s that no last day falls on', (year, days) => {
  expect(daysOf(Number(year)).filter((day) => isWeekday(day) && arHelg(day))).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});

/**
 * The second opinion: Easter by the moon's calendar (computus with a table of epacts, as the church counts it), what moves found by
 * looking through the days that the law names.
 */
function paskdagenByMoon(year: number): string {
  const century = Math.floor(year / 100) + 1;
  const solar = Math.floor((3 * century) / 4) - 12;
  const lunar = Math.floor((8 * century + 5) / 25) - 5;
  const golden = (year % 19) + 1;
  let epact = (((11 * golden + 20 + lunar - solar) % 30) + 30) % 30;
  if (epact === 24 || (epact === 25 && golden > 11)) epact += 1;
  let moon = plusDagar(`${year}-03-01`, 44 - epact - 1);
  if (moon < `${year}-03-21`) moon = plusDagar(moon, 30);
  for (let at = plusDagar(moon, 1); ; at = plusDagar(at, 1)) if (new Date(`${at}T12:00:00Z`).getUTCDay() === 0) return at;
}
const saturdayAmong = (days: string[]) => days.find((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 6) ?? '';

test('KLOCK-01 the holidays of 2000–2060 are those of another way to find them', () => {
  for (let year = 2000; year <= 2060; year++) {
    const days = daysOf(year);
    const pask = paskdagenByMoon(year);
    const midsommar = saturdayAmong(days.filter((day) => day >= `${year}-06-20` && day <= `${year}-06-26`));
    const helgon = saturdayAmong(days.filter((day) => day >= `${year}-10-31` && day <= `${year}-11-06`));
    const fixed = ['01-01', '01-06', '05-01', '06-06', '12-25', '12-26'].map((day) => `${year}-${day}`);
    const moving = [-2, 0, 1, 39, 49].map((after) => days[days.indexOf(pask) + after] ?? '');
    expect([...helgdagar(year)].sort(), String(year)).toEqual([...new Set([...fixed, ...moving, midsommar, helgon])].sort());
  }
});

test.each([
  // As almanacs print them; the earliest and the latest that may be.
  ['1818-03-22', 1818],
  ['1943-04-25', 1943],
  ['1954-04-18', 1954],
  ['1981-04-19', 1981],
  ['2000-04-23', 2000],
  ['2008-03-23', 2008],
  ['2019-04-21', 2019],
  ['2024-03-31', 2024],
  ['2026-04-05', 2026],
  ['2038-04-25', 2038],
  ['2049-04-18', 2049],
])('KLOCK-01 Easter Sunday is %s', (day, year) => {
  expect(paskdagen(year)).toBe(day);
});

test.each([
  ['2026-01-05', 'trettondagsafton'],
  ['2026-04-02', 'skärtorsdagen'],
  ['2026-04-30', 'valborg'],
  ['2026-05-15', 'a klämdag'],
  ['2026-05-25', 'annandag pingst'],
  ['2026-10-30', 'allhelgonaafton'],
  ['2026-06-18', 'the day before midsommarafton'],
])('KLOCK-01 a last day is not moved from %s (%s)', (day) => {
  expect(nastaVardag(day)).toBe(day);
});

test('KLOCK-01 it is moved to a weekday at most five days on, over no other weekday', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((n) => plusDagar('2000-01-01', n));
  fc.assert(
    fc.property(days, (day) => {
      const moved = nastaVardag(day);
      expect(arHelg(moved)).toBe(false);
      expect(veckodag(moved)).toBeLessThan(6);
      expect(moved <= plusDagar(day, 5)).toBe(true);
      for (let at = day; at < moved; at = plusDagar(at, 1)) expect(arHelg(at)).toBe(true);
    }),
  );
});
