import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath, stat, unlink } from 'node:fs/promises';
import { extname, isAbsolute, join } from 'node:path';
import { FolderFileError } from './folder-file-error.ts';
import { liesWithin } from './lies-within.ts';

/** Why a folder cannot be looked in. */
export type FolderFault = 'mapp-finns-inte' | 'mapp-gar-inte-att-lasa' | 'mapp-ar-programmets';

/** A file of the folder as a look found it. */
export type FolderFile = {
  /** Of this name with this size and time: what is written over it has another. */
  id: string;
  namn: string;
  storlek: number;
  /** When it was last written to. */
  andrad: Date;
  /** `skrivs`: it has just come or changed, or is empty: whoever writes it may not be done. */
  lage: 'klar' | 'skrivs' | 'for-stor';
};
export type FolderLook = {
  hinder?: FolderFault;
  /** The newest first. */
  filer: FolderFile[];
  /** Older files that are not told of, for there are too many. */
  fler: number;
  /** Files of kinds that are not filed. */
  ovriga: number;
};

export type ScanFolderOptions = {
  folder: string;
  /** The program's own: nothing in it is ever offered. */
  dataDir: string;
  /** Bytes of the largest file that is taken. */
  largest: number;
  clock: { now(): Date };
};

/** How long a file is to have stood as it is. Scanners write a page and rest; a copy over the network comes in waves. */
const settledMs = 2_000;
const told = 300;
const kinds: ReadonlySet<string> = new Set(['.pdf', '.tif', '.tiff', '.jpg', '.jpeg', '.png']);
/** Of programs and systems, and what somebody is still writing under another name. */
const passedOver = /^[.~]|^(?:thumbs\.db|desktop\.ini)$|\.(?:tmp|temp|part|partial|crdownload|lock)$/i;

/**
 * The folder that scanners write to, looked in when it is asked for: what systems tell of changes to folders on the network cannot be
 * relied on. Only files that lie in it themselves are taken, never what a link leads to.
 */
