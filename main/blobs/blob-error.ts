/**
 * What can be wrong with the bytes of one document. Codes of the calls (shared/ipc).
 * `dokument-ryms-inte`: the disk is nearly full, or the documents have all the room they may take. `dokument-skadat`: they are not what
 * their name says, or not all here.
 */
type BlobErrorCode = 'dokument-ryms-inte' | 'dokument-skadat' | 'dokument-for-stort';

export class BlobError extends Error {
  readonly code: BlobErrorCode;
  constructor(code: BlobErrorCode, options?: { cause?: unknown }) {
    super(code, options);
    this.name = 'BlobError';
    this.code = code;
  }
}
