import { z } from 'zod';
import type { IsoDate } from '../../util/datum.ts';
import { type Change, defineCommand, reject, type State, signaturOf } from '../command.ts';
import { enhetensPost } from '../enhet.ts';
import { id } from '../fields.ts';
import type { Person } from '../person/records.ts';
import { aktScope } from '../scope.ts';
import { ansvarigForEtjanst, etjanstpost } from './bevaka.ts';
import { type Aktivering, etjanstId } from './records.ts';
import { type Grund, godkannandeGaller, type Nattpost } from './regler.ts';

/** What the night that activated somebody notes of the welcome message: once, also of one who is activated again (VALK-01). */
export function foreslagen(
  state: Pick<State, 'katalog' | 'list'>,
  post: Nattpost,
  person: Person,
): { valkomst?: NonNullable<Aktivering['valkomst']> } {
  const { valkomst } = post.data;
  if (valkomst && valkomst.slag !== 'foreslaget') return {};
  const hos = ansvarigForEtjanst(state, post, person);
  return {
    valkomst: {
      slag: 'foreslaget',
      ...(hos ? { hos: hos.anvandareId } : {}),
      ...(hos?.enhet === undefined ? {} : { enhet: hos.enhet }),
    },
  };
}

/**
 * Whether the product proposes the welcome message (FORB-73): to who uses the e-service now. Nothing is proposed to send to who is protected, nor
 * of one who has died or whose access is over.
 */
export function valkomstForeslas(post: Nattpost, grund: Grund & { person: Pick<Person, 'avliden' | 'skydd'> }, dag: IsoDate): boolean {
  const { valkomst, lage } = post.data;
  if (valkomst?.slag !== 'foreslaget' || lage !== 'aktiv' || grund.person.avliden !== undefined || grund.person.skydd !== 'ingen')
    return false;
  return post.type === 'etjanst' || (!post.data.skyddad && !grund.kontakt?.skyddad && godkannandeGaller(post.data, grund, dag));
}

/** The record with what has become of its welcome message. No form holds that, so `rev` stays. */
export const medValkomst = (postId: string, { type, data }: Nattpost, valkomst: NonNullable<Aktivering['valkomst']>): Change =>
  ({ op: 'put', type, id: postId, data: { ...data, valkomst } }) as Change;

/** Says no to the welcome message that is proposed. Where a colleague was first it is gone from the list as the user wanted. */
export const valkomnaInte = defineCommand({
  name: 'etjanst.valkomnaInte',
  version: 1,
  input: z.strictObject({ personId: id, postId: id }),
  scope: ({ personId }) => aktScope(personId),
  enhet: (state, given) =>
    given.postId === etjanstId(given.personId)
      ? undefined
      : enhetensPost('godkannande', ({ postId }: typeof given) => postId)(state, given),
  decide(state, { personId, postId }, context) {
    const post = etjanstpost(state, personId, postId);
    if (!post) return reject('finns-inte', 'postId');
    if (post.data.valkomst?.slag !== 'foreslaget') return [];
    return [medValkomst(postId, post, { slag: 'inte', av: signaturOf(context) })];
  },
});
