import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ids, signeradAv, stored, uuid } from '../services/testing/records.ts';
import type { DocumentTransport } from '../sync/ports.ts';
import { TransportError } from '../sync/transport-error.ts';
import { anna, synced, testComputer, user } from './testing/computer.ts';

let computer: ReturnType<typeof testComputer>;
beforeEach(() => {
  computer = testComputer();
});
afterEach(() => computer.remove());

async function signedIn() {
  const one = computer.start();
  await one.call('session.loggaIn', user);
  await synced(one);
  return one;
}
const arkivera = (stored: { sha256: string; storlek: number }, dokumentId = uuid(900)) => ({
  name: 'dokument.arkivera',
  input: {
    ...{ personId: anna, dokumentId, rubrik: 'Utlåtande', typ: 'Utlåtande', sidor: 1, ...stored },
    knytsTill: { type: 'utredning', id: uuid(201) },
  },
});
const bytesOf = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces]);

test('a record is not made of bytes that are not on the disk, nor of another size', async () => {
  const one = await signedIn();
  const stored = await one.core.documents().put([randomBytes(1000)]);
  for (const wrong of [
    { ...stored, sha256: 'a'.repeat(64) },
    { ...stored, storlek: 999 },
  ]) {
    expect(await one.call('kommando.kor', arkivera(wrong))).toMatchObject({ ok: false, error: { code: 'dokument-skadat' } });
  }
  expect(await one.call('kommando.kor', arkivera(stored))).toMatchObject({ ok: true, value: { ok: true } });
});

test('stored offline it is there after the program was killed, with its record, and says that it is here alone', async () => {
  const one = await signedIn();
  const bytes = randomBytes(300_000);
  const stored = await one.core.documents().put([bytes]);
  computer.server.state.reachable = false;
  await one.call('kommando.kor', arkivera(stored));
  one.core.crash();
  const again = computer.start();
  await again.call('session.loggaIn', user);
  expect(bytesOf(await again.core.documents().read(uuid(900)))).toEqual(bytes);
  expect(again.core.documents().lageOf(uuid(900))).toBe('endastHar');
});

test('VY-01 the page reads a document a piece at a time, also offline; one that is not here says so', async () => {
  const one = await signedIn();
  const bytes = randomBytes(700_000);
  const kept = await one.core.documents().put([bytes.subarray(0, 300_000), bytes.subarray(300_000)]);
  computer.server.state.reachable = false;
  await one.call('kommando.kor', arkivera(kept));
  await one.call('kund.oppna', { personId: anna });
  const las = (id: string, fran: number, antal: number) => one.call('dokument.las', { kalla: { slag: 'dokument', id }, fran, antal });
  for (const [from, to] of [
    [0, 65_536],
    [262_000, 300_500],
    [699_999, 700_000],
    [0, 700_000],
  ] as const) {
    const piece = bytes.subarray(from, to).toString('base64');
    expect(await las(uuid(900), from, to - from)).toEqual({ ok: true, value: { storlek: 700_000, bytes: piece } });
  }
  expect(await las(uuid(900), 700_000, 10)).toEqual({ ok: true, value: { storlek: 700_000, bytes: '' } });
  expect(await las(uuid(901), 0, 10)).toMatchObject({ ok: false, error: { code: 'finns-inte' } });

  computer.server.state.reachable = true;
  computer.server.change([
    stored('dokument', uuid(902), `akt:${anna}`, {
      ...{ rubrik: 'Protokoll', typ: 'Protokoll', knytsTill: { type: 'utredning', id: uuid(201) }, sha256: 'b'.repeat(64) },
      ...{ storlek: 10, sidor: 1, skapad: signeradAv() },
    }),
  ]);
  await one.call('synk.nu', {});
  await expect.poll(() => one.call('dokument.hamta', { id: uuid(902) })).toMatchObject({ ok: true });
  computer.server.state.reachable = false;
  expect(await las(uuid(902), 0, 10)).toMatchObject({ ok: false, error: { code: 'dokument-inte-har' } });
});

