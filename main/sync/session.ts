import type { Hooks, SyncReplica, Timers, Transport } from './ports.ts';

/** What the parts of a round share. */
export type Session = {
  replica: SyncReplica;
  transport: Transport;
  timers: Timers;
  hooks: Hooks;
  /** Ends with the round: when sync is stopped, or when the round got stuck. */
  signal: AbortSignal;
  /** Waits for what may never come, as long as the round lasts. */
  wait<T>(promise: Promise<T>): Promise<T>;
  /** The server answered: the round is alive. */
  progress(): void;
};

/** @returns `wait` of a session: rejects when the signal fires, whatever the promise does */
export function waitUnder(signal: AbortSignal): Session['wait'] {
  return (promise) =>
    new Promise((resolve, reject) => {
      const aborted = () => reject(signal.reason);
      if (signal.aborted) {
        // Nobody waits for it any more; its failure is no news either.
        promise.catch(() => {});
        aborted();
        return;
      }
      signal.addEventListener('abort', aborted, { once: true });
      promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
    });
}

/** Between two slices: calls have their turn, and the replica's log is kept small. */
export async function pause({ replica, timers, wait, progress }: Session): Promise<void> {
  progress();
  await wait(timers.breathe());
  await wait(replica.tidyLog());
}

/** Works off something in slices, letting calls in between. `slice` returns true when all is done. */
export async function inSlices(session: Session, slice: () => boolean): Promise<void> {
  while (!slice()) await pause(session);
}
