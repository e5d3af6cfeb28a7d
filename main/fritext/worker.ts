import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { freeBytesOf } from '../blobs/room.ts';
import { isDiskFull } from '../db/errors.ts';
import { type NoteSource, openNoteSource } from '../db/note-changes.ts';
import { type Followed, followSome } from './follow.ts';
import { createIndexTables } from './index-tables.ts';
import { openIndex, removeIndex } from './open-index.ts';
import type { FritextStart, FromFritext, ToFritext } from './worker-messages.ts';

/**
 * The thread that keeps the index of the notes' words. It alone writes it, and of the replica it reads: commands and sync never wait for it.
 * What goes wrong ends the thread; its keeper makes another.
 */
if (!parentPort) throw new Error('the thread of the index needs a parent');
const port = parentPort;
const post = (message: FromFritext) => port.postMessage(message);
const { replica, replicaKey, id, index, indexKey } = workerData as FritextStart;

/** Notes of one transaction: of the first reading many, for each makes a piece of every quarter that it has notes of. */
const atOnce = 4_000;
/** Left free on the disk: the index can be made again, what is written cannot. */
const keptFree = 500_000_000;
const free = freeBytesOf(dirname(index));

const { db, tables } = open();
post({ slag: 'redo' });

let asked = true;
let running = false;
let ending = false;
port.on('message', (message: ToFritext) => {
  if (message === 'sluta') ending = true;
  asked = true;
  void run();
});
void run();

function open(): { db: Database.Database; tables: ReturnType<typeof createIndexTables> } {
  for (;;) {
    const opened = openIndex(index, Buffer.from(indexKey, 'hex'));
    const made = createIndexTables(opened);
    if (isOfThis(made)) return { db: opened, tables: made };
    opened.close();
    removeIndex(index);
  }
}

/** Asked before anybody reads it: then it can be thrown away. */
function isOfThis(made: ReturnType<typeof createIndexTables>): boolean {
  const lage = made.lage();
  if (!lage) return true;
  const source = openNoteSource(replica, Buffer.from(replicaKey, 'hex'));
  try {
    return lage.replika === id && source.goesOnFrom(lage.nr);
  } finally {
    source.close();
  }
}

async function run(): Promise<void> {
  if (running) return;
  running = true;
  while (asked && !ending) {
    asked = false;
    await followAll();
  }
  running = false;
  if (!ending) return;
  db.close();
  port.close();
}

async function followAll(): Promise<void> {
  // Opened for this once: a connection left open would keep the replica's log from being removed when it closes.
  const source = openNoteSource(replica, Buffer.from(replicaKey, 'hex'));
  try {
    for (;;) {
      if (free() < keptFree) return post({ slag: 'fullt' });
      const done = follow(source);
      if (done.hel) return await tidy(done);
      post({ slag: 'lage', ...done, stadad: false });
      await setImmediate();
      if (ending) return;
    }
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    post({ slag: 'fullt' });
  } finally {
    source.close();
  }
}

/** What was deleted leaves the file. */
async function tidy(done: Followed): Promise<void> {
  post({ slag: 'lage', ...done, stadad: false });
  let some = false;
  while (tables.tidyOne()) {
    some = true;
    await setImmediate();
    if (ending) return;
  }
  if (some) tables.giveBack();
  post({ slag: 'lage', ...done, stadad: true });
}

function follow(source: NoteSource): Followed {
  return tables.write(() => followSome(source, tables, id, atOnce));
}
