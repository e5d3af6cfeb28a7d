import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paths } from '../../shared/protocol/protocol.ts';
import { chooseBlobs } from '../blobs/choose-blobs.ts';
import { blobStoreLost } from '../blobs/store-lost.ts';
import { testServer } from '../testing/server.ts';

const on = testServer();
const at = '2026-11-20T12:00:00.000Z';

async function filed() {
  const kommun = await on.kommun();
  const anna = await kommun.client('anna');
  const [bytes, id] = [randomBytes(5000), randomUUID()];
  const [akt] = kommun.akter;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const uppgifter = { personId: akt.personId, dokumentId: id, rubrik: 'Utlåtande', typ: 'Utlåtande', sha256, storlek: 5000, sidor: 1 };
  await anna.pushed(anna.command('dokument.arkivera', { ...uppgifter, knytsTill: { type: 'utredning', id: akt.utredningId } }));
  const url = anna.base + paths.dokumentBytes.replace(':dokumentId', id);
  const authorization = `Bearer ${anna.token}`;
  const headers = { authorization, 'content-type': 'application/octet-stream', 'content-range': 'bytes 0-4999/5000' };
  const put = async () => (await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) })).status;
  const get = async () => {
    const response = await fetch(url, { headers: { authorization } });
    return response.ok ? Buffer.from(await response.arrayBuffer()) : response.status;
  };
  const lage = async () => (await anna.send(paths.dokumentLage, { ids: [id] })).body;
  const blobs = { at: { dir: join(on.blobDir, 'dokument') }, keyDir: join(on.blobDir, 'nycklar') };
  const vault = chooseBlobs(blobs, on.server.store);
  const lost = (confirmed: boolean, tenant = kommun.tenant) => blobStoreLost(on.server.store, vault, { tenant, confirmed, at });
  const empty = () => rmSync(join(blobs.at.dir, kommun.tenant), { recursive: true });
  return { id, bytes, put, get, lage, lost, empty };
}

test('a store that is lost is given up by an operator who says so twice, and then takes what computers still have', async () => {
  const { id, bytes, put, get, lage, lost, empty } = await filed();
  expect(await put()).toBe(200);
  empty();
  expect([await get(), await put()]).toEqual([503, 200]);
  // Said, and nothing changed.
  expect(await lost(false)).toEqual({ documents: 1, bytes: 5000 });
  expect(await get()).toBe(503);
  expect(await lage()).toEqual({ lagen: [{ id, mottagen: true }] });
  expect(await lost(true)).toEqual({ documents: 1, bytes: 5000 });
  expect(await lage()).toEqual({ lagen: [{ id, mottagen: false }] });
  expect(await get()).toBe(404);
  expect(await put()).toBe(200);
  expect(await get()).toEqual(bytes);
});

test('one that has its mark is not lost, nor one of no municipality', async () => {
  const { id, put, lage, lost } = await filed();
  await put();
  await expect(lost(true)).rejects.toMatchObject({ code: 'bad-setting' });
  await expect(lost(true, 'ingen')).rejects.toMatchObject({ code: 'tenant-missing' });
  expect(await lage()).toEqual({ lagen: [{ id, mottagen: true }] });
});
