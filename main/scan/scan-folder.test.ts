import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createScanFolder, folderFault, sha256Of } from './scan-folder.ts';

let root: string;
let folder: string;
let now: number;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'aktnara-skan-'));
  folder = join(root, 'skannade dokument');
  mkdirSync(folder);
  mkdirSync(join(root, 'data'));
  now = Date.parse('2026-11-20T09:00:00Z');
});
afterEach(() => rmSync(root, { recursive: true }));

const at = (name: string) => join(folder, name);
const put = (name: string, bytes: string | Uint8Array = 'ett blad', seconds = 0) => {
  writeFileSync(at(name), bytes);
  const time = new Date(Date.parse('2026-11-20T08:00:00Z') + seconds * 1000);
  utimesSync(at(name), time, time);
};
const inFolder = (largest = 1000) =>
  createScanFolder({ folder, dataDir: join(root, 'data'), largest, clock: { now: () => new Date(now) } });
type Folder = ReturnType<typeof inFolder>;
async function looks(one: Folder, count = 2) {
  let found = await one.look();
  for (let n = 1; n < count; n += 1) {
    now += 5_000;
    found = await one.look();
  }
  return found;
}
const states = ({ filer }: Awaited<ReturnType<Folder['look']>>) => Object.fromEntries(filer.map(({ namn, lage }) => [namn, lage]));
async function ready(one: Folder, name: string) {
  const file = (await looks(one)).filer.find(({ namn }) => namn === name);
  if (!file) throw new Error(`no ${name}`);
  return file;
}

describe('SKAN-01 FORB-50 what lies in the folder', () => {
  test('the newest first, with size and time; what is no file to be filed is not there', async () => {
    put('äldst.PDF', 'aaa', 1);
    put('nyast.tif', 'b', 3);
    put('mitten.jpeg', 'cc', 2);
    for (const name of ['.dold.pdf', '~$öppen.pdf', 'Thumbs.db', 'laddas.pdf.part', 'skan.tmp']) put(name);
    for (const name of ['brev.docx', 'utan ändelse']) put(name);
    mkdirSync(at('mapp.pdf'));
    writeFileSync(join(root, 'utanför.pdf'), 'hemligt');
    symlinkSync(join(root, 'utanför.pdf'), at('länk.pdf'));
    const found = await looks(inFolder());
    expect(found.filer.map(({ namn, storlek }) => [namn, storlek])).toEqual([
      ['nyast.tif', 1],
      ['mitten.jpeg', 2],
      ['äldst.PDF', 3],
    ]);
    expect(found.filer[0]?.andrad.toISOString()).toBe('2026-11-20T08:00:03.000Z');
    expect(found).toMatchObject({ ovriga: 2, fler: 0 });
  });

  test('a file that grows, is touched or is empty is waited for, whatever its time says', async () => {
    const one = inFolder();
    put('växer.pdf', 'a');
    put('tom.pdf', '');
    put('klar.pdf');
    expect(states(await one.look())).toEqual({ 'växer.pdf': 'skrivs', 'tom.pdf': 'skrivs', 'klar.pdf': 'skrivs' });
    // Looked again at once, by another window: that says nothing.
    expect(states(await one.look())['klar.pdf']).toBe('skrivs');
    for (const bytes of ['ab', 'abc', 'abcd']) {
      now += 5_000;
      put('växer.pdf', bytes);
      expect(states(await one.look())).toEqual({ 'växer.pdf': 'skrivs', 'tom.pdf': 'skrivs', 'klar.pdf': 'klar' });
    }
    now += 5_000;
    expect(states(await one.look())['växer.pdf']).toBe('klar');
    put('växer.pdf', 'abcd', 9);
    expect(states(await one.look())['växer.pdf']).toBe('skrivs');
  });

  test('one over the largest size says so, and is not read', async () => {
    put('stor.pdf', 'x'.repeat(1001));
    const one = inFolder();
    const { id, lage } = await ready(one, 'stor.pdf');
    expect(lage).toBe('for-stor');
    await expect(one.read(id)).rejects.toMatchObject({ code: 'for-stor' });
  });

  test('of very many the newest are told of, and how many more there are', async () => {
    for (let n = 0; n < 305; n += 1) put(`${n}.pdf`, 'a', n);
    const found = await looks(inFolder());
    expect(found.filer).toHaveLength(300);
    expect(found.filer[0]?.namn).toBe('304.pdf');
    expect(found.fler).toBe(5);
  });

  test('a folder that is gone, no folder, or of the program itself says which', async () => {
    const data = join(root, 'data');
    mkdirSync(join(data, 'inne'));
    symlinkSync(join(data, 'inne'), join(root, 'väg in'));
    writeFileSync(join(root, 'fil'), '');
    const fault = (path: string) => folderFault(path, data);
    expect(await fault(join(root, 'borta'))).toBe('mapp-finns-inte');
    expect(await fault(join(root, 'fil'))).toBe('mapp-finns-inte');
    expect(await fault('skannade dokument')).toBe('mapp-finns-inte');
    mkdirSync(join(data, '..inne'));
    for (const path of [data, join(data, 'inne'), join(data, '..inne'), join(root, 'väg in'), `${data}/../data`]) {
      expect(await fault(path), path).toBe('mapp-ar-programmets');
    }
    expect(await fault(folder)).toBeUndefined();
    // As a neighbour whose name begins the same.
    mkdirSync(join(root, 'data två'));
    expect(await fault(join(root, 'data två'))).toBeUndefined();
    const one = inFolder();
    put('a.pdf');
    const { id } = await ready(one, 'a.pdf');
    rmSync(folder, { recursive: true });
    expect(await one.look()).toEqual({ hinder: 'mapp-finns-inte', filer: [], fler: 0, ovriga: 0 });
    await expect(one.read(id)).rejects.toMatchObject({ code: 'fil-borta' });
  });
});

