import type { IsoDate } from '../../util/datum.ts';
import { periodslut } from '../../util/lagtid.ts';

/**
 * The day an utredning is to be decided by: six months after the ansökan came in. From that day the applicant may ask in
 * writing for a decision (förvaltningslagen 2017:900 12 §). A month that lacks the day ends it: 31 August → 28 February.
 */
export const lagfrist = (inkomDatum: IsoDate): IsoDate => periodslut(inkomDatum, { antal: 6, enhet: 'manad' });
