import { openNoteSource } from '../../db/note-changes.ts';
import { createKeeper, type KeeperOptions } from '../keeper.ts';
import { openOwnIndex } from '../own-index.ts';
import type { StartThread } from '../thread.ts';

/**
 * Keeps an index without a thread of its own, in time that a test decides: the same work on the same files.
 * `crash`: whatever was started does nothing more, as when the program ends where it stands.
 */
export function keeperHere(options: Pick<KeeperOptions, 'free' | 'timers' | 'breathe'>): { start: StartThread; crash(): void } {
  const running = new Set<() => void>();
  return {
    start(own, { message, error, exit }) {
      let [stopped, gone] = [false, false];
      const keeper = createKeeper({
        ...options,
        open: () => openOwnIndex(own),
        openSource: () => openNoteSource(own.replica, Buffer.from(own.replicaKey, 'hex')),
        replika: own.id,
        post: (told) => !stopped && message(told),
        failed(reason) {
          if (stopped) return;
          error(reason);
          end();
        },
      });
      const stop = () => {
        stopped = true;
        keeper.end();
        running.delete(stop);
      };
      const end = () => {
        stop();
        // As of a thread: who ends it has gone on by then.
        if (!gone) queueMicrotask(exit);
        gone = true;
      };
      running.add(stop);
      keeper.wake();
      return { post: (to) => (to === 'sluta' ? end() : keeper.wake()), terminate: end };
    },
    crash() {
      for (const stop of running) stop();
    },
  };
}
