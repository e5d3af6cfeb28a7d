import { z } from 'zod';
import { isCalendarDay } from '../util/datum.ts';
import { isSynlig } from './text/synlig.ts';

/** Field kinds that several record types share. */
/** UUIDs in lower case only: one thing has one id, in every spelling of which it is compared as text. */
export const id = z.uuid().lowercase();
export const day = z.string().refine(isCalendarDay, { error: 'not-a-day' });
export const instant = z.iso.datetime();
/**
 * One line of text a person typed, its letters composed: `a` + ring is the `å` that others search for, wherever it was typed. One in
 * which nothing is to be seen is empty: no reason, and no name.
 */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .overwrite((text) => (isSynlig(text) ? text : ''))
    .max(max);

/**
 * Whose a record of an akt is (OSL 26:1): the unit that made it, which alone reads it. Absent in what was made before an akt could be
 * several units': then it is the unit's that registered the kund (`enhetOf`).
 */
export const enhetens = { enhet: z.string().max(40).optional() };
/**
 * The unit that a user of several begins something for, as a form asks it. Absent = that of the organisation they chose, else their
 * first; a program that does not ask says none.
 */
export const forEnhet = z.string().min(1).max(40).optional();
/** The same of a type that may also be common to every unit of the akt. */
export const enhetensEllerGemensam = { ...enhetens, gemensam: z.literal(true).optional() };

/** Who did something, kept with the name of that day so that the text stays readable when the user is gone. */
export const signatur = z.looseObject({ anvandareId: id, namn: z.string(), at: instant });
export type Signatur = z.infer<typeof signatur>;
