import { compare } from '../../util/compare.ts';
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

export type Brevslag = 'beslut' | 'beslutsmeddelande';
/**
 * By what a document says of which beslut it is the letter: a row of its `underlag` for each, whose id is the revision that it tells of. Of a
 * beslut that is changed afterwards it is the letter no more.
 */
export const brevmarke = (slag: Brevslag): string => `brev:${slag}`;
export const isBrevmarke = (type: string): boolean => type.startsWith('brev:');
