import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** Before it is started again: doubled each time, for one that ends as soon as it has started would have the machine to itself. */
const leastMs = 250;
const mostMs = 5000;
/** One that has run so long is started again at once. */
const steadyMs = 60_000;

type Time = { now(): number; wait(ms: number, signal: AbortSignal): Promise<unknown> };
const realTime: Time = { now: () => performance.now(), wait: (ms, signal) => wait(ms, undefined, { signal }) };

/** `code` or signal it ended with. */
class EndedByItself extends Error {
  readonly code: string;

  constructor({ exitCode, signalCode }: ChildProcess) {
    super('The program ended by itself.');
    this.code = String(signalCode ?? exitCode);
  }
}

/**
 * Keeps a program running that ends by itself: it is started again, as often as it takes, with growing pauses.
 * @param start resolves when it is of use
 * @param onError why it is started again: it ended, or did not start
 * @throws what the first start throws
 */
export async function keepRunning(
  start: () => Promise<ChildProcess>,
  onError: (error: unknown) => void,
  time: Time = realTime,
): Promise<{ end(how: (child: ChildProcess) => Promise<void> | void): Promise<void> }> {
  const ending = new AbortController();
  let pause = 0;
  let startedAt = time.now();
  let child = await start();
  let again: Promise<void> | undefined;
  watch();

  function watch(): void {
    if (hasEnded(child)) again = startAgain();
    else
      child.once('exit', () => {
        again = startAgain();
      });
  }

  async function startAgain(): Promise<void> {
    if (!ending.signal.aborted) onError(new EndedByItself(child));
    while (!ending.signal.aborted) {
      pause = time.now() - startedAt >= steadyMs ? 0 : Math.min(mostMs, Math.max(leastMs, pause * 2));
      // Also what is left of the one that ended may still hold its files for a moment.
      if (pause > 0) await time.wait(pause, ending.signal).catch(() => undefined);
      if (ending.signal.aborted) return;
      try {
        startedAt = time.now();
        child = await start();
        return watch();
      } catch (error) {
        onError(error);
      }
    }
  }

  return {
    async end(how) {
      ending.abort();
      await again;
      if (hasEnded(child)) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await how(child);
      await ended;
    },
  };
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;
