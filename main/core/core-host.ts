import { Worker } from 'node:worker_threads';
import type { CallName, CallResult, CoreEvent } from '../../shared/ipc/contract.ts';
import type { SkrivarPort } from '../services/ports.ts';
import { createEvents } from './events.ts';
import type { RunningCore } from './keep-core.ts';
import { type KeyStore, keyProblem } from './key-store.ts';
import { consoleLog, describeError, type Log } from './log.ts';
import { skrivarsvar } from './skrivare.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-protocol.ts';

export type CoreWorkerOptions = Omit<WorkerStart, 'provkorning' | 'skrivare'> & {
  keys: KeyStore;
  skrivare?: SkrivarPort | undefined;
  /** The built worker; without it the source beside this file, which Node runs as it is. */
  workerUrl?: URL;
  execArgv?: string[];
  log?: Log;
  /** Milliseconds a closing core may take before its thread is ended. */
  closeMs?: number;
};

const stopped: CallResult<CallName> = { ok: false, error: { code: 'karnan-stoppad' } };

/**
 * Starts the core in a worker thread. When the thread ends, asked to or not, `ended` resolves and every call that waits or
 * comes later is answered with `karnan-stoppad`; {@link keepCore} starts another.
 */
export function startCoreWorker(options: CoreWorkerOptions): RunningCore {
  const {
    keys,
    skrivare,
    workerUrl = new URL('./worker.ts', import.meta.url),
    execArgv,
    log = consoleLog,
    closeMs = 10_000,
    ...rest
  } = options;
  const start: WorkerStart = { ...rest, provkorning: keys.provkorning, ...(skrivare ? { skrivare: skrivare.tar } : {}) };
  const events = createEvents((error) => log({ event: 'listener', ...describeError(error) }));
  const pending = new Map<number, (result: CallResult<CallName>) => void>();
  let calls = 0;
  let running = true;

  const worker = new Worker(workerUrl, { workerData: start, ...(execArgv ? { execArgv } : {}) });
  const post = (message: ToWorker) => worker.postMessage(message);
  worker.on('error', (error) => log({ event: 'core-worker', ...describeError(error) }));
  worker.on('message', (message: FromWorker) => {
    if ('result' in message) {
      const answer = pending.get(message.result.id);
      pending.delete(message.result.id);
      answer?.(message.result.result);
    } else if ('event' in message) {
      events.emit(message.event satisfies CoreEvent);
    } else if ('skrivarfraga' in message) {
      if (skrivare) void skrivarsvar(skrivare, message.skrivarfraga).then((svar) => post({ skrivare: svar }));
    } else {
      giveKey(message.keyRequest);
    }
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      running = false;
      for (const answer of pending.values()) answer(stopped);
      pending.clear();
      resolve();
    });
  });

  function giveKey({ id, name }: { id: number; name: string }): void {
    keys.get(name).then(
      (key) => post({ key: { id, key } }),
      (error: unknown) => {
        log({ event: 'key-store', ...describeError(error) });
        post({ key: { id, problem: keyProblem(error) } });
      },
    );
  }

  return {
    call(name, input) {
      if (!running) return Promise.resolve(stopped);
      return new Promise((resolve) => {
        calls += 1;
        try {
          post({ call: { id: calls, name, input } });
          pending.set(calls, resolve);
        } catch {
          // A function or the like in the input: no thread border carries it.
          resolve({ ok: false, error: { code: 'ogiltig-indata' } });
        }
      });
    },
    subscribe: events.subscribe,
    async close() {
      if (running) post({ close: true });
      // A core that hangs must not keep the program open: what it has answered is on disk already.
      const deadline = setTimeout(() => void worker.terminate(), closeMs);
      await ended;
      clearTimeout(deadline);
    },
    ended,
  };
}
