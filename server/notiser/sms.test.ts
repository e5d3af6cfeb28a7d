import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { placesOf } from './gsm7.ts';
import { type HttpSmsPace, httpSms } from './http-sms.ts';
import { smsNumber } from './sms-number.ts';
import { textfel, vanligaTexter } from './texts.ts';

type Request = { method: string; path: string; key: string | undefined; token: string | undefined; body: unknown };
type Answer = (response: ServerResponse, nr: number, request: Request) => void;
const json = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const accepted: Answer = (response) => json(response, 200, { status: 'accepted' });

/** A gateway on this computer that answers as told. */
async function gateway(answer: Answer, pace: Partial<HttpSmsPace> = {}) {
  const asked: Request[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const { authorization: token, 'idempotency-key': key } = request.headers;
      const one = { method: request.method ?? '', path: request.url ?? '', key: key as string | undefined, token };
      const read = { ...one, body: text === '' ? undefined : JSON.parse(text) };
      asked.push(read);
      answer(response, asked.length, read);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/sms`;
  const port = httpSms({ url, token: 'hemlig', from: 'Angelby' }, { answerMs: 60_000, pollMs: 1, resultMs: 120_000, ...pace });
  return { asked, send: () => port.skicka({ id: 'n1', till: '+46701740601', fran: 'Ängelby', amne: '', text: 'Något nytt.' }) };
}

describe('a gateway over HTTP', () => {
  it('EAKT-07 is given who it is to and from, the text, and the notice’s id as the key', async () => {
    const { asked, send } = await gateway(accepted);
    expect(await send()).toEqual({ slag: 'skickad', svar: '200' });
    expect(asked).toEqual([
      {
        ...{ method: 'POST', path: '/v1/sms', key: 'n1', token: 'Bearer hemlig' },
        body: { to: '+46701740601', from: 'Angelby', text: 'Något nytt.' },
      },
    ]);
  });

  it.each<[string, Answer, object, number]>([
    ['refused', (r) => json(r, 200, { status: 'refused', code: 'landline' }), { slag: 'nekad', svar: '200 landline' }, 1],
    [
      'refused by 422, in words that may say who it is',
      (r) => json(r, 422, { code: 'Linnea Ek finns inte' }),
      { slag: 'nekad', svar: '422' },
      1,
    ],
    ['too many', (r) => json(r, 429, {}), { slag: 'senare', borta: true, svar: '429' }, 1],
    ['not now', (r) => json(r, 503, {}), { slag: 'senare', borta: true, svar: '503' }, 1],
    ['a token that is not known', (r) => json(r, 401, {}), { slag: 'senare', borta: true, svar: '401' }, 1],
    ['a redirect', (r) => r.writeHead(302, { location: 'https://example.com/' }).end(), { slag: 'senare', svar: '302' }, 1],
    ['ours is not understood', (r) => json(r, 400, {}), { slag: 'senare', svar: '400' }, 1],
    ['its own fault each time', (r) => json(r, 500, {}), { slag: 'oviss', svar: '500' }, 3],
    ['cut each time', (r) => void r.destroy(), { slag: 'oviss' }, 3],
    ['no JSON', (r) => r.writeHead(200).end('<html>'), { slag: 'oviss', svar: '200' }, 3],
    ['an answer without an end', (r) => r.writeHead(200).end('x'.repeat(200_000)), { slag: 'oviss' }, 1],
    ['a result that is said to lie elsewhere', (r) => json(r, 202, {}, { location: 'https://example.com/x' }), { slag: 'oviss' }, 1],
    ['cut once, then taken', (r, nr) => (nr === 1 ? void r.destroy() : json(r, 200, { status: 'accepted' })), { slag: 'skickad' }, 2],
    ['its own fault once, then refused', (r, nr) => (nr === 1 ? json(r, 500, {}) : json(r, 422, {})), { slag: 'nekad' }, 2],
    [
      'may have been taken, and then not now: nobody knows',
      (r, nr) => (nr === 1 ? void r.destroy() : json(r, 503, {})),
      { slag: 'oviss' },
      3,
    ],
  ])('%s', async (_, answer, expected, times) => {
    const { asked, send } = await gateway(answer);
    expect(await send()).toMatchObject(expected);
    expect(asked).toHaveLength(times);
    expect(new Set(asked.map(({ key }) => key))).toEqual(new Set(['n1']));
  });

  it('a result that is not there yet is asked for until it is', async () => {
    const { asked, send } = await gateway((response, nr, { path }) =>
      nr < 4
        ? json(response, 202, {}, nr === 1 ? { location: '/v1/results/7' } : {})
        : json(response, 200, { status: path.endsWith('7') ? 'accepted' : '' }),
    );
    expect(await send()).toEqual({ slag: 'skickad', svar: '200' });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v1/sms',
      ...Array.from({ length: 3 }, () => 'GET /v1/results/7'),
    ]);
  });

  it('one that is silent is asked again with the same key, and then nobody knows; so of one that was taken and never told of', async () => {
    const silent = await gateway(() => undefined, { answerMs: 50 });
    expect(await silent.send()).toMatchObject({ slag: 'oviss' });
    expect(silent.asked.every(({ key }) => key === 'n1')).toBe(true);
    const taken: Answer = (response, nr) => (nr === 1 ? json(response, 202, {}, { location: '/v1/results/7' }) : json(response, 503, {}));
    const { send } = await gateway(taken, { resultMs: 50 });
    expect(await send()).toMatchObject({ slag: 'oviss' });
  });

  it('one that is not there at all has been told nothing', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(gone.address() as AddressInfo).port}/`;
    await new Promise((resolve) => gone.close(resolve));
    const port = httpSms({ url, token: 'x', from: 'A' });
    const notis = { id: 'n1', till: '+46701740601', fran: 'Ängelby', amne: '', text: 'Något nytt.' };
    expect(await port.skicka(notis)).toMatchObject({ slag: 'senare', borta: true });
  });
});

