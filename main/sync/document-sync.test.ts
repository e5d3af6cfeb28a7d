import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { openBlobs } from '../blobs/blobs.ts';
import { createDocumentSync, type DocumentSync } from './document-sync.ts';
import { platformTimers } from './platform-timers.ts';
import type { DocumentTransport, NamedDocument, Timers } from './ports.ts';
import { TransportError } from './transport-error.ts';

const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces]);

/** What the server has of each document it knows, as the real one answers (server/http/dokument-routes.ts). */
function fakeServer() {
  const known = new Map<string, { sha256: string; storlek: number; bytes: Buffer; mottagen: boolean }>();
  const state = { epoch: randomUUID() as string, known, requests: 0, sent: 0 };
  /** Called before each piece that is carried: how many bytes of it get through, or what became of them. */
  const faults = {
    up: (bytes: Uint8Array) => bytes,
    down: (bytes: Uint8Array) => bytes,
    cutUp: Infinity,
    cutDown: Infinity,
    gone: false,
    failing: new Set<string>(),
  };
  const found = (id: string) => {
    state.requests += 1;
    if (faults.gone) throw new TransportError('The server was not reached');
    if (faults.failing.has(id)) throw new TransportError('The server could not do this now', { code: 'unavailable' });
    const one = known.get(id);
    if (!one) throw new TransportError('no', { code: 'not-found' });
    return one;
  };
  const transport: DocumentTransport = {
    async put(id, { start, bytes }) {
      const one = found(id);
      const came = Buffer.from(faults.up(bytes)).subarray(0, faults.cutUp);
      state.sent += came.length;
      if (!one.mottagen && start === one.bytes.length) one.bytes = Buffer.concat([one.bytes, came]);
      if (came.length < bytes.length) throw new TransportError('The connection was lost');
      if (!one.mottagen && one.bytes.length === one.storlek) {
        one.mottagen = nameOf(one.bytes) === one.sha256;
        if (!one.mottagen) {
          one.bytes = Buffer.alloc(0);
          return { har: 0, mottagen: false, skadat: true };
        }
      }
      return { har: one.bytes.length, mottagen: one.mottagen };
    },
    async *get(id, from) {
      const one = found(id);
      if (!one.mottagen) throw new TransportError('no', { code: 'not-received' });
      let left = faults.cutDown;
      for (let at = from; at < one.bytes.length; at += 50_000) {
        const bytes = Buffer.from(faults.down(one.bytes.subarray(at, at + 50_000))).subarray(0, left);
        left -= bytes.length;
        if (bytes.length > 0) yield bytes;
        if (left <= 0) throw new TransportError('The connection was lost');
      }
    },
    async putBunt(documents) {
      const mottagna: string[] = [];
      for (const { id, bytes } of documents) {
        const one = known.get(id) && found(id);
        if (!one) continue;
        const came = Buffer.from(faults.up(bytes)).subarray(0, faults.cutUp);
        state.sent += came.length;
        if (came.length < bytes.length) throw new TransportError('The connection was lost');
        if (one.mottagen || nameOf(came) === one.sha256) {
          Object.assign(one, { bytes: one.mottagen ? one.bytes : came, mottagen: true });
          mottagna.push(id);
        }
      }
      return { mottagna };
    },
    async getBunt(ids) {
      let left = faults.cutDown;
      return ids.flatMap((id) => {
        const one = known.get(id) && found(id);
        if (!one?.mottagen) return [];
        left -= one.bytes.length;
        return left < 0 ? [] : [{ id, bytes: Buffer.from(faults.down(one.bytes)) }];
      });
    },
    async lage(ids) {
      if (faults.gone) throw new TransportError('The server was not reached');
      return { lagen: ids.flatMap((id) => (known.has(id) ? [{ id, mottagen: known.get(id)?.mottagen ?? false }] : [])) };
    },
  };
  return { state, faults, transport };
}

/** Of the one at each computer: what is filed there says so. */
let last = 0;

const rigs: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of rigs.splice(0)) await one.close();
});