export function createScanFolder({ folder, dataDir, largest, clock }: ScanFolderOptions) {
  /** What earlier looks saw, by name: a file is ready when it has not changed since. */
  const seen = new Map<string, { id: string; since: number }>();
  let known = new Map<string, FolderFile>();

  async function look(): Promise<FolderLook> {
    const hinder = await folderFault(folder, dataDir);
    if (hinder) return empty(hinder);
    const files: FolderFile[] = [];
    let ovriga = 0;
    try {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (!entry.isFile() || passedOver.test(entry.name)) continue;
        if (!kinds.has(extname(entry.name).toLowerCase())) ovriga += 1;
        else {
          const stats = await lstat(join(folder, entry.name)).catch(() => undefined);
          // Gone again, or of somebody else: it is not offered.
          if (stats?.isFile()) files.push(asSeen(entry.name, stats));
        }
      }
    } catch {
      return empty('mapp-gar-inte-att-lasa');
    }
    known = new Map(files.map((file) => [file.id, file]));
    const names = new Set(files.map(({ namn }) => namn));
    for (const name of seen.keys()) if (!names.has(name)) seen.delete(name);
    files.sort((a, b) => b.andrad.getTime() - a.andrad.getTime() || (a.namn < b.namn ? -1 : 1));
    return { filer: files.slice(0, told), fler: Math.max(0, files.length - told), ovriga };
  }

  function empty(hinder: FolderFault): FolderLook {
    known = new Map();
    seen.clear();
    return { hinder, filer: [], fler: 0, ovriga: 0 };
  }

  function asSeen(namn: string, stats: Stats): FolderFile {
    const id = idOf(namn, stats);
    const now = clock.now().getTime();
    const before = seen.get(namn);
    if (before?.id !== id) seen.set(namn, { id, since: now });
    const isSettled = before?.id === id && Math.abs(now - before.since) >= settledMs && stats.size > 0;
    const lage = stats.size > largest ? 'for-stor' : isSettled ? 'klar' : 'skrivs';
    return { id, namn, storlek: stats.size, andrad: stats.mtime, lage };
  }

  function ready(id: string): FolderFile {
    const file = known.get(id);
    if (!file) throw new FolderFileError('fil-borta');
    if (file.lage === 'for-stor') throw new FolderFileError('for-stor');
    if (file.lage === 'skrivs') throw new FolderFileError('fil-skrivs');
    return file;
  }

  /**
   * The bytes of a file, as the latest look found it.
   * @throws FolderFileError
   */
  async function read(id: string): Promise<Uint8Array> {
    const { namn } = ready(id);
    return withFile(join(folder, namn), async (handle) => {
      const before = await handle.stat();
      if (!before.isFile() || idOf(namn, before) !== id) throw new FolderFileError('fil-andrad');
      const bytes = new Uint8Array(before.size);
      let at = 0;
      while (at < bytes.length) {
        const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at);
        if (bytesRead === 0) throw new FolderFileError('fil-andrad');
        at += bytesRead;
      }
      if (idOf(namn, await handle.stat()) !== id) throw new FolderFileError('fil-andrad');
      return bytes;
    });
  }

  /**
   * Takes a file away, when it still is what it was when it was read.
   * @param sha256 of the bytes that `read` gave
   * @throws FolderFileError
   */
  async function remove(id: string, sha256: string): Promise<void> {
    const bytes = await read(id);
    if (sha256Of(bytes) !== sha256) throw new FolderFileError('fil-andrad');
    const { namn } = ready(id);
    const path = join(folder, namn);
    try {
      // The name is of that file still: one that was written there meanwhile has another time.
      if (idOf(namn, await lstat(path)) !== id) throw new FolderFileError('fil-andrad');
      await unlink(path);
    } catch (error) {
      throw fileError(error);
    }
    known.delete(id);
    seen.delete(namn);
  }

  return { folder, look, read, remove };
}
export type ScanFolder = ReturnType<typeof createScanFolder>;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const idOf = (namn: string, { size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>): string =>
  createHash('sha256')
    .update(JSON.stringify([namn, size, mtimeMs]))
    .digest('hex');

/** Why a folder cannot be the one that is looked in; undefined when it can. */
export async function folderFault(folder: string, dataDir: string): Promise<FolderFault | undefined> {
  if (!isAbsolute(folder)) return 'mapp-finns-inte';
  try {
    if (!(await stat(folder)).isDirectory()) return 'mapp-finns-inte';
    if (liesWithin(await realpath(folder), await realpath(dataDir))) return 'mapp-ar-programmets';
    await readdir(folder);
    return undefined;
  } catch (error) {
    return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR' ? 'mapp-finns-inte' : 'mapp-gar-inte-att-lasa';
  }
}

/**
 * Opened for writing too: Windows refuses that while another program has it open to write, and the file is left to it. Other systems have
 * no such lock; there that nothing has changed for a while has to do, and what lacks its end is refused when it is read.
 */
async function withFile<T>(path: string, use: (handle: FileHandle) => Promise<T>): Promise<T> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDWR | noFollow).catch((error: unknown) => {
      // One that may be read and not changed can be filed, though not taken away.
      if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) throw error;
      return open(path, constants.O_RDONLY | noFollow);
    });
    return await use(handle);
  } catch (error) {
    throw fileError(error);
  } finally {
    await handle?.close();
  }
}
const noFollow = constants.O_NOFOLLOW ?? 0;

/** What the system says of a file, as the user is told it; a fault of the program stays what it is. */
function fileError(error: unknown): unknown {
  if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR'].includes(codeOf(error))) return new FolderFileError('fil-borta');
  // A share on the network has words of its own for being gone, and each system others.
  return error instanceof Error && 'syscall' in error ? new FolderFileError('fil-last') : error;
}
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
