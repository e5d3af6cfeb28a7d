import { readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BlobStore, checkName } from './blob-store.ts';
import { makeFolder, syncFolder, writeWhole } from './durable.ts';

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
      try {
        await writeNew(path, bytes);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        const half = `${path}.ny`;
        // Left by a crash, half of it may stand there.
        await rm(half, { force: true });
        await writeWhole(half, bytes);
        await rename(half, path);
      }
      await syncFolder(dirname(path));
    },
    has: async (name) => (await ifThere(stat(pathOf(name)))) !== undefined,
    get: async (name) => ifThere(readFile(pathOf(name))),
    async delete(name) {
      await rm(pathOf(name), { force: true });
      await rm(`${pathOf(name)}.ny`, { force: true });
    },
  };
}

/** Undefined where there is no such file. */
async function ifThere<T>(file: Promise<T>): Promise<T | undefined> {
  try {
    return await file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Names are never given twice, and what one has is nothing to anybody before `put` has resolved: it is written in its place at once, which is
 * one wait for the disk and not two.
 */
async function writeNew(path: string, bytes: Buffer): Promise<void> {
  try {
    await writeWhole(path, bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await makeFolder(dirname(path));
    await writeWhole(path, bytes);
  }
}
