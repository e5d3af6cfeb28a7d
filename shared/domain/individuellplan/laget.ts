import { compare } from '../../util/compare.ts';
import { type IsoDate, plusDagar, swedishDay } from '../../util/datum.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
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

/**
 * @param planer of one unit
 * @param fran what was noted before that day is of what was granted then ({@link planstart}); undefined = all of it counts
 */
export function planlage(planer: readonly Post<IndividuellPlan>[], fran: IsoDate | undefined): Planlage {
  let lage: Planlage = { slag: 'ingen' };
  let upprattad = false;
  for (const post of raknade(planer)) {
    const { steg, dag } = post.data;
    if (!isAvTiden(dag, fran)) continue;
    if (steg === 'upprattad') upprattad = true;
    // Of one that was noted as made by mistake nothing can have been gone through.
    if (steg === 'omprovad' && !upprattad) continue;
    if (steg === 'upprattad' || steg === 'omprovad') lage = { slag: 'finns', post };
    else if (steg === 'avbojd') lage = { slag: 'ingen', erbjuden: dag };
    else if (lage.slag === 'ingen') lage = steg === 'begard' ? { slag: 'begard', post } : { slag: 'ingen', erbjuden: dag };
  }
  return lage;
}

export const isAvTiden = (dag: IsoDate, fran: IsoDate | undefined): boolean => fran === undefined || dag >= fran;

/**
 * The first day of the time without a day between in which something by LSS has been granted (LSS 10 §): a plan is of it, and ends with it. The one that
 * began last by a day, or at all. What was marked as wrong, or never began, was granted until then: a plan stands after it.
 * @param beslut of one unit
 */
export function planstart(insatser: Post<Insats>[], beslut: readonly Post<Beslut>[], dag?: IsoDate): IsoDate | undefined {
  const tider = beslut
    .filter(({ data }) => data.utfall === 'bifall' && insatsAv(insatser, data)?.data.lagrum === 'LSS')
    .map(({ data }) => beviljadTid(data))
    .filter(({ fran }) => dag === undefined || fran <= dag)
    .sort((a, b) => compare(a.fran, b.fran));
  const [forsta] = tider;
  if (!forsta) return undefined;
  let { fran, till } = forsta;
  for (const tid of tider) {
    if (till !== undefined && tid.fran > plusDagar(till, 1)) ({ fran, till } = tid);
    else if (till !== undefined && (tid.till === undefined || tid.till > till)) till = tid.till;
  }
  return fran;
}

/** From when it was decided, or earlier where it holds from before that. */
function beviljadTid({ beslutsdatum, giltigFran, giltigTom, avslutad, aldrigPaborjad, felmarkering }: Beslut): {
  fran: IsoDate;
  till: IsoDate | undefined;
} {
  const stangd = [avslutad, aldrigPaborjad, felmarkering].flatMap((one) => (one ? [swedishDay(one.at)] : []));
  // What never began has its first day as its end, for a program that does not know of that.
  const [till] = [...stangd, ...(giltigTom === undefined || aldrigPaborjad ? [] : [giltigTom])].sort();
  return { fran: beslutsdatum < giltigFran ? beslutsdatum : giltigFran, till };
}
