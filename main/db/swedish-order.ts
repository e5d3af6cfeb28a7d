import { foldName } from '../../shared/domain/sok/sokfraga.ts';

/** Letters that stand after z, as characters that do so in a binary comparison too. */
const afterZ: Record<string, string> = { å: '{', ä: '|', æ: '|', ö: '}', ø: '}' };
/** Sorts before every letter and before a space, so that `Berg` stands before `Berg Lind`. */
const between = '\u0001';

/** A folded name in a form whose binary order is the Swedish one; the beginning of a name gives the beginning of its form. */
export const orderOf = (folded: string): string => folded.replace(/[åäæöø]/g, (letter) => afterZ[letter] ?? letter);

/** Surname first, then given names (FORB-04). */
export const personOrder = (person: { efternamn: string; fornamn: string }): string =>
  surnameOrder(foldName(person.efternamn)) + orderOf(foldName(person.fornamn));

/** The beginning that the order of every person of this surname has, and of no other. */
export const surnameOrder = (folded: string): string => orderOf(folded) + between;

/** The same, of a person's order. */
export const surnameOf = (ordning: string): string => ordning.slice(0, ordning.indexOf(between) + 1);

/** The first text after all that begin so. */
export const afterPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;
