import { createBackoff } from './backoff.ts';
import type { Timers } from './ports.ts';
import { TransportError } from './transport-error.ts';

const pollMs = 60_000;

export type Rounds = {
  /** Somebody waits: at once, or when the round under way has ended, however it does. */
  run(): void;
  /** Something may be to do: while the server is not reached the back-off decides when to try. */
  wake(): void;
  /** Resolves when nothing of it runs any more; the signal is to have ended before. */
  stop(): Promise<void>;
};
type Parts = {
  timers: Timers;
  random: () => number;
  signal: AbortSignal;
  round: () => Promise<void>;
  /** A round failed, and another will come. */
  failed: (error: unknown) => void;
};

/** Rounds of work, one at a time: when something may be to do, once a minute, and after a failure when the server has had a rest. */
export function createRounds({ timers, random, signal, round, failed }: Parts): Rounds {
  const backoff = createBackoff(random);
  let current: Promise<void> | undefined;
  let timer: unknown;
  let again: 'no' | 'unless-failing' | 'yes' = 'no';
  let failing = false;

  function arm(ms: number): void {
    timers.clearTimeout(timer);
    if (!signal.aborted) timer = timers.setTimeout(run, ms);
  }

  function run(): void {
    if (current) again = 'yes';
    else begin();
  }

  function begin(): void {
    if (signal.aborted) return;
    timers.clearTimeout(timer);
    again = 'no';
    current = attempt().finally(() => {
      current = undefined;
      if (again === 'yes' || (again === 'unless-failing' && !failing)) begin();
    });
  }

  async function attempt(): Promise<void> {
    try {
      await timers.breathe();
      if (signal.aborted) return;
      await round();
      failing = false;
      backoff.reset();
      arm(pollMs * (0.75 + random() / 2));
    } catch (error) {
      if (signal.aborted) return;
      failing = true;
      arm(backoff.next(error instanceof TransportError ? error.retryAfterMs : undefined));
      failed(error);
    }
  }

  return {
    run,
    wake() {
      if (current) again = again === 'yes' ? 'yes' : 'unless-failing';
      else if (!failing) begin();
    },
    async stop() {
      timers.clearTimeout(timer);
      await current;
    },
  };
}
