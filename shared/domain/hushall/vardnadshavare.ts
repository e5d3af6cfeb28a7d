import { ageOn, type IsoDate } from '../../util/datum.ts';
import type { Person } from '../person/records.ts';
import type { Hushallsmedlem } from './records.ts';

/** Under 18 with no vårdnadshavare in the hushåll: the kund's page says so (FORB-08, HUSH-01). `alder` in whole years. */
export const saknarVardnadshavare = (alder: number, hushall: Pick<Hushallsmedlem, 'vardnadshavare'>[]): boolean =>
  alder < 18 && !hushall.some((medlem) => medlem.vardnadshavare);

/**
 * The same of a kund as it stands: shown on the page and where an aktualisering is made (FORB-08).
 * @param today the day the age is counted on
 */
export const kundSaknarVardnadshavare = (
  person: Pick<Person, 'fodelsedatum'>,
  hushall: Pick<Hushallsmedlem, 'vardnadshavare'>[],
  today: IsoDate,
): boolean => saknarVardnadshavare(ageOn(person.fodelsedatum, today), hushall);
