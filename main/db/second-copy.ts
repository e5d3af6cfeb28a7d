import { closeSync, fdatasync, fsyncSync, ftruncateSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Key } from './cipher.ts';
import { frameCodec } from './copy-frames.ts';
import { isDiskFull } from './errors.ts';
import type { CopyFrame } from './read-copy.ts';

/** Bytes beyond four times what is still needed, at which the copy is written anew. */
const slack = 1024 * 1024;

export type SecondCopy = ReturnType<typeof createSecondCopy>;

/**
 * The file beside the replica with what stands in neither the server nor another file: commands without an answer or refused,
 * drafts, the user's own choices. It is appended to before the replica's transaction commits, and both wait for the disk side
 * by side, so that a save takes no longer for it. What is wrong with it is told to `fault` and never stands in the way of
 * saving; a full disk does, for then the save was none.
 */
export function createSecondCopy(file: string, key: Key, fault: (error: unknown) => void) {
  const codec = frameCodec(key);
  const waiting = new Set<Promise<void>>();
  let handle: number | undefined;
  let size = 0;
  /** Bytes when it was last written anew: all of them were needed. */
  let needed = 0;
  let stale = true;

  /** Waits for the disk beside whatever else runs. A handle is closed only when nobody waits on it. */
  function sync(): void {
    const on = handle;
    if (on === undefined) return;
    const done = new Promise<void>((resolve) => {
      fdatasync(on, (error) => {
        if (error) failed(error);
        resolve();
      });
    }).then(() => {
      waiting.delete(done);
    });
    waiting.add(done);
  }

  function failed(error: unknown): void {
    stale = true;
    fault(error);
  }

  return {
    /** Nothing can be said of what stands in the file: it is to be written anew. */
    isStale: (): boolean => stale,
    /** There is much in it that is no longer needed. */
    isLarge: (): boolean => size > slack + 4 * needed,
    /**
     * @param durable the user is told that it is saved: then it is on disk when {@link settled} resolves
     * @returns what takes it back
     * @throws what the file system throws when the disk is full, and `durable`
     */
    append(frame: CopyFrame, durable: boolean): () => void {
      if (handle === undefined) return () => {};
      const before = size;
      const on = handle;
      const undo = () => {
        try {
          if (on === handle) ftruncateSync(on, before);
          size = before;
        } catch (error) {
          failed(error);
        }
      };
      const bytes = codec.encode(frame);
      try {
        for (let written = 0; written < bytes.length; ) written += writeSync(on, bytes, written, bytes.length - written, before + written);
      } catch (error) {
        undo();
        if (durable && isDiskFull(error)) throw error;
        failed(error);
        return () => {};
      }
      size = before + bytes.length;
      if (durable) sync();
      return undo;
    },
    /** Puts a file with these frames in its place, when nothing waits on the one there. @returns whether it was done */
    rewrite(frames: CopyFrame[], durable: boolean): boolean {
      if (waiting.size > 0) return false;
      try {
        const draft = `${file}.ny`;
        const bytes = Buffer.concat(frames.map((frame) => codec.encode(frame)));
        const fresh = openSync(draft, 'w', 0o600);
        try {
          for (let written = 0; written < bytes.length; ) written += writeSync(fresh, bytes, written);
          if (durable) fsyncSync(fresh);
        } finally {
          closeSync(fresh);
        }
        // Windows renames over no file that is open.
        if (handle !== undefined) closeSync(handle);
        handle = undefined;
        renameSync(draft, file);
        handle = openSync(file, 'r+');
        size = bytes.length;
        needed = size;
        stale = false;
      } catch (error) {
        failed(error);
      }
      return true;
    },
    /** Resolves when all that was told as saved is on disk in the copy too. */
    async settled(): Promise<void> {
      await Promise.all(waiting);
    },
    /** Whatever comes after this is not copied. */
    close(): void {
      const on = handle;
      handle = undefined;
      if (on !== undefined) void Promise.all(waiting).then(() => closeSync(on));
    },
  };
}
