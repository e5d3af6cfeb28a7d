import { z } from 'zod';
import { type Kontakt, type KontaktFalt, kontaktTyper } from '../../../shared/domain/kontakt/records.ts';
import { isEpost, isTelefon } from '../../../shared/domain/kontaktvag.ts';
import { formatPersonnummer } from '../../../shared/domain/personnummer.ts';
import type { Utkastnyckel } from '../../../shared/ipc/utkastnyckel.ts';
import { nummerfelOrd } from '../../../shared/words/person.ts';
import { idagNu } from '../../components/idag.ts';
import { readNummer } from '../../components/personformular.ts';
import type { Fel } from '../../state/useFormular.ts';

/** The form of a contact as it is filled in; empty text = not given. */
const falten = z.object({
  typ: z.enum(kontaktTyper),
  namn: z.string(),
  /** Where it is known: who is protected as a kund is so here too. */
  personnummer: z.string().default(''),
  relation: z.string(),
  telefon: z.string(),
  epost: z.string(),
  adress: z.string(),
  anteckning: z.string(),
});
export type Kontaktfalt = z.infer<typeof falten>;
export type Textfalt = Exclude<keyof Kontaktfalt, 'typ'>;

/** A contact as it is filled in, also as a draft on disk. */
export const kontaktvarden = z.object({ kontaktId: z.string(), basRev: z.string().nullable(), falt: falten });
export type Kontaktvarden = z.infer<typeof kontaktvarden>;
/** @param kontaktId `ny` for one that is added */
export const kontaktnyckel = (personId: string, kontaktId: string): Utkastnyckel => ({ form: 'kontakt', personId, objekt: kontaktId });

export const tommaFalt: Kontaktfalt = {
  typ: 'anhorig',
  namn: '',
  personnummer: '',
  relation: '',
  telefon: '',
  epost: '',
  adress: '',
  anteckning: '',
};
export const faltAv = (k: Kontakt): Kontaktfalt => ({
  typ: k.typ,
  namn: k.namn,
  personnummer: k.personnummer ? formatPersonnummer(k.personnummer) : '',
  relation: k.relation ?? '',
  telefon: k.telefon ?? '',
  epost: k.epost ?? '',
  adress: k.adress ?? '',
  anteckning: k.anteckning ?? '',
});

/** As the record allows (shared/domain/kontakt). */
export const langst: Record<Textfalt, number> = {
  namn: 200,
  personnummer: 20,
  relation: 80,
  telefon: 40,
  epost: 120,
  adress: 200,
  anteckning: 2000,
};

/** What is wrong with a field, and the right value; undefined when nothing is. */
function faltfel(falt: Kontaktfalt, namn: Textfalt): string | undefined {
  const value = falt[namn].trim();
  if (namn === 'namn' && value === '') return 'Namn saknas. Skriv efternamn, förnamn.';
  if (namn === 'telefon' && value !== '' && !isTelefon(value))
    return 'Telefonnumret är för kort eller har annat än siffror. Skriv till exempel 042-10 50 00.';
  if (namn === 'epost' && value !== '' && !isEpost(value)) return 'E-postadressen är inte hel. Skriv till exempel namn@exempel.se.';
  if (namn === 'personnummer' && value !== '') {
    const nummer = readNummer(value, idagNu());
    return nummer.ok ? undefined : nummerfelOrd[nummer.error];
  }
  return undefined;
}
const textfalt = Object.keys(langst) as Textfalt[];
/** All that is wrong, in the order of the form. */
export const kontaktfel = (falt: Kontaktfalt): Fel[] =>
  textfalt.flatMap((namn) => {
    const text = faltfel(falt, namn);
    return text === undefined ? [] : [{ falt: namn, text }];
  });

/** The form as the command wants it: what is empty is left out. */
export function kontaktAv(falt: Kontaktfalt, rev: string): KontaktFalt {
  const given = textfalt.flatMap((namn) => (falt[namn].trim() === '' ? [] : [[namn, falt[namn].trim()]]));
  const nummer = readNummer(falt.personnummer, idagNu());
  return { typ: falt.typ, namn: falt.namn.trim(), ...Object.fromEntries(given), personnummer: nummer.ok ? nummer.value : null, rev };
}
