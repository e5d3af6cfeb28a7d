import { z } from 'zod';
import type { IsoDate } from '../../util/datum.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { type Rejection, reject } from '../command.ts';
import { line } from '../fields.ts';
import { parsePersonnummer } from '../personnummer.ts';
import { okantCivilstand } from './civilstand.ts';
import { type Person, person } from './records.ts';

const { personnummer, nummerSlag, tilltalsnamn, telefon, epost, folkbokfordIKommunen, skydd } = person.shape;

/** The fields of Spara i personregister and of Personuppgifter: the whole form, a field that is left out has been emptied. */
export const personFalt = z.strictObject({
  personnummer,
  nummerSlag,
  efternamn: line(100).min(1),
  fornamn: line(100).min(1),
  tilltalsnamn,
  adress: z.strictObject({ gata: line(120), postnummer: line(10), ort: line(60) }).optional(),
  telefon,
  epost,
  /** Empty when it is not known: kept as `okänt` (FORB-05). */
  civilstand: line(40),
  folkbokfordIKommunen,
  skydd,
});
export type PersonFalt = z.infer<typeof personFalt>;
export const personFaltNamn: readonly string[] = Object.keys(personFalt.shape);

/**
 * The form as it is stored: birth date from the number, unknown civilstånd said to be unknown (FORB-05), no address of blanks.
 * @param today the day the number is read on
 * @param stored whose number is taken as it stands while it is not changed
 */
export function lasPersonFalt(
  falt: PersonFalt,
  today: IsoDate,
  stored?: Pick<Person, 'personnummer' | 'nummerSlag' | 'fodelsedatum'>,
): Result<PersonFalt & Pick<Person, 'fodelsedatum'>, Rejection> {
  const fodelsedatum = fodelsedatumAv(falt, today, stored);
  if (fodelsedatum === 'fel') return fail(reject('ogiltigt-personnummer', 'person.personnummer'));
  const { adress, ...rest } = falt;
  const hasAdress = adress !== undefined && Object.values(adress).some((rad) => rad !== '');
  if (hasAdress && falt.skydd !== 'ingen') return fail(reject('skydd-adress', 'person.adress'));
  return ok({
    ...rest,
    ...(hasAdress ? { adress } : {}),
    ...(fodelsedatum === undefined ? {} : { fodelsedatum }),
    civilstand: falt.civilstand || okantCivilstand,
  });
}

function fodelsedatumAv(
  { personnummer, nummerSlag }: PersonFalt,
  today: IsoDate,
  stored: Parameters<typeof lasPersonFalt>[2],
): IsoDate | undefined | 'fel' {
  if (stored?.personnummer === personnummer && stored.nummerSlag === nummerSlag) return stored.fodelsedatum;
  const number = parsePersonnummer(personnummer, today, { interim: true });
  return number.ok && number.kind === nummerSlag ? (number.birthDate ?? undefined) : 'fel';
}
