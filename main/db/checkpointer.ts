import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { type Key, keyBytes } from './cipher.ts';

/** Bytes new in the log that are worth moving into the database. */
const worthwhile = 16 * 1024 * 1024;
/** Only an emptied log begins anew. From this size on it is moved again and again, until so little was written meanwhile that it is waited for. */
const large = 64 * 1024 * 1024;
const little = 2 * 1024 * 1024;
/** A log of this size is not to grow at all: the disk is slower than what is written. */
const largest = 76 * 1024 * 1024;

type ThreadData = { module: string; file: string; key: string };
type ThreadParts = {
  workerData: ThreadData;
  parentPort: { on(event: 'message', run: () => void): void; postMessage(done: string | null): void };
};

/**
 * Moves the write-ahead log into the database from a thread of its own (`wal_checkpoint(PASSIVE)`, which blocks neither reads
 * nor writes): during a fill it is half of the work, and would otherwise be a long pause every few slices.
 * @param logSize bytes of the log now
 */
export function createCheckpointer(file: string, key: Key, logSize: () => number) {
  let worker: Worker | undefined;
  let running: Promise<void> | undefined;
  /** Size of the log when it was last begun to be moved. Each pass waits for the disk: it is to be worth that again. */
  let begunAt = 0;

  function start(): Worker {
    const module = createRequire(import.meta.url).resolve('better-sqlite3');
    const workerData: ThreadData = { module, file, key: keyBytes(key).toString('hex') };
    // From its own text: a bundle needs no second entry for it.
    const thread = new Worker(`(${checkpointThread})(require)`, { eval: true, workerData, execArgv: [] });
    thread.unref();
    // Its exit says enough.
    thread.on('error', () => {});
    return thread;
  }

  function run(): Promise<void> {
    worker ??= start();
    const thread = worker;
    return new Promise<void>((resolve) => {
      const done = () => {
        thread.removeListener('message', done);
        thread.removeListener('exit', exited);
        running = undefined;
        resolve();
      };
      // Without the thread the log is moved by the commits that find it very large: slower, not wrong.
      const exited = () => {
        worker = undefined;
        done();
      };
      thread.once('message', done);
      thread.once('exit', exited);
      thread.postMessage(null);
    });
  }

  return {
    /** Begins when it is worthwhile. Resolves when writing may go on. */
    async tidy(): Promise<void> {
      const size = logSize();
      // It began anew.
      if (size < begunAt) begunAt = 0;
      if (!running && (size - begunAt >= worthwhile || size >= large)) {
        const isLast = size >= large && size - begunAt <= little;
        begunAt = size;
        running = run();
        if (isLast) await running;
      }
      if (size >= largest) await running;
    },
    close(): void {
      void worker?.terminate();
    },
  };
}

export type Checkpointer = ReturnType<typeof createCheckpointer>;

/** Runs in the thread, by its text alone: it may use nothing of this file. */
function checkpointThread(require: (name: string) => unknown): void {
  const { workerData, parentPort } = require('node:worker_threads') as ThreadParts;
  const Database = require(workerData.module) as new (file: string) => { pragma(text: string): void; close(): void };
  parentPort.on('message', () => {
    // Opened for this once: a connection left open would keep the log from being removed when the replica closes.
    const db = new Database(workerData.file);
    try {
      db.pragma(`cipher = 'sqlcipher'`);
      db.pragma('legacy = 4');
      db.pragma(`key = "x'${workerData.key}'"`);
      // A connection that has read nothing yet knows of no log.
      db.pragma('user_version');
      db.pragma('wal_checkpoint(PASSIVE)');
    } finally {
      db.close();
    }
    parentPort.postMessage(null);
  });
}
