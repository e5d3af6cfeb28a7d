import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keyStoreContract } from '../core/testing/key-store-contract.ts';
import { KeyStoreError, safeKeyStore } from './key-store.ts';
import { electronDouble } from './testing/electron-double.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The operating system's store: seals with a secret of its own, and opens only what it sealed. */
function safeStorageDouble({ available = true, backend = 'gnome_libsecret', secret = 7, rotated = false } = {}) {
  const state = { secret, rotated, wrapped: 0 };
  const turn = (bytes: Buffer, by: number) => Buffer.from(bytes.map((byte) => byte ^ by));
  const safeStorage = {
    isAsyncEncryptionAvailable: async () => available,
    getSelectedStorageBackend: () => backend as ReturnType<SafeStorage['getSelectedStorageBackend']>,
    encryptStringAsync: async (text: string) => {
      state.wrapped += 1;
      return turn(Buffer.from(`ok:${text}`), state.secret);
    },
    decryptStringAsync: async (bytes: Buffer) => {
      const text = turn(bytes, state.secret).toString();
      if (!text.startsWith('ok:')) throw new Error('Error while decrypting the ciphertext');
      return { result: text.slice(3), shouldReEncrypt: state.rotated };
    },
  } satisfies Partial<SafeStorage>;
  return { safeStorage, state };
}
const open = (safeStorage: ReturnType<typeof safeStorageDouble>['safeStorage'], platform: NodeJS.Platform = 'win32') =>
  safeKeyStore({ safeStorage, platform, folder });
const problem = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error) => (error instanceof KeyStoreError ? error.problem : String(error)),
  );

keyStoreContract('sealed by the system', (own) =>
  safeKeyStore({ safeStorage: safeStorageDouble().safeStorage, platform: 'win32', folder: own }),
);
keyStoreContract('in the shell of the tests', (own) =>
  safeKeyStore({ safeStorage: electronDouble({ userData: own }).electron.safeStorage, platform: 'win32', folder: own }),
);

test('makes a 256-bit key once per name, sealed on disk, and opens it again', async () => {
  const { safeStorage } = safeStorageDouble();
  const keys = await open(safeStorage);
  const [a, again, b] = [await keys.get('a'), await (await open(safeStorage)).get('a'), await keys.get('b')];
  expect(a).toHaveLength(32);
  expect(Buffer.from(a).equals(again)).toBe(true);
  expect(Buffer.from(a).equals(b)).toBe(false);
  expect(keys.provkorning).toBe(false);
  for (const name of readdirSync(folder)) {
    const stored = readFileSync(join(folder, name));
    expect(stored.includes(Buffer.from(a)) || stored.includes(Buffer.from(a).toString('base64'))).toBe(false);
  }
});

test('two first calls at once get the same key', async () => {
  const keys = await open(safeStorageDouble().safeStorage);
  const [a, b] = await Promise.all([keys.get('a'), keys.get('a')]);
  expect(Buffer.from(a).equals(b)).toBe(true);
});

describe('a system that protects nothing is refused', () => {
  test.each(['basic_text', 'unknown'])('Linux with %s', async (backend) => {
    expect(await problem(open(safeStorageDouble({ backend }).safeStorage, 'linux'))).toBe('inget-nyckelskydd');
  });
  test.each(['win32', 'linux'] as const)('none at all on %s', async (platform) => {
    expect(await problem(open(safeStorageDouble({ available: false }).safeStorage, platform))).toBe('inget-nyckelskydd');
  });
  test.each(['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'])('Linux with %s is not', async (backend) => {
    expect(await problem(open(safeStorageDouble({ backend }).safeStorage, 'linux'))).toBe('none');
  });
});

describe('a key that cannot be opened', () => {
  test('by another user is said so, and stays', async () => {
    const { safeStorage, state } = safeStorageDouble();
    await (await open(safeStorage)).get('a');
    const before = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    state.secret = 9;
    expect(await problem((await open(safeStorage)).get('a'))).toBe('nyckeln-kan-inte-lasas');
    expect(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toEqual(before);
  });
  test.each([
    ['empty', Buffer.alloc(0)],
    ['noise', Buffer.from('noise')],
    ['of the wrong length', Buffer.from('ok:AAAA').map((byte) => byte ^ 7)],
  ])('because it is %s, is not replaced', async (_what, content) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.safekey'), content);
    expect(await problem((await open(safeStorageDouble().safeStorage)).get('a'))).toBe('nyckeln-kan-inte-lasas');
    expect(readFileSync(join(folder, 'a.safekey'))).toEqual(Buffer.from(content));
  });
});

test('a store that does not open what it sealed gets no key on disk', async () => {
  const { safeStorage } = safeStorageDouble();
  const broken = { ...safeStorage, encryptStringAsync: async () => Buffer.from('noise') };
  expect(await problem((await open(broken)).get('a'))).toBe('nyckeln-kan-inte-lasas');
  expect(readdirSync(folder)).toEqual([]);
});

test('a rotated system key seals the same key anew', async () => {
  const { safeStorage, state } = safeStorageDouble();
  const before = await (await open(safeStorage)).get('a');
  state.rotated = true;
  const after = await (await open(safeStorage)).get('a');
  expect(Buffer.from(before).equals(after)).toBe(true);
  expect(state.wrapped).toBe(2);
});
