import { type Dokumentlage, namedBytes } from '../../shared/domain/dokument/records.ts';
import { kundlistaId, senasteId } from '../../shared/domain/kundlista/records.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { BlobError } from '../blobs/blob-error.ts';
import type { Blobs } from '../blobs/blobs.ts';
import type { OpenReplica } from '../db/replica.ts';
import { createDocumentSync, type DocumentSync } from '../sync/document-sync.ts';
import type { SyncFas } from '../sync/ports.ts';
import { TransportError } from '../sync/transport-error.ts';
import type { CoreDeps } from './deps.ts';

/** Documents as the program has them on this computer. */
export type OwnDocuments = {
  /** Stores bytes, so that a command may name them. @throws BlobError, ReplicaError */
  put(bytes: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<{ sha256: string; storlek: number }>;
  /** The bytes of a document the user reads; fetched when they are not here. Rejects when they cannot be had now. */
  read(dokumentId: string): Promise<Iterable<Uint8Array>>;
  lageOf(dokumentId: string): Dokumentlage | undefined;
};
type Documents = OwnDocuments & {
  sync: DocumentSync;
  /** A record names bytes that are on this disk, or it is not made. @throws BlobError `dokument-skadat` */
  check(command: Command): void;
  /** Takes away what was stored and has come to be in no record (FORB-49). */
  drop(sha256s: Iterable<string>): void;
  /** The record has been made: its bytes are to be sent. Were the program to end before this, sync would note it of the record. */
  filed(command: Command): void;
};
type Parts = {
  replica: OpenReplica;
  blobs: Blobs | undefined;
  userId: string;
  server: Parameters<CoreDeps['documentTransportFactory']>[0];
  /** The server is the replica's, and may be asked. */
  isKnown: () => boolean;
  fas: () => SyncFas;
  /** Where some document's bytes are has changed. */
  moved: () => void;
  fault: (event: string, error: unknown) => void;
};
type Command = { input?: unknown };

/** The documents of one user's replica, with the sync of their bytes; undefined when what holds them could not be opened. */
export function createOwnDocuments(
  { documentTransportFactory, clock, timers, random, hooks }: CoreDeps,
  { replica, blobs, userId, server, isKnown, fas, moved, fault }: Parts,
): Documents | undefined {
  if (!blobs) return undefined;
  /** The kunder the user works with: those of their utredningar, of their list, and the latest. */
  const ownScopes = (): ReadonlySet<string> =>
    new Set([
      ...replica.openUtredningarOf(userId).map(({ scope }) => scope),
      ...(replica.record('kundlista', kundlistaId(userId))?.data.personer ?? []).map(aktScope),
      ...(replica.record('senasteKunder', senasteId(userId))?.data.personer ?? []).map(({ personId }) => aktScope(personId)),
    ]);
  const sync = createDocumentSync({
    ...{
      documents: replica,
      blobs,
      anvandareId: userId,
      onMoved: moved,
      ownScopes,
      transport: documentTransportFactory(server),
      clock,
      timers,
      random,
    },
    ...(hooks ? { hooks } : {}),
    epoch: () => (isKnown() ? replica.identity().epoch : null),
    isComplete: () =>
      replica.agreedAt() !== null && fas() === 'vilar' && replica.pullState().cursors.every(({ version }) => version !== null),
    onError(error) {
      // A server that is not reached, or has not the bytes, is no fault of the program.
      if (!(error instanceof TransportError) || error.code === 'malformed') fault('documents', error);
    },
  });
  return {
    sync,
    put: blobs.put,
    async read(dokumentId) {
      const sha256 = replica.record('dokument', dokumentId)?.data.sha256;
      if (sha256 === undefined) throw new BlobError('dokument-skadat');
      if (blobs.size(sha256) === undefined) await sync.fetch(dokumentId);
      return blobs.read(sha256);
    },
    lageOf: sync.lageOf,
    check({ input }) {
      const named = namedBytes(input);
      if (named && blobs.size(named.sha256) !== named.storlek) throw new BlobError('dokument-skadat');
    },
    drop(sha256s) {
      const names = [...sha256s];
      const filed = [...replica.documentsNaming(names), ...replica.filings()].map(({ sha256 }) => sha256);
      const named = new Set([...filed, ...replica.drafted()]);
      for (const sha256 of names) if (!named.has(sha256) && blobs.dokumentOf(sha256).length === 0) blobs.remove(sha256);
    },
    filed({ input }) {
      const named = namedBytes(input);
      if (named) blobs.file({ id: named.dokumentId, sha256: named.sha256 });
    },
  };
}