/** Time that passes when the test says so; what waits for its turn has it. */
function clockwork() {
  let now = Date.parse('2026-11-20T09:00:00.000Z');
  const waiting = new Map<number, { at: number; run: () => void }>();
  let last = 0;
  const timers: Timers = {
    setTimeout(run, ms) {
      last += 1;
      waiting.set(last, { at: now + ms, run });
      return last;
    },
    clearTimeout: (handle) => void waiting.delete(handle as number),
    breathe: platformTimers.breathe,
  };
  return {
    timers,
    clock: { now: () => new Date(now) },
    advance(ms: number) {
      now += ms;
      for (const [handle, { at, run }] of [...waiting]) if (at <= now && waiting.delete(handle)) run();
    },
  };
}

function computer(server: ReturnType<typeof fakeServer>, { free = (): number => 1e12, quota = 1e12 } = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'aktnara-dokument-'));
  const { timers, clock, advance } = clockwork();
  const blobs = openBlobs({ file: join(dir, 'dokument.db'), key: randomBytes(32), room: { free, quota }, clock });
  last += 1;
  const anvandareId = `användare ${last}`;
  const held = new Map<string, NamedDocument>();
  const own = new Set<string>();
  const errors: unknown[] = [];
  const outbox: { id: string; sha256: string }[] = [];
  const settled = new Set<string>();
  const drafted: string[] = [];
  const read: string[] = [];
  let complete = true;
  const sync: DocumentSync = createDocumentSync({
    ...{ blobs, transport: server.transport, timers, clock, random: () => 0.5 },
    documents: {
      document: (id) => held.get(id),
      documentsIn(scope) {
        read.push(scope);
        return [...held.values()].filter((one) => one.scope === scope);
      },
      documentsNaming(names) {
        read.push('names');
        return [...held.values()].filter(({ sha256 }) => names.includes(sha256));
      },
      filings: () => outbox,
      drafted: () => drafted,
      isFilingSettled: (id) => settled.has(id),
    },
    anvandareId,
    epoch: () => server.state.epoch,
    ownScopes: () => own,
    isComplete: () => complete,
    onError: (error) => errors.push(error),
  });
  const one = {
    ...{ blobs, held, own, errors, outbox, settled, drafted, read, sync, advance },
    incomplete: () => {
      complete = false;
    },
    /** Stores bytes and files a document with them; the record reaches the server. */
    async file(bytes: Buffer, { received = true } = {}): Promise<NamedDocument> {
      const { sha256, storlek } = await blobs.put([bytes]);
      const document = { id: randomUUID(), scope: 'akt:1', version: received ? 1 : 0, sha256, storlek, skapadAv: anvandareId };
      held.set(document.id, document);
      blobs.file(document);
      if (received) server.state.known.set(document.id, { sha256, storlek, bytes: Buffer.alloc(0), mottagen: false });
      return document;
    },
    /** Lets it work until a condition holds. */
    async until(holds: () => boolean): Promise<void> {
      for (let turn = 0; !holds(); turn += 1) {
        if (turn > 2000) throw new Error(`it does not come about: ${errors.map(String).join()}`);
        sync.changed(['akt:1', 'akt:own']);
        sync.wake();
        advance(turn % 10 === 9 ? 61_000 : 100);
        await platformTimers.breathe();
      }
    },
    /** So much time passes, and it has done what it does then. */
    async hours(count: number): Promise<void> {
      advance(count * 3_600_000);
      for (let turn = 0; turn < 40; turn += 1) await platformTimers.breathe();
    },
    async close() {
      await sync.stop();
      blobs.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  rigs.push(one);
  sync.start();
  return one;
}

describe('the bytes of documents reach the server', () => {
  test('endast här, köad, mottagen: green by the server’s word alone', async () => {
    const server = fakeServer();
    const anna = computer(server);
    const document = await anna.file(randomBytes(3_500_000), { received: false });
    await platformTimers.breathe();
    expect(anna.sync.lageOf(document.id)).toBe('endastHar');
    anna.held.set(document.id, { ...document, version: 1 });
    server.faults.gone = true;
    anna.sync.wake();
    expect(anna.sync.lageOf(document.id)).toBe('koad');
    server.faults.gone = false;
    server.state.known.set(document.id, { ...document, bytes: Buffer.alloc(0), mottagen: false });
    await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
    expect(server.state.known.get(document.id)?.mottagen).toBe(true);
  });

  test('cut at any byte it goes on from there, and no more than the rest is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2_500_000 }), fc.integer({ min: 1, max: 1_100_000 }), async (length, cut) => {
        const server = fakeServer();
        const anna = computer(server);
        server.faults.cutUp = cut;
        const document = await anna.file(randomBytes(length));
        const before = server.state.sent;
        await anna.until(() => server.state.sent > before);
        server.faults.cutUp = Infinity;
        await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
        // A small document is sent whole again; of a larger one only what had not come.
        expect(server.state.sent).toBeLessThanOrEqual(length > 1_048_576 ? length : 2 * length);
      }),
      { numRuns: 15 },
    );
  });

  test('a byte that is changed on the way is reported, and the right ones come in the end', async () => {
    const server = fakeServer();
    const anna = computer(server);
    server.faults.up = (bytes) => Buffer.from(bytes).fill(0xaa, 0, 1);
    const document = await anna.file(Buffer.alloc(10_000, 1));
    await anna.until(() => anna.errors.some((error) => (error as { code?: string }).code === 'dokument-skadat'));
    server.faults.up = (bytes) => bytes;
    await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
    expect(server.state.known.get(document.id)?.bytes).toEqual(Buffer.alloc(10_000, 1));
  });

  test('a server restored from yesterday gets what it lacks, also from one who only fetched it', async () => {
    const server = fakeServer();
    const [anna, bo] = [computer(server), computer(server)];
    const document = await anna.file(randomBytes(20_000));
    await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
    bo.held.set(document.id, document);
    await bo.sync.fetch(document.id);
    await anna.sync.stop();
    server.state.epoch = randomUUID();
    server.state.known.set(document.id, { ...document, bytes: Buffer.alloc(0), mottagen: false });
    await bo.until(() => server.state.known.get(document.id)?.mottagen === true);
    expect(bo.sync.lageOf(document.id)).toBe('mottagen');
  });

  test('what the server has lost of what it had received is asked for and sent again, without a word from it', async () => {
    const server = fakeServer();
    const anna = computer(server);
    const document = await anna.file(randomBytes(20_000));
    await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
    server.state.known.set(document.id, { ...document, bytes: Buffer.alloc(0), mottagen: false });
    anna.advance(25 * 3_600_000);
    await anna.until(() => server.state.known.get(document.id)?.mottagen === true);
  });

  test('bytes that the server cannot take now hinder nobody from reading', async () => {
    const server = fakeServer();
    const [anna, bo] = [computer(server), computer(server)];
    const there = await bo.file(randomBytes(20_000));
    await bo.until(() => bo.sync.lageOf(there.id) === 'mottagen');
    server.faults.up = () => {
      throw new TransportError('The server could not do this now', { code: 'unavailable' });
    };
    const document = await anna.file(randomBytes(20_000));
    anna.held.set(there.id, there);
    await anna.sync.fetch(there.id);
    expect(bytesOf(anna.blobs.read(there.sha256))).toHaveLength(20_000);
    expect(anna.sync.lageOf(document.id)).toBe('koad');
  });

  test('one document that the server refuses stops no other', async () => {
    const server = fakeServer();
    const anna = computer(server);
    const refused = await anna.file(randomBytes(100));
    server.state.known.delete(refused.id);
    const taken = await anna.file(randomBytes(100));
    await anna.until(() => anna.sync.lageOf(taken.id) === 'mottagen');
    expect(anna.sync.lageOf(refused.id)).toBe('koad');
  });

  test('one document that the server fails at stops no other, and comes when it can', async () => {
    const server = fakeServer();
    const anna = computer(server);
    server.faults.gone = true;
    const all: NamedDocument[] = [];
    for (let n = 0; n < 20; n += 1) all.push(await anna.file(randomBytes(100)));
    const [first] = all as [NamedDocument];
    server.faults.failing.add(first.id);
    server.faults.gone = false;
    await anna.until(() => all.every(({ id }) => id === first.id || anna.sync.lageOf(id) === 'mottagen'));
    expect(anna.sync.lageOf(first.id)).toBe('koad');
    expect(anna.sync.unsent()).toHaveLength(1);
    server.faults.failing.clear();
    for (let hour = 0; anna.sync.lageOf(first.id) !== 'mottagen'; hour += 1) {
      expect(hour).toBeLessThan(5);
      await anna.hours(1);
    }
  });

  test('a server that fails at all is left alone for a while, not asked for each', async () => {
    const server = fakeServer();
    const anna = computer(server);
    server.faults.gone = true;
    for (let n = 0; n < 60; n += 1) await anna.file(randomBytes(100));
    for (let turn = 0; turn < 200; turn += 1) await platformTimers.breathe();
    server.state.requests = 0;
    anna.advance(61_000);
    for (let turn = 0; turn < 200; turn += 1) await platformTimers.breathe();
    expect(server.state.requests).toBeGreaterThan(0);
    expect(server.state.requests).toBeLessThan(20);
  });
});

