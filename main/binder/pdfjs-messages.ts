/** A document, and which of its pages, from 0. */
export type Asked = { bytes: Uint8Array; password: string | undefined; wanted: readonly number[] };
/** What pdf.js is asked: the pages of several documents written in one, or something of one document. */
export type Question =
  | { id: number; what: 'written'; documents: readonly Asked[] }
  | { id: number; what: 'shown' | 'places'; document: Asked };
/** `objects`: their numbers. */
export type Places = { pages: number; objects: (number | undefined)[] };
export type Answer = { id: number; value?: Uint8Array | string[] | Places | null; fault?: string };
