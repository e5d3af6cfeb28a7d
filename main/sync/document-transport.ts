import { packBunt, unpackBunt } from '../../shared/protocol/dokument-bunt.ts';
import { paths } from '../../shared/protocol/protocol.ts';
import { createHttpRequest, type HttpOptions, jsonOf } from './http-request.ts';
import type { DocumentTransport } from './ports.ts';
import { TransportError } from './transport-error.ts';

const bytesType = 'application/octet-stream';

/** Documents' bytes over HTTP (shared/protocol): pieces up, and down from any byte. */
export function createDocumentTransport(options: HttpOptions): DocumentTransport {
  const { timeoutMs = 60_000 } = options;
  const request = createHttpRequest(options);
  const pathOf = (id: string) => paths.dokumentBytes.replace(':dokumentId', encodeURIComponent(id));
  const limited = (signal: AbortSignal) => AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  return {
    async put(id, { start, all, bytes }, signal) {
      const place = bytes.length > 0 ? { 'content-range': `bytes ${start}-${start + bytes.length - 1}/${all}` } : {};
      const headers = { 'content-type': bytesType, ...place };
      // An empty body would go without its type.
      const init = { method: 'PUT', headers, body: bytes as Uint8Array<ArrayBuffer> };
      return jsonOf(await request(pathOf(id), init, limited(signal)));
    },
    get: (id, from, signal) => read(pathOf(id), { headers: from > 0 ? { range: `bytes=${from}-` } : {} }, from > 0 ? 206 : 200, signal),
    async putBunt(documents, signal) {
      const init = { method: 'PUT', headers: { 'content-type': bytesType }, body: packBunt(documents) };
      return jsonOf(await request(paths.dokumentBunt, init, limited(signal)));
    },
    async getBunt(ids, signal) {
      const came: Uint8Array[] = [];
      let cut: unknown;
      try {
        for await (const bytes of read(paths.dokumentBunt, asked(ids), 200, signal)) came.push(bytes);
      } catch (error) {
        if (came.length === 0) throw error;
        cut = error;
      }
      try {
        return unpackBunt(Buffer.concat(came));
      } catch (cause) {
        throw cut ?? new TransportError('The answer is not what was asked for', { cause });
      }
    },
    async lage(ids, signal) {
      return jsonOf(await request(paths.dokumentLage, asked(ids), limited(signal)));
    },
  };

  async function* read(path: string, init: RequestInit, status: number, signal: AbortSignal): AsyncGenerator<Uint8Array, void, void> {
    const silent = new AbortController();
    const abort = () => silent.abort(new TransportError('The server has fallen silent'));
    let timer = setTimeout(abort, timeoutMs);
    let isRead = false;
    try {
      const response = await request(path, init, AbortSignal.any([signal, silent.signal]));
      // A page of something else in the way, and no damaged document.
      const isBytes = response.headers.get('content-type')?.startsWith(bytesType) === true;
      if (!response.body || !isBytes || response.status !== status) throw new TransportError('The answer is not what was asked for');
      for await (const bytes of response.body) {
        clearTimeout(timer);
        timer = setTimeout(abort, timeoutMs);
        yield bytes;
      }
      isRead = true;
    } catch (cause) {
      throw cause instanceof TransportError ? cause : new TransportError('The connection was lost', { cause });
    } finally {
      clearTimeout(timer);
      if (!isRead) silent.abort();
    }
  }
}

const asked = (ids: string[]): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ ids }),
});
