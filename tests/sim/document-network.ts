import type { DocumentTransport } from '../../main/sync/ports.ts';
import { TransportError } from '../../main/sync/transport-error.ts';
import type { Line } from './network.ts';
import type { Random } from './random.ts';

/** What goes wrong with the bytes of documents on their way; a generator of its own, so that what others do stays what it was. */
export type DocumentFaults = { random: Random; active: boolean };

/** The bytes of documents over the same bad line: cut at any byte, changed, lost before and after. */
export function overBadDocumentNetwork(transport: DocumentTransport, line: Line, faults: DocumentFaults): DocumentTransport {
  const chance = (probability: number) => faults.active && faults.random.chance(probability);
  const broken = (what: string) => new TransportError(what);
  const changed = (bytes: Uint8Array): Uint8Array => {
    if (bytes.length === 0 || !chance(0.04)) return bytes;
    const other = Buffer.from(bytes);
    const at = faults.random.below(other.length);
    other[at] = (other[at] ?? 0) ^ 1;
    return other;
  };
  async function carried<T>(work: () => Promise<T>): Promise<T> {
    if (!line.up || chance(0.08)) throw broken('request lost');
    line.busy += 1;
    try {
      const answer = await work();
      if (!line.up || chance(0.08)) throw broken('answer lost');
      return answer;
    } finally {
      line.busy -= 1;
    }
  }
  return {
    lage: (ids, signal) => carried(() => transport.lage(ids, signal)),
    put: (id, piece, signal) =>
      carried(async () => {
        if (piece.bytes.length < 2 || !chance(0.1)) return transport.put(id, { ...piece, bytes: changed(piece.bytes) }, signal);
        // The server keeps what came; the client hears nothing of it.
        await transport.put(id, { ...piece, bytes: piece.bytes.subarray(0, 1 + faults.random.below(piece.bytes.length - 1)) }, signal);
        throw broken('cut');
      }),
    putBunt: (documents, signal) =>
      carried(async () => {
        if (!chance(0.1)) {
          const sent = documents.map(({ id, bytes }) => ({ id, bytes: changed(bytes) }));
          return transport.putBunt(sent, signal);
        }
        // The server keeps those that came; the client hears nothing of it.
        await transport.putBunt(documents.slice(0, faults.random.below(documents.length)), signal);
        throw broken('cut');
      }),
    getBunt: (ids, signal) =>
      carried(async () => {
        const came = await transport.getBunt(ids, signal);
        const whole = chance(0.1) ? came.slice(0, faults.random.below(came.length)) : came;
        return whole.map(({ id, bytes }) => ({ id, bytes: changed(bytes) }));
      }),
    async *get(id, from, signal) {
      if (!line.up || chance(0.08)) throw broken('request lost');
      line.busy += 1;
      try {
        for await (const bytes of transport.get(id, from, signal)) {
          if (!line.up || chance(0.1)) {
            yield changed(bytes.subarray(0, faults.random.below(bytes.length)));
            throw broken('cut');
          }
          yield changed(bytes);
        }
      } finally {
        line.busy -= 1;
      }
    },
  };
}
