import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A folder, with those above it that are not there. Node's own `recursive` can be brought not to end.
 * @throws an error of node:fs when it cannot be made
 */
export function makeFolder(folder: string, make: (folder: string) => unknown = mkdirSync): void {
  try {
    make(folder);
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error;
    makeFolder(dirname(folder), make);
    make(folder);
  }
}
