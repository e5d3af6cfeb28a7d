import { execFileSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BlobStore } from './blob-store.ts';
import { directoryStore } from './directory.ts';
import { fileKeyHolder } from './key-holder.ts';
import { s3Store } from './s3.ts';
import { BlobStoreAway, createVault } from './vault.ts';

const folder = mkdtempSync(join(tmpdir(), 'aktnara-blob-store-'));
const s3 = new S3rver({
  ...{ port: 0, address: '127.0.0.1', silent: true, directory: join(folder, 's3') },
  configureBuckets: [{ name: 'akt', configs: [] }],
});
let endpoint = '';
beforeAll(async () => {
  const { port } = (await s3.run()) as AddressInfo;
  endpoint = `http://127.0.0.1:${port}`;
});
afterAll(() => s3.close());
const s3Of = (over: object = {}) =>
  s3Store({ ...{ endpoint, bucket: 'akt', region: 'us-east-1', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }, ...over });
const stores: Record<string, () => BlobStore> = { directory: () => directoryStore(join(folder, 'dir')), s3: () => s3Of() };
const name = () => `angelby/${randomUUID()}`;

describe.each(Object.keys(stores))('blob store: %s', (kind) => {
  const store = () => (stores[kind] as () => BlobStore)();

  test('what was put is there, for a store opened anew too', async () => {
    const [one, bytes] = [name(), randomBytes(3_000_000)];
    await store().put(one, bytes);
    expect([await store().get(one), await store().has(one)]).toEqual([bytes, true]);
  });

  test('one that was never put, or is deleted, is not there; deleting it again is no error', async () => {
    const one = name();
    expect([await store().get(one), await store().has(one)]).toEqual([undefined, false]);
    await store().put(one, Buffer.from('x'));
    await store().delete(one);
    await store().delete(one);
    expect([await store().get(one), await store().has(one)]).toEqual([undefined, false]);
  });

  test.each(['../etc/passwd', 'angelby/../../x', 'angelby', `Å/${randomUUID()}`, `angelby/${randomUUID()}/x`])(
    'no name: %s',
    async (bad) => {
      await expect((async () => store().put(bad, Buffer.from('x')))()).rejects.toThrow(RangeError);
      await expect((async () => store().get(bad))()).rejects.toThrow(RangeError);
      await expect((async () => store().has(bad))()).rejects.toThrow(RangeError);
    },
  );
});

test.skipIf(process.platform === 'win32')('directory: of what the disk has no room for nothing is left to take the room of others', () => {
  const full = join(folder, 'full');
  const [small, large] = [name(), name()];
  // No file may be larger than some blocks: to whoever writes it is as a disk that is full in the middle of it.
  const script = `
    const { directoryStore } = await import(${JSON.stringify(new URL('./directory.ts', import.meta.url).href)});
    const store = directoryStore(${JSON.stringify(full)});
    await store.put('${small}', Buffer.alloc(1000));
    console.log(await store.put('${large}', Buffer.alloc(1_000_000)).then(() => 'put', (error) => error.code));`;
  const said = execFileSync(
    'sh',
    ['-c', 'trap \'\' XFSZ; ulimit -f 100; exec "$0" --input-type=module -e "$1"', process.execPath, script],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  expect(said.trim()).toBe('EFBIG');
  const files = readdirSync(full, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map((entry) => entry.name)).toEqual([small.split('/')[1]]);
});

test('a bucket that is not there, or a key that is nobody’s, is an error and no empty answer', async () => {
  await expect(s3Of({ bucket: 'annan' }).put(name(), Buffer.from('x'))).rejects.toThrow('answered 404');
  await expect(s3Of({ accessKeyId: 'nobody' }).put(name(), Buffer.from('x'))).rejects.toThrow('answered 403');
});

describe('sealed by the municipality’s own key', () => {
  function rig(keyDir = mkdtempSync(join(folder, 'keys-'))) {
    const rows: { tenant: string; nr: number; wrapped: Buffer }[] = [];
    const keys = {
      dataKeys: async (tenant: string) => rows.filter((row) => row.tenant === tenant),
      addDataKey: async (tenant: string, nr: number, wrapped: Buffer) => void rows.push({ tenant, nr, wrapped }),
    };
    const dir = mkdtempSync(join(folder, 'sealed-'));
    const open = (holder = keyDir) => createVault(directoryStore(dir), fileKeyHolder(holder), keys);
    const files = () =>
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    return { open, files, rows, dir };
  }

  test('a copied folder holds no word of it, nor of the key', async () => {
    const { open, files, rows } = rig();
    const [id, bytes] = [randomUUID(), Buffer.from('planterat ord '.repeat(1000))];
    await open().put('angelby', id, bytes);
    expect(await open().get('angelby', id)).toEqual(bytes);
    // Beside the mark of the municipality.
    expect(files()).toHaveLength(2);
    expect(files().filter((file) => file.includes('planterat'))).toEqual([]);
    expect(rows).toHaveLength(1);
  });

  test('with another key it does not open', async () => {
    const { open } = rig();
    const id = randomUUID();
    await open().put('angelby', id, Buffer.from('hemligt'));
    await expect(open(mkdtempSync(join(folder, 'other-'))).get('angelby', id)).rejects.toThrow();
  });

  test('a store that is not there, as a disk that is not mounted, is an error: nothing of it is gone, put elsewhere or forgotten', async () => {
    const { open, dir } = rig();
    const id = randomUUID();
    await open().put('angelby', id, Buffer.from('hemligt'));
    renameSync(dir, `${dir}-away`);
    await expect(open().get('angelby', id)).rejects.toThrow(BlobStoreAway);
    await expect(open().put('angelby', randomUUID(), Buffer.from('x'))).rejects.toThrow(BlobStoreAway);
    await expect(open().delete('angelby', id)).rejects.toThrow(BlobStoreAway);
    renameSync(`${dir}-away`, dir);
    expect(await open().get('angelby', id)).toEqual(Buffer.from('hemligt'));
    expect(await open().get('angelby', randomUUID())).toBeUndefined();
  });

  test('the key is made once, by many at a time, and half of one never stands there', async () => {
    const keyDir = mkdtempSync(join(folder, 'keys-'));
    const holders = Array.from({ length: 8 }, () => fileKeyHolder(join(keyDir, 'made')));
    const wrapped = await Promise.all(holders.map((holder, nr) => holder.wrap('angelby', Buffer.alloc(32, nr))));
    for (const [nr, one] of wrapped.entries())
      expect(await fileKeyHolder(join(keyDir, 'made')).unwrap('angelby', one)).toEqual(Buffer.alloc(32, nr));
    expect(readdirSync(join(keyDir, 'made'))).toEqual(['angelby.key']);
  });

  test('what was changed, or lies in another’s place, is as good as gone', async () => {
    const { open } = rig();
    const vault = open();
    const [a, b] = [randomUUID(), randomUUID()];
    await vault.put('angelby', a, Buffer.from('ett'));
    await vault.put('bjorkby', b, Buffer.from('två'));
    expect(await vault.get('bjorkby', a)).toBeUndefined();
    expect(await vault.get('angelby', b)).toBeUndefined();
    expect(await vault.get('angelby', a)).toEqual(Buffer.from('ett'));
  });
});
