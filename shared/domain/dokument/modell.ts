import type { IsoDate } from '../../util/datum.ts';
import type { RichText } from '../text/text.ts';

export type Uppgift = { etikett: string; varde: string };

/** One part of what a document says. */
export type Del =
  | { slag: 'rubrik'; niva: 2 | 3 | 4; text: string }
  /** `dampad`: what is said of the text, not by it. */
  | { slag: 'stycke'; text: string; dampad?: true }
  | { slag: 'text'; text: RichText }
  | { slag: 'uppgifter'; rader: Uppgift[] }
  /** `bredd`: how many parts of the line a column takes. Every row has a cell for each column; what a cell has on lines of their own is apart by `\n`. */
  | { slag: 'tabell'; kolumner: { rubrik: string; bredd: number }[]; rader: string[][] }
  /** A line to sign on, and what stands under it. */
  | { slag: 'underskrift'; rader: string[] };

/** How a mall looks: a letter with letterhead and recipient, a document of the akt, a list on lying paper. */
type Dokumentform = 'brev' | 'akt' | 'lista';

/**
 * All that a produced document says, in the order it is read: what is not here is not on the paper, but for the page numbers. The
 * same document gives the same bytes.
 */
export type Dokumentinnehall = {
  /** The catalogue's, as it then was. */
  mall: { id: string; kod: string; namn: string; version: number; form: Dokumentform };
  titel: string;
  /** The day that stands in the file as its day. */
  datum: IsoDate;
  /** Who sends it, a line each; the first is the largest. */
  avsandare: string[];
  /** PNG as Base64. */
  logotyp?: { png: string; alt: string } | undefined;
  uppgifter: Uppgift[];
  mottagare: string[];
  delar: Del[];
  /** Repeated at the foot of each page, a column each. */
  fot: string[];
  /** Repeated at the head of each page but the first; the beginning of it, where it is long. */
  lopande: string;
};
