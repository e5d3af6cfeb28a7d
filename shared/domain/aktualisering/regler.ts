import { compare } from '../../util/compare.ts';
import type { IsoDate } from '../../util/datum.ts';
import type { Change, State } from '../command.ts';
import type { Post } from '../post.ts';
import type { Utredning } from '../utredning/records.ts';
import type { Aktualisering } from './records.ts';

/** Oldest first; the same on every client. */
export const aldstForst = (a: Post<Aktualisering>, b: Post<Aktualisering>): number =>
  compare(a.data.datum, b.data.datum) || compare(a.id, b.id);

/** Ej behandlade aktualiseringar: those no utredning examines (UTR-07), oldest first. */
export const ejBehandlade = (state: Pick<State, 'list'>): Post<Aktualisering>[] =>
  state
    .list('aktualisering')
    .filter(({ data }) => data.utredningId === undefined)
    .sort(aldstForst);

/**
 * What a connected aktualisering means for its utredning: the handling time counts from the earliest of them (FL 12 §, FORB-13).
 * One that came in before is counted from; one whose day was corrected no longer is.
 * @param connected the utredning's aktualiseringar after the change
 * @param was the day an aktualisering had before it was corrected
 */
export function inkomDatumEfter(
  utredningId: string,
  utredning: Utredning,
  connected: Pick<Aktualisering, 'datum'>[],
  was?: IsoDate,
): Change[] {
  const earliest = connected.map(({ datum }) => datum).sort()[0];
  if (earliest === undefined) return [];
  const isCorrected = was === utredning.inkomDatum;
  const inkomDatum = isCorrected || earliest < utredning.inkomDatum ? earliest : utredning.inkomDatum;
  return inkomDatum === utredning.inkomDatum ? [] : [{ op: 'put', type: 'utredning', id: utredningId, data: { ...utredning, inkomDatum } }];
}
