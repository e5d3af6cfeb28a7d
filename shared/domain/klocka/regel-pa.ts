import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import type { Post } from '../post.ts';
import type { Fristregel } from './records.ts';

/** The rule of a `kod` as it was on a day: of two that held, the one that began last. */
export const regelPa = (regler: Post<Fristregel>[], kod: string, dag: IsoDate): Fristregel | undefined =>
  regler
    .map(({ data }) => data)
    .filter((regel) => regel.kod === kod && regel.fran <= dag && (regel.tom === undefined || regel.tom >= dag))
    .sort((a, b) => compare(a.fran, b.fran) || compare(a.namn, b.namn))
    .at(-1);

/** The first that began after a day. */
export const forstaEfter = (regler: readonly Post<Fristregel>[], dag: IsoDate): Fristregel | undefined =>
  regler
    .map(({ data }) => data)
    .filter(({ fran }) => fran > dag)
    .sort((a, b) => compare(a.fran, b.fran) || compare(a.namn, b.namn))[0];
