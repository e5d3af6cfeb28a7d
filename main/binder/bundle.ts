import type { BindErrorCode } from './bind-error.ts';

/** A document to bind. */
export type PdfSource = {
  /** What the user calls it; it stands in errors, and documents that link to it call it so. */
  name: string;
  bytes: Uint8Array;
  password?: string;
  /** Such as "1-3, 5, 8-"; all pages where it is left out. */
  pages?: string;
  /** Its bookmark, and its row in the contents; else its own title or its name. */
  title?: string;
};

export type BindOptions = {
  title?: string;
  /** Of the whole, as BCP 47. */
  language?: string;
  /** A first page with the title and the contents. */
  cover?: boolean;
  pageNumbers?: boolean;
  /** Goes on without documents that cannot be bound. */
  skipBad?: boolean;
};

/** What is to be known of a part of the bundle. */
export type Remark =
  /** Signed: the signature does not hold for the bundle, the original is to be kept beside. */
  | { slag: 'signerad' }
  /** Files inside it, which are inside the bundle too. */
  | { slag: 'bilagor'; namn: string[] }
  /** It opens without a password but restricts what may be done with it. */
  | { slag: 'skydd-mot-andring' }
  | { slag: 'losenord' }
  /** Its tables were wrong; its pages are all there. */
  | { slag: 'lagad' }
  /** So many fields had a value that no page showed. */
  | { slag: 'falt-ritade'; antal: number }
  /** It is tagged for screen readers, and the bundle is not. */
  | { slag: 'taggar-borta' }
  | { slag: 'otaggad' };

export type BoundPart = { name: string; title: string; pages: number; remarks: Remark[] };
export type Bound = {
  bytes: Uint8Array<ArrayBuffer>;
  parts: BoundPart[];
  /** Pages before the first part. */
  coverPages: number;
  tagged: boolean;
  left: { name: string; code: BindErrorCode }[];
};

/** What is under way: reading each document, then writing, then comparing each with another reader. */
export type BindStep = { steg: 'laser' | 'skriver' | 'jamfor'; namn: string; klart: number; av: number };