describe('a right that is gone between the record and its bytes', () => {
  test('they go up all the same, are unsent until then, and leave this computer after', async () => {
    const server = fakeServer();
    const anna = computer(server);
    server.faults.gone = true;
    const document = await anna.file(randomBytes(3000));
    expect(anna.sync.unsent()).toHaveLength(1);
    anna.held.delete(document.id);
    await anna.hours(100);
    expect(anna.sync.unsent()).toHaveLength(1);
    expect(anna.blobs.size(document.sha256)).toBe(3000);
    server.faults.gone = false;
    await anna.until(() => server.state.known.get(document.id)?.mottagen === true);
    expect(anna.sync.unsent()).toHaveLength(0);
    await anna.until(() => anna.blobs.size(document.sha256) === undefined);
    expect(anna.blobs.dokument(document.id)).toBeUndefined();
  });

  test('a server that was restored meanwhile is asked before they go, and gets them', async () => {
    const server = fakeServer();
    const anna = computer(server);
    const document = await anna.file(randomBytes(3000));
    await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
    server.state.epoch = randomUUID();
    server.state.known.set(document.id, { ...document, bytes: Buffer.alloc(0), mottagen: false });
    anna.held.delete(document.id);
    await anna.until(() => server.state.known.get(document.id)?.mottagen === true);
    await anna.until(() => anna.blobs.size(document.sha256) === undefined);
  });

  test('nor do they stay for ever for a restored server that knows no such document, once nothing here files it', async () => {
    const server = fakeServer();
    const anna = computer(server);
    const document = await anna.file(randomBytes(3000));
    await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
    server.state.epoch = randomUUID();
    server.state.known.delete(document.id);
    anna.held.delete(document.id);
    anna.outbox.push(document);
    for (let hour = 0; hour < 30; hour += 1) await anna.hours(1);
    expect(anna.blobs.size(document.sha256)).toBe(3000);
    anna.outbox.pop();
    await anna.until(() => anna.blobs.size(document.sha256) === undefined);
  });

  test('another’s, which this computer fetched, is not the user’s to send or to count', async () => {
    const server = fakeServer();
    const [anna, bo] = [computer(server), computer(server)];
    const document = await anna.file(randomBytes(20_000));
    await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
    bo.held.set(document.id, document);
    await bo.sync.fetch(document.id);
    server.faults.failing.add(document.id);
    server.state.known.set(document.id, { ...document, bytes: Buffer.alloc(0), mottagen: false });
    bo.advance(25 * 3_600_000);
    await bo.until(() => bo.sync.unsent().length === 1);
    bo.held.delete(document.id);
    await bo.until(() => bo.blobs.size(document.sha256) === undefined);
    expect(bo.sync.unsent()).toHaveLength(0);
  });
});

