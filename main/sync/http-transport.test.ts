import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpTransport } from './http-transport.ts';
import { TransportError } from './transport-error.ts';

type Answer = (request: IncomingMessage & { body: string }, response: ServerResponse) => unknown;
const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** A server on loopback that answers as told, and the transport to it. */
async function serve(answer: Answer, options: { timeoutMs?: number; token?: () => string | null } = {}) {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await answer(Object.assign(request, { body: Buffer.concat(chunks).toString() }), response);
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  const { port } = server.address() as AddressInfo;
  return createHttpTransport({ serverUrl: `http://127.0.0.1:${port}/`, tenant: 'c1', token: () => 'tok', ...options });
}
const signal = () => new AbortController().signal;
const pullRequest = { protocol: 1, clientId: 'c', epoch: null, cursors: [], resultsAfter: 0 };
const pushRequest = { protocol: 1, clientId: 'c', epoch: null, commands: [] };

async function linesOf(parts: AsyncIterable<string[]>): Promise<string[]> {
  const lines: string[] = [];
  for await (const part of parts) lines.push(...part);
  return lines;
}
async function failure(work: Promise<unknown>): Promise<TransportError> {
  const error = await work.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(TransportError);
  return error as TransportError;
}

describe('the server over HTTP', () => {
  it('pushes JSON with the bearer token under the tenant’s path', async () => {
    const seen: unknown[] = [];
    const transport = await serve((request, response) => {
      seen.push(request.method, request.url, request.headers.authorization, JSON.parse(request.body));
      response.end(JSON.stringify({ ok: 'Åsa' }));
    });
    expect(await transport.push(pushRequest, signal())).toEqual({ ok: 'Åsa' });
    expect(seen).toEqual(['POST', '/t/c1/v1/push', 'Bearer tok', pushRequest]);
  });

  it('reads NDJSON whose lines and letters are cut anywhere', async () => {
    const text = '{"a":"Åsa Öberg"}\n{"b":2}\n\n{"c":"😀"}\n';
    const transport = await serve(async (_request, response) => {
      for (const byte of Buffer.from(text)) {
        response.write(Buffer.from([byte]));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    });
    expect(await linesOf(transport.pull(pullRequest, signal()))).toEqual(['{"a":"Åsa Öberg"}', '{"b":2}', '{"c":"😀"}']);
  });

  it('an answer that ends within a line, or whose connection breaks, is a failure', async () => {
    const cut = await serve((_request, response) => response.end('{"a":1}\n{"b"'));
    expect((await failure(linesOf(cut.pull(pullRequest, signal())))).code).toBeUndefined();
    const broken = await serve((_request, response) => {
      response.write('{"a":1}\n', () => response.destroy());
    });
    expect((await failure(linesOf(broken.pull(pullRequest, signal())))).code).toBeUndefined();
  });

  it('an error of the protocol keeps its code, epoch and Retry-After', async () => {
    const epoch = '00000000-0000-4000-8000-000000000001';
    const transport = await serve((_request, response) => {
      response.writeHead(409, { 'retry-after': '3' }).end(JSON.stringify({ error: { code: 'epoch-changed', message: 'm', epoch } }));
    });
    expect(await failure(transport.push(pushRequest, signal()))).toMatchObject({ code: 'epoch-changed', epoch, retryAfterMs: 3000 });
    expect(await failure(linesOf(transport.pull(pullRequest, signal())))).toMatchObject({ code: 'epoch-changed' });
  });

  it('a page of something else in the way is a server that was not reached', async () => {
    const portal = await serve((_request, response) => response.writeHead(200).end('<html>Logga in på nätverket</html>'));
    expect((await failure(portal.push(pushRequest, signal()))).code).toBeUndefined();
    const proxy = await serve((_request, response) => response.writeHead(502).end('<html>Bad gateway</html>'));
    expect((await failure(proxy.push(pushRequest, signal()))).code).toBeUndefined();
  });

  it('a gateway that takes smaller requests than the server: the push is too large, and is made smaller', async () => {
    const gateway = await serve((_request, response) => response.writeHead(413).end('<html>Request Entity Too Large</html>'));
    expect((await failure(gateway.push(pushRequest, signal()))).code).toBe('too-large');
  });

  it('nobody listens: not reached', async () => {
    const transport = createHttpTransport({ serverUrl: 'http://127.0.0.1:1', tenant: 'c1', token: () => 'tok' });
    expect((await failure(transport.push(pushRequest, signal()))).code).toBeUndefined();
  });

  it('without a token nothing is sent', async () => {
    let requests = 0;
    const transport = await serve(
      (_request, response) => {
        requests += 1;
        response.end('{}');
      },
      { token: () => null },
    );
    expect((await failure(transport.push(pushRequest, signal()))).code).toBe('unauthorised');
    expect(requests).toBe(0);
  });

  it('a server that falls silent is given up', async () => {
    const transport = await serve((_request, response) => void response.write('{"a":1}\n'), { timeoutMs: 50 });
    expect((await failure(linesOf(transport.pull(pullRequest, signal())))).message).toBe('The server has fallen silent');
  });

  it('stopping ends a request that waits', async () => {
    const stopped = new AbortController();
    const transport = await serve(() => stopped.abort());
    await failure(transport.push(pushRequest, stopped.signal));
  });

  it('pokes: one for each event of that name, none for being open, for comments or for other events', async () => {
    let send = (_text: string) => {};
    const transport = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      send = (text) => void response.write(text);
      send(': open\n\n');
    });
    const pokes = transport.poke(signal())[Symbol.asyncIterator]();
    expect(await pokes.next()).toEqual({ done: false, value: 'open' });
    // Each is read before the next is sent: had one of them been taken for a poke, one too many would be left at the end.
    for (const sent of [': alive\n\n', 'event: annat\ndata:\n\n', 'data: namnlös\n\n']) {
      send(sent);
      send('event: poke\nda');
      send('ta:\n\n');
      expect(await pokes.next()).toEqual({ done: false, value: 'poke' });
    }
    const next = pokes.next();
    let came = false;
    void next.then(() => {
      came = true;
    });
    send(': alive\n\n');
    await new Promise((resolve) => setImmediate(resolve));
    expect(came).toBe(false);
    send('event: poke\ndata:\n\n');
    expect(await next).toEqual({ done: false, value: 'poke' });
    await pokes.return?.();
  });

  it('the access log is posted', async () => {
    let body = '';
    const transport = await serve((request, response) => {
      body = request.body;
      response.writeHead(204).end();
    });
    const entry = { id: 'i', at: '2026-11-20T10:00:00.000Z', action: 'oppnad' as const, personId: null };
    await transport.access({ clientId: 'c', entries: [entry] }, signal());
    expect(JSON.parse(body)).toEqual({ clientId: 'c', entries: [entry] });
  });
});
