import type { KirPost } from '../../shared/domain/kir/records.ts';
import type { RecordData } from '../../shared/domain/records.ts';
import { valjAdress, valjNamn, valjUrsprung } from './namn.ts';
import type { Nummerforrad } from './nummer.ts';
import type { Random } from './random.ts';

/** A kund who is folkbokförd in the municipality, as the register of residents has them. */
export function invanareAv(person: RecordData<'person'>): KirPost {
  const { personnummer, fodelsedatum, efternamn, fornamn, tilltalsnamn, skydd, adress, civilstand } = person;
  return {
    personnummer,
    fodelsedatum,
    efternamn,
    fornamn,
    ...(tilltalsnamn === undefined ? {} : { tilltalsnamn }),
    ...(adress === undefined ? {} : { adress }),
    ...(civilstand === 'okänt' ? {} : { civilstand }),
    skydd,
    folkbokfordIKommunen: true,
  };
}

/** One of so many residents has a protected identity in the register. */
const protectedEvery = 20;

/** Residents who are no kunder yet: whom a new kund may be registered from (REG-03). Children come with their vårdnadshavare. */
export function* ovrigaInvanare(forrad: Nummerforrad, random: Random, antal: number): Generator<KirPost> {
  for (let index = 0; index < antal; index++) {
    const nummer = forrad.next();
    const year = Number(nummer.fodelsedatum.slice(0, 4));
    const ursprung = valjUrsprung(random);
    const namn = valjNamn(random, ursprung, nummer.kvinna, year);
    const skydd = index % protectedEvery === 7 ? 'sekretessmarkering' : index % protectedEvery === 13 ? 'skyddadFolkbokforing' : 'ingen';
    const vardnadshavare = [true, false].map((kvinna) => ({
      relation: 'Vårdnadshavare',
      namn: `${namn.efternamn}, ${valjNamn(random, ursprung, kvinna, year - 30).tilltalsnamn}`,
      vardnadshavare: true,
    }));
    yield {
      personnummer: nummer.value,
      fodelsedatum: nummer.fodelsedatum,
      ...namn,
      ...(skydd === 'ingen' ? { adress: valjAdress(random) } : {}),
      civilstand: 'Ogift',
      skydd,
      folkbokfordIKommunen: true,
      ...(nummer.alder < 18 ? { relationer: vardnadshavare } : {}),
    };
  }
}
