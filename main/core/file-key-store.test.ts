import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileKeyStore } from './file-key-store.ts';
import { keyStoreContract } from './testing/key-store-contract.ts';

keyStoreContract('in files', fileKeyStore);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-nyckel-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('ARCHITECTURE 7 a key is 256 random bits, made once and the same ever after', async () => {
  const first = await fileKeyStore(folder).get('en');
  const again = await fileKeyStore(folder).get('en');
  const other = await fileKeyStore(folder).get('annan');
  expect(first).toHaveLength(32);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(readdirSync(folder).sort()).toEqual(['annan.key', 'en.key']);
});

test.skipIf(process.platform === 'win32')('ARCHITECTURE 7 the key file is readable by its owner alone', async () => {
  await fileKeyStore(folder).get('en');
  expect(statSync(join(folder, 'en.key')).mode & 0o777).toBe(0o600);
});

test('ARCHITECTURE 7 a damaged key file is told, never replaced', async () => {
  writeFileSync(join(folder, 'en.key'), 'kort');
  await expect(fileKeyStore(folder).get('en')).rejects.toThrow('4 bytes');
  expect(readFileSync(join(folder, 'en.key'), 'utf8')).toBe('kort');
});
