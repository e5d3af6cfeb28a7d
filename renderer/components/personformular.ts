import { z } from 'zod';
import { okantCivilstand } from '../../shared/domain/person/civilstand.ts';
import type { PersonFalt } from '../../shared/domain/person/falt.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { type ParsedPersonnummer, parsePersonnummer } from '../../shared/domain/personnummer.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import { nummerfelOrd } from '../../shared/words/person.ts';

/** The fields of a person as they are filled in, in Spara i personregister and in Personuppgifter; empty text = not given. */
export const personformular = z.object({
  personnummer: z.string(),
  efternamn: z.string(),
  fornamn: z.string(),
  tilltalsnamn: z.string(),
  gata: z.string(),
  postnummer: z.string(),
  ort: z.string(),
  telefon: z.string(),
  epost: z.string(),
  civilstand: z.string(),
  folkbokfordIKommunen: z.boolean(),
  skydd: z.enum(['ingen', 'sekretessmarkering', 'skyddadFolkbokforing']),
});
export type Personformular = z.infer<typeof personformular>;

export const tomPerson: Personformular = {
  personnummer: '',
  efternamn: '',
  fornamn: '',
  tilltalsnamn: '',
  gata: '',
  postnummer: '',
  ort: '',
  telefon: '',
  epost: '',
  civilstand: okantCivilstand,
  folkbokfordIKommunen: false,
  skydd: 'ingen',
};

/** A person, or what the register of residents says of one, as the form shows it. */
export const personformularAv = (p: Omit<PersonFalt, 'nummerSlag'> | Person): Personformular => ({
  personnummer: p.personnummer,
  efternamn: p.efternamn,
  fornamn: p.fornamn,
  tilltalsnamn: p.tilltalsnamn ?? '',
  gata: p.adress?.gata ?? '',
  postnummer: p.adress?.postnummer ?? '',
  ort: p.adress?.ort ?? '',
  telefon: p.telefon ?? '',
  epost: p.epost ?? '',
  civilstand: p.civilstand || okantCivilstand,
  folkbokfordIKommunen: p.folkbokfordIKommunen,
  skydd: p.skydd,
});

/** The number as it is typed, in any written form; interim numbers too. */
export const readNummer = (text: string, idag: IsoDate): ParsedPersonnummer => parsePersonnummer(text, idag, { interim: true });

type Fel = { falt: string; text: string };

/** What is wrong, and the right value, in the order of the form. */
export function personfel(varden: Personformular, idag: IsoDate): Fel[] {
  const number = readNummer(varden.personnummer, idag);
  const fel: Fel[] = [];
  if (!number.ok) fel.push({ falt: 'personnummer', text: nummerfelOrd[number.error] });
  if (varden.efternamn.trim() === '') fel.push({ falt: 'efternamn', text: 'Skriv efternamnet.' });
  else if (varden.efternamn.includes(',')) fel.push({ falt: 'efternamn', text: 'Skriv bara efternamnet här, och förnamnet i nästa fält.' });
  if (varden.fornamn.trim() === '') fel.push({ falt: 'fornamn', text: 'Skriv förnamnet.' });
  if (varden.epost.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(varden.epost.trim()))
    fel.push({ falt: 'epost', text: 'E-postadressen är inte hel. Skriv till exempel namn@exempel.se.' });
  return fel;
}

/** The form as the commands want it; no address of a protected person. A number that cannot be read is sent as it stands. */
export function personinput(varden: Personformular, idag: IsoDate): PersonFalt {
  const number = readNummer(varden.personnummer, idag);
  const { efternamn, fornamn, civilstand, folkbokfordIKommunen, skydd } = varden;
  const given = (falt: 'tilltalsnamn' | 'telefon' | 'epost') => (varden[falt].trim() === '' ? {} : { [falt]: varden[falt].trim() });
  const adress = { gata: varden.gata.trim(), postnummer: varden.postnummer.trim(), ort: varden.ort.trim() };
  return {
    personnummer: number.ok ? number.value : varden.personnummer,
    nummerSlag: number.ok ? number.kind : 'personnummer',
    efternamn,
    fornamn,
    ...given('tilltalsnamn'),
    ...(skydd === 'ingen' && Object.values(adress).some((rad) => rad !== '') ? { adress } : {}),
    ...given('telefon'),
    ...given('epost'),
    civilstand,
    folkbokfordIKommunen,
    skydd,
  };
}

/** The form's field that a refusal of `person.registrera` or `person.spara` is about. */
export function personfaltAv(field: string): string | undefined {
  const falt = /^person\.(\w+)/.exec(field)?.[1];
  return falt === 'adress' ? 'gata' : falt === 'nummerSlag' ? 'personnummer' : falt;
}
