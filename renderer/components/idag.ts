import { type IsoDate, swedishDay } from '../../shared/util/datum.ts';

/** The day today is, by this computer's clock. */
export const idagNu = (): IsoDate => swedishDay(new Date().toISOString());
