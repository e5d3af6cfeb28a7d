import type { DocumentParts } from './document-parts.ts';
import type { BlobRow, SyncBlobs, SyncDocuments } from './ports.ts';

/** Bytes that were stored and that no command came to name: the program ended between the two, or the user thought better of it. */
const orphanMs = 24 * 3_600_000;
/** Looked at between two turns of others. */
const some = 500;

/** Bytes that were stored and are named by now: the program ended before that was noted. */
export function noteFiled(blobs: SyncBlobs, documents: SyncDocuments, anvandareId: string): void {
  const names = blobs.held().map(({ sha256 }) => sha256);
  if (names.length === 0) return;
  for (const { id, sha256, skapadAv } of documents.documentsNaming(names)) {
    if (!blobs.dokument(id) && skapadAv === anvandareId) blobs.file({ id, sha256 });
  }
}

/** What was refused, and its user is done with, is noted while the outbox still tells of it. @returns whether there was any */
export function noteSettled(blobs: SyncBlobs, documents: SyncDocuments): boolean {
  const filings = new Set(documents.filings().map(({ id }) => id));
  const settled = blobs
    .lacking()
    .filter(({ id, avgjord }) => !avgjord && !filings.has(id) && !documents.document(id) && documents.isFilingSettled(id));
  for (const { id } of settled) blobs.settle(id);
  return settled.length > 0;
}

/**
 * Removes bytes that no document of the replica names any more, for the right to it is gone, or never named. Never those that the user has
 * filed and this server is not known to have, that a command tells of which is not decided on, or that the user is about to file.
 * @param inUse names of bytes that are being fetched
 */
export async function purge(
  { blobs, documents, timers, clock, signal }: DocumentParts,
  server: string,
  inUse: (sha256: string) => boolean,
): Promise<void> {
  const now = clock.now().getTime();
  for (let rows = blobs.blobsAfter(0, some); rows.length > 0; rows = blobs.blobsAfter(rows.at(-1)?.nr ?? 0, some)) {
    const documentsHere = [...documents.documentsNaming(rows.map(({ sha256 }) => sha256)), ...documents.filings()];
    const named = new Set([...documentsHere.map(({ sha256 }) => sha256), ...documents.drafted()]);
    for (const blob of rows) if (!named.has(blob.sha256) && !inUse(blob.sha256)) purgeOne(blobs, blob, server, now);
    await timers.breathe();
    if (signal.aborted) return;
  }
}

function purgeOne(blobs: SyncBlobs, { sha256, egen, at }: BlobRow, server: string, now: number): void {
  const rows = blobs.dokumentOf(sha256);
  const isHeld = egen === 1 && at !== '' && now - Date.parse(at) < orphanMs;
  if (isHeld || rows.some((row) => row.egen === 1 && row.mottagen !== server)) return;
  blobs.remove(sha256);
  for (const { id } of rows) blobs.dropDokument(id);
}
