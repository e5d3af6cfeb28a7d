import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolderOf, writeNewFile } from './durable-file.ts';
import { type KeyStore, keyBytes } from './key-store.ts';

/** Keys in files of mode 0600, for the web host: who can read the folder can read the replica. */
export function fileKeyStore(folder: string): KeyStore {
  return {
    provkorning: true,
    async get(name) {
      const file = join(folder, `${name}.key`);
      if (!existsSync(file)) create(folder, file);
      const key = readFileSync(file);
      if (key.length !== keyBytes) throw new Error(`key file of ${key.length} bytes, expected ${keyBytes}`);
      return key;
    },
  };
}

/** A link either makes the whole key or finds another: a crash leaves no half key, two processes never have two. */
function create(folder: string, file: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${randomUUID()}.key`);
  writeNewFile(draft, randomBytes(keyBytes));
  try {
    linkSync(draft, file);
    syncFolderOf(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
