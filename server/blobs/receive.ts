import { createHash, randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import type { Vault } from './vault.ts';

export type Dokument = { id: string; sha256: string; storlek: number; received: boolean };
/** How much the server has; `skadat`: all had come, and it was not what the document says: it is sent anew. */
export type Received = { har: number; mottagen: boolean; skadat?: true };
type Parts = Pick<Store, 'blobParts' | 'beginBlobParts' | 'blobPartDone' | 'blobReceived' | 'wholeReceived' | 'dropBlob'>;

/**
 * Takes a piece of a document's bytes. What does not begin where the last one ended is not kept, and the answer says where to go on: so
 * an upload that was cut at any byte, or sent by two at once, ends whole or not at all.
 */
export async function receivePiece(
  store: Parts,
  vault: Vault,
  tenant: string,
  dokument: Dokument,
  piece: { start: number; bytes: Buffer; at: string },
): Promise<Received> {
  if (dokument.received) return { har: dokument.storlek, mottagen: true };
  if (piece.start === 0 && piece.bytes.length === dokument.storlek) {
    const received = await receiveWhole(store, vault, tenant, dokument, piece);
    if (received) return received;
  }
  const parts = await store.blobParts(tenant, dokument.id);
  const har = parts.reduce((sum, { length }) => sum + length, 0);
  const { start, bytes } = piece;
  if (har === dokument.storlek) {
    const judged = await verify(store, vault, tenant, dokument, parts, piece.at);
    // What was there did not hold: this is the first of it anew.
    return judged.skadat && start === 0 && bytes.length > 0 ? receivePiece(store, vault, tenant, dokument, piece) : judged;
  }
  if (bytes.length === 0 || start !== har || start + bytes.length > dokument.storlek) return { har, mottagen: false };
  const object = randomUUID();
  const part = { object, start, length: bytes.length };
  await store.beginBlobParts(tenant, piece.at, [{ ...part, document: dokument.id }]);
  await vault.put(tenant, object, bytes);
  if (!(await store.blobPartDone(tenant, object)))
    return receivePiece(store, vault, tenant, dokument, { ...piece, bytes: Buffer.alloc(0) });
  const now = har + bytes.length;
  if (now < dokument.storlek) return { har: now, mottagen: false };
  return verify(store, vault, tenant, dokument, [...parts, part], piece.at, parts.length === 0 ? bytes : undefined);
}

/**
 * Most documents come at once: compared before they are kept, and received with the same word that they are there.
 * @returns undefined when some of it was there before
 */
async function receiveWhole(
  store: Parts,
  vault: Vault,
  tenant: string,
  { id, sha256, storlek }: Dokument,
  { bytes, at }: { bytes: Buffer; at: string },
): Promise<Received | undefined> {
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) return { har: 0, mottagen: false, skadat: true };
  const object = randomUUID();
  await Promise.all([
    store.beginBlobParts(tenant, at, [{ object, document: id, start: 0, length: storlek }]),
    vault.put(tenant, object, bytes),
  ]);
  const [received] = await store.wholeReceived(tenant, at, [{ object, document: id, sha256 }]);
  return received === id ? { har: storlek, mottagen: true } : undefined;
}

/**
 * Takes whole documents that came together.
 * @returns those that the server has now; any other is to come by itself, and hears there what was wrong
 */
export async function receiveTogether(
  store: Parts,
  vault: Vault,
  tenant: string,
  documents: { dokument: Dokument; bytes: Uint8Array }[],
  at: string,
): Promise<string[]> {
  const there = documents.filter(({ dokument }) => dokument.received).map(({ dokument: { id } }) => id);
  const whole = documents
    .filter(({ dokument, bytes }) => !dokument.received && createHash('sha256').update(bytes).digest('hex') === dokument.sha256)
    .map(({ dokument: { id: document, sha256 }, bytes }) => ({ object: randomUUID(), document, sha256, bytes: Buffer.from(bytes) }));
  if (whole.length === 0) return there;
  const begun = store.beginBlobParts(
    tenant,
    at,
    whole.map(({ object, document, bytes }) => ({ object, document, start: 0, length: bytes.length })),
  );
  const [, ...put] = await Promise.allSettled([begun, ...whole.map(({ object, bytes }) => vault.put(tenant, object, bytes))]);
  await begun;
  const kept = whole.filter((_, nr) => put[nr]?.status === 'fulfilled');
  return kept.length === 0 ? there : [...there, ...(await store.wholeReceived(tenant, at, kept))];
}

async function verify(
  store: Parts,
  vault: Vault,
  tenant: string,
  dokument: Dokument,
  parts: { object: string }[],
  at: string,
  all?: Buffer,
): Promise<Received> {
  const { id, sha256, storlek } = dokument;
  const hash = createHash('sha256');
  if (all) hash.update(all);
  else for (const { object } of parts) hash.update((await vault.get(tenant, object)) ?? Buffer.alloc(0));
  const objects = parts.map(({ object }) => object);
  const isWhole = hash.digest('hex') === sha256;
  const counts = isWhole ? await store.blobReceived(tenant, id, { sha256, at, objects }) : await store.dropBlob(tenant, id, objects, at);
  // Another sends the same document: theirs is judged by itself, and this one asks how far it has come.
  if (!counts) return receivePiece(store, vault, tenant, dokument, { start: 0, bytes: Buffer.alloc(0), at });
  return isWhole ? { har: storlek, mottagen: true } : { har: 0, mottagen: false, skadat: true };
}

/**
 * The bytes of a received document from a place on, a piece at a time.
 * @throws BlobGone when some of them are not there any more
 */
export async function* sendFrom(
  store: Pick<Store, 'blobParts'>,
  vault: Vault,
  tenant: string,
  dokument: Dokument,
  start: number,
): AsyncGenerator<Buffer, void, void> {
  let end = 0;
  for (const { object, start: at, length } of await store.blobParts(tenant, dokument.id)) {
    end = at + length;
    if (end <= start) continue;
    const bytes = await vault.get(tenant, object);
    if (bytes?.length !== length) throw new BlobGone();
    yield bytes.subarray(Math.max(0, start - at));
  }
  if (end !== dokument.storlek) throw new BlobGone();
}

/**
 * The bytes of a document that somebody outside is sent, whole.
 * @returns undefined where they are not here, or it is not that document any more
 */
export async function wholeOf(
  store: Pick<Store, 'blobParts' | 'dokumentById'>,
  vault: Vault,
  tenant: string,
  document: string,
  sha256: string,
): Promise<Buffer | undefined> {
  const [dokument] = await store.dokumentById(tenant, [document]);
  if (!dokument?.received || dokument.felmarkerat || dokument.sha256 !== sha256) return undefined;
  const parts: Buffer[] = [];
  try {
    for await (const part of sendFrom(store, vault, tenant, dokument, 0)) parts.push(part);
  } catch (error) {
    if (error instanceof BlobGone) return undefined;
    throw error;
  }
  const bytes = Buffer.concat(parts);
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
}

/** The store has lost or changed bytes that it had received. */
export class BlobGone extends Error {
  constructor() {
    super('bytes of a received document are gone');
    this.name = 'BlobGone';
  }
}
