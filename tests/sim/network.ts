import type { Transport } from '../../main/sync/ports.ts';
import { TransportError } from '../../main/sync/transport-error.ts';
import type { Faults } from './faults.ts';
import type { VirtualTime } from './virtual-time.ts';

/** A client's line to the server: up or down, and faulty while it is up. */
export type Line = {
  up: boolean;
  /** Requests that are with the server now. */
  busy: number;
  /** Lines of answers that have been lost without a trace. */
  forgotten: number;
};

/**
 * Puts a bad network between a client and the server: requests and answers are lost, repeated, delayed and cut. What is
 * carried is real: `transport` speaks HTTP to the real server.
 */
export function overBadNetwork(transport: Transport, line: Line, faults: Faults, time: VirtualTime): Transport {
  const broken = (what: string) => new TransportError(what);

  /** Waits in virtual time; a request given up meanwhile ends. */
  function wait(ms: number, signal: AbortSignal): Promise<void> {
    if (ms === 0) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const handle = time.set(resolve, ms);
      signal.addEventListener('abort', () => {
        time.clear(handle);
        reject(broken('given up'));
      });
    });
  }

  async function carried<T>(signal: AbortSignal, send: () => Promise<T>): Promise<T> {
    await wait(faults.delay(), signal);
    if (!line.up || faults.lostRequest()) throw broken('request lost');
    line.busy += 1;
    try {
      if (faults.repeated()) await send();
      const answer = await send();
      if (!line.up || faults.lostAnswer()) throw broken('answer lost');
      return answer;
    } finally {
      line.busy -= 1;
    }
  }

  return {
    push: (request, signal) => carried(signal, () => transport.push(request, signal)),
    lost: (request, signal) => carried(signal, () => transport.lost(request, signal)),
    access: (request, signal) => carried(signal, () => transport.access(request, signal)),
    async *pull(request, signal) {
      await wait(faults.delay(), signal);
      if (!line.up || faults.lostRequest()) throw broken('request lost');
      line.busy += 1;
      try {
        for await (const lines of transport.pull(request, signal)) {
          const told = lines.filter((line) => !/^\{"t":"(?:put|leave)"/.test(line) || !faults.forgottenLine());
          if (told.length < lines.length) line.forgotten += lines.length - told.length;
          if (faults.cut()) {
            yield told.slice(0, Math.floor(told.length / 2));
            throw broken('answer cut');
          }
          yield told;
        }
      } finally {
        line.busy -= 1;
      }
    },
    async *poke(signal) {
      if (!line.up) throw broken('no line');
      for await (const poke of transport.poke(signal)) {
        if (!line.up || faults.cut()) throw broken('line cut');
        yield poke;
      }
    },
  };
}
