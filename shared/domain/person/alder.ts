import { ageOn, type IsoDate } from '../../util/datum.ts';
import type { Person } from './records.ts';

/** Whole years on a day; null for a person whose birth date nobody has told. */
export const alderPa = ({ fodelsedatum }: Pick<Person, 'fodelsedatum'>, day: IsoDate): number | null =>
  fodelsedatum === undefined ? null : ageOn(fodelsedatum, day);

/** As it is shown. */
export const alderText = (alder: number | null): string => (alder === null ? 'Okänd ålder' : `${alder} år`);
