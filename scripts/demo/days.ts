import type { IsoDate, IsoInstant } from '../../shared/util/datum.ts';

const msPerDay = 86_400_000;

/** Milliseconds of the day's midnight UTC. */
export const msOf = (day: IsoDate): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));

const dayOf = (ms: number): IsoDate => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: IsoDate, days: number): IsoDate => dayOf(msOf(day) + days * msPerDay);

export const daysBetween = (from: IsoDate, to: IsoDate): number => Math.round((msOf(to) - msOf(from)) / msPerDay);

/** The same day of another month, or that month's last day when it is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const month = Number(day.slice(5, 7)) - 1 + months;
  const last = new Date(Date.UTC(Number(day.slice(0, 4)), month + 1, 0));
  last.setUTCDate(Math.min(Number(day.slice(8, 10)), last.getUTCDate()));
  return dayOf(last.getTime());
}

/** The day itself, or the Friday before when it falls on a weekend. */
export function workday(day: IsoDate): IsoDate {
  const weekday = new Date(msOf(day)).getUTCDay();
  return weekday === 6 ? addDays(day, -1) : weekday === 0 ? addDays(day, -2) : day;
}

export const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);
export const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);

/** A moment of the day by minutes after midnight UTC; 360–900 is office hours in Sweden, summer and winter. */
export const instantOf = (day: IsoDate, minutes: number): IsoInstant => new Date(msOf(day) + minutes * 60_000).toISOString();
