import { access, constants } from 'node:fs/promises';
import { makeFolder } from './make-folder.ts';
import { StartupError } from './startup-error.ts';

/** Sees to it that a folder is there and can be written in. @throws StartupError `data-dir-unusable`, which names the folder and why */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    makeFolder(dataDir);
    await access(dataDir, constants.W_OK);
  } catch (cause) {
    const { code = String(cause) } = cause as NodeJS.ErrnoException;
    throw new StartupError(
      'data-dir-unusable',
      `The data directory ${dataDir} ${reasons[code] ?? `cannot be made or written in (${code})`}. Choose another with --data-dir.`,
      cause,
    );
  }
}

const reasons: Partial<Record<string, string>> = {
  EEXIST: 'is a file, not a folder',
  ENOTDIR: 'lies in a file, not in a folder',
  EACCES: 'may not be made or written in by this user',
  EPERM: 'may not be made or written in by this user',
  ENOENT: 'cannot be made there',
  EROFS: 'lies on a disk that is read-only',
  ENOSPC: 'cannot be made: the disk is full',
};
