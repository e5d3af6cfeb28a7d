import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

const retryMs = 250;

/**
 * Keeps a program running that ends by itself: it is started again, as often as it takes.
 * @param start resolves when it is of use
 * @throws what the first start throws
 */
export async function keepRunning(
  start: () => Promise<ChildProcess>,
): Promise<{ end(how: (child: ChildProcess) => Promise<void> | void): Promise<void> }> {
  const ending = new AbortController();
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
    while (!ending.signal.aborted) {
      try {
        child = await start();
        return watch();
      } catch {
        // What is left of the one that ended may still hold its files for a moment.
        await wait(retryMs, undefined, { signal: ending.signal }).catch(() => undefined);
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
