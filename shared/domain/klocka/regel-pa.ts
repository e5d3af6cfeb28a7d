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
