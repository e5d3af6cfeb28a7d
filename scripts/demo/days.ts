import { type IsoDate, type IsoInstant, plusDagar, veckodag } from '../../shared/util/datum.ts';

/** Milliseconds of the day's midnight UTC. */
export const msOf = (day: IsoDate): number => Date.parse(day);

/** The day itself, or the Friday before when it falls on a weekend. */
export const workday = (day: IsoDate): IsoDate => plusDagar(day, Math.min(0, 5 - veckodag(day)));

export const earlier = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? one : other);
export const later = (one: IsoDate, other: IsoDate): IsoDate => (one > other ? one : other);

/** A moment of the day by minutes after midnight UTC; 360–900 is office hours in Sweden, summer and winter. */
export const instantOf = (day: IsoDate, minutes: number): IsoInstant => new Date(msOf(day) + minutes * 60_000).toISOString();
