import type { Timers } from '../sync/ports.ts';

/**
 * Calls `emit` at once and then at most every `ms`, and always once more after the last request: what was told last is
 * what holds.
 */
export function createThrottle(timers: Pick<Timers, 'setTimeout' | 'clearTimeout'>, ms: number, emit: () => void) {
  let waiting: unknown;
  let again = false;
  let stopped = false;
  const run = () => {
    again = false;
    waiting = timers.setTimeout(() => {
      waiting = undefined;
      if (again) run();
    }, ms);
    emit();
  };
  return {
    request(): void {
      if (stopped) return;
      if (waiting === undefined) run();
      else again = true;
    },
    stop(): void {
      if (waiting !== undefined) timers.clearTimeout(waiting);
      stopped = true;
    },
  };
}
