import fs, { type PathLike } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { relative } from 'node:path';

/**
 * Steps of a program at which it can be made to die as kill -9 would end it: at once, with nothing after it. What is counted is what leaves a
 * mark behind: a transaction that is about to be on disk, and each change of a file outside the program's own folder.
 */
export type Dying = {
  /** Says that the program has come to a step, and dies there when it is the one. */
  step(name: string): void;
  /** Dies at the nth step from now of those whose names begin so; 0 = at none. */
  arm(nth: number, of: readonly string[]): void;
  /** Those steps since then. */
  passed(): string[];
};

export function createDying(): Dying {
  let left = 0;
  let counted: readonly string[] = [];
  let steps: string[] = [];
  return {
    step(name) {
      if (!counted.some((one) => name.startsWith(one))) return;
      steps.push(name);
      if (left === 0) return;
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
    },
    arm(nth, of) {
      left = nth;
      counted = of;
      steps = [];
    },
    passed: () => steps,
  };
}

type Sync = (...args: unknown[]) => unknown;

/** Makes steps of every change of a file that is not in `own`, half a write among them. */
export function watchFiles({ step }: Pick<Dying, 'step'>, own: string): void {
  /** Files that are being written, and whether half of one has been. */
  const written = new Map<number, boolean>();
  const isOutside = (path: unknown): path is PathLike => {
    if (typeof path !== 'string') return false;
    const from = relative(own, path);
    return from.startsWith('..') && !path.includes('node_modules');
  };
  const all = fs as unknown as Record<string, Sync>;
  const promises = fs.promises as unknown as Record<string, Sync>;
  const before = (of: Record<string, Sync>, name: string) => {
    const real = of[name] as Sync;
    of[name] = function watched(this: unknown, ...args: unknown[]) {
      const at = args[0];
      if (isOutside(at) || (typeof at === 'number' && written.has(at))) step(`file ${name}`);
      return real.apply(this, args);
    };
  };
  for (const name of ['mkdirSync', 'unlinkSync', 'rmSync', 'renameSync', 'fsyncSync']) before(all, name);
  for (const name of ['unlink', 'rm', 'rename']) before(promises, name);

  const openSync = all.openSync as Sync;
  all.openSync = (path, flags, ...rest) => {
    if (flags !== 'wx' || !isOutside(path)) return openSync(path, flags, ...rest);
    step('file openSync');
    const handle = openSync(path, flags, ...rest) as number;
    written.set(handle, false);
    return handle;
  };
  const writeSync = all.writeSync as Sync;
  all.writeSync = (handle, data, offset) => {
    const bytes = data as Uint8Array;
    const from = Number(offset ?? 0);
    if (written.get(handle as number) !== false || bytes.length - from < 2) return writeSync(handle, data, offset);
    written.set(handle as number, true);
    // What a program that dies here has written of it: the caller goes on with the rest.
    const half = Math.ceil((bytes.length - from) / 2);
    const count = writeSync(handle, data, from, half);
    step('file half written');
    return count;
  };
  const closeSync = all.closeSync as Sync;
  all.closeSync = (handle) => {
    written.delete(handle as number);
    return closeSync(handle);
  };
  const open = promises.open as (...args: unknown[]) => Promise<fs.promises.FileHandle>;
  promises.open = async (path, flags, ...rest) => {
    const handle = await open(path, flags, ...rest);
    if (flags !== 'wx' || !isOutside(path)) return handle;
    step('file opened');
    const writeFile = handle.writeFile.bind(handle);
    handle.writeFile = async (data) => {
      const bytes = data as Uint8Array;
      const half = Math.floor(bytes.length / 2);
      await handle.write(bytes, 0, half, 0);
      step('file half written');
      await handle.truncate(0);
      await writeFile(data);
    };
    return handle;
  };
  syncBuiltinESMExports();
}
