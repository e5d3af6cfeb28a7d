import { realpathSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { liesWithin } from '../scan/lies-within.ts';
import { CallFailure } from '../services/service.ts';

/**
 * A folder that the user has named, for what leaves the program. Within the program's own nobody would find it when the program cannot be
 * started, and what lies there is the program's to remove.
 * @throws CallFailure `mapp-finns-inte`
 */
export function requireOutside(dataDir: string, folder: string): void {
  if (!isAbsolute(folder) || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new CallFailure('mapp-finns-inte');
  if (liesWithin(realpathSync(folder), realpathSync(dataDir))) throw new CallFailure('mapp-finns-inte');
}
