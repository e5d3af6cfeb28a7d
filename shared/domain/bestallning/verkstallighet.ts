import type { Beslut } from '../beslut/records.ts';
import { sammaSerie } from '../beslut/serie.ts';
import type { Change } from '../command.ts';
import type { Post } from '../post.ts';
import { isOpenVerkstallighet, type Verkstallighet } from '../verkstallighet/records.ts';
import type { Bestallning } from './records.ts';

/** Names of the catalogue are one whatever their capitals (FRAGA-35). */
export const sammaNamn = (a: string, b: string): boolean => a.toLocaleLowerCase('sv') === b.toLocaleLowerCase('sv');

/** What decides which verkställighet carries out an order. */
export type Bestalld = Pick<Bestallning, 'beslutId' | 'utforareId' | 'insatskategori'> & {
  /** Absent where the utförare cannot read it. */
  beslut?: Beslut | undefined;
  /** Confirmed by the handläggare (BEKR-01). */
  egenBekraftelse: boolean;
};
export type VerkstallighetFor =
  | { slag: 'finns'; verkstallighetId: string; data: Verkstallighet }
  | { slag: 'oppna'; insatskategori: string; utforareId: string; startdatum: string };

/** The insatskategori an order is carried out under: its own, else that of its beslut. */
export const kategoriFor = ({ insatskategori, beslut }: Pick<Bestalld, 'insatskategori' | 'beslut'>): string =>
  insatskategori ?? beslut?.insatskategori ?? '';

/** The open verkställigheter that could take the order in: same utförare and insatskategori (BEKR-07), of the unit that ordered. */
export function mojligaVerkstalligheter(order: Bestalld, verkstalligheter: Post<Verkstallighet>[], today: string): Post<Verkstallighet>[] {
  const passar = (v: Verkstallighet) =>
    !v.lssInsatser &&
    (v.enhet === undefined || order.beslut?.enhet === undefined || v.enhet === order.beslut.enhet) &&
    v.utforareId === order.utforareId &&
    sammaNamn(v.insatskategori, kategoriFor(order)) &&
    isOpenVerkstallighet(v, today);
  return verkstalligheter.filter(({ data }) => passar(data));
}

/**
 * The open verkställighet of an order, or the values to open it with (BEKR-03, FORB-36). Where the handläggare confirms, one by
 * utförare and insatskategori serves all (VERK-03): tillfällig utökning goes on in that of personlig assistans. An utförare's
 * own serves its bifall and the months of its series alone, for closing it ends what it carries out (FRAGA-31).
 * @param datum the day the insats is verkställd: the start of an utförare's (PBEST-05); the handläggare's starts on the
 *   beslutsdatum (VERK-06)
 */
export function verkstallighetFor(
  order: Bestalld,
  beslut: Post<Beslut>[],
  verkstalligheter: Post<Verkstallighet>[],
  today: string,
  datum: string,
): VerkstallighetFor {
  const mojliga = mojligaVerkstalligheter(order, verkstalligheter, today);
  const egen = mojliga.find(({ data }) => data.beslutId === order.beslutId) ?? mojliga.find(({ data }) => hosSamma(order, data, beslut));
  if (egen) return { slag: 'finns', verkstallighetId: egen.id, data: egen.data };
  const startdatum = order.egenBekraftelse && order.beslut ? order.beslut.beslutsdatum : datum;
  return { slag: 'oppna', insatskategori: kategoriFor(order), utforareId: order.utforareId, startdatum };
}

function hosSamma(order: Bestalld, { beslutId }: Verkstallighet, beslut: Post<Beslut>[]): boolean {
  if (order.egenBekraftelse || beslutId === undefined) return true;
  const annat = beslut.find(({ id }) => id === beslutId)?.data;
  return annat !== undefined && order.beslut !== undefined && sammaSerie(annat, order.beslut);
}

export const nyVerkstallighet = (verkstallighetId: string, data: Verkstallighet): Change[] => [
  { op: 'put', type: 'verkstallighet', id: verkstallighetId, data },
];
