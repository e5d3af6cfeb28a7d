import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage, request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { callBytes, frameBytes } from './relay.ts';
import { PortTakenError, startWebHost, type WebHost } from './start-web-host.ts';
import { coreDouble } from './testing/core-double.ts';

let folder: string;
let host: WebHost;
let cores: ReturnType<typeof coreDouble>[];
const reports: string[] = [];

const start = (port = 0, data = 'data') =>
  startWebHost({
    dataDir: join(folder, data),
    serverUrl: 'http://127.0.0.1:1',
    tenant: 'kommun',
    rendererDir: join(folder, 'renderer'),
    port,
    report: (message) => reports.push(message),
    startCore: () => {
      const one = coreDouble();
      cores.push(one);
      return one.core;
    },
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-webhost-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-secret'));
  writeFileSync(join(folder, 'renderer', 'index.html'), '<title>Aktnära</title>');
  writeFileSync(join(folder, 'renderer', 'assets', 'app.js'), 'app()');
  writeFileSync(join(folder, 'renderer-secret', 'key.txt'), 'secret');
  writeFileSync(join(folder, 'key.txt'), 'secret');
  symlinkSync(join(folder, 'key.txt'), join(folder, 'renderer', 'link.txt'));
  cores = [];
  reports.length = 0;
  host = await start();
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true });
});

type Sent = { path?: string; method?: string; headers?: Record<string, string> };
/** A request with exactly these headers; `fetch` would set Host and Origin itself. */
const ask = ({ path = '/', method = 'GET', headers = {} }: Sent = {}) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    request({ host: '127.0.0.1', port: host.port, path, method, headers }, resolve).once('error', reject).end();
  });
const startPath = (url = host.url) => url.slice(url.indexOf('/', 'http://'.length));
/** Opens a start URL as the window does. @returns the Cookie header to send from then on */
async function signIn(url = host.url): Promise<string> {
  const response = await ask({ path: startPath(url) });
  expect(response.statusCode).toBe(303);
  return String(response.headers['set-cookie']?.[0]).split(';')[0] ?? '';
}
const origin = () => `http://127.0.0.1:${host.port}`;

describe('the start URL', () => {
  test('gives an HttpOnly, SameSite=Strict cookie of its own port, once', async () => {
    const response = await ask({ path: startPath() });
    expect(response.headers.location).toBe('/');
    expect(response.headers['set-cookie']?.[0]).toMatch(new RegExp(`^aktnara-${host.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`));
    expect((await ask({ path: startPath() })).statusCode).toBe(403);
  });

  test('used again by the window it opened is a reload', async () => {
    const cookie = await signIn();
    expect((await ask({ path: startPath(), headers: { cookie } })).statusCode).toBe(303);
  });

  test('another one opens another window', async () => {
    await signIn();
    expect(await signIn(host.newUrl())).toMatch(/^aktnara-/);
  });

  test.each(['', 'x', 'a'.repeat(43)])('a made-up token %j is refused', async (token) => {
    expect((await ask({ path: `/?start=${token}` })).statusCode).toBe(403);
  });
});

