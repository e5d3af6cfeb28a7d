import type { Timers } from './ports.ts';

/** Real time. */
export const platformTimers: Timers = {
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout | undefined),
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
};
