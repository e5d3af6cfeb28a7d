import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { EtjanstUnavailable, type HttpEtjanstPace, httpEtjanst } from './http-etjanst.ts';

type Request = {
  method: string;
  path: string;
  key: string | undefined;
  token: string | undefined;
  body: { personalNumber?: string; onBehalfOf?: object };
};
type Answer = (request: Request, response: ServerResponse, nr: number) => void;

const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const active: Answer = (_, response) => json(response, 200, { status: 'active' });

/** An e-service on this computer that answers as told. */
async function service(answer: Answer, over: Partial<HttpEtjanstPace> = {}) {
  const asked: Request[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const { authorization, 'idempotency-key': key } = request.headers;
      const one = {
        method: request.method ?? '',
        path: request.url ?? '',
        key: key as string | undefined,
        token: authorization,
        body: text === '' ? {} : JSON.parse(text),
      };
      asked.push(one);
      answer(one, response, asked.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const port = httpEtjanst({ url, token: 'hemlig' }, { answerMs: 2000, pollMs: 1, resultMs: 5000, sideBySide: 4, ...over });
  return { asked, port };
}
const en = (nyckel = 'a', personnummer = '199904122380') => ({ nyckel, personnummer });

it('an activation is posted with its key and the token, and for whom somebody near is to sign in', async () => {
  const { asked, port } = await service(active);
  const ombudFor = { personnummer: '199904122380', fran: '2026-11-20', tom: '2027-11-20' };
  expect(await port.aktivera([{ ...en('n', '198501012382'), ombudFor }])).toEqual([{ ok: true }]);
  expect(asked).toEqual([
    {
      ...{ method: 'POST', path: '/api/activations', key: 'n', token: 'Bearer hemlig' },
      body: { personalNumber: '198501012382', onBehalfOf: { personalNumber: '199904122380', from: '2026-11-20', to: '2027-11-20' } },
    },
  ]);
});

it('a result that is not there yet is asked for until it is; the answers come in the order of what was asked', async () => {
  const left = new Map<string, number>();
  const { port } = await service(({ method, path, body }, response) => {
    const number = method === 'POST' ? (body.personalNumber ?? '') : path.split('/').at(-1);
    const polls = left.get(number ?? '') ?? 0;
    left.set(number ?? '', polls + 1);
    if (polls < Number(number) % 5) json(response, 202, {}, { location: `/api/results/${number}` });
    else json(response, 200, number === '3' ? { status: 'refused', reason: 'Okänd' } : { status: 'active' });
  });
  const alla = Array.from({ length: 12 }, (_, nr) => en(`k${nr}`, String(nr)));
  const svar = await port.aktivera(alla);
  expect(svar).toEqual(alla.map((_, nr) => (nr === 3 ? { ok: false, orsak: 'avvisad', text: 'Okänd' } : { ok: true })));
});

it.each<[string, Answer]>([
  ['503', (_, response) => json(response, 503, {})],
  ['429', (_, response) => json(response, 429, {})],
  ['a road that is cut', (_, response) => response.destroy()],
  ['half an answer', (_, response) => response.writeHead(200, { 'content-length': '100' }).write('{"status"', () => response.destroy())],
])('%s once is asked again with the same key', async (_, first) => {
  const { asked, port } = await service((request, response, nr) =>
    nr === 1 ? first(request, response, nr) : active(request, response, nr),
  );
  expect(await port.aktivera([en()])).toEqual([{ ok: true }]);
  expect(asked.map(({ key }) => key)).toEqual(['a', 'a']);
});

it('a refusal is that one’s, with its words; the others are activated', async () => {
  const { port } = await service(({ key }, response, nr) =>
    key === 'b' ? json(response, 422, { reason: 'Ingen sådan person' }) : active({} as Request, response, nr),
  );
  expect(await port.aktivera([en('a'), en('b'), en('c')])).toEqual([
    { ok: true },
    { ok: false, orsak: 'avvisad', text: 'Ingen sådan person' },
    { ok: true },
  ]);
});

it.each<[string, Answer]>([
  ['an answer that is no JSON', (_, response) => response.writeHead(200).end('<html>')],
  ['a state that is not known', (_, response) => json(response, 200, { status: 'maybe' })],
  ['an answer without an end', (_, response) => response.writeHead(200).end('x'.repeat(200_000))],
  ['202 without a place', (_, response) => json(response, 202, {})],
  ['a result that is said to lie elsewhere', (_, response) => json(response, 202, {}, { location: 'https://example.com/x' })],
  ['a redirect', (_, response) => response.writeHead(302, { location: 'https://example.com/' }).end()],
  ['404', (_, response) => json(response, 404, {})],
])('%s fails that one, and is never taken for a yes', async (_, odd) => {
  const { port } = await service((request, response, nr) =>
    request.key === 'b' ? odd(request, response, nr) : active(request, response, nr),
  );
  expect(await port.aktivera([en('a'), en('b'), en('c')])).toEqual([{ ok: true }, { ok: false, orsak: 'svararInte' }, { ok: true }]);
});

it('a result that never comes is no answer', async () => {
  const { port } = await service((_, response) => json(response, 202, {}, { location: '/api/results/1' }), { resultMs: 20 });
  expect(await port.aktivera([en()])).toEqual([{ ok: false, orsak: 'svararInte' }]);
});

it.each<[string, Answer]>([
  ['answers 503 to everything', (_, response) => json(response, 503, {})],
  ['cuts every road', (_, response) => response.destroy()],
  ['does not know the token', (_, response) => json(response, 401, {})],
])('a service that %s fails nobody', async (_, answer) => {
  const { port } = await service(answer);
  await expect(port.aktivera(Array.from({ length: 20 }, (_none, nr) => en(String(nr))))).rejects.toBeInstanceOf(EtjanstUnavailable);
});

it('a service that says nothing is given up', async () => {
  const { port } = await service(() => undefined, { answerMs: 30 });
  await expect(port.aktivera([en()])).rejects.toBeInstanceOf(EtjanstUnavailable);
});

it('one that is not there at all fails nobody', async () => {
  const port = httpEtjanst({ url: 'http://127.0.0.1:1/', token: 'x' }, { answerMs: 500, pollMs: 1, resultMs: 20, sideBySide: 2 });
  await expect(port.aktivera([en()])).rejects.toBeInstanceOf(EtjanstUnavailable);
});
