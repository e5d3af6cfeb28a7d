import { z } from 'zod';
import type { IsoDate } from '../../util/datum.ts';
import { fail, ok, type Result } from '../../util/result.ts';
import { type Rejection, reject } from '../command.ts';
import { day, line } from '../fields.ts';
import { parsePersonnummer } from '../personnummer.ts';
import { okantCivilstand } from './civilstand.ts';
import { inledsAvMellannamn } from './namn.ts';
import { dodsdag, type Person, person } from './records.ts';
import { medTidigare } from './tidigare.ts';
import { utanSkyddadAdress } from './utan-adress.ts';

const { personnummer, nummerSlag, tilltalsnamn, telefon, epost, folkbokfordIKommunen, skydd, tidigareNummer } = person.shape;
const adress = z.strictObject({ gata: line(120), postnummer: line(10), ort: line(60) });

/** What programs of before asked: without the fields of {@link personFalt} that may be left out, and with both names. */
export const personFaltUtanMer = z.strictObject({
  personnummer,
  nummerSlag,
  efternamn: line(100).min(1),
  fornamn: line(100).min(1),
  tilltalsnamn,
  adress: adress.optional(),
  telefon,
  epost,
  /** Empty when it is not known: kept as `okänt` (FORB-05). */
  civilstand: line(40),
  folkbokfordIKommunen,
  skydd,
});

/**
 * The fields of Spara i personregister and of Personuppgifter: the whole form, a field that is left out has been emptied. Of those
 * that an older program did not ask for, null says so; left out they stay as they are.
 */
export const personFalt = personFaltUtanMer
  .extend({
    /** With the mellannamn before it. One of the two names may be empty: a newborn, a person of one name. */
    efternamn: line(100),
    fornamn: line(100),
    mellannamn: line(100).nullable().optional(),
    /** Said by the register or the user; null = as the number says it. */
    fodelsedatum: day.nullable().optional(),
    postadress: adress
      .extend({ viaSkatteverket: z.literal(true).optional() })
      .nullable()
      .optional(),
    avliden: dodsdag.nullable().optional(),
    /** Other numbers that the register gives the person: they are added to those the kund has had. */
    tidigareNummer,
  })
  .refine(({ efternamn, fornamn }) => efternamn !== '' || fornamn !== '', { path: ['efternamn'], error: 'missing' });
export type PersonFalt = z.infer<typeof personFalt>;
const personFaltNamn: ReadonlySet<string> = new Set(Object.keys(personFalt.shape));

/** What of a stored person the form does not hold: it stays as it is. */
export const utanPersonFalt = (stored: Person): Person =>
  Object.fromEntries(Object.entries(stored).filter(([falt]) => !personFaltNamn.has(falt))) as Person;

/** The fields of a person that a form decides, as they are stored. */
type LastPerson = Pick<Person, keyof PersonFalt | 'tidigareEfternamn'>;

/**
 * The form as it is stored: birth date from the number where nobody says another, unknown civilstånd said to be unknown (FORB-05), no
 * address of blanks, and none of a protected person but the way of post through Skatteverket; earlier numbers and surnames are kept.
 * @param today the day the number is read on
 * @param stored whose number is taken as it stands while it is not changed
 */
export function lasPersonFalt(falt: PersonFalt, today: IsoDate, stored?: Person): Result<LastPerson, Rejection> {
  const fodelsedatum = fodelsedatumAv(falt, today, stored);
  if (fodelsedatum === 'fel') return fail(reject('ogiltigt-personnummer', 'person.personnummer'));
  if (fodelsedatum !== undefined && fodelsedatum > today) return fail(reject('datum-i-framtiden', 'person.fodelsedatum'));
  const { adress: given, postadress: givenPost, mellannamn: _m, avliden: _a, fodelsedatum: _f, tidigareNummer: _t, ...rest } = falt;
  const adress = given && !isBlank(given) ? given : undefined;
  if (adress && falt.skydd !== 'ingen') return fail(reject('skydd-adress', 'person.adress'));
  if (givenPost && !isBlank(givenPost) && !givenPost.viaSkatteverket && falt.skydd !== 'ingen')
    return fail(reject('skydd-adress', 'person.postadress'));
  const mellannamn = valt(falt.mellannamn, stored?.mellannamn);
  const avliden = valt(falt.avliden, stored?.avliden);
  if (avliden !== undefined && avliden > today) return fail(reject('datum-i-framtiden', 'person.avliden'));
  const postadress = valt(givenPost, stored?.postadress);
  return ok(
    utanSkyddadAdress<LastPerson>({
      ...rest,
      ...(adress ? { adress } : {}),
      ...(postadress && !isBlank(postadress) ? { postadress } : {}),
      ...(fodelsedatum === undefined ? {} : { fodelsedatum }),
      ...(mellannamn && inledsAvMellannamn(falt.efternamn, mellannamn) ? { mellannamn } : {}),
      ...(avliden === undefined ? {} : { avliden }),
      ...medTidigare(falt, stored),
      civilstand: falt.civilstand || okantCivilstand,
    }),
  );
}

/** What the form says, null = nothing; what an older program was not asked for stays. */
const valt = <T>(given: T | null | undefined, stored: T | undefined): T | undefined =>
  given === undefined ? stored : (given ?? undefined);

const isBlank = ({ gata, postnummer, ort }: NonNullable<Person['adress']>): boolean => gata === '' && postnummer === '' && ort === '';

/** A birth date that is not the number's: said by the register or the user. */
export const sagtFodelsedatum = ({
  personnummer,
  fodelsedatum,
}: Pick<PersonFalt, 'personnummer' | 'fodelsedatum'>): IsoDate | undefined => {
  // Twelve characters say their century themselves.
  const number = parsePersonnummer(personnummer, '9999-12-31', { interim: true });
  return fodelsedatum && !(number.ok && number.birthDate === fodelsedatum) ? fodelsedatum : undefined;
};

function fodelsedatumAv(
  { personnummer, nummerSlag, fodelsedatum }: PersonFalt,
  today: IsoDate,
  stored: Person | undefined,
): IsoDate | undefined | 'fel' {
  const samma = stored?.personnummer === personnummer && stored.nummerSlag === nummerSlag;
  if (samma && fodelsedatum === undefined) return stored.fodelsedatum;
  const number = parsePersonnummer(personnummer, today, { interim: true });
  // A number that stands is not judged anew, only read.
  if (!samma && !(number.ok && number.kind === nummerSlag)) return 'fel';
  return fodelsedatum ?? (number.ok ? (number.birthDate ?? undefined) : undefined);
}
