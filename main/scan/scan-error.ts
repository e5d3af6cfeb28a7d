/** Why a scanned file cannot be filed. */
export type ScanErrorCode =
  /** Neither PDF, TIFF, JPEG nor PNG. */
  | 'okant-format'
  /** Not all of it is there, or it is not what it says. */
  | 'skadad'
  /** A form of its kind that this program does not know how to keep whole: colours, compression or layout. */
  | 'okand-form'
  /** More than a page or a file may be. */
  | 'for-stor'
  | 'losenord-behovs'
  | 'for-lang-tid'
  | 'for-mycket-minne';

export class ScanError extends Error {
  readonly code: ScanErrorCode;
  /** @param detail for the log; what of the file it was */
  constructor(code: ScanErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'ScanError';
    this.code = code;
  }
}
