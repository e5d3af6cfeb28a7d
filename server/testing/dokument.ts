import { createHash, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { paths } from '../../shared/protocol/protocol.ts';
import type { TestClient } from './client.ts';
import type { TestKommun } from './server.ts';

const nameOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Files a document and answers its id. */
export async function filed(client: TestClient, { akter: [akt] }: TestKommun, bytes: Buffer, over: object = {}): Promise<string> {
  const dokumentId = randomUUID();
  const { results } = await client.pushed(
    client.command('dokument.arkivera', {
      ...{
        personId: akt.personId,
        dokumentId,
        rubrik: 'Utlåtande',
        typ: 'Utlåtande',
        sha256: nameOf(bytes),
        storlek: bytes.length,
        sidor: 1,
      },
      knytsTill: { type: 'utredning', id: akt.utredningId },
      ...over,
    }),
  );
  expect(results).toMatchObject([{ outcome: 'ok' }]);
  return dokumentId;
}
/** Where its bytes are. */
export const urlOf = (client: TestClient, id: string) => client.base + paths.dokumentBytes.replace(':dokumentId', id);
export async function put(client: TestClient, id: string, bytes: Buffer, start = 0, all = bytes.length + start) {
  const response = await fetch(urlOf(client, id), {
    method: 'PUT',
    headers: {
      ...{ authorization: `Bearer ${client.token}`, 'content-type': 'application/octet-stream' },
      ...(bytes.length > 0 ? { 'content-range': `bytes ${start}-${start + bytes.length - 1}/${all}` } : {}),
    },
    body: new Uint8Array(bytes),
  });
  return { status: response.status, body: (await response.json()) as { har?: number; mottagen?: boolean; error?: { code: string } } };
}
export async function get(client: TestClient, id: string, from?: number) {
  const headers = { authorization: `Bearer ${client.token}`, ...(from === undefined ? {} : { range: `bytes=${from}-` }) };
  const response = await fetch(urlOf(client, id), { headers });
  return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()), range: response.headers.get('content-range') };
}
