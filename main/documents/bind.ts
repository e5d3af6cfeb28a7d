import { EncryptedPDFError, PDFDocument } from 'pdf-lib';

/** `name` is what the user calls it; it stands in the error. */
export type PdfSource = { name: string; bytes: Uint8Array };
export type BindErrorCode = 'inga-dokument' | 'inte-pdf' | 'losenordsskyddad' | 'skadad';

/** Why documents could not be joined, and which one it was. */
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

/**
 * Joins PDFs page by page in the order given (BIND-01, BIND-03). All or nothing: a document that cannot be read whole
 * refuses the joining, since a bundle that lacks pages would look complete.
 * @returns the bytes of the joined document
 * @throws BindError
 */
export async function bindPdfs(sources: readonly PdfSource[]): Promise<Uint8Array> {
  if (sources.length === 0) throw new BindError('inga-dokument', '');
  const bound = await PDFDocument.create();
  for (const source of sources) {
    const document = await read(source);
    try {
      for (const page of await bound.copyPages(document, document.getPageIndices())) bound.addPage(page);
    } catch (cause) {
      throw new BindError('skadad', source.name, cause);
    }
  }
  return bound.save();
}

async function read({ name, bytes }: PdfSource): Promise<PDFDocument> {
  if (!hasHeader(bytes)) throw new BindError('inte-pdf', name);
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    if (document.getPageCount() > 0) return document;
  } catch (cause) {
    throw new BindError((await isLocked(bytes)) ? 'losenordsskyddad' : 'skadad', name, cause);
  }
  throw new BindError('skadad', name);
}

/** The strict reading above can stumble over encrypted objects before it sees that the document is encrypted. */
const isLocked = (bytes: Uint8Array): Promise<boolean> =>
  PDFDocument.load(bytes, { updateMetadata: false }).then(
    () => false,
    (error) => error instanceof EncryptedPDFError,
  );

/** Readers look for the header in the first 1,024 bytes (PDF 1.7, annex H.3.4.1); so do we, and no further. */
const hasHeader = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
