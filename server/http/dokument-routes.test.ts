import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../shared/domain/command.ts';
import { limits, paths } from '../../shared/protocol/protocol.ts';
import { databaseOf } from '../store/database-of.ts';
import { changeScope } from '../testing/change-scope.ts';
import type { TestClient } from '../testing/client.ts';
import { filed, get, put, urlOf } from '../testing/dokument.ts';
import { testServer } from '../testing/server.ts';
import { person } from '../testing/small-kommun.ts';

const on = testServer();
const filesOf = (tenant: string) =>
  readdirSync(join(on.blobDir, 'dokument', tenant), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^[0-]+$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** Sends so many bytes of a piece and hangs up. */
function cutPut(client: TestClient, id: string, bytes: Buffer, start: number, after: number): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(urlOf(client, id), {
      method: 'PUT',
      headers: {
        ...{ authorization: `Bearer ${client.token}`, 'content-type': 'application/octet-stream', 'content-length': bytes.length - start },
        'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}`,
      },
    });
    request.on('error', () => resolve());
    request.on('close', () => resolve());
    request.write(bytes.subarray(start, start + after), () => {
      // The server has begun to read when it has answered another.
      void client.send(paths.dokumentLage, { ids: [id] }).finally(() => request.destroy());
    });
  });
}

