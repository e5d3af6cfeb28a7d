import { compare } from '../../util/compare.ts';
import type { Beslut } from '../beslut/records.ts';
import { isLass, isOngoingBeslut } from '../pagaende.ts';
import type { Post } from '../post.ts';

/** The LASS-beslut that are ongoing, oldest first: what a new one must be asked about (LASS-02, FORB-29). */
export const pagaendeLass = (beslut: Post<Beslut>[], today: string): Post<Beslut>[] =>
  beslut.filter(({ data }) => isLass(data) && isOngoingBeslut(data, today)).sort((a, b) => compare(a.data.giltigFran, b.data.giltigFran));
