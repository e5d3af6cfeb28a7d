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
    async *get(id, from, signal) {
      const silent = new AbortController();
      const abort = () => silent.abort(new TransportError('The server has fallen silent'));
      let timer = setTimeout(abort, timeoutMs);
      let isRead = false;
      try {
        const headers = from > 0 ? { range: `bytes=${from}-` } : {};
        const response = await request(pathOf(id), { headers }, AbortSignal.any([signal, silent.signal]));
        // A page of something else in the way, and no damaged document.
        const isBytes = response.headers.get('content-type')?.startsWith(bytesType) === true;
        if (!response.body || !isBytes || (from > 0 && response.status !== 206))
          throw new TransportError('The answer is not what was asked for');
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
    },
    async lage(ids, signal) {
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ids }) };
      return jsonOf(await request(paths.dokumentLage, init, limited(signal)));
    },
  };
}
