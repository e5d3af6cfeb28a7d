import { foldName } from '../sok/sokfraga.ts';
import type { Person } from './records.ts';

export type Dubblettnyckel = Pick<Person, 'efternamn' | 'fornamn' | 'fodelsedatum'>;

/**
 * May be the person about to be registered: born the same day, with the same surname and a given name in common, however the
 * two are spelled (FRAGA-06). A warning, not a hinder; the same personnummer is one.
 */
export const arMojligDubblett = (ny: Dubblettnyckel, finns: Dubblettnyckel): boolean =>
  ny.fodelsedatum !== undefined &&
  ny.fodelsedatum === finns.fodelsedatum &&
  foldName(ny.efternamn) === foldName(finns.efternamn) &&
  namesOf(ny).some((name) => namesOf(finns).includes(name));

const namesOf = ({ fornamn }: Dubblettnyckel): string[] =>
  foldName(fornamn)
    .split(' ')
    .filter((name) => name !== '');
