import { createParser } from 'eventsource-parser';
import { paths } from '../../shared/protocol/protocol.ts';
import { createHttpRequest, type HttpOptions, jsonOf } from './http-request.ts';
import { ndjsonLines } from './ndjson.ts';
import type { Transport } from './ports.ts';
import { TransportError } from './transport-error.ts';

export type HttpTransportOptions = HttpOptions & {
  /** How long the poke stream may be silent; the server sends comments more often than that. */
  pokeSilenceMs?: number;
};

/** The server over HTTP (shared/protocol): JSON to it, JSON, NDJSON and server-sent events from it. */
export function createHttpTransport(options: HttpTransportOptions): Transport {
  const { timeoutMs = 30_000, pokeSilenceMs = 90_000 } = options;
  const request = createHttpRequest(options);

  async function post(path: string, body: unknown, signal: AbortSignal): Promise<Response> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs * 2)]);
    return request(path, { method: 'POST', body: JSON.stringify(body) }, limited);
  }

  /** The bytes of a streamed answer; ends with an error when nothing has come for too long. */
  async function* stream(path: string, init: RequestInit, signal: AbortSignal, silenceMs: number): AsyncGenerator<Uint8Array> {
    const silent = new AbortController();
    const abort = () => silent.abort(new TransportError('The server has fallen silent'));
    let timer = setTimeout(abort, timeoutMs);
    try {
      const response = await request(path, init, AbortSignal.any([signal, silent.signal]));
      if (!response.body) throw new TransportError('The answer is empty');
      for await (const chunk of response.body) {
        clearTimeout(timer);
        timer = setTimeout(abort, silenceMs);
        yield chunk;
      }
    } catch (cause) {
      // Whether the answer had begun or not.
      if (silent.signal.aborted) throw silent.signal.reason;
      throw cause instanceof TransportError ? cause : new TransportError('The connection was lost', { cause });
    } finally {
      clearTimeout(timer);
      // Also when the reader has had enough: the connection is not left open.
      silent.abort();
    }
  }

  return {
    push: async (body, signal) => jsonOf(await post(paths.push, body, signal)),
    pull: (body, signal) => ndjsonLines(stream(paths.pull, { method: 'POST', body: JSON.stringify(body) }, signal, timeoutMs)),
    async lost(body, signal) {
      try {
        return await jsonOf(await post(paths.lost, body, signal));
      } catch (error) {
        if (error instanceof TransportError && error.code === 'not-found') return undefined;
        throw error;
      }
    },
    async *poke(signal) {
      let pokes = 0;
      const parser = createParser({
        onEvent: ({ event }) => {
          if (event === 'poke') pokes += 1;
        },
      });
      const decoder = new TextDecoder();
      let connected = false;
      for await (const chunk of stream(paths.poke, { headers: { accept: 'text/event-stream' } }, signal, pokeSilenceMs)) {
        parser.feed(decoder.decode(chunk, { stream: true }));
        // Comments keep the connection open and ask for nothing; what several pokes ask for one pull answers.
        if (!connected) yield 'open';
        if (pokes > 0) yield 'poke';
        connected = true;
        pokes = 0;
      }
    },
    async access(body, signal) {
      await (await post(paths.access, body, signal)).body?.cancel();
    },
  };
}
