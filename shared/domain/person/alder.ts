import { ageOn, type IsoDate } from '../../util/datum.ts';
import { parsePersonnummer } from '../personnummer.ts';
import type { Person } from './records.ts';

/** Whole years on a day; null for a person whose birth date nobody has told. */
export const alderPa = ({ fodelsedatum }: Pick<Person, 'fodelsedatum'>, day: IsoDate): number | null =>
  fodelsedatum === undefined ? null : ageOn(fodelsedatum, day);

/** By birth date and number, whichever says less: of who is a child by either nobody says that they are of age. null = neither tells. */
function lagstaAlder({ fodelsedatum, personnummer }: Partial<Pick<Person, 'fodelsedatum' | 'personnummer'>>, day: IsoDate): number | null {
  const parsed = personnummer === undefined ? undefined : parsePersonnummer(personnummer, day);
  const told = [alderPa({ fodelsedatum }, day), parsed?.ok ? parsed.age : null].filter((alder) => alder !== null);
  return told.length === 0 ? null : Math.min(...told);
}

/** Under 18 nobody uses the e-service by themselves (FORB-76). */
export function arUnderArton(person: Partial<Pick<Person, 'fodelsedatum' | 'personnummer'>>, day: IsoDate): boolean {
  const alder = lagstaAlder(person, day);
  return alder !== null && alder < 18;
}

/** As it is shown. */
export const alderText = (alder: number | null): string => (alder === null ? 'Okänd ålder' : `${alder} år`);
