import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Key } from '../db/cipher.ts';
import { openDamaged, openDatabase } from '../db/open-database.ts';
import { fileParts } from '../db/salvaged-file.ts';
import { blobSchema } from './blob-schema.ts';
import { type BlobTables, createBlobTables, nameOf } from './blob-tables.ts';

/**
 * Puts a damaged database of blobs aside and begins a fresh one with those of its blobs that are still what their names say, and with
 * what the server is known to have. It must not be open.
 * @returns where the damaged one is kept, and how many blobs came over
 */
export function salvageBlobs(file: string, key: Key, now: Date): { quarantine: string; saved: number } {
  const draft = `${file}.ny`;
  for (const part of fileParts) rmSync(draft + part, { force: true });
  const fresh = openDatabase(draft, key, blobSchema);
  let saved = 0;
  try {
    const damaged = attempt(() => openDamaged(file, key));
    const from = damaged && attempt(() => createBlobTables(damaged));
    if (from) saved = copyWhole(from, createBlobTables(fresh), (work) => fresh.transaction(work)());
    damaged?.close();
  } finally {
    fresh.close();
  }
  const quarantine = `${file}.skadad-${now.toISOString().replace(/[:.]/g, '-')}`;
  for (const part of fileParts) if (existsSync(file + part)) renameSync(file + part, quarantine + part);
  renameSync(draft, file);
  return { quarantine, saved };
}

function copyWhole(from: BlobTables, to: BlobTables, inTransaction: (work: () => void) => void): number {
  let saved = 0;
  for (const { sha256, storlek, egen, at } of attempt(() => from.after(0, Number.MAX_SAFE_INTEGER)) ?? []) {
    if (attempt(() => nameOf(from, sha256, storlek)) !== sha256) continue;
    inTransaction(() => {
      const nr = to.begin(sha256, storlek, egen === 1, at);
      for (let place = 0; place < storlek; ) {
        const bytes = from.from(sha256, place);
        if (!bytes) throw new Error('a blob changed while it was read');
        to.addPieces(nr, place, bytes);
        place += bytes.length;
      }
      to.end(nr, sha256, storlek);
    });
    saved += 1;
  }
  inTransaction(() => {
    for (const row of attempt(from.allDokument) ?? []) to.copyDokument(row);
  });
  return saved;
}

/** Reading a damaged file fails in ways without number; what cannot be read is not there. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
