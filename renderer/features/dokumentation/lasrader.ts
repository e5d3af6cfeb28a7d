import type { AnteckningVy } from '../../../shared/ipc/views.ts';
import type { Lasavsnitt } from './lasning.ts';

/** A row of the read view: a heading, or a note under it. */
export type Lasrad = { id: string; utkast: boolean } & ({ slag: 'rubrik'; titel: string } | { slag: 'not'; note: AnteckningVy });

/** @param utkast ids of tree nodes whose newest words are a draft */
export const lasrader = (avsnitt: readonly Lasavsnitt[], utkast: ReadonlySet<string>): Lasrad[] =>
  avsnitt.flatMap(({ id, titel, noter }): Lasrad[] => [
    { id, slag: 'rubrik', titel, utkast: utkast.has(id) },
    ...noter.map((note): Lasrad => {
      const noteId = `anteckning/${note.id}`;
      // A note alone is a section of the same id as its row.
      return { id: noteId === id ? `${noteId}/text` : noteId, slag: 'not', note, utkast: utkast.has(noteId) };
    }),
  ]);
