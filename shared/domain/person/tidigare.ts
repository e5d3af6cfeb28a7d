import { foldName } from '../sok/sokfraga.ts';
import { utanMellannamn } from './namn.ts';
import { maxTidigare, type Person } from './records.ts';

type Nu = Pick<Person, 'personnummer' | 'efternamn'> & { tidigareNummer?: Person['tidigareNummer'] };

/**
 * The numbers and surnames a kund has had, with those that are being replaced: the search finds by them too (FRAGA-06), for letters and
 * colleagues go on using them. None is taken away.
 */
export function medTidigare(nu: Nu, stored: Person | undefined): Pick<Person, 'tidigareNummer' | 'tidigareEfternamn'> {
  const nummer = [...(stored ? [...(stored.tidigareNummer ?? []), stored.personnummer] : []), ...(nu.tidigareNummer ?? [])];
  const namn = stored ? [...(stored.tidigareEfternamn ?? []), stored.efternamn] : [];
  const tidigareNummer = [...new Set(nummer)].filter((one) => one !== nu.personnummer);
  const folded = new Set([foldName(nu.efternamn), '']);
  const tidigareEfternamn = namn.filter((one) => !folded.has(foldName(one)) && folded.add(foldName(one)));
  return {
    ...(tidigareNummer.length > 0 ? { tidigareNummer: tidigareNummer.slice(-maxTidigare) } : {}),
    ...(tidigareEfternamn.length > 0 ? { tidigareEfternamn: tidigareEfternamn.slice(-maxTidigare) } : {}),
  };
}

type Sokbar = Pick<Person, 'personnummer' | 'efternamn'> &
  Partial<Pick<Person, 'mellannamn' | 'fodelsedatum' | 'tidigareNummer' | 'tidigareEfternamn'>>;

/**
 * What else than name and number a kund is found by: the surname without its mellannamn, earlier surnames and numbers, and a birth date
 * that is not the number's, as eight digits.
 */
export function andraSoknycklar(person: Sokbar): { efternamn: string[]; nummer: string[] } {
  const efternamn = [utanMellannamn(person), ...(person.tidigareEfternamn ?? [])].filter((namn) => namn !== person.efternamn);
  const fodd = person.fodelsedatum?.replaceAll('-', '');
  return {
    efternamn: [...new Set(efternamn)],
    nummer: [...(person.tidigareNummer ?? []), ...(fodd === undefined || person.personnummer.startsWith(fodd) ? [] : [fodd])],
  };
}
