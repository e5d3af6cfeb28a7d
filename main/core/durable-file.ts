import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname } from 'node:path';

/** Writes a new file readable by its owner alone; its bytes are on disk when this returns. Fails when the file exists. */
export function writeNewFile(file: string, data: Uint8Array): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    let written = 0;
    while (written < data.length) written += writeSync(handle, data, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a rename or link in the file's folder survive power loss. Windows does so itself and opens no folders. */
export function syncFolderOf(file: string): void {
  if (platform() === 'win32') return;
  const handle = openSync(dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
