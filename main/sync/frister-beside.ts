import type { Hooks, SyncReplica, Timers } from './ports.ts';

/** Akter whose computed bevakningar are made in one transaction: some ten milliseconds. */
const slice = 20;

type Parts = { replica: SyncReplica; timers: Timers; hooks: Hooks; signal: AbortSignal; onError: (error: unknown) => void };

/**
 * Makes the computed bevakningar that wait, beside the rounds: neither a round nor a call waits for them, and no server is needed.
 * While a large fill goes on it stands still, for the akter that it touches are not whole yet.
 */
export function createFristerBeside({ replica, timers, hooks, signal, onError }: Parts) {
  let going: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (!signal.aborted && replica.searchReady() && !replica.fristerReady()) {
      const done = replica.computeFristerSome(slice);
      hooks.step('frister-computed');
      if (done) return;
      await timers.breathe();
      await replica.tidyLog();
    }
  }

  return {
    /** Goes on where it was left, unless it is going on. What fails is told, and tried again at the next beginning. */
    begin(): void {
      going ??= work()
        .catch(onError)
        .finally(() => {
          going = undefined;
        });
    },
    /** Resolves when nothing of it runs any more. It begins nothing anew once its signal is fired. */
    ended: async (): Promise<void> => going,
  };
}
