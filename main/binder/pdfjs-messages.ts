/** What pdf.js is asked of a document. */
export type Question = {
  id: number;
  what: 'written' | 'shown' | 'count';
  bytes: Uint8Array;
  password: string | undefined;
  /** Pages, from 0. */
  wanted: readonly number[];
};
export type Answer = { id: number; value?: Uint8Array | string[] | number | null; fault?: string };
