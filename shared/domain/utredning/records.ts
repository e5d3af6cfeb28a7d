import { z } from 'zod';
import { day, id, line } from '../fields.ts';

export const utredning = z.looseObject({
  /** Name of the catalogue's utredningstyp, as labels show it: `LSS Utredning`. */
  typ: line(80),
  startdatum: day,
  slutdatum: day.optional(),
  /** The day the handling time counts from (FL 12 §): the earliest ansökan. */
  inkomDatum: day,
  ansvarigHandlaggareId: id,
  organisationId: id,
});
export type Utredning = z.infer<typeof utredning>;

export const isOpenUtredning = (u: Pick<Utredning, 'slutdatum'>): boolean => u.slutdatum === undefined;
