import { readFileSync } from 'node:fs';
import type { Key } from './cipher.ts';
import { frameCodec } from './copy-frames.ts';
import type { DraftRow } from './draft.ts';
import type { StoredCommand } from './outbox.ts';
import type { SettingRow } from './setting.ts';

/** One write of the user's, or one answer of the server's, in the second copy (second-copy.ts). */
export type CopyFrame = {
  /** The user's writes are numbered, here and in the replica: the copy is at most the one ahead that was not committed. */
  nr: number;
  nextSeq: number;
  /** Commands without an answer after it. */
  unsent: number;
  commands?: StoredCommand[];
  done?: string[];
  drafts?: DraftRow[];
  dropped?: string[];
  settings?: SettingRow[];
};

/** What the second copy says the replica holds. */
export type Copied = Pick<CopyFrame, 'nr' | 'nextSeq' | 'unsent'> & {
  /** Every byte could be read. */
  whole: boolean;
  /** In the order they were given. */
  commands: StoredCommand[];
  drafts: DraftRow[];
  settings: SettingRow[];
};

/** @returns undefined when there is no copy, or nothing in it */
export function readCopy(file: string, key: Key): Copied | undefined {
  const bytes = readIfThere(file);
  if (bytes === undefined || bytes.length === 0) return undefined;
  const { contents, whole } = frameCodec(key).decode(bytes);
  const frames = contents as CopyFrame[];
  const commands = new Map<string, StoredCommand>();
  const drafts = new Map<string, DraftRow>();
  const settings = new Map<string, SettingRow>();
  for (const frame of frames) {
    for (const row of frame.commands ?? []) commands.set(row.id, row);
    for (const id of frame.done ?? []) commands.delete(id);
    for (const row of frame.drafts ?? []) drafts.set(row.nyckel, row);
    for (const nyckel of frame.dropped ?? []) drafts.delete(nyckel);
    for (const row of frame.settings ?? []) settings.set(row.nyckel, row);
  }
  const { nr, nextSeq, unsent } = frames.at(-1) ?? { nr: 0, nextSeq: 1, unsent: 0 };
  const inOrder = [...commands.values()].sort((a, b) => a.nr - b.nr);
  return { whole, nr, nextSeq, unsent, commands: inOrder, drafts: [...drafts.values()], settings: [...settings.values()] };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
