import type { IsoDate } from '../../util/datum.ts';
import type { Beslut } from '../beslut/records.ts';
import { type Rejection, reject } from '../command.ts';
import type { Insats } from '../katalog/records.ts';
import { insatsAv } from '../katalog/uppslag.ts';
import { beviljat } from '../pagaende.ts';
import type { Post } from '../post.ts';
import { isAvTiden, planstart, raknade } from './laget.ts';
import type { IndividuellPlan, Plansteg } from './records.ts';

/** Why nothing of a plan is noted with a beslut: it is who has been granted something by LSS that has a right to one (LSS 10 §). */
export function planhinder(insatser: Post<Insats>[], beslut: Beslut | undefined): Rejection | undefined {
  if (!beslut) return reject('finns-inte', 'beslutId');
  if (beslut.felmarkerad) return reject('redan-felmarkerat');
  if (!beviljat(beslut)) return reject('inget-bifall', 'beslutId');
  return insatsAv(insatser, beslut)?.data.lagrum === 'LSS' ? undefined : reject('inte-lss', 'beslutId');
}

/**
 * Why a day of it cannot be noted: before the bifall, one that is to come, one that is noted, or that there was no plan to go through of what was granted
 * that day.
 * @param akt of one unit
 */
export function planstegshinder(
  { beslutsdatum }: Pick<Beslut, 'beslutsdatum'>,
  { planer, beslut, insatser }: { planer: readonly Post<IndividuellPlan>[]; beslut: readonly Post<Beslut>[]; insatser: Post<Insats>[] },
  { steg, dag }: { steg: Plansteg; dag: IsoDate },
  today: IsoDate,
): Rejection | undefined {
  if (dag > today) return reject('datum-i-framtiden', 'dag');
  if (dag < beslutsdatum) return reject('datum-fore', 'dag');
  const alla = raknade(planer).map(({ data }) => data);
  if (alla.some((one) => one.steg === steg && one.dag === dag)) return reject('planen-redan-noterad', 'steg');
  const fran = planstart(insatser, beslut, dag);
  const finns = alla.some((one) => one.steg === 'upprattad' && one.dag <= dag && isAvTiden(one.dag, fran));
  return steg === 'omprovad' && !finns ? reject('ingen-plan', 'steg') : undefined;
}
