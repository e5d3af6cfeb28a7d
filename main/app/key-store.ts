import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SafeStorage } from 'electron';
import type { KeyStoreProblem } from '../../shared/words/start.ts';
import { syncFolderOf, writeNewFile } from '../core/durable-file.ts';
import { type KeyStore, keyBytes } from '../core/key-store.ts';

/** Why the operating system's key store cannot be used; shared/words has the words. */
export class KeyStoreError extends Error {
  readonly problem: KeyStoreProblem;
  constructor(problem: KeyStoreProblem, cause?: unknown) {
    super(problem, { cause });
    this.name = 'KeyStoreError';
    this.problem = problem;
  }
}

type Wrapper = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'>;
export type SafeKeyStoreOptions = {
  safeStorage: Wrapper;
  platform: NodeJS.Platform;
  folder: string;
};

/**
 * Keys wrapped by the operating system (Windows DPAPI, libsecret, KWallet), one file per key. Called when the app is ready.
 * A key that cannot be unwrapped is never replaced: its replica would be lost with it.
 * @throws KeyStoreError
 */
export async function safeKeyStore({ safeStorage, platform, folder }: SafeKeyStoreOptions): Promise<KeyStore> {
  if (!(await hasProtection(safeStorage, platform))) throw new KeyStoreError('inget-nyckelskydd');

  async function unwrap(wrapped: Buffer): Promise<{ key: Buffer; rewrap: boolean }> {
    try {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(wrapped);
      const key = Buffer.from(result, 'base64');
      if (key.length !== keyBytes) throw new Error(`key of ${key.length} bytes, expected ${keyBytes}`);
      return { key, rewrap: shouldReEncrypt };
    } catch (error) {
      throw new KeyStoreError('nyckeln-kan-inte-lasas', error);
    }
  }

  /** On disk only once what was wrapped has been unwrapped again. */
  async function store(file: string, key: Buffer): Promise<void> {
    const wrapped = await safeStorage.encryptStringAsync(key.toString('base64'));
    if (!(await unwrap(wrapped)).key.equals(key)) throw new KeyStoreError('nyckeln-kan-inte-lasas');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const draft = `${file}.${randomUUID()}`;
    try {
      writeNewFile(draft, wrapped);
      renameSync(draft, file);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
    syncFolderOf(file);
  }

  const reading = new Map<string, Promise<Uint8Array>>();
  async function get(name: string): Promise<Uint8Array> {
    const file = join(folder, `${name}.safekey`);
    const wrapped = readIfThere(file);
    if (wrapped) {
      const { key, rewrap } = await unwrap(wrapped);
      if (rewrap) await store(file, key);
      return key;
    }
    const key = randomBytes(keyBytes);
    await store(file, key);
    return key;
  }

  return {
    provkorning: false,
    get(name) {
      // Two first calls for one name must get the same new key.
      const running = reading.get(name) ?? get(name).finally(() => reading.delete(name));
      reading.set(name, running);
      return running;
    },
  };
}

/** On Linux without a keyring Electron wraps with a password that stands in its source: that protects nothing. */
async function hasProtection(safeStorage: Wrapper, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
  if (platform !== 'linux') return true;
  const backend = safeStorage.getSelectedStorageBackend();
  return backend !== 'basic_text' && backend !== 'unknown';
}

function readIfThere(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
