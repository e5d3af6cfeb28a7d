/** Why documents cannot be bound; `source` is what the user calls the document it is about. */
export type BindErrorCode =
  | 'inga-dokument'
  | 'inte-pdf'
  /** It opens with a password only, and none was given. */
  | 'losenord-behovs'
  | 'fel-losenord'
  /** Not all of it can be read. */
  | 'skadad'
  /** The choice of pages names one that is not there. */
  | 'sidor-saknas'
  /** Its pages are made by a program in it (XFA), which no page of it shows. */
  | 'formular-xfa'
  /** Two readers read it differently. */
  | 'lases-olika'
  | 'for-lang-tid'
  | 'for-mycket-minne'
  | 'avbruten';

/** Why documents could not be bound, and which one it was. */
export class BindError extends Error {
  readonly code: BindErrorCode;
  readonly source: string;
  constructor(code: BindErrorCode, source: string, cause?: unknown) {
    super(`${code}: ${source}`, { cause });
    this.name = 'BindError';
    this.code = code;
    this.source = source;
  }
}
