import { type Backoff, createBackoff } from './backoff.ts';
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
  /** A stream that was open has ended. */
  onLost: () => void;
  onError: (error: unknown) => void;
};

export type PokeListener = {
  /** Holds the poke stream open until the signal fires. The server greets it with a poke: some may have been missed. */
  listen(): Promise<void>;
  /** The server was reached again: a lost stream is not left to its back-off, which has grown all the while it was away. */
  again(): void;
};

export function createPokeListener(parts: Parts): PokeListener {
  const backoff = createBackoff(parts.random);
  let goOn = () => {};
  return {
    listen: () => listenForPokes(parts, backoff, (waiting) => (goOn = waiting)),
    again() {
      backoff.reset();
      goOn();
    },
  };
}

/** @param waits is given what ends the wait before the next try */
async function listenForPokes(
  { transport, timers, signal, onPoke, onLost, onError }: Parts,
  backoff: Backoff,
  waits: (goOn: () => void) => void,
): Promise<void> {
  const wait = waitUnder(signal);
  while (!signal.aborted) {
    let connected = false;
    try {
      const pokes = transport.poke(signal)[Symbol.asyncIterator]();
      for (let poke = await wait(pokes.next()); !poke.done; poke = await wait(pokes.next())) {
        connected = true;
        backoff.reset();
        if (poke.value === 'poke') onPoke();
      }
    } catch (error) {
      if (signal.aborted) return;
      onError(error);
    }
    // The server may be gone: a round finds out now, or the user would read "Ansluten" until the slow poll.
    if (connected) {
      onLost();
      onPoke();
    }
    await new Promise<void>((resolve) => {
      const handle = timers.setTimeout(done, Math.max(leastMs, backoff.next()));
      function done() {
        timers.clearTimeout(handle);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done, { once: true });
      waits(done);
      if (signal.aborted) done();
    });
  }
}
