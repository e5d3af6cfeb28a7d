import type { Timers } from './ports.ts';

/** Real time. */
export const platformTimers: Timers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout | undefined),
  /** A turn of the event loop: messages that wait, calls above all, are handled before what follows. */
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
};
