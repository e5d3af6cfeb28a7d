import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { freeBytesOf } from '../blobs/room.ts';
import { openNoteSource } from '../db/note-changes.ts';
import { createKeeper } from './keeper.ts';
import { openOwnIndex } from './own-index.ts';
import type { FritextStart, FromFritext, ToFritext } from './worker-messages.ts';

/**
 * The thread that keeps the index of the notes' words. It alone writes it, and of the replica it reads: commands and sync never wait for it.
 * What goes wrong ends the thread; its keeper makes another.
 */
if (!parentPort) throw new Error('the thread of the index needs a parent');
const port = parentPort;
const start = workerData as FritextStart;

const keeper = createKeeper({
  open: () => openOwnIndex(start),
  openSource: () => openNoteSource(start.replica, Buffer.from(start.replicaKey, 'hex')),
  replika: start.id,
  free: freeBytesOf(dirname(start.index)),
  timers: { setTimeout: (run, ms) => setTimeout(run, ms), clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout) },
  breathe: () => nextTurn(),
  post: (message) => port.postMessage(message satisfies FromFritext),
  failed: (error) =>
    setImmediate(() => {
      throw error;
    }),
});
port.on('message', (message: ToFritext) => {
  if (message === 'folj') return keeper.wake();
  keeper.end();
  port.close();
});
keeper.wake();