describe('the bytes of a document', () => {
  test('up and down again, by whoever reads it, and sealed where they lie', async () => {
    const kommun = await on.kommun();
    const [anna, bo] = [await kommun.client('anna'), await kommun.client('bo')];
    const bytes = Buffer.from('planterat ord '.repeat(5000));
    const id = await filed(anna, kommun, bytes);
    expect(await get(bo, id)).toMatchObject({ status: 404 });
    expect(await put(anna, id, bytes)).toEqual({ status: 200, body: { har: bytes.length, mottagen: true } });
    expect(await get(bo, id)).toMatchObject({ status: 200, bytes });
    expect(await get(bo, id, 70)).toMatchObject({
      status: 206,
      bytes: bytes.subarray(70),
      range: `bytes 70-${bytes.length - 1}/${bytes.length}`,
    });
    const files = filesOf(kommun.tenant);
    expect(files).toHaveLength(1);
    expect(files.filter((file) => readFileSync(file).includes('planterat'))).toEqual([]);
  });

  test('in pieces, out of order and again: whole or not at all', async () => {
    const kommun = await on.kommun();
    const anna = await kommun.client('anna');
    const bytes = randomBytes(1_000_000);
    const id = await filed(anna, kommun, bytes);
    expect((await put(anna, id, bytes.subarray(400_000, 600_000), 400_000)).body).toEqual({ har: 0, mottagen: false });
    expect((await put(anna, id, bytes.subarray(0, 400_000), 0, bytes.length)).body).toEqual({ har: 400_000, mottagen: false });
    expect((await put(anna, id, bytes.subarray(0, 400_000), 0, bytes.length)).body).toEqual({ har: 400_000, mottagen: false });
    expect((await put(anna, id, Buffer.alloc(0))).body).toEqual({ har: 400_000, mottagen: false });
    const twice = await Promise.all([1, 2].map(() => put(anna, id, bytes.subarray(400_000), 400_000)));
    expect(twice.filter(({ body }) => body.mottagen)).not.toEqual([]);
    expect((await put(anna, id, Buffer.alloc(0))).body).toEqual({ har: bytes.length, mottagen: true });
    expect((await get(anna, id)).bytes).toEqual(bytes);
  });

  test('cut at any byte it goes on from what came', async () => {
    const kommun = await on.kommun();
    const anna = await kommun.client('anna');
    const bytes = randomBytes(500_000);
    for (const after of [1, 65_535, 65_536, 250_001, 499_999]) {
      const id = await filed(anna, kommun, bytes);
      let har = 0;
      while (har === 0) {
        await cutPut(anna, id, bytes, 0, after);
        har = (await put(anna, id, Buffer.alloc(0))).body.har ?? 0;
      }
      expect(har).toBeLessThanOrEqual(after);
      // Another piece that was cut may still come in.
      for (let mottagen = false; !mottagen; ) ({ har = 0, mottagen = false } = (await put(anna, id, bytes.subarray(har), har)).body);
      expect((await get(anna, id)).bytes).toEqual(bytes);
    }
  });

  test('what is not what the record says is told and sent anew, whole or in pieces', async () => {
    const kommun = await on.kommun();
    const anna = await kommun.client('anna');
    const bytes = randomBytes(100_000);
    const id = await filed(anna, kommun, bytes);
    const changed = Buffer.from(bytes).fill(0, 50_000, 50_001);
    changed[50_000] = (bytes[50_000] ?? 0) ^ 1;
    expect((await put(anna, id, changed)).body).toEqual({ har: 0, mottagen: false, skadat: true });
    await put(anna, id, changed.subarray(0, 60_000), 0, bytes.length);
    expect((await put(anna, id, bytes.subarray(60_000), 60_000)).body).toEqual({ har: 0, mottagen: false, skadat: true });
    expect(await get(anna, id)).toMatchObject({ status: 404 });
    expect((await put(anna, id, bytes)).body).toMatchObject({ mottagen: true });
  });

  test('bytes that the store has lost or changed are told, and can be sent again', async () => {
    for (const harm of [(file: string) => rmSync(file), (file: string) => writeFileSync(file, readFileSync(file).fill(1, 100, 101))]) {
      const kommun = await on.kommun();
      const anna = await kommun.client('anna');
      const bytes = randomBytes(100_000);
      const id = await filed(anna, kommun, bytes);
      await put(anna, id, bytes);
      const [file = ''] = filesOf(kommun.tenant);
      expect(statSync(file).size).toBeGreaterThan(bytes.length);
      harm(file);
      expect(await get(anna, id)).toMatchObject({ status: 404 });
      expect((await anna.send(paths.dokumentLage, { ids: [id] })).body).toEqual({ lagen: [{ id, mottagen: false }] });
      expect((await put(anna, id, bytes)).body).toMatchObject({ mottagen: true });
      expect((await get(anna, id)).bytes).toEqual(bytes);
    }
  });

  test('too large a piece, or one without its place, is refused', async () => {
    const kommun = await on.kommun();
    const anna = await kommun.client('anna');
    const bytes = randomBytes(limits.pieceBytes + 1);
    const id = await filed(anna, kommun, bytes);
    expect(await put(anna, id, bytes)).toMatchObject({ status: 413, body: { error: { code: 'too-large' } } });
    const headers = { authorization: `Bearer ${anna.token}`, 'content-type': 'application/octet-stream' };
    expect((await fetch(urlOf(anna, id), { method: 'PUT', headers, body: 'x' })).status).toBe(400);
    expect((await put(anna, id, Buffer.alloc(0))).body).toEqual({ har: 0, mottagen: false });
  });
});

