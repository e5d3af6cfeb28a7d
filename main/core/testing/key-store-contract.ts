import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type KeyStore, keyBytes } from '../key-store.ts';

/**
 * What the core relies on of a key store, whoever keeps the keys. A key that is lost takes the replica with it, so that an
 * unreadable one is told and left.
 * @param open the store in this folder, as a start of the program opens it
 */
export function keyStoreContract(name: string, open: (folder: string) => KeyStore | Promise<KeyStore>): void {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aktnara-nycklar-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const hex = async (key: Promise<Uint8Array>) => Buffer.from(await key).toString('hex');
  const files = () => readdirSync(folder).map((file) => join(folder, file));

  it(`${name}: a key is 256 bits, its own for each name, and the same after a restart`, async () => {
    const store = await open(folder);
    const [a, b] = [await hex(store.get('a')), await hex(store.get('b'))];
    expect(a).toHaveLength(keyBytes * 2);
    expect(b).not.toBe(a);
    expect(await hex(store.get('a'))).toBe(a);
    expect(await hex((await open(folder)).get('a'))).toBe(a);
  });

  it(`${name}: two first calls at once get one key, and it is the one that stays`, async () => {
    const store = await open(folder);
    const keys = await Promise.all([hex(store.get('a')), hex(store.get('a'))]);
    expect(new Set(keys).size).toBe(1);
    expect(await hex((await open(folder)).get('a'))).toBe(keys[0]);
  });

  it(`${name}: a key that cannot be read is told, and not replaced`, async () => {
    await (await open(folder)).get('a');
    const [file] = files();
    if (!file) throw new Error('no key on disk');
    writeFileSync(file, 'kort');
    await expect((await open(folder)).get('a')).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe('kort');
    expect(files()).toEqual([file]);
  });

  it.skipIf(process.platform === 'win32')(`${name}: what lies on disk is for its owner alone`, async () => {
    await (await open(folder)).get('a');
    for (const file of files()) expect(statSync(file).mode & 0o777, file).toBe(0o600);
  });
}
