import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { filed } from '../testing/dokument.ts';
import { testServer } from '../testing/server.ts';
import { clearStrayParts } from './clear-stray-parts.ts';

const on = testServer();

test('pieces that count for nothing are removed when nobody can be sending them any more; those that count stay', async () => {
  const { tenant } = await on.kommun();
  const { store } = on.server;
  const begun = async (document: string, start: number, at: string, done: boolean) => {
    const object = randomUUID();
    await store.beginBlobParts(tenant, at, [{ object, document, start, length: 10 }]);
    if (done) await store.blobPartDone(tenant, object);
    return object;
  };
  const old = '2026-11-20T08:00:00.000Z';
  const stray = await begun('a', 0, old, false);
  const onItsWay = await begun('a', 10, '2026-11-20T09:30:00.000Z', false);
  await begun('b', 0, old, true);
  const dropped = await begun('c', 0, old, true);
  expect(await store.dropBlob(tenant, 'c', [randomUUID()], old), 'others count by now').toBe(false);
  expect(await store.blobReceived(tenant, 'c', { sha256: 'x', at: old, objects: [] }), 'others count by now').toBe(false);
  expect(await store.dropBlob(tenant, 'c', [dropped], old)).toBe(true);
  const removed: string[] = [];
  const remove = async (of: string, object: string) => {
    removed.push(object);
    await store.forgetPart(of, object);
  };
  const clock = { now: () => new Date('2026-11-20T10:00:00.000Z') };
  await clearStrayParts({ stray: store.strayParts, remove, dropOrphans: store.dropOrphanBlobs }, clock).run(tenant);
  expect(removed.sort()).toEqual([stray, dropped].sort());
  expect(await store.strayParts(tenant, '2026-11-21T00:00:00.000Z')).toEqual([onItsWay]);
  expect(await store.blobParts(tenant, 'b')).toHaveLength(1);
});

test('bytes of a document that never was are removed after a week; those of a document stay', async () => {
  const kommun = await on.kommun();
  const { tenant } = kommun;
  const { store } = on.server;
  const anna = await kommun.client('anna');
  const at = '2026-11-20T08:00:00.000Z';
  const bytes = Buffer.from('%PDF-1.7');
  const dokumentId = await filed(anna, kommun, bytes);
  const came = async (document: string) => {
    const object = randomUUID();
    await store.beginBlobParts(tenant, at, [{ object, document, start: 0, length: bytes.length }]);
    await store.wholeReceived(tenant, at, [{ object, document, sha256: 'x' }]);
    return object;
  };
  await came(dokumentId);
  const orphan = await came(randomUUID());
  const removed: string[] = [];
  const remove = async (of: string, object: string) => {
    removed.push(object);
    await store.forgetPart(of, object);
  };
  const run = (now: string) =>
    clearStrayParts({ stray: store.strayParts, remove, dropOrphans: store.dropOrphanBlobs }, { now: () => new Date(now) }).run(tenant);
  await run('2026-11-26T08:00:00.000Z');
  await run('2026-11-28T08:00:00.000Z');
  expect(removed).toEqual([]);
  await run('2026-11-28T10:00:00.000Z');
  expect(removed).toEqual([orphan]);
  expect((await store.receivedAs(tenant, [dokumentId])).size).toBe(1);
});
