import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blobSchema } from '../../main/blobs/blob-schema.ts';
import { openDatabase } from '../../main/db/open-database.ts';
import type { RunningServer } from '../../server/start.ts';
import { databaseOf } from '../../server/store/database-of.ts';
import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import type { RecordData } from '../../shared/domain/records.ts';
import { paths } from '../../shared/protocol/protocol.ts';
import type { Ledger } from './ledger.ts';
import type { Akt, Municipality } from './municipality.ts';
import type { Random } from './random.ts';
import type { SimClient } from './sim-client.ts';

/** In every document that is made here: found nowhere on any disk. */
const planted = 'PLANTERAT';
/** Bytes of a document that says this, and no other. */
export const plantedBytes = (text: string): Buffer => Buffer.from(`${planted} ${text} `.repeat(20));
const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

type Turn = {
  client: SimClient;
  akt: Akt;
  random: Random;
  ledger: Ledger;
  run: (name: string, input: unknown) => Promise<boolean>;
};

/** A document of a size by chance is stored, and filed where notes are written; now and then it is read back or found to be wrong. */
export async function workOnDocuments({ client, akt, random, ledger, run }: Turn): Promise<void> {
  const mine = [...ledger.documents].filter(([, one]) => one.personId === akt.personId);
  if (mine.length > 0 && random.chance(0.15)) {
    await run('dokument.felmarkera', { personId: akt.personId, dokumentId: random.pick(mine)[0], orsak: 'Fel kund' });
    return;
  }
  if (mine.length > 0 && random.chance(0.3)) {
    const [id, { sha256 }] = random.pick(mine);
    const bytes = await client.readDocument(id);
    if (bytes && nameOf(bytes) !== sha256) throw new Error(`${client.name} reads other bytes than document ${id} has`);
    return;
  }
  if (!akt.dokument) return;
  const { utredningId, lssInsatserId, hosUtforareId } = akt.dokument;
  const bytes = Buffer.from(`${planted} ${random.uuid()} `.repeat(1 + random.below(random.chance(0.1) ? 40_000 : 3000)));
  const stored = await client.storeDocument(bytes);
  if (!stored) return;
  const knytsTill = random.chance(0.5)
    ? { type: 'utredning', id: utredningId }
    : { type: 'verkstallighet', id: random.chance(0.7) ? lssInsatserId : hosUtforareId };
  const dokumentId = random.uuid();
  // Before it is asked for: a crash after the commit leaves a record that its user was not told of.
  ledger.documents.set(dokumentId, { personId: akt.personId, userId: client.userId, sha256: stored.sha256 });
  const input = {
    personId: akt.personId,
    dokumentId,
    rubrik: `Utlåtande ${random.below(100)}`,
    typ: 'Utlåtande',
    knytsTill,
    sidor: 1,
    ...stored,
  };
  await run('dokument.arkivera', input);
}

/** The server as it was before some of the bytes came: it does not know of them, and is another to its clients. */
export async function restoreWithoutBytes(
  { server, tenant, ledger }: Pick<World, 'server' | 'tenant' | 'ledger'>,
  random: Random,
): Promise<void> {
  for (const id of ledger.documents.keys()) {
    if (!random.chance(0.6)) continue;
    ledger.unreceived.add(id);
    const parts = await server.store.blobParts(tenant, id);
    await server.store.dropBlob(
      tenant,
      id,
      parts.map(({ object }) => object),
      new Date(0).toISOString(),
    );
  }
  await server.store.newEpoch(tenant);
}

type World = { server: RunningServer; tenant: string; clients: SimClient[]; ledger: Ledger; municipality: Municipality };
type Row = { id: string; buckets: string[]; data: RecordData<'dokument'> };

const recordsOf = async ({ server, tenant }: Pick<World, 'server' | 'tenant'>): Promise<Row[]> =>
  (await databaseOf(server.store)
    .selectFrom('record')
    .select(['id', 'buckets', 'data'])
    .where('tenant', '=', tenant)
    .where('type', '=', 'dokument')
    .execute()) as unknown as Row[];

/**
 * Documents whose author has not lost the bytes to a damaged disk: the server is to have them, also of those who read them no more. Those that
 * it had received, and lost, are asked of who reads them.
 */
export async function notReceived(world: World): Promise<string[]> {
  const { ledger, server, tenant, municipality } = world;
  const records = await recordsOf(world);
  const stored = new Map(
    (
      await server.store.dokumentById(
        tenant,
        records.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  return records.flatMap(({ id, buckets, data }) => {
    // Of a letter that two made at once the first one's.
    const userId = data.skapad.anvandareId;
    const author = municipality.users.find((user) => user.id === userId);
    const reads = author && bucketsOfAnvandare({ ...author.data, id: userId }).some((bucket) => buckets.includes(bucket));
    const mayBeGone = ledger.lostBytes.has(userId) || (!reads && ledger.unreceived.has(id));
    return mayBeGone || stored.get(id)?.received ? [] : [id];
  });
}

/** Bytes that a closed program still has, and that neither a record nor a command of its replica names; but what is about to be filed. */
export function bytesOfNothing({ file, documentsFile, key, name }: SimClient): string[] {
  if (!existsSync(documentsFile)) return [];
  const [replica, documents] = [openDatabase(file, key), openDatabase(documentsFile, key, blobSchema)];
  try {
    const names = (db: typeof replica, sql: string) => db.prepare<[], string>(sql).pluck().all();
    const named = new Set([
      ...names(replica, "SELECT data ->> '$.sha256' FROM record WHERE type = 'dokument'"),
      ...names(replica, "SELECT input ->> '$.sha256' FROM outbox WHERE name = 'dokument.arkivera' AND state IN ('waiting', 'refused')"),
    ]);
    return names(documents, "SELECT sha256 FROM blob WHERE NOT (egen = 1 AND at <> '')")
      .filter((sha256) => !named.has(sha256))
      .map((sha256) => `${name} has the bytes ${sha256}, which nothing there names`);
  } finally {
    replica.close();
    documents.close();
  }
}

/** What was received is there and whole, and for those who read the record alone; no disk has a word of it. */
export async function documentDefects(world: World): Promise<string[]> {
  const { server, tenant, municipality, ledger } = world;
  const records = await recordsOf(world);
  const stored = new Map(
    (
      await server.store.dokumentById(
        tenant,
        records.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  const defects: string[] = [];
  for (const { id, data: user } of municipality.users) {
    const signedIn = await fetch(`${server.url}/t/${tenant}/v1${paths.demoSignIn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ anvandareId: id }),
    });
    const { token } = (await signedIn.json()) as { token?: string };
    const mine = bucketsOfAnvandare({ ...user, id });
    for (const { id: documentId, buckets, data } of records) {
      const url = `${server.url}/t/${tenant}/v1${paths.dokumentBytes.replace(':dokumentId', documentId)}`;
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      const bytes = Buffer.from(await response.arrayBuffer());
      const may = user.aktiv && buckets.some((bucket) => mine.includes(bucket)) && (stored.get(documentId)?.received ?? false);
      if (may !== response.ok) defects.push(`${user.namn} ${may ? 'cannot' : 'can'} fetch document ${documentId}: ${response.status}`);
      else if (may && nameOf(bytes) !== data.sha256) defects.push(`document ${documentId} is not whole at the server`);
      else if (may && ledger.documents.get(documentId)?.sha256 !== data.sha256) defects.push(`document ${documentId} names other bytes`);
    }
  }
  return defects;
}

/** Files below a folder in which what was planted can be read. */
export function plaintextIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(planted))
    .map((file) => `${file} has a document in plaintext`);
}
