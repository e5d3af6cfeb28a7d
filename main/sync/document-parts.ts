import type { Clock } from './clock.ts';
import type { DocumentTransport, Hooks, SyncBlobs, SyncDocuments, Timers } from './ports.ts';

/** What the ways up and down share. */
export type DocumentParts = {
  documents: SyncDocuments;
  blobs: SyncBlobs;
  transport: DocumentTransport;
  timers: Timers;
  clock: Clock;
  hooks: Hooks;
  /** Whose computer this is. */
  anvandareId: string;
  /** Of the server that the replica belongs to; null = it may not be asked now. */
  epoch: () => string | null;
  /** The replica has all that the user reads: what nothing of it names may go. */
  isComplete: () => boolean;
  /** Where some document's bytes are has changed. */
  moved: () => void;
  /** Ends when no more is to be done. */
  signal: AbortSignal;
  /** Waits for what may never come, until {@link signal} ends. */
  wait<T>(promise: Promise<T>): Promise<T>;
};
