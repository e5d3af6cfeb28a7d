import { Worker } from 'node:worker_threads';
import { BindError } from './bind-error.ts';
import type { BindOptions, BindStep, Bound, PdfSource } from './bundle.ts';
import type { BindJob, BindMessage } from './worker-messages.ts';

export type BinderOptions = {
  /** Ends the binding, at any moment. */
  signal?: AbortSignal;
  onStep?: (step: BindStep) => void;
  /** How long one step of one document may take. A sound one of 500 pages takes a few seconds. */
  secondsPerFile?: number;
  /** How much memory the objects of the documents may take; their bytes come beside it. */
  megabytes?: number;
  /** The built thread; without it the source beside this file, which Node runs as it is. */
  workerUrl?: URL;
  /** A thread of `readyThread`: it takes one binding, and is ended with it. */
  thread?: Worker;
};

const besideThis = new URL('./bind-worker.ts', import.meta.url);

/** Starts a thread ahead, so that a binding does not wait for it to load. Who does not use it ends it. */
export function readyThread(workerUrl = besideThis, megabytes = mostMegabytes): Promise<Worker> {
  const worker = startThread(workerUrl, megabytes, true);
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', () => resolve(worker.removeAllListeners('error')));
  });
}
const mostMegabytes = 1024;
const startThread = (workerUrl: URL, megabytes: number, ahead: boolean) =>
  new Worker(workerUrl, { workerData: { ahead }, resourceLimits: { maxOldGenerationSizeMb: megabytes, stackSizeMb: 16 } });

/**
 * Binds PDFs as `bindPdfs` does, in a thread of its own: a document that would hang or fill the memory is ended, and named.
 * @throws BindError
 */
export async function bindInThread(
  sources: readonly PdfSource[],
  options: BindOptions = {},
  { signal, onStep = () => undefined, secondsPerFile = 60, megabytes = mostMegabytes, workerUrl = besideThis, thread }: BinderOptions = {},
): Promise<Bound> {
  const left: Bound['left'] = [];
  let ready = thread;
  for (let wanted = sources; ; ) {
    try {
      const worker = ready ?? startThread(workerUrl, megabytes, false);
      ready = undefined;
      const bound = await run({ sources: wanted, options }, worker, { signal, onStep, secondsPerFile });
      return { ...bound, left: [...left, ...bound.left] };
    } catch (error) {
      const ended = error instanceof BindError && (error.code === 'for-lang-tid' || error.code === 'for-mycket-minne');
      const rest = ended && options.skipBad ? wanted.filter(({ name }) => name !== error.source) : wanted;
      if (!ended || rest.length === wanted.length || rest.length === 0) throw error;
      left.push({ name: error.source, code: error.code });
      wanted = rest;
    }
  }
}

type Limits = { signal: AbortSignal | undefined; onStep: (step: BindStep) => void; secondsPerFile: number };

function run(job: BindJob, worker: Worker, { signal, onStep, secondsPerFile }: Limits): Promise<Bound> {
  return new Promise((resolve, reject) => {
    let current = signal?.aborted ? '' : (job.sources[0]?.name ?? '');
    let timer: NodeJS.Timeout | undefined;
    const stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      worker.removeAllListeners();
      worker.on('error', () => undefined);
      return worker.terminate();
    };
    // Settled when the thread is gone, so that nothing of what was ended outlives the call.
    const end = (settle: () => void) => void stop().then(settle, reject);
    const abort = () => end(() => reject(new BindError('avbruten', current)));
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => end(() => reject(new BindError('for-lang-tid', current))), secondsPerFile * 1000);
    };
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) return abort();
    wait();
    worker.postMessage({ ...job, sources: job.sources.map((source) => ({ ...source, bytes: shared(source.bytes) })) });
    worker.on('message', (message: BindMessage) => {
      if (message.slag === 'redo') return;
      if (message.slag === 'steg') {
        current = message.steg.namn;
        wait();
        onStep(message.steg);
      } else if (message.slag === 'bunden') {
        // It has given all it had and does nothing more: its end is not waited for.
        resolve(message.bunden);
        void stop();
      } else if (message.slag === 'nekad') end(() => reject(new BindError(message.code, message.source, message.detail)));
      else end(() => reject(new Error(message.detail)));
    });
    worker.on('error', (error) => {
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      end(() => reject(memory ? new BindError('for-mycket-minne', current, error) : error));
    });
    worker.on('exit', (code) => end(() => reject(new Error(`the binder's thread ended with ${code}`))));
  });
}

/** Where each thread reads it without a copy of its own. */
function shared(bytes: Uint8Array): Uint8Array {
  if (bytes.buffer instanceof SharedArrayBuffer) return bytes;
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
