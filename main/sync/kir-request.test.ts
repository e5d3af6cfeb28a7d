import { expect, test } from 'vitest';
import { createKirRequest } from './kir-request.ts';
import { TransportError } from './transport-error.ts';

const post = {
  personnummer: '199904122380',
  fodelsedatum: '1999-04-12',
  efternamn: 'Ekström',
  fornamn: 'Linnea Maria',
  skydd: 'ingen',
  folkbokfordIKommunen: true,
};
type Asked = { url: string; init: RequestInit };
function kir(answer: () => Response | Promise<Response>, token: string | null = 'hemlig') {
  const asked: Asked[] = [];
  const request = createKirRequest({
    serverUrl: 'https://aktnara.example/',
    tenant: 'c1',
    token: () => token,
    fetch: async (url, init) => {
      asked.push({ url: String(url), init: init ?? {} });
      return answer();
    },
  });
  return { asked, ask: (signal = new AbortController().signal) => request('199904122380', signal) };
}
const json =
  (body: unknown, status = 200) =>
  () =>
    new Response(JSON.stringify(body), { status });

test('REG-03 asks the server with the user’s token and gives the person', async () => {
  const { asked, ask } = kir(json({ post }));
  expect(await ask()).toEqual({ slag: 'traff', post });
  expect(asked).toMatchObject([
    {
      url: 'https://aktnara.example/t/c1/v1/kir',
      init: { method: 'POST', body: '{"personnummer":"199904122380"}', headers: { authorization: 'Bearer hemlig' } },
    },
  ]);
});

test('REG-04 nobody has the number', async () => {
  expect(await kir(json({ post: null })).ask()).toEqual({ slag: 'ejTraff' });
});

test('FRAGA-62 a person whom the user may not see is there, and no more is said', async () => {
  expect(await kir(json({ post: null, skyddad: true })).ask()).toEqual({ slag: 'skyddad' });
});

test.each<[string, () => Response | Promise<Response>, string | undefined]>([
  ['the server is not reached', () => Promise.reject(new TypeError('fetch failed')), undefined],
  ['it says no', json({ error: { code: 'forbidden', message: 'x' } }, 403), 'forbidden'],
  ['a proxy answers with a page', () => new Response('<html>', { status: 200 }), undefined],
  ['the answer is none of the protocol', json({ post: { ...post, skydd: 'kanske' } }), undefined],
])('FRAGA-05 no usable answer: %s', async (_, answer, code) => {
  const failed = await kir(answer)
    .ask()
    .catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(TransportError);
  expect((failed as TransportError).code).toBe(code);
});

test('never signed in at the server: it is not asked', async () => {
  const { asked, ask } = kir(json({ post }), null);
  await expect(ask()).rejects.toMatchObject({ code: 'unauthorised' });
  expect(asked).toEqual([]);
});
