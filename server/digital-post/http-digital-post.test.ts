import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Fault, formedlare, json } from '../testing/formedlare.ts';

const bytes = Buffer.from('%PDF-1.7 beslut');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const brev = (id = 'brev-1') => ({
  ...{ id, personnummer: '199904122380', operator: 'Brevlådan AB', amne: 'Beslut 2026-11-18' },
  dokument: [{ namn: 'Beslut.pdf', sha256, bytes }],
});
const svara =
  (status: number, body: unknown, headers: Record<string, string> = {}): Fault =>
  (_, response) =>
    void json(response, status, body, headers);
const cut: Fault = (_, response) => void response.destroy();
/** It puts the letter into the mailbox, and the road is cut before it has said so. */
const cutAfter: Fault = (_, response, asItShould) => {
  const { end } = response;
  response.writeHead = (() => response) as never;
  response.end = (() => {
    response.end = end;
    response.destroy();
    return response;
  }) as never;
  asItShould();
};
/** It answers nothing, ever. */
const silent: Fault = () => undefined;

describe('whether somebody has a mailbox', () => {
  it.each(['reachable', 'not-reachable', 'opted-out'] as const)('%s', async (reachable) => {
    const { asked, state, port } = await formedlare();
    state.reachable = reachable;
    const expected = {
      reachable: { slag: 'kanTaEmot', operator: 'Brevlådan AB' },
      'not-reachable': { slag: 'ejAnsluten' },
      'opted-out': { slag: 'avbojt' },
    };
    expect(await port.isReachable('199904122380')).toEqual(expected[reachable]);
    // The number stands in no address.
    expect(asked).toMatchObject([
      { method: 'POST', path: '/v1/reachable', token: 'Bearer hemlig', body: { personalNumber: '199904122380' } },
    ]);
  });
  it.each<[string, Fault, object]>([
    ['its own fault', svara(500, {}), { slag: 'senare', svar: '500' }],
    ['not now', svara(503, {}), { slag: 'senare', borta: true, svar: '503' }],
    ['a token that is not known', svara(401, {}), { slag: 'senare', borta: true, svar: '401' }],
    ['a number that it will not take, in words that say whose', svara(422, { code: 'Linnea Ek' }), { slag: 'nekad', svar: '422' }],
    ['a word that is not known', svara(200, { status: 'perhaps' }), { slag: 'senare', svar: '200' }],
    ['no JSON', (_, r) => void r.writeHead(200).end('<html>'), { slag: 'senare', svar: '200' }],
    ['a redirect', svara(302, {}, { location: 'https://example.com/' }), { slag: 'senare', svar: '302' }],
    ['cut', cut, { slag: 'senare', borta: true }],
  ])('%s is never taken for a yes', async (_, fault, expected) => {
    const { state, port } = await formedlare();
    state.faults = [fault];
    expect(await port.isReachable('199904122380')).toMatchObject(expected);
  });
});

describe('a letter', () => {
  it('goes with its key, its documents and their hashes, and has a receipt', async () => {
    const { asked, mailbox, port } = await formedlare();
    expect(await port.deliver(brev())).toEqual({ slag: 'mottaget', kvitto: 'K-brev-1', at: '2026-11-20T10:00:00.000Z' });
    expect(asked).toMatchObject([
      {
        ...{ method: 'POST', path: '/v1/letters', key: 'brev-1', token: 'Bearer hemlig' },
        body: { personalNumber: '199904122380', subject: 'Beslut 2026-11-18', operator: 'Brevlådan AB' },
      },
    ]);
    expect(mailbox).toEqual([{ key: 'brev-1', personalNumber: '199904122380', documents: [{ name: 'Beslut.pdf', bytes }] }]);
  });

  const taken202: Fault = (_, response) => void json(response, 202, {}, { location: '/v1/letters/brev-1' });
  const onTheWay: Fault = (_, response) => void json(response, 202, {});
  it.each<[string, Fault[], object, { times: number; there: number }]>([
    ['500, then ok', [svara(500, {})], { slag: 'mottaget' }, { times: 2, there: 1 }],
    ['cut before it was taken, then ok', [cut], { slag: 'mottaget' }, { times: 2, there: 1 }],
    ['put into the mailbox, and the road cut before the answer', [cutAfter], { slag: 'mottaget' }, { times: 2, there: 1 }],
    ['and so each time', [cutAfter, cutAfter, cutAfter], { slag: 'oviss' }, { times: 3, there: 1 }],
    [
      'taken without a receipt, which is asked for',
      [taken202, onTheWay, onTheWay],
      { slag: 'mottaget', kvitto: 'K-brev-1' },
      { times: 4, there: 0 },
    ],
    ['refused', [svara(200, { status: 'refused', code: 'closed' })], { slag: 'nekad', svar: '200 closed' }, { times: 1, there: 0 }],
    ['too large', [svara(413, {})], { slag: 'nekad', svar: '413' }, { times: 1, there: 0 }],
    ['another letter under its key', [svara(409, {})], { slag: 'oviss', svar: '409' }, { times: 1, there: 0 }],
    ['said no to us since it was asked', [svara(200, { status: 'opted-out' })], { slag: 'avbojt' }, { times: 1, there: 0 }],
    ['not now', [svara(503, {})], { slag: 'senare', borta: true, svar: '503' }, { times: 1, there: 0 }],
    ['may have been taken, and then not now', [cut, svara(503, {}), svara(503, {})], { slag: 'oviss' }, { times: 3, there: 0 }],
    [
      'stored without a receipt is no receipt',
      Array.from({ length: 3 }, () => svara(200, { status: 'stored' })),
      { slag: 'oviss' },
      { times: 3, there: 0 },
    ],
    ['a place that lies elsewhere', [svara(202, {}, { location: 'https://example.com/x' })], { slag: 'oviss' }, { times: 1, there: 0 }],
  ])('%s', async (_, faults, expected, { times, there }) => {
    const { asked, mailbox, state, port } = await formedlare();
    state.faults = [...faults];
    expect(await port.deliver(brev())).toMatchObject(expected);
    expect(asked).toHaveLength(times);
    expect(new Set(asked.filter(({ method }) => method === 'POST').map(({ key }) => key))).toEqual(new Set(['brev-1']));
    expect(mailbox).toHaveLength(there);
  });

  it('too slow each time: nobody knows, and under its key it is the same letter later', async () => {
    const { mailbox, state, port } = await formedlare({ letterMs: 50 });
    state.faults = [silent, silent, silent];
    expect(await port.deliver(brev())).toMatchObject({ slag: 'oviss', svar: 'TimeoutError' });
    expect(mailbox).toEqual([]);
  });
  it('a förmedlare that is not there: nothing was taken', async () => {
    const { port, leave } = await formedlare();
    await leave();
    expect(await port.isReachable('199904122380')).toMatchObject({ slag: 'senare', borta: true });
    expect(await port.deliver(brev())).toMatchObject({ slag: 'senare', borta: true });
  });
});
