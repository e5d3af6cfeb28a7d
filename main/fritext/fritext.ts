import type Database from 'better-sqlite3';
import type { Fritext } from '../../shared/domain/sok/fritext.ts';
import { type Key, keyBytes } from '../db/cipher.ts';
import { openToRead } from '../db/open-database.ts';
import { FritextFault } from './fritext-fault.ts';
import { indexKey, removeIndex } from './open-index.ts';
import { createIndexSearch } from './search-index.ts';
import type { IndexThread, StartThread } from './thread.ts';
import type { FromFritext } from './worker-messages.ts';

export type FritextOptions = {
  /** The file of the replica, which is open, and its key. */
  replica: string;
  key: Key;
  /** The replica's `notes.id`. */
  id: string;
  /** The file of the index, beside it. */
  index: string;
  /** Starts what keeps it. */
  start: StartThread;
  /** It has come further, up to a change; or it waits for room on the disk. */
  changed(lage: Fritextlage, nr: number | undefined): void;
  /** It was thrown away and is made anew, or, the second time, is no more in this session. */
  fault(error: FritextFault): void;
};

/** `klart` of `av` rows are looked through, `hel`: all are; `fullt`: what is left waits for room on the disk. */
export type Fritextlage = { hel: boolean; klart: number; av: number; fullt?: true };

/** The index of a signed-in user's notes. */
export type OpenFritext = {
  kandidater(fraga: Fritext): Iterable<number[]>;
  lage(): Fritextlage | undefined;
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
export function openFritext({ replica, key, id, index, start: startThread, changed, fault }: FritextOptions): OpenFritext {
  const own = indexKey(key);
  let thread: IndexThread | undefined;
  let reading: { db: Database.Database; search: ReturnType<typeof createIndexSearch> } | undefined;
  let lage: Fritextlage | undefined = { hel: false, klart: 0, av: 0 };
  /** The thread has opened it, so that it is no longer about to be thrown away. */
  let readable = false;
  let restarts = 0;
  let closing: Promise<void> | undefined;
  let ended: (() => void) | undefined;

  const report = (error: unknown): void => fault(new FritextFault(error));

  function start(): void {
    const started = startThread(
      { replica, replicaKey: keyBytes(key).toString('hex'), id, index, indexKey: own.toString('hex') },
      {
        message: heard,
        error: report,
        exit() {
          ended?.();
          if (thread === started && !closing) again();
        },
      },
    );
    thread = started;
  }

  function heard(message: FromFritext): void {
    if (closing) return;
    if (message.slag === 'redo') readable = true;
    // What is new waits for room on the disk: until it has been taken in, not all is searched.
    if (message.slag === 'fullt' && lage) {
      lage = { ...lage, hel: false, fullt: true };
      changed(lage, undefined);
    }
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
      thread?.terminate();
    }
  }

  return {
    kandidater,
    lage: () => lage,
    wake() {
      if (closing || !lage) return;
      if (thread) thread.post('folj');
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
    const last = thread;
    if (!last) return;
    const gone = new Promise<void>((resolve) => {
      ended = resolve;
    });
    last.post('sluta');
    const deadline = setTimeout(() => last.terminate(), endMs);
    await gone;
    clearTimeout(deadline);
  }
}
