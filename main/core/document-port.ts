import { createHash } from 'node:crypto';
import { BlobError } from '../blobs/blob-error.ts';
import type { Blobs } from '../blobs/blobs.ts';
import type { DocumentPort } from '../services/ports.ts';
import { CallFailure } from '../services/service.ts';
import { DamagedDocument } from '../sync/damaged-document.ts';
import { TransportError } from '../sync/transport-error.ts';
import type { CoreDeps } from './deps.ts';

/**
 * Documents as the services of one signed-in user make, store and read them. Why one was not made is logged here: the user is told in
 * words.
 * @param fetch brings the bytes of a document to this computer, or rejects
 */
export const documentPort = (
  { documentRenderer, log }: CoreDeps,
  blobs: Blobs,
  { fetch, lageOf, unsent }: { fetch: (dokumentId: string) => Promise<unknown> } & Pick<DocumentPort, 'lageOf' | 'unsent'>,
): DocumentPort => ({
  async render(dokument) {
    const rendered = await documentRenderer.render(dokument);
    if (!rendered.ok) log({ event: 'render', code: rendered.error.code, error: rendered.error.detail });
    return rendered;
  },
  put: blobs.put,
  async read({ sha256, dokumentId }, from, count) {
    if (blobs.size(sha256) === undefined && dokumentId !== undefined) await fetch(dokumentId).catch(notHere);
    const size = blobs.size(sha256);
    if (size === undefined) throw new BlobError('dokument-skadat');
    const held: Uint8Array[] = [];
    let left = count;
    for (const piece of blobs.read(sha256, from)) {
      held.push(piece.subarray(0, left));
      left -= piece.length;
      if (left <= 0) break;
    }
    return { size, bytes: Buffer.concat(held) };
  },
  lageOf,
  unsent,
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  forhandsvisningar: new Map(),
});

/** What was asked for did not come: why, in a code that the page has words for. */
function notHere(error: unknown): never {
  if (error instanceof DamagedDocument) throw new BlobError('dokument-skadat', { cause: error });
  if (error instanceof TransportError) throw new CallFailure('dokument-inte-har', error.code);
  throw error;
}
