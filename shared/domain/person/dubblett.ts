import { foldName } from '../sok/sokfraga.ts';
import { utanMellannamn } from './namn.ts';
import type { Person } from './records.ts';

type Dubblettnyckel = Pick<Person, 'efternamn' | 'fornamn' | 'fodelsedatum'>;
type Registrerad = Dubblettnyckel & Partial<Pick<Person, 'mellannamn' | 'tidigareEfternamn'>>;

/**
 * May be the person about to be registered: born the same day, with the same surname, now or before, and a given name in common,
 * however the two are spelled (FRAGA-06). A warning, not a hinder; the same personnummer is one.
 */
export const arMojligDubblett = (ny: Dubblettnyckel, finns: Registrerad): boolean =>
  ny.fodelsedatum !== undefined &&
  ny.fodelsedatum === finns.fodelsedatum &&
  [finns.efternamn, utanMellannamn(finns), ...(finns.tidigareEfternamn ?? [])].some((namn) => foldName(ny.efternamn) === foldName(namn)) &&
  namesOf(ny).some((name) => namesOf(finns).includes(name));

const namesOf = ({ fornamn }: Dubblettnyckel): string[] =>
  foldName(fornamn)
    .split(' ')
    .filter((name) => name !== '');
