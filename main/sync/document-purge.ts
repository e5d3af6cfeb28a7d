import type { NamedDocument, SyncBlobs } from './ports.ts';

/** Bytes that were stored and that no command came to name: the program ended between the two. */
const orphanMs = 24 * 3_600_000;

/** Notes which documents have bytes that were stored here: those are to be sent. */
export function noteOwn(blobs: SyncBlobs, documents: NamedDocument[]): void {
  const own = new Set(blobs.all().flatMap(({ sha256, hel, egen }) => (hel && egen ? [sha256] : [])));
  const known = new Set(blobs.dokument().map(({ id }) => id));
  for (const { id, sha256 } of documents) {
    if (own.has(sha256) && !known.has(id)) blobs.putDokument({ id, sha256, mottagen: null });
  }
}

/**
 * Removes bytes that no document of the replica names any more, for the right to it is gone, or never named. Never those that are to be
 * sent, or that a command tells of which has no answer.
 */
export function purge(blobs: SyncBlobs, documents: NamedDocument[], inOutbox: string[], now: Date): void {
  const named = new Set([...documents.map(({ sha256 }) => sha256), ...inOutbox]);
  const rows = Map.groupBy(blobs.dokument(), ({ sha256 }) => sha256);
  for (const { sha256, egen, at } of blobs.all()) {
    if (named.has(sha256)) continue;
    const of = rows.get(sha256) ?? [];
    const isOnlyHere = egen === 1 && of.some(({ mottagen }) => mottagen === null);
    const mayBeNamed = egen === 1 && of.length === 0 && now.getTime() - Date.parse(at) < orphanMs;
    if (isOnlyHere || mayBeNamed) continue;
    blobs.remove(sha256);
    for (const { id } of of) blobs.dropDokument(id);
  }
}
