import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { openBlobs } from '../../main/blobs/blobs.ts';
import { openDatabase } from '../../main/db/open-database.ts';
import { createDocumentSync } from '../../main/sync/document-sync.ts';
import { createDocumentTransport } from '../../main/sync/document-transport.ts';
import { platformTimers } from '../../main/sync/platform-timers.ts';
import type { NamedDocument, SyncDocuments } from '../../main/sync/ports.ts';
import { paths, protocolVersion, pushResponse, signInResponse } from '../../shared/protocol/protocol.ts';
import { bareHttpUrl } from './bare-http.ts';
import { benchTenant } from './demo-files.ts';
import { type Metric, relative } from './metric.ts';
import { type BenchAkt, type ServerAkter, writeServerAkter } from './server-akter.ts';
import { startServerProcess } from './server-process.ts';

const count = 1000;
const bytesEach = 100_000;
const atOnce = 8;
const key = new Uint8Array(32).fill(1);
const clock = { now: () => new Date() };

type Pdf = { bytes: Buffer; sha256: string };

/**
 * 1,000 documents of 100 kB from one computer to the server and down to another, against bare HTTP there and back with the same bytes put into
 * an encrypted database, one transaction a document.
 */
export async function benchBlobSync(): Promise<Metric[]> {
  const pdfs = Array.from({ length: count }, (): Pdf => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(bytesEach - 9)]);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const akter = writeServerAkter([{ notes: 20 }]);
  const server = await startServerProcess(akter.dir, { measured: true });
  const dir = mkdtempSync(join(tmpdir(), 'aktnara-bench-blobs-'));
  try {
    const token = await signIn(server.url, akter.userId);
    const documents = await file(server.url, token, akter, pdfs);
    const [from, to] = ['from', 'to'].map((name) =>
      openBlobs({ file: join(dir, `${name}.db`), key, room: { free: () => 1e12, quota: 1e12 }, clock }),
    ) as [ReturnType<typeof openBlobs>, ReturnType<typeof openBlobs>];
    for (const { bytes } of pdfs) await from.put([bytes]);
    // As when the command that names them has been given.
    for (const document of documents) from.file(document);
    const sync = (blobs: typeof from, scopes: string[], isDone: () => boolean) =>
      moved({ blobs, documents, scopes, isDone, url: server.url, token });
    const up = await sync(
      from,
      [],
      inTurn(documents, ({ id }) => (from.dokument(id)?.mottagen ?? null) !== null),
    );
    const down = await sync(
      to,
      ['akt'],
      inTurn(documents, ({ sha256 }) => to.size(sha256) !== undefined),
    );
    for (const blobs of [from, to]) blobs.close();
    const bare = await bareHttp(pdfs);
    const insert = encryptedInsert(join(dir, 'bare.db'), pdfs);
    console.error(
      `  up ${Math.round(up)} ms, down ${Math.round(down)} ms; bare HTTP ${Math.round(bare)} ms, insert ${Math.round(insert)} ms`,
    );
    // At least 40 % of the raw speed.
    return [relative('blob-sync', up + down, 'ms', bare + insert, 2.5)];
  } finally {
    await server.stop();
    akter.remove();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function signIn(url: string, anvandareId: string): Promise<string> {
  return signInResponse.parse(await ask(`${url}/t/${benchTenant}/v1${paths.demoSignIn}`, { anvandareId })).token;
}

/** The records come first, as in the product. */
async function file(url: string, token: string, akter: ServerAkter, pdfs: Pdf[]): Promise<NamedDocument[]> {
  const { personId, utredningId } = akter.akter[0] as BenchAkt;
  const documents = pdfs.map(({ sha256 }) => ({ id: v7(), scope: 'akt', version: 1, sha256, storlek: bytesEach, skapadAv: akter.userId }));
  const clientId = v7();
  const commands = documents.map(({ id, sha256, storlek }, nr) => ({
    ...{ seq: nr + 1, id: v7(), name: 'dokument.arkivera', version: 1, at: '2026-11-20T09:00:00.000Z' },
    input: {
      ...{ personId, dokumentId: id, rubrik: `Utlåtande ${nr}`, typ: 'Utlåtande', sha256, storlek, sidor: 1 },
      knytsTill: { type: 'utredning', id: utredningId },
    },
  }));
  for (let at = 0; at < count; at += 100) {
    const body = { protocol: protocolVersion, clientId, epoch: null, commands: commands.slice(at, at + 100) };
    const { results } = pushResponse.parse(await ask(`${url}/t/${benchTenant}/v1${paths.push}`, body, token));
    const refused = results.find(({ outcome }) => outcome !== 'ok');
    if (refused) throw new Error(`not filed: ${JSON.stringify(refused)}`);
  }
  return documents;
}

/** @returns whether it holds of all, asked of those alone of which it did not hold before */
function inTurn<T>(all: T[], holds: (one: T) => boolean): () => boolean {
  let done = 0;
  return () => {
    for (let one = all[done]; one !== undefined && holds(one); one = all[done]) done += 1;
    return done === all.length;
  };
}

/** As the replica knows them. */
function replicaOf(documents: NamedDocument[]): SyncDocuments {
  const byId = new Map(documents.map((one) => [one.id, one]));
  return {
    document: (id) => byId.get(id),
    documentsIn: (scope) => documents.filter((one) => one.scope === scope),
    documentsNaming: (names) => documents.filter(({ sha256 }) => new Set(names).has(sha256)),
    filings: () => [],
    drafted: () => [],
    isFilingSettled: () => false,
  };
}

async function ask(url: string, body: unknown, token?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

type Move = {
  blobs: ReturnType<typeof openBlobs>;
  documents: NamedDocument[];
  scopes: string[];
  isDone: () => boolean;
  url: string;
  token: string;
};

/** Milliseconds until all of it is where it is to be. */
async function moved({ blobs, documents, scopes, isDone, url, token }: Move): Promise<number> {
  let failed: unknown;
  const sync = createDocumentSync({
    ...{ blobs, clock, timers: platformTimers, random: Math.random },
    ...{ documents: replicaOf(documents), anvandareId: documents[0]?.skapadAv ?? '' },
    transport: createDocumentTransport({ serverUrl: url, tenant: benchTenant, token: () => token }),
    epoch: () => 'bench',
    ownScopes: () => new Set(scopes),
    isComplete: () => false,
    onError: (error) => {
      failed = error;
    },
  });
  const began = performance.now();
  sync.start();
  while (!isDone()) {
    if (failed) throw failed;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const ms = performance.now() - began;
  await sync.stop();
  return ms;
}

/** The same bytes up and down over HTTP, as many at once, and nothing done with them. */
async function bareHttp(pdfs: Pdf[]): Promise<number> {
  const { url, stop } = await bareHttpUrl();
  const each = async (work: (pdf: Pdf) => Promise<void>) => {
    const waiting = [...pdfs];
    const next = async () => {
      for (let one = waiting.shift(); one; one = waiting.shift()) await work(one);
    };
    await Promise.all(Array.from({ length: atOnce }, next));
  };
  const began = performance.now();
  await each(async ({ bytes, sha256 }) => {
    await (await fetch(`${url}/${sha256}`, { method: 'PUT', body: new Uint8Array(bytes) })).arrayBuffer();
  });
  await each(async ({ sha256 }) => {
    const { byteLength } = await (await fetch(`${url}/${sha256}`)).arrayBuffer();
    if (byteLength !== bytesEach) throw new Error('other bytes came back');
  });
  const ms = performance.now() - began;
  stop();
  return ms;
}

function encryptedInsert(path: string, pdfs: Pdf[]): number {
  const db = openDatabase(path, key, [(one) => one.exec('CREATE TABLE blob (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)')]);
  const insert = db.prepare('INSERT INTO blob (sha256, bytes) VALUES (?, ?)');
  const began = performance.now();
  for (const { sha256, bytes } of pdfs) insert.run(sha256, bytes);
  const ms = performance.now() - began;
  db.close();
  return ms;
}
