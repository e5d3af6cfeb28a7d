import { Worker } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import type { Fritext } from '../../shared/domain/sok/fritext.ts';
import { type Key, keyBytes } from '../db/cipher.ts';
import { openToRead } from '../db/open-database.ts';
import { FritextFault } from './fritext-fault.ts';
import { indexKey, removeIndex } from './open-index.ts';
import { createIndexSearch } from './search-index.ts';
import type { FritextStart, FromFritext, ToFritext } from './worker-messages.ts';

export type FritextOptions = {
  /** The file of the replica, which is open, and its key. */
  replica: string;
  key: Key;
  /** The replica's `notes.id`. */
  id: string;
  /** The file of the index, beside it. */
  index: string;
  /** The built thread; without it the source beside this file, which Node runs as it is. */
  workerUrl?: URL | undefined;
  /** It has come further: how far, and up to which change. */
  changed(lage: { hel: boolean; klart: number; av: number }, nr: number): void;
  /** It was thrown away and is made anew, or, the second time, is no more in this session. */
  fault(error: FritextFault): void;
};

/** The index of a signed-in user's notes. */
export type OpenFritext = {
  kandidater(fraga: Fritext): Iterable<number[]>;
  lage(): { hel: boolean; klart: number; av: number } | undefined;
  /** Something may have happened in the replica. Returns at once; the thread starts with the first. */
  wake(): void;
  /** Resolves when nothing of it is open. */
  close(): Promise<void>;
};

/** Times that an index is made anew in a session: a disk that breaks each is told of, and not worn out. */
const mostRestarts = 1;
/** Milliseconds that the thread may take to end by itself: what it has not done is done the next time. */
const endMs = 300;

/**
 * Starts the thread that makes and keeps the index, and searches it over a connection of its own: who searches waits for no writing. It holds
 * nothing that is not in the replica, so whatever is wrong with it, it is thrown away and made anew.
 */
export function openFritext({ replica, key, id, index, workerUrl, changed, fault }: FritextOptions): OpenFritext {
  const own = indexKey(key);
  let thread: Worker | undefined;
  let reading: { db: Database.Database; search: ReturnType<typeof createIndexSearch> } | undefined;
  let lage: { hel: boolean; klart: number; av: number } | undefined = { hel: false, klart: 0, av: 0 };
  /** The thread has opened it, so that it is no longer about to be thrown away. */
  let readable = false;
  let restarts = 0;
  let closing: Promise<void> | undefined;

  const report = (error: unknown): void => fault(new FritextFault(error));

  function start(): void {
    const workerData: FritextStart = {
      ...{ replica, replicaKey: keyBytes(key).toString('hex'), id },
      ...{ index, indexKey: own.toString('hex') },
    };
    const started = new Worker(workerUrl ?? new URL('./worker.ts', import.meta.url), { workerData });
    thread = started;
    started.unref();
    started.on('message', heard);
    started.on('error', report);
    started.on('exit', () => {
      if (thread === started && !closing) again();
    });
  }

  function heard(message: FromFritext): void {
    if (closing) return;
    if (message.slag === 'redo') readable = true;
    // What is new waits for room on the disk: until it has been taken in, not all is searched.
    if (message.slag === 'fullt' && lage) lage = { ...lage, hel: false };
    if (message.slag === 'lage') {
      lage = { hel: message.hel, klart: message.klart, av: message.av };
      changed(lage, message.nr);
    }
  }

  /** Thrown away and made anew. */
  function again(): void {
    stopReading();
    readable = false;
    thread = undefined;
    restarts += 1;
    lage = restarts > mostRestarts ? undefined : { hel: false, klart: 0, av: 0 };
    if (!lage) return;
    try {
      removeIndex(index);
    } catch (error) {
      // Another program holds the file, or it may not be changed: there is no index in this session, and nothing else stops.
      report(error);
      lage = undefined;
      return;
    }
    start();
  }

  function stopReading(): void {
    reading?.db.close();
    reading = undefined;
  }

  function* kandidater(fraga: Fritext): Generator<number[]> {
    const of = restarts;
    try {
      if (!reading && readable) {
        const db = openToRead(index, own);
        reading = { db, search: createIndexSearch(db) };
      }
      if (reading) yield* reading.search.kandidater(fraga);
    } catch (error) {
      // What it was reading has been thrown away, or closed, meanwhile: there is no more of it.
      if (of !== restarts || closing) return;
      report(error);
      readable = false;
      stopReading();
      // Its end makes another.
      void thread?.terminate();
    }
  }

  return {
    kandidater,
    lage: () => lage,
    wake() {
      if (closing || !lage) return;
      if (thread) thread.postMessage('folj' satisfies ToFritext);
      else start();
    },
    close() {
      closing ??= end();
      return closing;
    },
  };

  async function end(): Promise<void> {
    readable = false;
    stopReading();
    const ended = thread;
    if (!ended) return;
    const gone = new Promise<void>((resolve) => ended.once('exit', () => resolve()));
    ended.postMessage('sluta' satisfies ToFritext);
    const deadline = setTimeout(() => void ended.terminate(), endMs);
    await gone;
    clearTimeout(deadline);
  }
}
