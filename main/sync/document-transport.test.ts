import { expect, test } from 'vitest';
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
