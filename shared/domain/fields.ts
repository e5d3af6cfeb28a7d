import { z } from 'zod';
import { isCalendarDay } from '../util/datum.ts';

/** Field kinds that several record types share. */
/** UUIDs in lower case only: one thing has one id, in every spelling of which it is compared as text. */
export const id = z.uuid().lowercase();
export const day = z.string().refine(isCalendarDay, { error: 'not-a-day' });
export const instant = z.iso.datetime();
/** One line of text a person typed, its letters composed: `a` + ring is the `å` that others search for, wherever it was typed. */
export const line = (max: number) => z.string().trim().normalize('NFC').max(max);

/** Who did something, kept with the name of that day so that the text stays readable when the user is gone. */
export const signatur = z.looseObject({ anvandareId: id, namn: z.string(), at: instant });
export type Signatur = z.infer<typeof signatur>;