describe('a document that was refused', () => {
  async function refused() {
    const server = fakeServer();
    const anna = computer(server);
    const document = await anna.file(randomBytes(3000), { received: false });
    anna.outbox.push(document);
    anna.held.delete(document.id);
    return { server, anna, document };
  }

  test('keeps its bytes while the user has not decided; then they go, by the server’s word', async () => {
    const { server, anna, document } = await refused();
    for (let hour = 0; hour < 30; hour += 1) await anna.hours(1);
    expect(anna.blobs.size(document.sha256)).toBe(3000);
    // It is told among what is to be acted on.
    expect(anna.sync.unsent()).toHaveLength(0);
    server.faults.gone = true;
    anna.outbox.pop();
    anna.settled.add(document.id);
    await anna.hours(1);
    expect(anna.sync.unsent()).toHaveLength(0);
    // The receipt may be gone before the server is reached.
    anna.settled.clear();
    await anna.hours(30);
    expect(anna.blobs.size(document.sha256)).toBe(3000);
    server.faults.gone = false;
    await anna.until(() => anna.blobs.size(document.sha256) === undefined);
    expect(anna.blobs.dokument(document.id)).toBeUndefined();
  });

  test('and was filed by another way gives its bytes to the server first', async () => {
    const { server, anna, document } = await refused();
    anna.outbox.pop();
    anna.settled.add(document.id);
    server.state.known.set(document.id, { ...document, bytes: Buffer.alloc(0), mottagen: false });
    await anna.until(() => server.state.known.get(document.id)?.mottagen === true);
  });
});

