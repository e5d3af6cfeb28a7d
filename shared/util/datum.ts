// Each from its own file: the whole of date-fns takes a second to load.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays } from 'date-fns/addDays';
import { addHours } from 'date-fns/addHours';
import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { differenceInCalendarMonths } from 'date-fns/differenceInCalendarMonths';
import { differenceInYears } from 'date-fns/differenceInYears';
import { getISODay } from 'date-fns/getISODay';
import { getISOWeek } from 'date-fns/getISOWeek';
import { getQuarter } from 'date-fns/getQuarter';
import { lastDayOfMonth } from 'date-fns/lastDayOfMonth';
import { startOfQuarter } from 'date-fns/startOfQuarter';

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A point in time, ISO 8601 in UTC. */
export type IsoInstant = string;

/** `2026-11-20` → `261120`, the form dates take in node labels (TRAD-02, TRAD-03). */
export const yymmdd = (date: IsoDate): string => date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10);

/** True when the text is a day that exists in the calendar. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The day of each hour that was asked for: to ask the calendar takes a hundred times as long, and a tree asks it of every document. */
const dagar = new Map<number, IsoDate>();
const flestDagar = 10_000;

/** The Swedish calendar day of an instant, so that client and server agree on "today" whatever their own time zone is. */
export function swedishDay(instant: IsoInstant): IsoDate {
  // Sweden's clocks are whole hours from UTC.
  const timme = Math.floor(Date.parse(instant) / 3_600_000);
  const known = dagar.get(timme);
  if (known !== undefined) return known;
  const dag = stockholm.format(new Date(instant));
  if (dagar.size >= flestDagar) dagar.clear();
  dagar.set(timme, dag);
  return dag;
}

/**
 * The instant that a day and a time of day (`HH:MM`) are by the clocks of Sweden. Of an hour that comes twice the first; a time that is
 * skipped is an hour later.
 */
export function svenskInstant(dag: IsoDate, klockslag: string): IsoInstant {
  const utc = Date.parse(`${dag}T${klockslag}:00.000Z`);
  const [sommar, vinter] = [2, 1].map((timmar) => new Date(utc - timmar * 3_600_000).toISOString()) as [IsoInstant, IsoInstant];
  return svenskTid(sommar) === `${dag} ${klockslag}` ? sommar : vinter;
}

const stockholmTid = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'short' });
/** An instant by the Swedish clock: `2026-11-20 09:12`. */
export const svenskTid = (instant: IsoInstant): string => stockholmTid.format(new Date(instant));

/** A day as a date whose parts are those of UTC, so that no time zone and no night the clocks are set moves it. */
const utc = (day: IsoDate): Date => new UTCDateMini(day);
const dayOf = (date: Date): IsoDate => date.toISOString().slice(0, 10);

/** The day so many days later, or earlier: `2023-02-28` plus 1 → `2023-03-01`. */
export const plusDagar = (day: IsoDate, days: number): IsoDate => dayOf(addDays(utc(day), days));

/** The same day of another month, or that month's last when it is shorter: `2026-08-31` plus 6 → `2027-02-28`. */
export const plusManader = (day: IsoDate, months: number): IsoDate => dayOf(addMonths(utc(day), months));

/** Days from one day to another; negative when `till` is the earlier. */
export const dagarMellan = (fran: IsoDate, till: IsoDate): number => differenceInCalendarDays(utc(till), utc(fran));

/** How many calendar months a period touches, its last day included. */
export const antalManader = (fran: IsoDate, till: IsoDate): number => differenceInCalendarMonths(utc(till), utc(fran)) + 1;

/** Whole years from a birth date to a day. Born 29 February: a year older on 1 March. */
export const ageOn = (birthDate: IsoDate, day: IsoDate): number => differenceInYears(utc(day), utc(birthDate));

/** The last day of the day's month. */
export const sistaDagen = (day: IsoDate): IsoDate => dayOf(lastDayOfMonth(utc(day)));

/** 1–4 */
export const kvartal = (day: IsoDate): number => getQuarter(utc(day));
export const kvartalsborjan = (day: IsoDate): IsoDate => dayOf(startOfQuarter(utc(day)));

/** The week by ISO 8601, as Swedish calendars number it: 1–53 */
export const vecka = (day: IsoDate): number => getISOWeek(utc(day));

/** 1 Monday – 7 Sunday */
export const veckodag = (day: IsoDate): number => getISODay(utc(day));

const veckodagar = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
const manader = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
/** As letters write a day: `2 december 2026`, and with the day of the week. */
export function svenskDag(day: IsoDate): { utan: string; medVeckodag: string } {
  const [year = '', month = '', date = ''] = day.split('-');
  const utan = [Number(date), manader[Number(month) - 1], year].join(' ');
  return { utan, medVeckodag: `${veckodagar[veckodag(day) - 1]} ${utan}` };
}

/** The instant so many times 24 hours later, or earlier. */
export const plusDygn = (at: Date | IsoInstant, dygn: number): Date => addHours(at, dygn * 24);