describe('ROLL-03 who may not read the document can not fetch its bytes', () => {
  test('nor learn that they are there, nor by naming their SHA-256 in a document of their own', async () => {
    const kommun = await on.kommun();
    const [anna, disda] = [await kommun.client('anna'), await kommun.client('utforare')];
    const bytes = randomBytes(10_000);
    const id = await filed(anna, kommun, bytes);
    await put(anna, id, bytes);
    expect(await get(disda, id)).toMatchObject({ status: 404 });
    expect(await put(disda, id, bytes)).toMatchObject({ status: 404 });
    expect((await disda.send(paths.dokumentLage, { ids: [id] })).body).toEqual({ lagen: [] });
    // She knows the name of the bytes, and files a document with it where she may.
    const own = await filed(disda, kommun, bytes, { knytsTill: { type: 'verkstallighet', id: kommun.akter[0].verkstallighetId } });
    expect(await get(disda, own)).toMatchObject({ status: 404 });
    expect((await put(disda, own, Buffer.alloc(0))).body).toEqual({ har: 0, mottagen: false });
  });

  test('but who filed it gives the server its bytes though they read it no more, and is told whether it has them', async () => {
    const kommun = await on.kommun();
    const [anna, bo, skydd] = [await kommun.client('anna'), await kommun.client('bo'), await kommun.client('skydd')];
    const bytes = randomBytes(10_000);
    const [id, received] = [await filed(anna, kommun, bytes), await filed(anna, kommun, bytes)];
    await put(anna, received, bytes);
    const [akt] = kommun.akter;
    const protectedPerson: Change = { op: 'put', type: 'person', id: akt.personId, data: person({ skydd: 'skyddadFolkbokforing' }) };
    await changeScope(on.server.store, kommun.tenant, akt.scope, [protectedPerson]);
    expect(await get(anna, received)).toMatchObject({ status: 404 });
    expect((await anna.send(paths.dokumentLage, { ids: [id, received] })).body).toEqual({
      lagen: expect.arrayContaining([
        { id, mottagen: false },
        { id: received, mottagen: true },
      ]),
    });
    expect(await put(bo, id, bytes)).toMatchObject({ status: 404 });
    expect((await put(anna, id, bytes.subarray(0, 4000), 0, bytes.length)).body).toEqual({ har: 4000, mottagen: false });
    expect((await put(anna, id, bytes.subarray(4000), 4000)).body).toEqual({ har: bytes.length, mottagen: true });
    expect(await get(anna, id)).toMatchObject({ status: 404 });
    expect((await get(skydd, id)).bytes).toEqual(bytes);
  });

  test('not without a sign-in, nor by another municipality’s', async () => {
    const [kommun, annan] = [await on.kommun(), await on.kommun()];
    const anna = await kommun.client('anna');
    const bytes = randomBytes(100);
    const id = await filed(anna, kommun, bytes);
    await put(anna, id, bytes);
    expect((await fetch(urlOf(anna, id))).status).toBe(401);
    const token = (await annan.client('anna')).token;
    expect((await fetch(urlOf(anna, id), { headers: { authorization: `Bearer ${token}` } })).status).toBe(403);
  });
});

describe('FRAGA-62 who fetches the bytes of a document is in the access log', () => {
  const rowsOf = async (tenant: string) =>
    (await databaseOf(on.server.store).selectFrom('access_log').selectAll().where('tenant', '=', tenant).execute()).map(
      ({ anvandare_id, person_id, action, detail }) => ({ anvandare_id, person_id, action, detail }),
    );

  test('once a fetch, with the kund and the document; not what sends them, nor what is refused', async () => {
    const kommun = await on.kommun();
    const [anna, bo, disda] = [await kommun.client('anna'), await kommun.client('bo'), await kommun.client('utforare')];
    const bytes = randomBytes(1000);
    const id = await filed(anna, kommun, bytes);
    await get(bo, id);
    await put(anna, id, bytes);
    await get(disda, id);
    expect(await rowsOf(kommun.tenant)).toEqual([]);
    const row = {
      ...{ anvandare_id: kommun.users.bo.id, person_id: kommun.akter[0].personId },
      ...{ action: 'last', detail: `dokument ${id}` },
    };
    await get(bo, id);
    expect(await rowsOf(kommun.tenant)).toEqual([row]);
    // What goes on after a cut is the same fetch; from the beginning it is another.
    await get(bo, id, 400);
    await get(bo, id, 900);
    expect(await rowsOf(kommun.tenant)).toEqual([row]);
    await get(bo, id);
    expect(await rowsOf(kommun.tenant)).toEqual([row, row]);
  });

  test('who begins with the second byte is in it too', async () => {
    const kommun = await on.kommun();
    const [anna, bo] = [await kommun.client('anna'), await kommun.client('bo')];
    const bytes = randomBytes(1000);
    const id = await filed(anna, kommun, bytes);
    await put(anna, id, bytes);
    await get(bo, id, 1);
    expect(await rowsOf(kommun.tenant)).toMatchObject([{ anvandare_id: kommun.users.bo.id, detail: `dokument ${id}` }]);
  });
});
