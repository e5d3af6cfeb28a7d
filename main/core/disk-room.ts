import { isDiskFull } from '../db/errors.ts';
import type { Timers } from '../sync/ports.ts';

/** Longer than the screens' own tries at a draft: while one still fails the disk is not said to have room. */
const againMs = 10_000;

type Parts = {
  timers: Pick<Timers, 'setTimeout' | 'clearTimeout'>;
  /** A small write: it fails while there is no room. */
  probe: () => void;
  /** Told when the disk becomes full, and when it has room again. */
  changed: () => void;
  fault: (error: unknown) => void;
};

/**
 * A full disk must not keep a user from reading: what is written beside the reading (the access log, what was opened last) is
 * held in memory until there is room. The user's own words are never held here: those fail aloud, where they are written.
 */
export function createDiskRoom({ timers, probe, changed, fault }: Parts) {
  let held: (() => void)[] = [];
  let full = false;
  let stopped = false;
  let timer: unknown;

  function notice(error: unknown): boolean {
    if (!isDiskFull(error)) return false;
    if (stopped) return true;
    timers.clearTimeout(timer);
    timer = timers.setTimeout(tryAgain, againMs);
    if (!full) {
      full = true;
      changed();
    }
    return true;
  }

  function writeHeld(): void {
    for (let write = held[0]; write; write = held[0]) {
      write();
      held = held.slice(1);
    }
  }

  function tryAgain(): void {
    try {
      probe();
      writeHeld();
    } catch (error) {
      if (notice(error)) return;
      // It will not go through with room either.
      held = held.slice(1);
      fault(error);
    }
    if (held.length > 0) {
      timer = timers.setTimeout(tryAgain, againMs);
      return;
    }
    full = false;
    changed();
  }

  return {
    isFull: (): boolean => full,
    /** @returns true when the error says that the disk is full */
    notice,
    /** Writes now, or when there is room. Writes keep their order. */
    whenRoom(write: () => void): void {
      if (held.length > 0) {
        held.push(write);
        return;
      }
      try {
        write();
      } catch (error) {
        if (!notice(error)) throw error;
        held.push(write);
      }
    },
    /** The last try, when the user leaves. */
    flush(): void {
      try {
        writeHeld();
      } catch (error) {
        fault(error);
      }
    },
    stop(): void {
      stopped = true;
      timers.clearTimeout(timer);
    },
  };
}
export type DiskRoom = ReturnType<typeof createDiskRoom>;
