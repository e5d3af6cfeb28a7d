import type { IsoDate } from '../../util/datum.ts';

/** A day as the Date that reads as that day in any time zone of the machine. */
export const noonOf = (day: IsoDate): Date => new Date(`${day}T12:00:00`);
