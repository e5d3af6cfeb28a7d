import type { Post } from '../post.ts';
import type { Mote } from './records.ts';

/** What no order of commands may bring an akt to: a meeting is held or inställt, never both, and ends after it begins. Asked by the simulation. */
export const motesfel = (moten: readonly Post<Mote>[]): string[] =>
  moten.flatMap(({ id, data: { hallet, installt, fran, till } }) => [
    ...(hallet && installt ? [`${id} was held and inställt`] : []),
    ...(till !== undefined && till <= fran ? [`${id} ends before it begins`] : []),
  ]);
