import { Worker } from 'node:worker_threads';
import type { FritextStart, FromFritext, ToFritext } from './worker-messages.ts';

/** What keeps an index. */
export type IndexThread = { post(message: ToFritext): void; terminate(): void };
type Heard = { message(message: FromFritext): void; error(error: unknown): void; exit(): void };
export type StartThread = (start: FritextStart, heard: Heard) => IndexThread;

/**
 * In a thread of its own.
 * @param url the built thread; without it the source beside this file, which Node runs as it is
 */
export const threadBy =
  (url = new URL('./worker.ts', import.meta.url)): StartThread =>
  (workerData, { message, error, exit }) => {
    const worker = new Worker(url, { workerData });
    worker.unref();
    worker.on('message', message);
    worker.on('error', error);
    worker.on('exit', exit);
    return { post: (to) => worker.postMessage(to), terminate: () => void worker.terminate() };
  };