describe('a page request', () => {
  test('without the cookie gets nothing', async () => {
    const response = await ask();
    expect(response.statusCode).toBe(403);
    expect(await text(response)).not.toContain('<title>');
  });

  test.each(['aktnara=x', 'x', '=', 'aktnara-1=x'])('with the cookie %j gets nothing', async (cookie) => {
    expect((await ask({ headers: { cookie } })).statusCode).toBe(403);
  });

  test('with another host’s cookie gets nothing', async () => {
    const cookie = await signIn();
    const other = await start(0, 'other');
    const response = await new Promise<IncomingMessage>((resolve) =>
      get({ host: '127.0.0.1', port: other.port, headers: { cookie } }, resolve),
    );
    expect(response.statusCode).toBe(403);
    await other.close();
  });

  test('with it gets the page, with every header that guards it', async () => {
    const response = await ask({ headers: { cookie: await signIn() } });
    expect(await text(response)).toBe('<title>Aktnära</title>');
    expect(response.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    const policy = String(response.headers['content-security-policy']);
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'none'",
    ]) {
      expect(policy.split('; ')).toContain(directive);
    }
  });

  test('a script below a folder', async () => {
    const response = await ask({ path: '/assets/app.js?v=1', headers: { cookie: await signIn() } });
    expect([response.headers['content-type'], await text(response)]).toEqual(['text/javascript; charset=utf-8', 'app()']);
  });

  test.each([
    '/../key.txt',
    '/%2e%2e/key.txt',
    '/..%2fkey.txt',
    '/%2e%2e%2fkey.txt',
    '/..%5ckey.txt',
    '/../renderer-secret/key.txt',
    '/assets/../../key.txt',
    '/link.txt',
    '/assets',
    '/assets/',
    '//key.txt',
    '/key.txt%00.js',
    '/C:/key.txt',
    '/%',
    '/none.js',
    'http://127.0.0.1/key.txt',
  ])('%s leads nowhere', async (path) => {
    const response = await ask({ path, headers: { cookie: await signIn() } });
    expect(response.statusCode).toBe(404);
    expect(await text(response)).not.toContain('secret');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is no way in', async (method) => {
    expect((await ask({ method, headers: { cookie: await signIn() } })).statusCode).toBe(405);
  });
});

