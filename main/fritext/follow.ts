import type { Anteckning } from '../../shared/domain/anteckning/records.ts';
import { soktText } from '../../shared/domain/anteckning/sokt-text.ts';
import { readStored } from '../../shared/domain/records.ts';
import type { NoteSource, StoredNote } from '../db/note-changes.ts';
import type { Indexed, IndexTables, Lage } from './index-tables.ts';

/** `hel`: nothing is left to look at. `vantar`: nothing but new notes, which were not to be taken in. `klart` of `av` rows are looked through. */
export type Followed = { hel: boolean; vantar: boolean; klart: number; av: number; nr: number };

/**
 * Takes in some of what has happened in the replica since last time: first what was changed or taken away, then what is new. Within `write` of
 * the index, in which its place in the replica is stored too: ended anywhere, it goes on where it was.
 * @param replika the file that the index is of
 * @param hur notes of one time, and whether new ones are taken in
 * @throws NotOfThisReplica when the index is another file's, or an older one's: it is to be made anew
 */
export function followSome(
  source: NoteSource,
  tables: IndexTables,
  replika: string,
  { limit, nya }: { limit: number; nya: boolean },
): Followed {
  return source.atOnce(() => {
    const lage = tables.lage() ?? { replika, rid: 0, nr: source.lastChange() };
    if (lage.replika !== replika || (tables.lage() && !source.goesOnFrom(lage.nr))) throw new NotOfThisReplica();
    const changes = source.changesAfter(lage.nr, limit);
    const next: Lage = { replika, rid: lage.rid, nr: changes.at(-1)?.nr ?? lage.nr };
    for (const rid of new Set(changes.map((one) => one.rid))) {
      if (rid > 0) take(rid, source.at(rid));
      else next.rid = Math.min(next.rid, -rid);
    }
    const last = source.lastRow();
    let [hel, vantar] = [false, false];
    if (changes.length < limit) {
      // The last row was taken away: what comes next has its number.
      if (last < next.rid) next.rid = last;
      const fresh = source.above(next.rid, nya ? limit : 1);
      vantar = !nya && fresh.length > 0;
      hel = !vantar && fresh.length < limit;
      if (!vantar) {
        for (const note of fresh) take(note.rid, note);
        next.rid = hel ? last : (fresh.at(-1)?.rid ?? last);
      }
      const gone = hel ? tables.above(last, limit) : [];
      for (const rid of gone) tables.drop(rid);
      hel &&= gone.length < limit;
    }
    if (next.rid !== lage.rid || next.nr !== lage.nr || !tables.lage()) tables.storeLage(next);
    return { hel, vantar, klart: next.rid, av: last, nr: next.nr };
  });

  function take(rid: number, note: StoredNote | undefined): void {
    const found = note && searchedOf(note);
    if (found) tables.put(rid, found);
    else tables.drop(rid);
  }
}

export class NotOfThisReplica extends Error {}

/** What a note is found by; undefined for one that this version cannot read. */
function searchedOf({ schema, data }: StoredNote): Indexed | undefined {
  try {
    const note = readStored('anteckning', schema, JSON.parse(data)) as Anteckning | undefined;
    return note && { handelsedatum: note.handelsedatum, text: soktText(note) };
  } catch (error) {
    // No JSON, or not what a note is: it is shown nowhere else either.
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}
