// Each from its own file: the whole of date-fns takes a second to load.
import { addMonths } from 'date-fns/addMonths';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { formatISO } from 'date-fns/formatISO';
import { parseISO } from 'date-fns/parseISO';
import type { IsoDate } from '../../util/datum.ts';

/**
 * The day an utredning is to be decided by: six months after the ansökan came in. From that day the applicant may ask in
 * writing for a decision (förvaltningslagen 2017:900 12 §). A month that lacks the day ends it: 31 August → 28 February.
 */
export const lagfrist = (inkomDatum: IsoDate): IsoDate => formatISO(addMonths(parseISO(inkomDatum), 6), { representation: 'date' });

/** Days from a day to the lagfrist; negative when it has passed. */
export const dagarKvar = (frist: IsoDate, today: IsoDate): number => differenceInCalendarDays(parseISO(frist), parseISO(today));
