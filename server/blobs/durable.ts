import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The name of a file is durable when its folder is; Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A folder, with those above it that are not there; each that is made is durable in the one above. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/**
 * A whole file under a name that was free, by whoever is first. What could not be written whole, for the disk is full, is taken away again: tried
 * over and over it would take the room of what does fit.
 */
export async function writeWhole(file: string, bytes: Buffer | string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