test('it is unsent until both its record and its bytes are received, also when the user no longer reads it', async () => {
  let takes = false;
  const taken: string[] = [];
  const transport: DocumentTransport = {
    async put(id, { all }) {
      if (!takes) throw new TransportError('The server could not do this now', { code: 'unavailable' });
      taken.push(id);
      return { har: all, mottagen: true };
    },
    async *get() {},
    putBunt: async () => ({ mottagna: [] }),
    getBunt: async () => [],
    lage: async (asked) => ({ lagen: asked.map((id) => ({ id, mottagen: taken.includes(id) })) }),
  };
  const one = computer.start({ documentTransportFactory: () => transport });
  await one.call('session.loggaIn', user);
  await synced(one);
  const osanda = async () => {
    const status = await one.call('status.hamta', {});
    return status.ok ? status.value.osanda : undefined;
  };
  computer.server.state.reachable = false;
  await one.call('kommando.kor', arkivera(await one.core.documents().put([randomBytes(1000)])));
  expect(await osanda()).toBe(1);
  // The server takes it, and the user reads it no more: the record is not among those that come.
  Object.assign(computer.server.state, { reachable: true, accept: true });
  await one.call('synk.nu', {});
  await expect.poll(() => one.core.documents().lageOf(uuid(900))).toBeUndefined();
  await synced(one);
  expect(await osanda()).toBe(1);
  // What is counted has its row in Utkorg: the command is received, the document is not.
  const rad = async () => one.call('utkorg.lista', {});
  expect(await rad()).toMatchObject({ value: [{ name: 'dokument.arkivera', tillstand: 'koad', fil: true }] });
  takes = true;
  await expect.poll(osanda, { timeout: 100_000 }).toBe(0);
  expect(taken).toEqual([uuid(900)]);
  expect(one.heard.filter((event) => event.event === 'status').at(-1)).toMatchObject({ status: { osanda: 0 } });
}, 120_000);

test('no file of the profile has a word of it in plaintext', async () => {
  const one = await signedIn();
  const stored = await one.core.documents().put([Buffer.from('planterat ord '.repeat(30_000))]);
  await one.call('kommando.kor', arkivera(stored));
  one.core.crash();
  const files = readdirSync(computer.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes('planterat')).map(({ name }) => name)).toEqual(
    [],
  );
});

test('documents that cannot be opened keep nobody from working, and it is told', async () => {
  const first = await signedIn();
  await first.core.close();
  rmSync(join(computer.folder, 'nycklar', `dokument-c1-${ids.handlaggare}.key`));
  const one = await signedIn();
  expect(computer.logged).toMatchObject([{ event: 'documents', code: 'databasen-fel-nyckel' }]);
  expect(() => one.core.documents()).toThrow();
  expect(await one.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
});

test('damaged, they are put aside with what is whole taken over, and it is told', async () => {
  const first = await signedIn();
  const kept: { sha256: string; storlek: number }[] = [];
  for (let n = 0; n < 4; n += 1) {
    kept.push(await first.core.documents().put([randomBytes(200_000)]));
    await first.call('kommando.kor', arkivera(kept[n] as (typeof kept)[number], uuid(900 + n)));
  }
  await first.core.close();
  const file = join(computer.folder, `dokument-c1-${ids.handlaggare}.db`);
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0, 4096 * Math.floor(bytes.length / 8192), 4096 * Math.floor(bytes.length / 8192) + 4096));
  const one = await signedIn();
  const read = await Promise.allSettled(kept.map(async (_, n) => bytesOf(await one.core.documents().read(uuid(900 + n)))));
  expect(read.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(computer.logged).toMatchObject([{ event: 'damaged-documents', saved: 3 }]);
  expect(kept.map((_, n) => one.core.documents().lageOf(uuid(900 + n))).filter((lage) => lage === 'saknas')).toHaveLength(1);
});
