import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BlobStore, checkName } from './blob-store.ts';

/** Blobs as files of a folder, a folder for each municipality and the first two letters of the id. */
export function directoryStore(folder: string): BlobStore {
  const pathOf = (name: string): string => {
    checkName(name);
    const [tenant = '', id = ''] = name.split('/');
    return join(folder, tenant, id.slice(0, 2), id);
  };
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      const half = `${path}.ny`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const handle = await open(half, 'w', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(half, path);
      await syncFolder(dirname(path));
    },
    async get(name) {
      try {
        return await readFile(pathOf(name));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    delete: (name) => rm(pathOf(name), { force: true }),
  };
}

/** The name of a file is durable when its folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
