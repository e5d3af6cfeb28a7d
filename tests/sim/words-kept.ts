import { createNoteSource } from '../../main/db/note-changes.ts';
import { openDatabase, openToRead } from '../../main/db/open-database.ts';
import { indexKey } from '../../main/fritext/open-index.ts';
import { createIndexSearch } from '../../main/fritext/search-index.ts';
import { soktText } from '../../shared/domain/anteckning/sokt-text.ts';
import { type RecordData, recordSchemas } from '../../shared/domain/records.ts';
import { sokordI } from '../../shared/domain/sok/ord.ts';
import type { SimClient } from './sim-client.ts';

/** SVERK-08: at rest the index has the words of the notes that the replica holds, and of no other. */
export function wordsAreTheReplicas(client: SimClient): string[] {
  const replica = openDatabase(client.file, client.key);
  const index = openToRead(client.indexFile, indexKey(client.key));
  try {
    const search = createIndexSearch(index);
    const ordav = new Map<string, Set<number>>();
    const notes = createNoteSource(replica).above(0, 1_000_000);
    for (const { rid, data } of notes) {
      const note: unknown = JSON.parse(data);
      // What no program can read is found by nothing.
      if (!recordSchemas.anteckning?.safeParse(note).success) continue;
      for (const ord of sokordI(soktText(note as RecordData<'anteckning'>))) ordav.set(ord, (ordav.get(ord) ?? new Set()).add(rid));
    }
    const has = new Set(index.prepare('SELECT rid FROM plats').pluck().all() as number[]);
    const gone = [...has].filter((rid) => !notes.some((note) => note.rid === rid)).map((rid) => `row ${rid} that is no note`);
    const wrong = [...ordav].flatMap(([ord, rids]) => {
      const found = new Set([...search.kandidater([{ ord: [ord], borjan: false }])].flat());
      return found.size === rids.size && [...rids].every((rid) => found.has(rid)) ? [] : [`${ord} in ${found.size} of ${rids.size} notes`];
    });
    return [...gone, ...wrong.slice(0, 3)].map((what) => `${client.name}: the index of words has ${what}`);
  } finally {
    index.close();
    replica.close();
  }
}
