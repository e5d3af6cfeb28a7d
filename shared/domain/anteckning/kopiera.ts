import { compare } from '../../util/compare.ts';
import { type Rejection, reject, type State } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import type { Post } from '../post.ts';
import { isEmptyText } from '../text/text.ts';
import { isOpenUtredning } from '../utredning/records.ts';
import { type Anteckning, journalRubrik } from './records.ts';

/** A copy nobody has looked through yet: it waits to be marked reviewed, or removed, before it can be signed (KOP-05, FORB-19). */
export const isOgranskadKopia = (a: Pick<Anteckning, 'kopierad'>): boolean => a.kopierad !== undefined && a.kopierad.granskad === undefined;

/**
 * The texts of an utredning's Utredningsdokument that count, in the order they were written (KOP-02): all but those marked as
 * wrong. The journal tells what happened in its own utredning and is not copied.
 */
export const dokumentTexter = (state: Pick<State, 'list'>, utredningId: string): Post<Anteckning>[] =>
  state
    .list('anteckning', { dokumentationId: utredningId })
    .filter(({ data }) => data.dokumentation.slag === 'utredning' && data.dokumentation.id === utredningId)
    .filter(({ data }) => data.rubrikKod !== journalRubrik && !data.felmarkerad && !isEmptyText(data.text))
    .sort((a, b) => compare(a.data.skapad.at, b.data.skapad.at) || compare(a.id, b.id));

export type Kopieringshinder = Rejection & { /** Rubriker of the target that hold text (KOP-01, FORB-19). */ rubrikKoder?: string[] };

/** Why the texts of one utredning cannot be copied into another, before anything is copied (KOP-01, FORB-19); undefined when they can. */
export function kanKopieras(
  state: Pick<State, 'get' | 'list'>,
  franUtredningId: string,
  tillUtredningId: string,
): Kopieringshinder | undefined {
  const fran = state.get('utredning', franUtredningId);
  if (!fran) return reject('finns-inte', 'franUtredningId');
  const till = state.get('utredning', tillUtredningId);
  if (!till || franUtredningId === tillUtredningId) return reject('finns-inte', 'tillUtredningId');
  // What one unit has written is not copied over the wall to another (OSL 26:1).
  const person = state.list('person')[0]?.data;
  if (enhetOf('utredning', fran, person) !== enhetOf('utredning', till, person)) return reject('annan-enhet', 'franUtredningId');
  if (!isOpenUtredning(till)) return reject('utredningen-avslutad', 'tillUtredningId');
  const written = dokumentTexter(state, tillUtredningId);
  if (written.length > 0) {
    return { ...reject('malet-har-text', 'tillUtredningId'), rubrikKoder: [...new Set(written.map(({ data }) => data.rubrikKod))] };
  }
  return dokumentTexter(state, franUtredningId).length > 0 ? undefined : reject('inget-att-kopiera', 'franUtredningId');
}