describe('and come to who reads them', () => {
  async function received(server: ReturnType<typeof fakeServer>, bytes: Buffer): Promise<NamedDocument> {
    const anna = computer(server);
    const document = await anna.file(bytes);
    await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
    return document;
  }

  test('ahead for the user’s own kunder, when asked for the others', async () => {
    const server = fakeServer();
    const [a, b] = [await received(server, randomBytes(1000)), await received(server, randomBytes(2_200_000))];
    const bo = computer(server);
    bo.own.add('akt:own');
    bo.held.set(a.id, { ...a, scope: 'akt:own' });
    bo.held.set(b.id, b);
    await bo.until(() => bo.blobs.size(a.sha256) !== undefined);
    expect(bo.sync.lageOf(b.id)).toBe('paServern');
    await bo.sync.fetch(b.id);
    expect(nameOf(bytesOf(bo.blobs.read(b.sha256)))).toBe(b.sha256);
  });

  test('cut at any byte, and with a byte changed: right in the end, and told', async () => {
    const server = fakeServer();
    const bytes = randomBytes(1_700_000);
    const document = await received(server, bytes);
    for (const cut of [1, 49_999, 50_000, 1_048_577, 1_699_999]) {
      const bo = computer(server);
      bo.held.set(document.id, document);
      server.faults.cutDown = cut;
      await expect(bo.sync.fetch(document.id)).rejects.toThrow('connection was lost');
      expect(bo.blobs.here(document.sha256)).toBe(cut);
      server.faults.cutDown = Infinity;
      server.faults.down = (piece) => Buffer.from(piece).fill(0xaa, 7, 8);
      if (cut === 50_000) await expect(bo.sync.fetch(document.id)).rejects.toMatchObject({ code: 'dokument-skadat' });
      server.faults.down = (piece) => piece;
      await bo.sync.fetch(document.id);
      expect(bytesOf(bo.blobs.read(document.sha256))).toEqual(bytes);
    }
  });

  test('an akt is looked through when something of it has changed, and not at every turn', async () => {
    const server = fakeServer();
    const document = await received(server, randomBytes(10));
    const bo = computer(server);
    bo.own.add(document.scope);
    bo.held.set(document.id, document);
    await bo.until(() => bo.blobs.size(document.sha256) !== undefined);
    await bo.hours(2);
    bo.read.length = 0;
    for (let turn = 0; turn < 30; turn += 1) {
      bo.sync.wake();
      bo.advance(20_000);
      await platformTimers.breathe();
    }
    expect(bo.read).toEqual([]);
    bo.sync.changed([document.scope]);
    bo.sync.wake();
    for (let turn = 0; turn < 9; turn += 1) await platformTimers.breathe();
    expect(bo.read).toContain(document.scope);
  });

  test('without the server it is said at once', async () => {
    const server = fakeServer();
    const document = await received(server, randomBytes(10));
    const bo = computer(server);
    bo.held.set(document.id, document);
    server.faults.gone = true;
    await expect(bo.sync.fetch(document.id)).rejects.toBeInstanceOf(TransportError);
    await expect(bo.sync.fetch(randomUUID())).rejects.toBeInstanceOf(TransportError);
  });

  test('a disk that is nearly full takes no more ahead, and what is asked for says why', async () => {
    const server = fakeServer();
    const document = await received(server, randomBytes(1000));
    let free = 1e9;
    const bo = computer(server, { free: () => free });
    bo.own.add(document.scope);
    bo.held.set(document.id, document);
    await bo.until(() => bo.errors.length > 0);
    expect(bo.errors[0]).toMatchObject({ code: 'dokument-ryms-inte' });
    await bo.sync.fetch(document.id);
    bo.blobs.remove(document.sha256);
    free = 1e8;
    await expect(bo.sync.fetch(document.id)).rejects.toMatchObject({ code: 'dokument-ryms-inte' });
  });
});

