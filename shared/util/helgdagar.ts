import { type IsoDate, plusDagar, veckodag } from './datum.ts';

/**
 * Swedish days that are no weekdays of the law. Own lines: the calendars of npm disagree with the law on eves and with each other on
 * Easter; `helgdagar.test.ts` has a second opinion.
 */

const day = (year: number, month: number, date: number): IsoDate =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');

/** The first day of that weekday (1 Monday – 7 Sunday) from a day on. */
const forstaFran = (from: IsoDate, weekday: number): IsoDate => plusDagar(from, (weekday - veckodag(from) + 7) % 7);

/** Easter Sunday of the Gregorian calendar (Butcher's method, any year). */
export function paskdagen(year: number): IsoDate {
  const golden = year % 19;
  const [century, inCentury] = [Math.floor(year / 100), year % 100];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const at = epact + sunday - 7 * late + 114;
  return day(year, Math.floor(at / 31), (at % 31) + 1);
}

/** Midsommardagen: the Saturday of 20–26 June. */
const midsommardagen = (year: number): IsoDate => forstaFran(day(year, 6, 20), 6);

const kanda = new Map<number, ReadonlySet<IsoDate>>();

/** The public holidays of a year (lag 1989:253 om allmänna helgdagar), Sundays aside. */
export function helgdagar(year: number): ReadonlySet<IsoDate> {
  const known = kanda.get(year);
  if (known) return known;
  const pask = paskdagen(year);
  const days = new Set([
    day(year, 1, 1),
    day(year, 1, 6),
    ...[-2, 0, 1, 39, 49].map((after) => plusDagar(pask, after)),
    day(year, 5, 1),
    day(year, 6, 6),
    midsommardagen(year),
    forstaFran(day(year, 10, 31), 6),
    day(year, 12, 25),
    day(year, 12, 26),
  ]);
  kanda.set(year, days);
  return days;
}

/** Whether the day is a Saturday, a Sunday or other public holiday, midsommarafton, julafton or nyårsafton (lag 1930:173 2 §). */
export function arHelg(date: IsoDate): boolean {
  if (veckodag(date) >= 6) return true;
  const year = Number(date.slice(0, 4));
  return ['12-24', '12-31'].includes(date.slice(5)) || helgdagar(year).has(date) || plusDagar(date, 1) === midsommardagen(year);
}

/** The day itself, or the first weekday after it. */
export function nastaVardag(date: IsoDate): IsoDate {
  let at = date;
  while (arHelg(at)) at = plusDagar(at, 1);
  return at;
}
