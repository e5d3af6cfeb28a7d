import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import type { Beslut } from '../beslut/records.ts';
import { type Rejection, reject } from '../command.ts';
import { beviljat } from '../pagaende.ts';
import type { Post } from '../post.ts';
import { isGenomford, isPlanerad, type Malrad, type Uppfoljning } from './records.ts';

/** Why a beslut is not followed up at all. What was held of one that has ended since may be written in. */
export function uppfoljningshinder(beslut: Beslut | undefined): Rejection | undefined {
  if (!beslut) return reject('finns-inte', 'beslutId');
  if (beslut.felmarkerad) return reject('redan-felmarkerat');
  if (!beviljat(beslut)) return reject('inget-bifall', 'beslutId');
  return beslut.aldrigPaborjad ? reject('beslutet-avslutat') : undefined;
}

/** Why no uppföljning can be planned of a beslut on a day. One that was planned offline may come when its day has been. */
export function planeringshinder(beslut: Beslut | undefined, dag: IsoDate): Rejection | undefined {
  const hinder = uppfoljningshinder(beslut);
  if (hinder || !beslut) return hinder;
  if (beslut.avslutad) return reject('beslutet-avslutat');
  if (dag < beslut.beslutsdatum) return reject('datum-fore', 'dag');
  return slutarFore(beslut, dag) ? reject('datum-efter', 'dag') : undefined;
}

/** Why none can be planned from today on. */
export const nyttHinder = (beslut: Beslut, today: IsoDate): Rejection | undefined =>
  uppfoljningshinder(beslut) ?? (beslut.avslutad || slutarFore(beslut, today) ? reject('beslutet-avslutat') : undefined);

const slutarFore = ({ giltigTom }: Beslut, dag: IsoDate): boolean => giltigTom !== undefined && giltigTom < dag;

/** Those of a beslut that are to be held, the first first. */
export const planerade = (uppfoljningar: readonly Post<Uppfoljning>[], beslutId: string): Post<Uppfoljning>[] =>
  uppfoljningar
    .filter(({ data }) => data.beslutId === beslutId && isPlanerad(data))
    .sort((a, b) => compare(a.data.planerad ?? '', b.data.planerad ?? '') || compare(a.id, b.id));

/**
 * Whether who finds that nothing is to be changed says when it is followed up next: of a beslut that goes on with no end, and of which
 * no other uppföljning is planned.
 * @param egenId the one that is being held
 */
export const kravsNasta = (
  beslut: Pick<Beslut, 'giltigTom' | 'avslutad'>,
  uppfoljningar: readonly Post<Uppfoljning>[],
  beslutId: string,
  egenId: string,
): boolean =>
  beslut.giltigTom === undefined && !beslut.avslutad && planerade(uppfoljningar, beslutId).every(({ id: planerad }) => planerad === egenId);

/** The goals of the latest that was held: what the next one asks of. */
export function tidigareMal(uppfoljningar: readonly Post<Uppfoljning>[], beslutId: string): Malrad['mal'][] {
  const hallna = uppfoljningar.filter(({ data }) => data.beslutId === beslutId && isGenomford(data));
  const senast = hallna.sort((a, b) => compare(a.data.genomford?.dag ?? '', b.data.genomford?.dag ?? '') || compare(a.id, b.id));
  return senast.at(-1)?.data.genomford?.mal.map(({ mal }) => mal) ?? [];
}
