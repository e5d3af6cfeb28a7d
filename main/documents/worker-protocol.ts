import type { Dokumentinnehall } from '../../shared/domain/dokument/modell.ts';
import type { Result } from '../../shared/util/result.ts';

/** `sha256` of the bytes, in hexadecimal. */
export type Rendered = { bytes: Uint8Array; sha256: string; pages: number };

/**
 * Why a document could not be made: words did not come out as they were given (`ord-saknas`), Typst refused it (`gick-inte`), it took
 * too long (`for-lang-tid`), or the thread that makes documents ended (`stoppad`). `detail` is for the log and holds nothing of what
 * the document says.
 */
export type RenderError = { code: 'ord-saknas' | 'gick-inte' | 'for-lang-tid' | 'stoppad'; detail: string };

/** What the thread is started with: the folder `resources`. */
export type WorkerStart = { resources: string };
/** With `losenord` the bytes open with it alone, and are no PDF/A any longer. */
export type ToWorker = { id: number; dokument: Dokumentinnehall; losenord?: string | undefined };
export type FromWorker = { id: number; result: Result<Rendered, RenderError> };
