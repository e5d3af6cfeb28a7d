import { swedishDay } from '../../util/datum.ts';
import { arHandlaggare } from '../behorighet.ts';
import type { Bevakning } from '../bevakning/records.ts';
import { isOppenBevakning } from '../bevakning/records.ts';
import { type Change, type Context, type State, signaturOf } from '../command.ts';
import { egnaEnheter, enhetOf } from '../enhet.ts';
import type { Person } from '../person/records.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { etjanstId } from './records.ts';
import type { Nattpost } from './regler.ts';

const bevakningstyp = 'E-tjänsten';

/** The record of an akt by which somebody has the e-service: the kund's own, or an approval. */
export function etjanstpost(state: Pick<State, 'get'>, personId: string, postId: string): Nattpost | undefined {
  if (postId === etjanstId(personId)) {
    const data = state.get('etjanst', postId);
    return data && { type: 'etjanst', data };
  }
  const data = state.get('godkannande', postId);
  return data && { type: 'godkannande', data };
}

/**
 * Tells {@link ansvarigForEtjanst} of something that the server could not do. One that
 * is still to be dealt with is enough, however often it happens. No personal data stands in its text (FRAGA-62).
 * @returns nothing where there is nobody to tell
 */
export function bevakaEtjanst(
  state: State,
  { personId, person, post, text, bevakningId }: { personId: string; person: Person; post: Nattpost; text: string; bevakningId: string },
  context: Context,
): Change[] {
  const enhet = godkannandetsEnhet(post, person);
  const redan = state.list('bevakning').some(({ data }) => data.typ === bevakningstyp && data.text === text && isOppenBevakning(data));
  const bevakasAvId = ansvarigForEtjanst(state, post, person)?.anvandareId;
  if (redan || bevakasAvId === undefined || state.get('bevakning', bevakningId)) return [];
  const data: Bevakning = {
    ...{ datum: swedishDay(context.now), status: 'Ej påbörjad' as const, typ: bevakningstyp, text, bevakasAvId },
    ...{ ref: { type: 'person' as const, id: personId }, skapad: signaturOf(context) },
    ...(enhet === undefined ? {} : { enhet }),
  };
  return [{ op: 'put', type: 'bevakning', id: bevakningId, data }];
}

const godkannandetsEnhet = (post: Nattpost, person: Person): string | undefined =>
  post.type === 'godkannande' ? enhetOf('godkannande', post.data, person) : undefined;

/** Who is told of an activation, and in which unit's case: whoever asked for it; who is no handläggare (or has left) reads no bevakning, then the utredning's. */
export function ansvarigForEtjanst(
  state: Pick<State, 'katalog' | 'list'>,
  post: Nattpost,
  person: Person,
): { anvandareId: string; enhet: string | undefined } | undefined {
  const enhet = godkannandetsEnhet(post, person);
  const { anvandareId } = post.data.begard;
  const begart = state.katalog('anvandare', anvandareId);
  if (begart && arHandlaggare(begart)) return { anvandareId, enhet: enhet ?? egnaEnheter(begart, person)[0] };
  const senast = state
    .list('utredning')
    .filter((one) => enhet === undefined || enhetOf('utredning', one.data, person) === enhet)
    .sort((a, b) => Number(isOpenUtredning(a.data)) - Number(isOpenUtredning(b.data)) || (a.data.startdatum < b.data.startdatum ? -1 : 1))
    .at(-1)?.data;
  return senast && { anvandareId: senast.ansvarigHandlaggareId, enhet: enhet ?? enhetOf('utredning', senast, person) };
}
