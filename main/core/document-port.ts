import { createHash } from 'node:crypto';
import type { Blobs } from '../blobs/blobs.ts';
import type { DocumentPort } from '../services/ports.ts';
import type { CoreDeps } from './deps.ts';

/** Documents as the services of one signed-in user make and store them. Why one was not made is logged here: the user is told in words. */
export const documentPort = ({ documentRenderer, log }: CoreDeps, blobs: Blobs): DocumentPort => ({
  async render(dokument) {
    const rendered = await documentRenderer.render(dokument);
    if (!rendered.ok) log({ event: 'render', code: rendered.error.code, error: rendered.error.detail });
    return rendered;
  },
  put: blobs.put,
  digest: (text) => createHash('sha256').update(text).digest('hex'),
  forhandsvisningar: new Set(),
});
