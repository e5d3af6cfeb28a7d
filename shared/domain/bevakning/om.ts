import { compare } from '../../util/compare.ts';
import { type IsoDate, plusManader } from '../../util/datum.ts';
import type { State } from '../command.ts';
import type { Post } from '../post.ts';
import { type Bevakning, bevakasTyper, isOppenBevakning } from './records.ts';

export type Ref = Bevakning['ref'];

/** What a bevakning on a part of an akt is laid on: the part itself, or the kund where parts of that type have none. */
export function bevakasPa({ type, id }: { type: string; id: string }, personId: string): Ref {
  const egen = bevakasTyper.find((one) => one === type);
  return egen === undefined ? { type: 'person', id: personId } : { type: egen, id };
}

/** The open ones on one part of the akt, or on any part of it where it is the kund's own that is asked for (FORB-53); the earliest first. */
export const oppnaOm = <P extends Post<Bevakning>>(bevakningar: readonly P[], { type, id }: Ref): P[] =>
  bevakningar
    .filter(({ data }) => isOppenBevakning(data) && (type === 'person' || (data.ref.type === type && data.ref.id === id)))
    .sort((a, b) => compare(a.data.datum, b.data.datum) || compare(a.id, b.id));

/** The day that what a bevakning is laid on ends, where it does. */
export function slutdatumFor(state: Pick<State, 'get'>, { type, id }: Ref): IsoDate | undefined {
  if (type === 'beslut') return state.get('beslut', id)?.giltigTom;
  if (type === 'bestallning') return state.get('bestallning', id)?.gallerTom;
  if (type === 'person') return undefined;
  const verkstallighet = state.get('verkstallighet', id);
  return verkstallighet?.slutdatum ?? state.get('beslut', verkstallighet?.beslutId ?? '')?.giltigTom;
}

export type Datumforslag = { slag: 'foreSlut' | 'omEttAr'; datum: IsoDate };

/** Days to choose between (FORB-55): three months before the end, where that is still to come, and a year from today. */
export function datumforslag(slutdatum: IsoDate | undefined, today: IsoDate): Datumforslag[] {
  const foreSlut = slutdatum === undefined ? undefined : plusManader(slutdatum, -3);
  return [
    ...(foreSlut !== undefined && foreSlut >= today ? [{ slag: 'foreSlut' as const, datum: foreSlut }] : []),
    { slag: 'omEttAr', datum: plusManader(today, 12) },
  ];
}
