import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { type HttpDigitalPostPace, httpDigitalPost } from '../digital-post/http-digital-post.ts';

export type Request = { method: string; path: string; key: string | undefined; token: string | undefined; body: Body };
type Body = { personalNumber?: string; subject?: string; documents?: { name: string; sha256: string; content: string }[] };
/** What it does with one request: as it should, or otherwise. */
export type Fault = (request: Request, response: ServerResponse, asItShould: () => void) => void;

export const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

/**
 * A förmedlare of digital post on this computer, by the contract of docs/digital-post.md: it keeps the keys of letters, and puts each into the mailbox once.
 * `faults` are taken one for each request, the first first; without one left it does as it should.
 */
export async function formedlare(pace: Partial<HttpDigitalPostPace> = {}) {
  const asked: Request[] = [];
  const mailbox: { key: string; personalNumber: string; documents: { name: string; bytes: Buffer }[] }[] = [];
  const state = { reachable: 'reachable' as 'reachable' | 'not-reachable' | 'opted-out', faults: [] as Fault[] };
  const stored = (key: string) => ({ status: 'stored', receipt: `K-${key.slice(0, 8)}`, at: '2026-11-20T10:00:00Z' });

  function asItShould({ method, path, key, body }: Request, response: ServerResponse): void {
    if (path.endsWith('/reachable')) {
      const operator = state.reachable === 'reachable' ? { operator: 'Brevlådan AB' } : {};
      return void json(response, 200, { status: state.reachable, ...operator });
    }
    if (method === 'GET') return void json(response, 200, stored(path.split('/').at(-1) ?? ''));
    if (key === undefined) return void json(response, 400, {});
    if (!mailbox.some((one) => one.key === key)) {
      if (state.reachable !== 'reachable') return void json(response, 200, { status: state.reachable });
      const documents = (body.documents ?? []).map(({ name, sha256, content }) => {
        const bytes = Buffer.from(content, 'base64');
        if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error('the bytes are others');
        return { name, bytes };
      });
      mailbox.push({ key, personalNumber: body.personalNumber ?? '', documents });
    }
    json(response, 200, stored(key));
  }

  const server = createServer((request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const { authorization: token, 'idempotency-key': key } = request.headers;
      const one: Request = {
        ...{ method: request.method ?? '', path: request.url ?? '', key: key as string | undefined, token },
        body: text === '' ? {} : (JSON.parse(text) as Body),
      };
      asked.push(one);
      const fault = state.faults.shift();
      if (fault) fault(one, response, () => asItShould(one, response));
      else asItShould(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const port = httpDigitalPost({ url, token: 'hemlig' }, { answerMs: 60_000, letterMs: 60_000, pollMs: 1, resultMs: 120_000, ...pace });
  /** Nobody is there any more. */
  const leave = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { asked, mailbox, state, port, url, leave };
}