test.each([
  ['070-174 06 01', '+46701740601'],
  ['+46 (70) 174 06 01', '+46701740601'],
  ['0046701740601', '+46701740601'],
  ['+47 900 00 000', '+4790000000'],
])('FORB-60 %s goes to %s', (typed, number) => expect(smsNumber(typed)).toBe(number));

test.each([
  ['Åäö ÅÄÖ éÉ üÜ ñÑ @£$¥', 21],
  ['€[]{}\\^~|', 18],
  ['', 0],
  ['x'.repeat(160), 160],
])('%s takes so many places of an SMS', (text, places) => expect(placesOf(text)).toEqual({ places }));
test('signs that an SMS of 160 does not have are named: one of them would make it 70', () => {
  expect(placesOf('Zoë – “ç”\t')).toEqual({ foreign: ['ë', '–', '“', 'ç', '”', '\t'] });
});

describe('what is said', () => {
  test('fits one SMS in any municipality of Sweden, and says nothing of what there is to read', () => {
    for (const kommun of ['Ängelby', 'Upplands Väsby kommun', 'Malung-Sälens kommun', 'Härjedalens kommun', 'Göteborgs Stad'])
      expect(textfel(vanligaTexter, kommun, true), kommun).toBeUndefined();
  });
  test.each([
    ['is too long', { nytt: 'å'.repeat(161) }, '161 places'],
    ['is too long with the name', { nytt: `${'x'.repeat(155)}{kommun}` }, '162 places'],
    ['has another sign', { nytt: 'Läs – nu' }, 'signs that an SMS does not have: –'],
    ['asks for what is not filled in', { aktiverad: 'Hej {namn}' }, '{namn}'],
    ['is empty', { nytt: ' ' }, 'empty'],
    ['has a subject of two lines', { amne: 'A\nB' }, 'one line'],
  ])('a text that %s is refused at the start', (_, over, fel) => {
    expect(textfel({ ...vanligaTexter, ...over }, 'Ängelby', true)).toContain(fel);
  });
  test('a text that is no SMS is no fault where none is sent', () => {
    expect(textfel({ ...vanligaTexter, nytt: 'x'.repeat(300) }, 'Ängelby', false)).toBeUndefined();
  });
});
