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
  /** A thread of `readyThread`: it is ended with the binding, unless it may be kept. */
  thread?: Worker;
  /** Where a thread that has bound waits for the next binding, and is taken from. */
  kept?: KeptThread;
};

/** A thread that has nothing to bind for so long is ended. */
const keptMs = 60_000;

/**
 * A thread that has bound and is sound: what it has loaded and compiled serves the next binding, which is ten times as quick for it. One that was
 * ended in the middle is never kept.
 */
export class KeptThread {
  private worker: Worker | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isEnded = false;

  take(): Worker | undefined {
    const { worker } = this;
    this.worker = undefined;
    clearTimeout(this.timer);
    worker?.removeAllListeners('exit');
    worker?.ref();
    return worker;
  }

  give(worker: Worker): void {
    if (this.isEnded || this.worker) {
      void worker.terminate();
      return;
    }
    this.worker = worker;
    worker.once('exit', () => this.take());
    worker.unref();
    this.timer = setTimeout(() => void this.take()?.terminate(), keptMs).unref();
  }

  /** Nothing is kept from now on: what a thread has read is the user's who signs out. */
  end(): void {
    this.isEnded = true;
    void this.take()?.terminate();
  }
}

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
  {
    signal,
    onStep = () => undefined,
    secondsPerFile = 60,
    megabytes = mostMegabytes,
    workerUrl = besideThis,
    thread,
    kept,
  }: BinderOptions = {},
): Promise<Bound> {
  const left: Bound['left'] = [];
  let ready = thread ?? kept?.take();
  for (let wanted = sources; ; ) {
    const isFresh = !ready;
    const worker = ready ?? startThread(workerUrl, megabytes, false);
    ready = undefined;
    try {
      const bound = await run({ sources: wanted, options }, worker, { signal, onStep, secondsPerFile, kept });
      return { ...bound, left: [...left, ...bound.left] };
    } catch (error) {
      // What it had read before may be what filled it.
      if (!isFresh && error instanceof BindError && error.code === 'for-mycket-minne') continue;
      const ended = error instanceof BindError && (error.code === 'for-lang-tid' || error.code === 'for-mycket-minne');
      const rest = ended && options.skipBad ? wanted.filter(({ name }) => name !== error.source) : wanted;
      if (!ended || rest.length === wanted.length || rest.length === 0) throw error;
      left.push({ name: error.source, code: error.code });
      wanted = rest;
    }
  }
}

type Limits = {
  signal: AbortSignal | undefined;
  onStep: (step: BindStep) => void;
  secondsPerFile: number;
  kept: KeptThread | undefined;
};

function run(job: BindJob, worker: Worker, { signal, onStep, secondsPerFile, kept }: Limits): Promise<Bound> {
  return new Promise((resolve, reject) => {
    let current = signal?.aborted ? '' : (job.sources[0]?.name ?? '');
    let timer: NodeJS.Timeout | undefined;
    const release = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      // Not all: by some of them Node itself hears whether anybody listens.
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      worker.on('error', () => undefined);
    };
    const stop = () => {
      release();
      return worker.terminate();
    };
    /** It has given all it had and does nothing more: it may bind again, and else its end is not waited for. */
    const done = () => {
      release();
      if (kept) kept.give(worker);
      else void worker.terminate();
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
        resolve(message.bunden);
        done();
      } else if (message.slag === 'nekad') {
        reject(new BindError(message.code, message.source, message.detail));
        done();
      } else end(() => reject(new Error(message.detail)));
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
