import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import type { Post } from '../post.ts';
import type { Fristregel } from './records.ts';

/** The rule of a `kod` as it was on a day: of two that held, the one that began last. */
export const regelPa = (regler: Post<Fristregel>[], kod: string, dag: IsoDate): Fristregel | undefined =>
  regler
    .filter(({ data }) => data.kod === kod && data.fran <= dag && (data.tom === undefined || data.tom >= dag))
    .sort(iTidsordning)
    .at(-1)?.data;

/** The first that began after a day. */
export const forstaEfter = (regler: readonly Post<Fristregel>[], dag: IsoDate): Fristregel | undefined =>
  regler.filter(({ data }) => data.fran > dag).sort(iTidsordning)[0]?.data;

/** By their ids at last: the same on every replica, whatever order the catalogue came in. */
const iTidsordning = (a: Post<Fristregel>, b: Post<Fristregel>): number =>
  compare(a.data.fran, b.data.fran) || compare(a.data.namn, b.data.namn) || compare(a.id, b.id);

/**
 * The rules of an event by IVO's laws, of an insats that the catalogue does not have: nobody knows by which of them it is, and it is to be reported by
 * any. The first counts, with what each says of where it stands.
 * @param regler that hear the event
 */
export function forNagonLag(regler: readonly Post<Fristregel>[], fran: IsoDate): Fristregel | undefined {
  const dess = regler.filter(({ data }) => data.ivo && data.villkor?.lagrum !== undefined);
  const galler = [...new Set(dess.map(({ data }) => data.kod))].sort(compare).flatMap((kod) => regelPa(dess, kod, fran) ?? []);
  const [forst] = galler;
  if (!forst) return undefined;
  const { lag: _, paragraf: __, ...utan } = forst;
  const paragraf = [...new Set(galler.flatMap((one) => one.paragraf ?? []))].join(' eller ');
  return { ...utan, ...(paragraf === '' ? {} : { paragraf }) } as Fristregel;
}
