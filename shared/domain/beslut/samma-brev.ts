import { compare } from '../../util/compare.ts';
import { kortad } from '../../util/kortad.ts';
import { andraId } from '../andra-id.ts';
import type { Dokument } from '../dokument/records.ts';
import { displayName, type Person } from '../person/records.ts';
import type { Post } from '../post.ts';
import type { Beslut } from './records.ts';

/**
 * Those that one letter tells of: of one delavslag or one series, in the order of their days; the halves of a stödfamilj are not one letter
 * (UTSK-07). What is felmarkerat is in none but its own.
 * @param alla of the akt
 */
export function iSammaBrev(alla: readonly Post<Beslut>[], ett: Post<Beslut>): Post<Beslut>[] {
  const { koppling } = ett.data;
  if (!koppling || koppling.slag === 'stodfamilj') return [ett];
  return alla
    .filter(({ data }) => data.koppling?.id === koppling.id && !data.felmarkerad)
    .concat(ett.data.felmarkerad ? [ett] : [])
    .sort((a, b) => compare(a.data.utfall, b.data.utfall) * -1 || compare(a.data.giltigFran, b.data.giltigFran) || compare(a.id, b.id));
}

/**
 * The id of the document that is the letter of these beslut as they stand: the same on every computer that makes it, so that two at once make one.
 * @param nr how many there have been before: one that is felmarkerad is made again, and is another
 */
export function brevId(brevets: readonly Post<Beslut>[], slag: Brevslag, nr: number): string {
  const [forsta = '', ...fler] = brevets.flatMap(({ data: { rev } }) => rev ?? []);
  return andraId(fler.reduce(plus, forsta), 50 + 2 * nr + (slag === 'beslut' ? 0 : 1));
}
/** Digit by digit: in whatever order they are added the same. */
const plus = (a: string, b: string): string =>
  a.replace(/[\da-f]/gi, (siffra, at: number) => ((Number.parseInt(siffra, 16) + Number.parseInt(b.charAt(at), 16)) % 16).toString(16));

export type Brevslag = 'beslut' | 'beslutsmeddelande';
/**
 * By what a document says of which beslut it is the letter: a row of its `underlag` for each, whose id is the revision that it tells of. Of a
 * beslut that is changed afterwards it is the letter no more.
 */
export const brevmarke = (slag: Brevslag): string => `brev:${slag}`;
/** Which revisions a document says that it is the letter of, in order. */
export const brevetsRevisioner = ({ underlag = [] }: Pick<Dokument, 'underlag'>, slag: Brevslag): string[] =>
  underlag.flatMap(({ type, id }) => (type === brevmarke(slag) ? id : [])).sort();
/** By what a letter says to whom it is: the row's `rev` is {@link kundenIBrevet}. */
export const kundmarke = 'brev:kund';
/** Whom a letter of today is to: of who has another name or number by then it is the letter no more. */
export const kundenIBrevet = (person: Pick<Person, 'personnummer' | 'efternamn' | 'fornamn'>): string =>
  // As the command that files it stores a line, or a letter would never be hers.
  kortad(`${person.personnummer} ${displayName(person)}`.normalize('NFC'), 64).trim();
export const isBrevmarke = (type: string): boolean => type.startsWith('brev:');
