import { createBackoff } from './backoff.ts';
import type { Timers, Transport } from './ports.ts';
import { waitUnder } from './session.ts';

/** A connection that ends at once must not be made again and again in a hurry. */
const leastMs = 1000;

type Parts = {
  transport: Transport;
  timers: Timers;
  random: () => number;
  signal: AbortSignal;
  onPoke: () => void;
  onError: (error: unknown) => void;
};

/** Holds the poke stream open until the signal fires. Connecting is a poke too: some may have been missed. */
export async function listenForPokes({ transport, timers, random, signal, onPoke, onError }: Parts): Promise<void> {
  const backoff = createBackoff(random);
  const wait = waitUnder(signal);
  while (!signal.aborted) {
    let connected = false;
    try {
      const pokes = transport.poke(signal)[Symbol.asyncIterator]();
      for (let poke = await wait(pokes.next()); !poke.done; poke = await wait(pokes.next())) {
        connected = true;
        backoff.reset();
        onPoke();
      }
    } catch (error) {
      if (signal.aborted) return;
      onError(error);
    }
    // The server may be gone: a round finds out now, or the user would read "Ansluten" until the slow poll.
    if (connected) onPoke();
    await new Promise<void>((resolve) => {
      const handle = timers.setTimeout(done, Math.max(leastMs, backoff.next()));
      function done() {
        timers.clearTimeout(handle);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done, { once: true });
      if (signal.aborted) done();
    });
  }
}
