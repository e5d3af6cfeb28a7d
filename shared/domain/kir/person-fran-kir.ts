import type { HushallFalt } from '../hushall/medlemmar.ts';
import { okantCivilstand } from '../person/civilstand.ts';
import type { PersonFalt } from '../person/falt.ts';
import { utanAdress } from '../person/kir-utan-adress.ts';
import { dodsdag, maxTidigare, okandDodsdag } from '../person/records.ts';
import { kindOfNumber } from '../personnummer.ts';
import type { KirPost } from './records.ts';

/** The fields of the form that the register fills (REG-03); telephone and e-mail it does not know. No address of a protected person. */
export function personFranKir(post: KirPost): Omit<PersonFalt, 'telefon' | 'epost'> {
  const { personnummer, fodelsedatum, efternamn, mellannamn, fornamn, tilltalsnamn, adress, civilstand, skydd, folkbokfordIKommunen } =
    post;
  const avliden = dodsdagAv(post);
  const { postadress } = skydd === 'ingen' ? post : utanAdress(post);
  return {
    personnummer,
    nummerSlag: kindOfNumber(personnummer),
    ...(fodelsedatum ? { fodelsedatum } : {}),
    efternamn,
    ...(mellannamn ? { mellannamn } : {}),
    fornamn,
    ...(tilltalsnamn ? { tilltalsnamn } : {}),
    ...(adress && skydd === 'ingen' ? { adress: { gata: adress.gata, postnummer: adress.postnummer, ort: adress.ort } } : {}),
    ...(postadress ? { postadress: adressrad(postadress) } : {}),
    ...(avliden ? { avliden } : {}),
    ...(post.andraNummer ? { tidigareNummer: post.andraNummer.slice(0, maxTidigare) } : {}),
    civilstand: civilstand || okantCivilstand,
    folkbokfordIKommunen,
    skydd,
  };
}

/** As far as the register knows it; undefined for one who lives. */
export function dodsdagAv({ avliden, ofullstandigt, avregistrerad }: KirPost): string | undefined {
  const dag = avliden ?? ofullstandigt?.avliden;
  if (dag === undefined) return avregistrerad === 'avliden' ? okandDodsdag : undefined;
  return dodsdag.safeParse(dag).success ? dag : okandDodsdag;
}

/** What the form keeps of it. */
const adressrad = ({ gata, postnummer, ort, viaSkatteverket }: NonNullable<KirPost['postadress']>) => ({
  ...{ gata, postnummer, ort },
  ...(viaSkatteverket ? { viaSkatteverket } : {}),
});

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