describe('strangers with the cookie', () => {
  test.each([
    ['DNS rebinding', { host: 'aktnara.evil.se' }],
    ['a name for this machine', { host: 'localhost:80' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['another origin', { origin: 'http://evil.se' }],
    ['the null origin', { origin: 'null' }],
    ['the same host, another port', { origin: 'http://127.0.0.1:1' }],
    ['an origin that begins alike', { origin: 'http://127.0.0.1.evil.se' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this site', { 'sec-fetch-site': 'same-site' }],
  ])('%s', async (_what, headers) => {
    const cookie = await signIn();
    expect((await ask({ headers: { cookie, ...headers } })).statusCode).toBe(403);
    expect(await upgrade({ cookie, origin: origin(), ...headers })).toBe(403);
  });
});

/** @returns 101 for an opened socket, else the status that refused it */
function upgrade(headers: Record<string, string>, path = '/ws'): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.once('error', () => {});
    socket.once('open', () => {
      socket.terminate();
      resolve(101);
    });
  });
}

describe('the socket', () => {
  async function open(): Promise<{ socket: WebSocket; next(): Promise<unknown> }> {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/ws`, { headers: { cookie: await signIn(host.newUrl()), origin: origin() } });
    const inbox: unknown[] = [];
    socket.on('message', (data) => inbox.push(JSON.parse(data.toString())));
    await new Promise((resolve) => socket.once('open', resolve));
    return {
      socket,
      async next() {
        await expect.poll(() => inbox.length).toBeGreaterThan(0);
        return inbox.shift();
      },
    };
  }
  const closeCode = (socket: WebSocket) => new Promise((resolve) => socket.once('close', resolve));

  test('opens for our page only', async () => {
    const cookie = await signIn();
    expect(await upgrade({ cookie, origin: origin() })).toBe(101);
    expect(await upgrade({ origin: origin() })).toBe(403);
    expect(await upgrade({ cookie })).toBe(403);
    expect(await upgrade({ cookie, origin: origin() }, '/other')).toBe(404);
  });

  test('relays calls and answers by id', async () => {
    const { socket, next } = await open();
    socket.send(JSON.stringify({ id: 1, name: 'status.hamta', input: {} }));
    expect(await next()).toEqual({ id: 1, result: { ok: true, value: { name: 'status.hamta', input: {} } } });
  });

  test('tells events to every window', async () => {
    const [one, two] = [await open(), await open()];
    cores[0]?.tell({ event: 'andrat', scopes: ['a'] });
    expect([await one.next(), await two.next()]).toEqual([
      { event: { event: 'andrat', scopes: ['a'] } },
      { event: { event: 'andrat', scopes: ['a'] } },
    ]);
  });

  test.each(['', 'x', '[]', '{"id":"1","name":"a","input":1}', '{"id":-1,"name":"a"}', '{"id":1,"name":"a","input":1,"x":1}'])(
    'closes on %j, which is no call',
    async (data) => {
      const { socket } = await open();
      socket.send(data);
      expect(await closeCode(socket)).toBe(1008);
      expect(cores[0]?.calls).toEqual([]);
    },
  );

  test('closes on binary data', async () => {
    const { socket } = await open();
    socket.send(Buffer.from('{"id":1,"name":"a","input":1}'), { binary: true });
    expect(await closeCode(socket)).toBe(1008);
  });

  test('answers a call that is too large, and does not make it', async () => {
    const { socket, next } = await open();
    socket.send(JSON.stringify({ id: 7, name: 'utkast.spara', input: 'x'.repeat(callBytes) }));
    expect(await next()).toEqual({ id: 7, result: { ok: false, error: { code: 'ogiltig-indata', detail: 'too large' } } });
    expect(cores[0]?.calls).toEqual([]);
  });

  test('closes on a frame that would fill the memory, and serves on', async () => {
    const { socket } = await open();
    socket.send('x'.repeat(frameBytes + 1));
    expect(await closeCode(socket)).toBe(1009);
    const { socket: second, next } = await open();
    second.send(JSON.stringify({ id: 1, name: 'a', input: 1 }));
    expect(await next()).toMatchObject({ id: 1 });
  });

  test('a core that dies is started again, and the windows are told', async () => {
    const { socket, next } = await open();
    cores[0]?.die();
    expect(await next()).toMatchObject({ event: { event: 'session' } });
    expect(await next()).toMatchObject({ event: { event: 'status' } });
    socket.send(JSON.stringify({ id: 2, name: 'a', input: 1 }));
    expect(await next()).toMatchObject({ id: 2, result: { ok: true } });
    expect(cores).toHaveLength(2);
    expect(reports).toEqual(['the core ended by itself and is started again']);
  });
});

test('what a window called before it all closes is answered, and then told that it closes', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${host.port}/ws`, { headers: { cookie: await signIn(), origin: origin() } });
  const heard: unknown[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(data.toString())));
  const gone = new Promise((resolve) => socket.once('close', (code) => resolve(code)));
  await new Promise((resolve) => socket.once('open', resolve));
  const core = cores[0]?.core;
  if (!core) throw new Error('no core');
  const called = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<never>();
  core.call = () => {
    called.resolve();
    return answer.promise;
  };
  const { close } = core;
  core.close = async () => {
    answer.resolve({ ok: true, value: 'on disk' } as never);
    await answer.promise;
    await close();
  };
  socket.send(JSON.stringify({ id: 1, name: 'kommando.kor', input: {} }));
  await called.promise;
  await host.close();
  expect(await gone).toBe(1001);
  expect(heard).toEqual([{ id: 1, result: { ok: true, value: 'on disk' } }]);
  host = await start();
});

test('a data folder in use is said so in words, and the host that has it works on', async () => {
  await expect(start()).rejects.toThrow(/^Aktnära är redan igång på den här datorn med mappen /);
  expect(cores).toHaveLength(1);
  expect((await ask({ path: startPath() })).statusCode).toBe(303);
  await host.close();
  host = await start();
});

test('a port in use is said so', async () => {
  const { port } = host;
  await expect(start(port)).rejects.toThrow(new PortTakenError(port).message);
  expect(cores).toHaveLength(1);
});

const outside = Object.values(networkInterfaces())
  .flat()
  .find((address) => address && !address.internal && address.family === 'IPv4');
test.skipIf(!outside)('nothing outside this machine reaches the port', async () => {
  const failure = await new Promise<string>((resolve) => {
    get({ host: outside?.address, port: host.port, timeout: 2000 }, () => resolve('answered')).once('error', (error) =>
      resolve('code' in error ? String(error.code) : error.message),
    );
  });
  expect(failure).toBe('ECONNREFUSED');
});
