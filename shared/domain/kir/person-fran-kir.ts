import type { HushallFalt } from '../hushall/medlemmar.ts';
import { okantCivilstand } from '../person/civilstand.ts';
import type { PersonFalt } from '../person/falt.ts';
import { kindOfNumber } from '../personnummer.ts';
import type { KirPost } from './records.ts';

/** The fields of the form that the register fills (REG-03); telephone and e-mail it does not know. No address of a protected person. */
export function personFranKir(post: KirPost): Omit<PersonFalt, 'telefon' | 'epost'> {
  const { personnummer, efternamn, fornamn, tilltalsnamn, adress, civilstand, skydd, folkbokfordIKommunen } = post;
  return {
    personnummer,
    nummerSlag: kindOfNumber(personnummer),
    efternamn,
    fornamn,
    ...(tilltalsnamn ? { tilltalsnamn } : {}),
    ...(adress && skydd === 'ingen' ? { adress: { gata: adress.gata, postnummer: adress.postnummer, ort: adress.ort } } : {}),
    civilstand: civilstand || okantCivilstand,
    folkbokfordIKommunen,
    skydd,
  };
}

/** Vårdnadshavare the register names, to be hushållsmedlemmar from the start (HUSH-01, FORB-08). */
export const hushallFranKir = (post: Pick<KirPost, 'relationer'>): HushallFalt[] =>
  (post.relationer ?? [])
    // One whom the register gives as a number alone has no name to save; one who is protected is not put into an open akt unasked.
    .filter(({ vardnadshavare, namn, skydd = 'ingen' }) => vardnadshavare && namn !== '' && skydd === 'ingen')
    .map(({ namn, relation, personnummer }) => ({
      namn,
      relation,
      vardnadshavare: true,
      registerledare: false,
      ...(personnummer ? { personnummer } : {}),
    }));
