import { compare } from '../../util/compare.ts';
import { type IsoDate, plusManader, sistaDagen } from '../../util/datum.ts';
import type { Post } from '../post.ts';
import type { Register, Statistikbeskrivning } from './records.ts';

/** The description of a register that held on a day: of two, the one that began last. */
export const gallande = (
  beskrivningar: readonly Post<Statistikbeskrivning>[],
  register: Register,
  dag: IsoDate,
): Post<Statistikbeskrivning> | undefined =>
  beskrivningar
    .filter(({ data }) => data.register === register && data.fran <= dag && (data.tom === undefined || data.tom >= dag))
    .sort((a, b) => compare(a.data.fran, b.data.fran) || compare(a.id, b.id))
    .at(-1);

const ar = 5;
const manader = 13;

/**
 * The days that a register can be told of, the latest first: those that have been, of the last five years or thirteen months, and for which it has a
 * description.
 */
export function statistikdagar(beskrivningar: readonly Post<Statistikbeskrivning>[], register: Register, idag: IsoDate): IsoDate[] {
  const egna = beskrivningar.filter(({ data }) => data.register === register);
  const arliga = egna.flatMap(({ data: { dag } }) =>
    dag ? Array.from({ length: ar + 1 }, (_, n) => dagenAr(Number(idag.slice(0, 4)) - n, dag)) : [],
  );
  const manadens = egna.some(({ data }) => data.dag === undefined)
    ? Array.from({ length: manader }, (_, n) => sistaDagen(plusManader(`${idag.slice(0, 8)}01`, -1 - n)))
    : [];
  return [...new Set([...arliga, ...manadens])]
    .filter((dag) => dag <= idag && arDess(gallande(beskrivningar, register, dag)?.data, dag))
    .sort()
    .reverse()
    .slice(0, Math.max(ar, manadens.length));
}

/** Whether the description is one of lists of that day. */
export function arDess(beskrivning: Statistikbeskrivning | undefined, dag: IsoDate): boolean {
  if (!beskrivning) return false;
  return dag === (beskrivning.dag ? dagenAr(Number(dag.slice(0, 4)), beskrivning.dag) : sistaDagen(dag));
}

const dagenAr = (year: number, { manad, dag }: { manad: number; dag: number }): IsoDate =>
  `${year}-${String(manad).padStart(2, '0')}-${String(dag).padStart(2, '0')}`;

/** The last day for a list to be in; as the rule has it, not moved to a weekday: whether lag (1930:173) 2 § moves it is not settled. */
export const senastInne = ({ senast }: Pick<Statistikbeskrivning, 'senast'>, dag: IsoDate): IsoDate =>
  `${plusManader(`${dag.slice(0, 8)}01`, senast.manader).slice(0, 8)}${String(senast.dag).padStart(2, '0')}`;
