import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import type { Post } from '../post.ts';
import type { IndividuellPlan, Plansteg } from './records.ts';

/** Notes that count, the latest last; of one day in the order in which they come about. */
export const raknade = (planer: readonly Post<IndividuellPlan>[]): Post<IndividuellPlan>[] =>
  planer
    .filter(({ data }) => !data.felmarkering)
    .sort((a, b) => compare(a.data.dag, b.data.dag) || ordning[a.data.steg] - ordning[b.data.steg] || compare(a.id, b.id));
const ordning: Record<Plansteg, number> = { erbjuden: 0, begard: 1, avbojd: 2, upprattad: 3, omprovad: 4 };

/**
 * Where a plan stands: there is one, and when it was last gone through; one has been asked for and is not made; neither, and the day it was last offered or
 * declined.
 */
export type Planlage =
  | { slag: 'finns'; post: Post<IndividuellPlan> }
  | { slag: 'begard'; post: Post<IndividuellPlan> }
  | { slag: 'ingen'; erbjuden?: IsoDate };

/** @param planer of one unit */
export function planlage(planer: readonly Post<IndividuellPlan>[]): Planlage {
  let lage: Planlage = { slag: 'ingen' };
  let upprattad = false;
  for (const post of raknade(planer)) {
    const { steg, dag } = post.data;
    if (steg === 'upprattad') upprattad = true;
    // Of one that was noted as made by mistake nothing can have been gone through.
    if (steg === 'omprovad' && !upprattad) continue;
    if (steg === 'upprattad' || steg === 'omprovad') lage = { slag: 'finns', post };
    else if (steg === 'avbojd') lage = { slag: 'ingen', erbjuden: dag };
    else if (lage.slag === 'ingen') lage = steg === 'begard' ? { slag: 'begard', post } : { slag: 'ingen', erbjuden: dag };
  }
  return lage;
}
