import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../shared/domain/command.ts';
import { packBunt, storstaBunt, unpackBunt } from '../../shared/protocol/dokument-bunt.ts';
import { limits, paths } from '../../shared/protocol/protocol.ts';
import { databaseOf } from '../store/database-of.ts';
import { changeScope } from '../testing/change-scope.ts';
import type { TestClient } from '../testing/client.ts';
import { filed, get, put } from '../testing/dokument.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';

const on = testServer();
type Sent = { id: string; bytes: Buffer };

async function putBunt(client: TestClient, body: Uint8Array<ArrayBuffer>) {
  const headers = { authorization: `Bearer ${client.token}`, 'content-type': 'application/octet-stream' };
  const response = await fetch(client.base + paths.dokumentBunt, { method: 'PUT', headers, body });
  return { status: response.status, body: (await response.json()) as { mottagna?: string[]; error?: { code: string } } };
}
const mottagna = async (client: TestClient, documents: Sent[]) => (await putBunt(client, packBunt(documents))).body.mottagna?.toSorted();
const ids = (documents: { id: string }[]) => documents.map(({ id }) => id).toSorted();
async function getBunt(client: TestClient, asked: string[]): Promise<Map<string, Buffer>> {
  const headers = { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' };
  const response = await fetch(client.base + paths.dokumentBunt, { method: 'POST', headers, body: JSON.stringify({ ids: asked }) });
  expect(response.status).toBe(200);
  const came = unpackBunt(new Uint8Array(await response.arrayBuffer()));
  return new Map(came.map(({ id, bytes }) => [id, Buffer.from(bytes)]));
}

async function kommunWith(client: 'anna', lengths: number[]) {
  const kommun = await on.kommun();
  const anna = await kommun.client(client);
  const documents: Sent[] = [];
  for (const length of lengths) {
    const bytes = randomBytes(length);
    documents.push({ id: await filed(anna, kommun, bytes), bytes });
  }
  return { kommun, anna, documents: documents as [Sent, Sent, Sent] };
}

describe('small documents together', () => {
  test('up and down again, and the same as those that go by themselves', async () => {
    const { kommun, anna, documents } = await kommunWith('anna', [100, 50_000, 1]);
    expect(await mottagna(anna, documents)).toEqual(ids(documents));
    // Sent again, as when the answer was lost.
    expect(await mottagna(anna, documents)).toEqual(ids(documents));
    expect((await anna.send(paths.dokumentLage, { ids: ids(documents) })).body).toEqual({
      lagen: expect.arrayContaining(documents.map(({ id }) => ({ id, mottagen: true }))),
    });
    const bo = await kommun.client('bo');
    expect(await getBunt(bo, ids(documents))).toEqual(new Map(documents.map(({ id, bytes }) => [id, bytes])));
    for (const { id, bytes } of documents) expect((await get(bo, id)).bytes).toEqual(bytes);
    expect((await anna.send(paths.dokumentLage, { ids: ids(documents) })).body).toMatchObject({ lagen: [{}, {}, {}] });
  });

  test('sent by two at once each is received once', async () => {
    const { kommun, anna, documents } = await kommunWith('anna', [100, 200, 300]);
    await Promise.all([documents, documents.toReversed(), documents, documents.toReversed()].map((all) => putBunt(anna, packBunt(all))));
    for (const { id, bytes } of documents) {
      expect((await put(anna, id, bytes)).body).toEqual({ har: bytes.length, mottagen: true });
      expect((await get(anna, id)).bytes).toEqual(bytes);
    }
    const counting = databaseOf(on.server.store).selectFrom('blob_part').selectAll().where('done', '=', true);
    expect(await counting.where('tenant', '=', kommun.tenant).execute()).toHaveLength(3);
  });

  test('one that is not what its record says, or came a part of the way before, hinders no other and goes by itself', async () => {
    const { anna, documents } = await kommunWith('anna', [1000, 1000, 1000]);
    const [changed, begun, whole] = documents;
    expect((await put(anna, begun.id, begun.bytes.subarray(0, 400), 0, 1000)).body).toEqual({ har: 400, mottagen: false });
    const other = Buffer.from(changed.bytes);
    other[7] = (other[7] ?? 0) ^ 1;
    expect(await mottagna(anna, [{ id: changed.id, bytes: other }, whole])).toEqual([whole.id]);
    expect(await mottagna(anna, [begun])).toEqual([]);
    expect((await put(anna, begun.id, begun.bytes.subarray(400), 400)).body).toEqual({ har: 1000, mottagen: true });
    expect((await put(anna, changed.id, changed.bytes)).body).toEqual({ har: 1000, mottagen: true });
    // What lies in two pieces goes by itself too.
    expect([...(await getBunt(anna, ids(documents))).keys()].toSorted()).toEqual(ids([changed, whole]));
  });

  test('cut on the way those that came whole are received', async () => {
    const { anna, documents } = await kommunWith('anna', [100, 200, 300]);
    const bunt = packBunt(documents);
    expect((await putBunt(anna, bunt.slice(0, bunt.length - 1))).body.mottagna?.toSorted()).toEqual(ids(documents.slice(0, 2)));
  });

  test('what the store has lost is left out, and is told by itself', async () => {
    const { kommun, anna, documents } = await kommunWith('anna', [100, 200, 300]);
    await mottagna(anna, documents);
    const folder = join(on.blobDir, 'dokument', kommun.tenant);
    const [file] = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && !/^[0-]+$/.test(one.name));
    rmSync(join(file?.parentPath ?? '', file?.name ?? ''));
    const came = await getBunt(anna, ids(documents));
    expect(came.size).toBe(2);
    const lost = documents.find(({ id }) => !came.has(id)) as Sent;
    expect(await get(anna, lost.id)).toMatchObject({ status: 404 });
    expect(await mottagna(anna, [lost])).toEqual([]);
    expect((await put(anna, lost.id, lost.bytes)).body).toMatchObject({ mottagen: true });
  });

  test('what is none, or too large, is refused; of larger ones no more is given than there is room for', async () => {
    const { anna, documents } = await kommunWith('anna', [600_000, 600_000, 400_000]);
    expect(await putBunt(anna, new Uint8Array(20).fill(255))).toMatchObject({ status: 400, body: { error: { code: 'malformed' } } });
    expect(await putBunt(anna, new Uint8Array(storstaBunt + 1))).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
    for (const { id, bytes } of documents) await put(anna, id, bytes);
    const came = [...(await getBunt(anna, ids(documents))).values()];
    expect(came.length).toBeGreaterThan(0);
    expect(came.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(limits.buntBytes);
  });
});

describe('ROLL-03, FRAGA-62 whose they are is asked of each', () => {
  test('who does not read one neither gives nor gets it; who filed it gives it and does not get it', async () => {
    const { kommun, anna, documents } = await kommunWith('anna', [100, 200, 300]);
    const [bo, disda, skydd] = [await kommun.client('bo'), await kommun.client('utforare'), await kommun.client('skydd')];
    const [first, ...others] = documents;
    expect(await mottagna(disda, documents)).toEqual([]);
    expect(await mottagna(bo, [first])).toEqual([first.id]);
    expect(await getBunt(disda, ids(documents))).toEqual(new Map());
    const [akt] = kommun.akter;
    const protectedPerson: Change = { op: 'put', type: 'person', id: akt.personId, data: person({ skydd: 'skyddadFolkbokforing' }) };
    await changeScope(on.server.store, kommun.tenant, akt.scope, [protectedPerson]);
    expect(await mottagna(bo, others)).toEqual([]);
    expect(await mottagna(anna, others)).toEqual(ids(others));
    expect(await getBunt(anna, ids(documents))).toEqual(new Map());
    expect((await getBunt(skydd, ids(documents))).size).toBe(3);
  });

  test('each that is given is a row of the access log, and no other', async () => {
    const { kommun, anna, documents } = await kommunWith('anna', [100, 200, 300]);
    await mottagna(anna, documents.slice(1));
    const bo = await kommun.client('bo');
    await getBunt(bo, ids(documents));
    const rows = await databaseOf(on.server.store).selectFrom('access_log').selectAll().where('tenant', '=', kommun.tenant).execute();
    expect(rows.map(({ detail }) => detail).toSorted()).toEqual(ids(documents.slice(1)).map((id) => `dokument ${id}`));
    expect(rows[0]).toMatchObject({ anvandare_id: kommun.users.bo.id, person_id: kommun.akter[0].personId, action: 'last' });
  });

  test('not without a sign-in', async () => {
    const { anna, documents } = await kommunWith('anna', [100]);
    const init = { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: packBunt(documents) };
    expect((await fetch(anna.base + paths.dokumentBunt, init)).status).toBe(401);
  });
});