describe('FORB-50 reading and removing', () => {
  test('the bytes are those of the file, and what is not ready, gone or another now is not read', async () => {
    const one = inFolder();
    put('a.pdf', 'bladets bytes');
    const first = (await one.look()).filer[0];
    await expect(one.read(first?.id ?? '')).rejects.toMatchObject({ code: 'fil-skrivs' });
    const { id } = await ready(one, 'a.pdf');
    expect(Buffer.from(await one.read(id)).toString()).toBe('bladets bytes');
    truncateSync(at('a.pdf'), 3);
    await expect(one.read(id)).rejects.toMatchObject({ code: 'fil-andrad' });
    rmSync(at('a.pdf'));
    await expect(one.read(id)).rejects.toMatchObject({ code: 'fil-borta' });
    await expect(one.read('ingen sådan')).rejects.toMatchObject({ code: 'fil-borta' });
  });

  test('what became a link out of the folder after the look is not followed', async () => {
    const one = inFolder();
    put('a.pdf', 'hemligt');
    const { id } = await ready(one, 'a.pdf');
    const outside = join(root, 'utanför.pdf');
    writeFileSync(outside, 'hemligt');
    const time = new Date('2026-11-20T08:00:00Z');
    utimesSync(outside, time, time);
    rmSync(at('a.pdf'));
    symlinkSync(outside, at('a.pdf'));
    await expect(one.read(id)).rejects.toMatchObject({ code: 'fil-borta' });
    await expect(one.remove(id, sha256Of(Buffer.from('hemligt')))).rejects.toMatchObject({ code: 'fil-borta' });
    expect(readFileSync(outside, 'utf8')).toBe('hemligt');
  });

  test('what became a folder after the look is a file that is gone', async () => {
    const one = inFolder();
    put('a.pdf', 'bladets bytes');
    const { id } = await ready(one, 'a.pdf');
    rmSync(at('a.pdf'));
    mkdirSync(at('a.pdf'));
    await expect(one.read(id)).rejects.toMatchObject({ code: 'fil-borta' });
    await expect(one.remove(id, sha256Of(Buffer.from('bladets bytes')))).rejects.toMatchObject({ code: 'fil-borta' });
  });

  // Windows has no such files in a folder.
  test.skipIf(process.platform === 'win32')('whatever else the system says is told too: it is no fault of the program', async () => {
    const one = inFolder();
    put('a.pdf', 'bladets bytes');
    const { id } = await ready(one, 'a.pdf');
    rmSync(at('a.pdf'));
    const socket = createServer().listen(at('a.pdf'));
    await once(socket, 'listening');
    await expect(one.read(id)).rejects.toMatchObject({ code: 'fil-last' });
    socket.close();
    await once(socket, 'close');
  });

  test('removed are the very bytes that were read, and nothing else', async () => {
    const one = inFolder();
    put('a.pdf', 'första');
    const { id } = await ready(one, 'a.pdf');
    const read = sha256Of(await one.read(id));
    // Another of the same size, and with the same time: only its bytes tell.
    put('a.pdf', 'andra!!');
    await expect(one.remove(id, read)).rejects.toMatchObject({ code: 'fil-andrad' });
    expect(readFileSync(at('a.pdf'), 'utf8')).toBe('andra!!');
    put('a.pdf', 'första');
    await one.remove(id, read);
    await expect(one.remove(id, read)).rejects.toMatchObject({ code: 'fil-borta' });
    expect((await one.look()).filer).toEqual([]);
  });
});
