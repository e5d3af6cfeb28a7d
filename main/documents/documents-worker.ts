import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Dokumentinnehall } from '../../shared/domain/dokument/modell.ts';
import { fail, type Result } from '../../shared/util/result.ts';
import type { FromWorker, RenderError, Rendered, ToWorker, WorkerStart } from './worker-protocol.ts';

type Options = {
  /** The built worker; without it the source beside this file, which Node runs as it is. */
  workerUrl?: URL;
  /** The folder `resources`; without it the repository's. */
  resources?: string;
  /** Milliseconds one document may take. The longest text there is takes a tenth. */
  limitMs?: number;
};
type Job = ToWorker & { done(result: Result<Rendered, RenderError>): void };

/**
 * Makes documents in a thread of its own, one after the other. A thread that ends, or that a document is too much for, is replaced by
 * another for the next document: the one that it was at is answered with why.
 */
export class DocumentsWorker {
  private readonly workerUrl: URL;
  private readonly start: WorkerStart;
  private readonly limitMs: number;
  private readonly waiting: Job[] = [];
  private current: { job: Job; limit: NodeJS.Timeout } | undefined;
  private worker: Worker | undefined;
  private jobs = 0;
  private closed = false;

  constructor({
    workerUrl = new URL('./worker.ts', import.meta.url),
    resources = join(import.meta.dirname, '..', '..', 'resources'),
    limitMs = 30_000,
  }: Options = {}) {
    this.workerUrl = workerUrl;
    this.start = { resources };
    this.limitMs = limitMs;
  }

  /**
   * The document as PDF/A-2a, read back and found whole; or why there is none.
   * @param losenord what alone opens it: then it is encrypted, and no PDF/A
   */
  render(dokument: Dokumentinnehall, losenord?: string): Promise<Result<Rendered, RenderError>> {
    if (this.closed) return Promise.resolve(fail({ code: 'stoppad', detail: 'closed' }));
    return new Promise((done) => {
      this.jobs += 1;
      this.waiting.push({ id: this.jobs, dokument, losenord, done });
      this.next();
    });
  }

  /** Ends the thread; what waits is answered with `stoppad`. */
  async close(): Promise<void> {
    this.closed = true;
    const { worker } = this;
    for (const job of this.waiting.splice(0)) job.done(fail({ code: 'stoppad', detail: 'closed' }));
    this.answer(fail({ code: 'stoppad', detail: 'closed' }));
    await worker?.terminate();
  }

  private next(): void {
    if (this.current || this.closed) return;
    const job = this.waiting.shift();
    if (!job) return;
    const limit = setTimeout(() => this.giveUp('for-lang-tid', `${this.limitMs} ms`), this.limitMs);
    this.current = { job, limit };
    this.worker ??= this.startWorker();
    const { id, dokument, losenord } = job;
    this.worker.postMessage({ id, dokument, losenord } satisfies ToWorker);
  }

  private startWorker(): Worker {
    const worker = new Worker(this.workerUrl, { workerData: this.start });
    const ended = (detail: string) => {
      if (this.worker === worker) this.giveUp('stoppad', detail);
    };
    worker.on('message', ({ id, result }: FromWorker) => {
      if (this.current?.job.id === id) this.answer(result);
    });
    worker.on('error', (error) => ended(error.name));
    worker.on('exit', (code) => ended(`exit ${code}`));
    return worker;
  }

  /** Typst's own code cannot be stopped in the middle: a thread that is in it goes when it comes out. */
  private giveUp(code: RenderError['code'], detail: string): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
    this.answer(fail({ code, detail }));
  }

  private answer(result: Result<Rendered, RenderError>): void {
    const { current } = this;
    this.current = undefined;
    if (!current) return;
    clearTimeout(current.limit);
    current.job.done(result);
    this.next();
  }
}
