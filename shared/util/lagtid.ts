import { type IsoDate, plusDagar, plusManader } from './datum.ts';
import { nastaVardag } from './helgdagar.ts';

/** Periods of law, counted as lagen (1930:173) om beräkning av lagstadgad tid says. */

export type Lagtid = { antal: number; enhet: 'dag' | 'vecka' | 'manad' | 'ar' };

/**
 * The day a period ends (1 §): the day it counts from is not one of them; weeks, months and years end on the day of the same name or
 * number, and a month that lacks the number ends it: 30 November and 3 months is 28 February.
 */
export function periodslut(fran: IsoDate, { antal, enhet }: Lagtid): IsoDate {
  switch (enhet) {
    case 'dag':
      return plusDagar(fran, antal);
    case 'vecka':
      return plusDagar(fran, antal * 7);
    case 'manad':
      return plusManader(fran, antal);
    case 'ar':
      return plusManader(fran, antal * 12);
    default:
      return enhet satisfies never;
  }
}

/** The last day for an act that is to be done within a period which ends that day (2 §): a weekday. */
export const sistaDagAttHandla = (slut: IsoDate): IsoDate => nastaVardag(slut);
