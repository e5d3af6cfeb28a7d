import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { packBunt } from '../../shared/protocol/dokument-bunt.ts';
import { createDocumentTransport } from './document-transport.ts';
import { TransportError } from './transport-error.ts';

const transport = (answer: () => Response) =>
  createDocumentTransport({ serverUrl: 'http://127.0.0.1:1', tenant: 'c1', token: () => 'tok', fetch: async () => answer() });
async function bytesOf(answer: () => Response, from = 0): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const bytes of transport(answer).get('id', from, new AbortController().signal)) pieces.push(bytes);
  return Buffer.concat(pieces).toString();
}
const type = { 'content-type': 'application/octet-stream' };

test('the bytes of a document, from a place on when that was asked for', async () => {
  expect(await bytesOf(() => new Response('hela', { headers: type }))).toBe('hela');
  expect(await bytesOf(() => new Response('la', { status: 206, headers: type }), 2)).toBe('la');
});

test('a page of something else in the way is a server that was not reached, and no damaged document', async () => {
  const portal = () => new Response('<html>Logga in på nätverket</html>', { headers: { 'content-type': 'text/html' } });
  await expect(bytesOf(portal)).rejects.toThrow(TransportError);
  await expect(bytesOf(() => new Response('hela', { headers: type }), 2)).rejects.toThrow(TransportError);
});

test('of small documents that are cut those that came whole', async () => {
  const all = [randomUUID(), randomUUID()].map((id) => ({ id, bytes: new Uint8Array(100).fill(7) }));
  const bunt = packBunt(all);
  const came = async (answer: () => Response) => {
    const asked = all.map(({ id }) => id);
    const documents = await transport(answer).getBunt(asked, new AbortController().signal);
    return documents.map(({ id, bytes }) => ({ id, bytes: Uint8Array.from(bytes) }));
  };
  expect(await came(() => new Response(bunt, { headers: type }))).toEqual(all);
  const cut = (length: number) => () =>
    new Response(
      new ReadableStream({
        pull(stream) {
          if (length > 0) stream.enqueue(bunt.slice(0, length));
          else stream.error(new Error('gone'));
          length = 0;
        },
      }),
      { headers: type },
    );
  expect(await came(cut(bunt.length - 50))).toEqual(all.slice(0, 1));
  await expect(came(cut(0))).rejects.toThrow(TransportError);
  await expect(came(() => new Response('x'.repeat(200), { headers: type }))).rejects.toThrow(TransportError);
});
