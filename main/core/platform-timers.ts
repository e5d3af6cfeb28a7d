import type { Timers } from '../sync/ports.ts';

export const platformTimers: Timers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
  /** A turn of the event loop: messages that wait, calls above all, are handled before what follows. */
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
};
