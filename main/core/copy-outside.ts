import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CopyPort } from '../services/ports.ts';
import { CallFailure } from '../services/service.ts';
import type { CoreDeps } from './deps.ts';
import { syncFolderOf } from './durable-file.ts';
import { describeError } from './log.ts';
import { requireOutside } from './outside-folder.ts';

const mostOfOneName = 100;

/** Writes what the user takes out of the program: in plaintext, by their word, into a folder they name. */
export const copyOutside = ({ dataDir, log }: Pick<CoreDeps, 'dataDir' | 'log'>): CopyPort => ({
  require: (folder) => requireOutside(dataDir, folder),
  async write(folder, titel, bytes, slag = 'pdf') {
    for (let number = 1; number <= mostOfOneName; number += 1) {
      const file = join(folder, `${fileName(titel)}${number === 1 ? '' : ` (${number})`}.${slag}`);
      try {
        await writeWhole(file, bytes);
        return file;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
        log({ event: 'copy-outside', ...describeError(error) });
        break;
      }
    }
    throw new CallFailure('kopian-skrevs-inte');
  },
});

/**
 * Under its own name it is whole, however the program ends: half a file would be taken for a whole one. The name is taken first, by an empty file, so
 * that nothing of another's is written over.
 */
async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  await (await open(file, 'wx', 0o600)).close();
  const half = `${file}.ofärdig`;
  try {
    const handle = await open(half, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(half, file);
  } catch (error) {
    for (const one of [half, file]) await rm(one, { force: true });
    throw error;
  }
  syncFolderOf(file);
}

/** What every file system takes: without the signs Windows keeps for itself, not one of its devices' names, and not too long. */
function fileName(titel: string): string {
  const plain = titel
    .normalize('NFC')
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const short = [...plain]
    .slice(0, 100)
    .join('')
    .replace(/[. ]+$/, '');
  return short === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `Dokument ${short}`.trim() : short;
}