describe('a right that is gone takes the bytes with it', () => {
  test('when the last record that names them has left; never what the server has not', async () => {
    const server = fakeServer();
    const anna = computer(server);
    const bytes = randomBytes(1000);
    const [a, b] = [await anna.file(bytes), await anna.file(bytes)];
    const unsent = await anna.file(randomBytes(500), { received: false });
    await anna.until(() => [a, b].every(({ id }) => anna.sync.lageOf(id) === 'mottagen'));
    anna.held.delete(a.id);
    // Its right is gone before the server has the bytes, and the server is not reached.
    anna.held.delete(unsent.id);
    for (let turn = 0; turn < 20; turn += 1) await anna.until(() => turn >= 0).then(() => platformTimers.breathe());
    expect(anna.blobs.size(a.sha256)).toBe(1000);
    anna.held.delete(b.id);
    await anna.until(() => anna.blobs.size(a.sha256) === undefined);
    expect(anna.blobs.size(unsent.sha256)).toBe(500);
    expect([a, b, unsent].map(({ id }) => anna.blobs.dokument(id)?.mottagen)).toEqual([undefined, undefined, null]);
  });

  test('what is stored anew to be filed is kept, also when all that named it has left', async () => {
    const server = fakeServer();
    const anna = computer(server);
    const [named, orphan] = [randomBytes(100), randomBytes(200)];
    const document = await anna.file(named);
    await anna.blobs.put([orphan]);
    await anna.until(() => anna.sync.lageOf(document.id) === 'mottagen');
    await anna.hours(23);
    for (const bytes of [named, orphan]) await anna.blobs.put([bytes]);
    anna.held.delete(document.id);
    for (let hour = 0; hour < 23; hour += 1) await anna.hours(1);
    expect([named, orphan].map((bytes) => anna.blobs.size(nameOf(bytes)))).toEqual([100, 200]);
    for (let hour = 0; hour < 2; hour += 1) await anna.hours(1);
    expect([named, orphan].map((bytes) => anna.blobs.size(nameOf(bytes)))).toEqual([undefined, undefined]);
  });

  test('not while the replica is being filled, nor what a command or a draft still tells of', async () => {
    const server = fakeServer();
    const anna = computer(server);
    const { sha256 } = await anna.blobs.put([randomBytes(10)]);
    const written = await anna.blobs.put([randomBytes(10)]);
    anna.drafted.push(written.sha256);
    const orphan = await anna.blobs.put([randomBytes(10)]);
    anna.outbox.push({ id: randomUUID(), sha256 });
    anna.advance(25 * 3_600_000);
    await anna.until(() => anna.blobs.size(orphan.sha256) === undefined);
    expect(anna.blobs.size(sha256)).toBe(10);
    expect(anna.blobs.size(written.sha256)).toBe(10);
    anna.drafted.pop();
    await anna.hours(1);
    await anna.until(() => anna.blobs.size(written.sha256) === undefined);
    const other = computer(server);
    other.incomplete();
    await other.blobs.put([randomBytes(10)]);
    other.advance(25 * 3_600_000);
    for (let turn = 0; turn < 20; turn += 1) await platformTimers.breathe();
    expect(other.blobs.blobsAfter(0, 9)).toHaveLength(1);
  });
});
