import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { fail, ok, type Result } from '../../shared/util/result.ts';
import { lockPdf } from '../qpdf/qpdf.ts';
import { readMallar } from './mallar.ts';
import { LostWordsError, Renderer } from './render.ts';
import { TypesetError } from './typesetter.ts';
import type { FromWorker, RenderError, Rendered, ToWorker, WorkerStart } from './worker-protocol.ts';

/** The thread in which documents are made: Typst and its fonts weigh some hundred megabytes, and its calls cannot be interrupted. */
const port = parentPort;
if (!port) throw new Error('started as a program; it is a worker');
const renderer = new Renderer(readMallar((workerData as WorkerStart).resources));

port.on('message', ({ id, dokument, losenord }: ToWorker) => {
  void renderer
    .render(dokument)
    .then((rendered) => (losenord === undefined ? rendered : locked(rendered, losenord)))
    .then((rendered): Result<Rendered, RenderError> => ok(rendered), failure)
    .then((result) => port.postMessage({ id, result } satisfies FromWorker, result.ok ? [result.value.bytes.buffer as ArrayBuffer] : []));
});

async function locked({ bytes, pages }: Rendered, losenord: string): Promise<Rendered> {
  const safe = await lockPdf(bytes, losenord);
  return { bytes: safe, pages, sha256: createHash('sha256').update(safe).digest('hex') };
}

function failure(error: unknown): Result<Rendered, RenderError> {
  if (error instanceof LostWordsError) return fail({ code: 'ord-saknas', detail: error.message });
  // What Typst says of a fault quotes the letter or the place in the mall.
  if (error instanceof TypesetError) return fail({ code: 'gick-inte', detail: error.message });
  return fail({ code: 'gick-inte', detail: error instanceof Error ? error.name : 'unknown' });
}
