import { compare } from '../../util/compare.ts';
import type { Beslut } from '../beslut/records.ts';
import { type Dagar, sammaDagar } from '../beslut/samtidigt.ts';
import { isLass, isOngoingBeslut, standigtBifall } from '../pagaende.ts';
import type { Post } from '../post.ts';

/**
 * What a new LASS-beslut must be asked about, oldest first (LASS-02, FORB-29): those that are ongoing, and those that have ended but hold
 * for a day of the new one, which Försäkringskassan may give from a day that has been.
 * @param ny the period of the new one, as far as it is known
 */
export const lassAttErsatta = (beslut: Post<Beslut>[], ny: Dagar, today: string): Post<Beslut>[] =>
  beslut
    .filter(({ data }) => isLass(data) && (isOngoingBeslut(data, today) || (standigtBifall(data) && sammaDagar(data, ny))))
    .sort((a, b) => compare(a.data.giltigFran, b.data.giltigFran));

/**
 * The one of them that the form asks about: the last that the new one can replace, which begins before it and holds for a day of it; where there is
 * none, the last.
 * @param andra as {@link lassAttErsatta} has them
 */
export const lassAttFragaOm = (andra: Post<Beslut>[], ny: Dagar): Post<Beslut> | undefined =>
  andra.filter(({ data }) => ny.giltigFran !== undefined && data.giltigFran < ny.giltigFran && sammaDagar(data, ny)).at(-1) ?? andra.at(-1);
