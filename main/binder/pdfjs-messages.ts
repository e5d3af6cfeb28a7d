/** A document, and which of its pages, from 0. */
export type Asked = { bytes: Uint8Array; password: string | undefined; wanted: readonly number[] };
/** What pdf.js is asked: the pages of several documents written in one, or something of one document. */
export type Question =
  | { id: number; what: 'written'; documents: readonly Asked[] }
  | { id: number; what: 'shown' | 'count'; document: Asked };
export type Answer = { id: number; value?: Uint8Array | string[] | number | null; fault?: string };
