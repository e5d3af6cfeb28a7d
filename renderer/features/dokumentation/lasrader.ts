import type { Nothuvud } from '../../../shared/ipc/views.ts';
import type { Lasavsnitt } from './lasning.ts';

/** A row of the read view: a heading, or a note under it. */
export type Lasrad = { id: string; utkast: boolean } & ({ slag: 'rubrik'; titel: string } | { slag: 'not'; note: Nothuvud });

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

/** Between two rows, px. */
export const mellanrum = 8;
/** A heading, a note's own line, a line of its text (14/21) with a letter of it, and a row that is not there yet, px. */
const matt = { rubrik: 20, nothuvud: 28, textrad: 21, bokstav: 7, okand: 112 } as const;
const breddastText = 720;

/** Height of a row not yet drawn, px. @param bredd of the view; undefined before it is drawn */
export function antagenHojd(rad: Lasrad | undefined, bredd = breddastText): number {
  if (rad?.slag === 'rubrik') return matt.rubrik + mellanrum;
  if (rad === undefined) return matt.okand + mellanrum;
  const lines = Math.ceil((rad.note.langd * matt.bokstav) / Math.max(100, Math.min(bredd - 24, breddastText)));
  return matt.nothuvud + Math.max(1, lines) * matt.textrad + mellanrum + mellanrum;
}

/** So many rows are read at a time, so that each small step of the scroll does not ask anew. */
const steg = 16;

/**
 * Ids of the notes whose words are read: those on the screen and as many before and after.
 * @param synliga rows drawn now; none before the first time, when the view begins at the row `forsta`
 */
export function noterAttLasa(rader: readonly Lasrad[], synliga: readonly { index: number }[], forsta: number): string[] {
  const first = synliga[0]?.index ?? forsta;
  const last = synliga.at(-1)?.index ?? first + steg;
  const screen = Math.max(steg, synliga.length);
  const from = Math.floor((first - screen) / steg) * steg;
  const to = Math.ceil((last + screen) / steg) * steg;
  return rader.slice(Math.max(0, from), to).flatMap((rad) => (rad.slag === 'not' ? [rad.note.id] : []));
}
