import type { RejectionCode } from '../../shared/domain/command.ts';
import type { BuntDokument } from '../../shared/protocol/dokument-bunt.ts';
import type {
  AccessEntry,
  BucketCursor,
  CommandResult,
  PullLine,
  PullRequest,
  PushedCommand,
  PushRequest,
  WireRecord,
} from '../../shared/protocol/protocol.ts';
import type { IsoInstant } from '../../shared/util/datum.ts';
import type { AnotherServer } from './consent.ts';

/**
 * A record as the server sent it: `json` is the very text of its document, `data` the same parsed. A page of parsed documents is
 * something for the memory to carry; parsing them a second time where they are applied costs more.
 */
export type PagePut = { t: 'put'; buckets: string[]; record: Omit<WireRecord, 'data'>; json: string; data: unknown };
/** `lost`: by a right that is gone, see the protocol. */
export type PageLeave = { t: 'leave'; bucket: string; id: string; version: number; lost?: true | undefined };
export type PageItem = PagePut | PageLeave;
export type PullHead = Extract<PullLine, { t: 'head' }>;

/** The last slice of a page carries how far the buckets have come with it. */
export type PageEnd = {
  cursors: BucketCursor[];
  /** The server's newest version in the page's snapshot. */
  version: number;
  /** When the replica agreed with the server, by this computer's clock; null while there is more to pull. */
  agreedAt: IsoInstant | null;
};

/** The replica as sync uses it: synchronous; each call that writes is one transaction on disk. Implemented by main/db. */
export interface SyncReplica {
  identity(): { clientId: string; epoch: string | null };
  /** Called after each write by the user that the server is to hear of. */
  onLocalWrite(listener: () => void): () => void;

  /** Commands without an answer, oldest first, within the limits; always at least one if there is one. */
  unanswered(most: { commands: number; bytes: number }): PushedCommand[];
  markSent(ids: string[]): void;
  /** Answers of the server. A refused command goes to Att åtgärda and its effects are taken back; repeated answers change nothing. */
  storeResults(results: CommandResult[]): void;
  /** Takes a command that no request can carry out of the queue, to Att åtgärda; those after it move up. */
  refuseUnsendable(id: string, code: RejectionCode): void;

  /**
   * The server is another than the one the replica knew (restored, or without memory of this client): a new client id, the
   * unsent commands numbered from 1, all buckets to be filled anew. Commands that the old server had acknowledged are
   * queued again too: only their ids tell whether the restored one has them, and an id takes effect once.
   */
  startOver(epoch: string | null): void;
  /** How many of the user's commands that would send again: those that a server has received. */
  countReceived(): number;
  /** Something of the user's own waits to be sent: a command, or what was read here. */
  hasUnsent(): boolean;

  pullState(): { cursors: BucketCursor[]; resultsAfter: number };
  /** Epoch, user, granted buckets and results of an answer. A lost bucket's records are marked for {@link purgeSome}. */
  storeHead(head: PullHead): void;
  /** Lets buckets be filled from the start; what their fill does not bring is swept after it. */
  refill(buckets: string[]): void;
  scopeOf(id: string): string | undefined;
  /** How many records of this replica the leaves would remove; not those that a lost right takes. */
  countRemovals(items: PageItem[]): number;
  countRecords(): number;
  /**
   * Rebases the touched scopes and applies. With `end`, commands whose effects have now arrived are no longer run again.
   * @param goesOn the slice may be committed with those that follow it, or be lost with them
   */
  applySlice(items: PageItem[], end?: PageEnd, goesOn?: boolean): void;
  /** Records of lost buckets still here: deletes some. @returns true when none is left */
  purgeSome(limit: number): boolean;
  /** Filled buckets with records that the fill did not bring. */
  dueSweeps(): { bucket: string; count: number }[];
  /** Ids of the records that {@link dueSweeps} counts of a bucket. */
  dueIds(bucket: string): string[];
  /** All that lies in a bucket, whatever other buckets it lies in too. */
  idsIn(bucket: string): string[];
  sweepSome(bucket: string, limit: number): boolean;
  /** Records the server is known to have, by bucket; commands that wait do not count. */
  counts(): Record<string, number>;
  /** What each bucket holds of them, as the protocol says it: kept with every write, so that nothing is read for it. */
  digests(): Record<string, string>;

  /** A large fill begins: ids of new records wait in memory until {@link indexIdsSome} takes them into the index. */
  deferIds(): void;
  idsWaiting(): number;
  /** @returns true when the index of ids is whole */
  indexIdsSome(limit: number): boolean;
  /** A large fill begins: the search table is built after it, not during it. */
  suspendSearch(): void;
  searchReady(): boolean;
  /** @returns true when the search table is whole */
  rebuildSearchSome(limit: number): boolean;

  /** False while some akter wait to have their computed bevakningar made. */
  fristerReady(): boolean;
  /** Makes those of some. @returns true when none waits */
  computeFristerSome(limit: number): boolean;

  accessEntries(limit: number): AccessEntry[];
  dropAccess(ids: string[]): void;
  /** When the replica last agreed with the server. */
  agreedAt(): IsoInstant | null;
  /** Keeps the write-ahead log from growing without end. Resolves when more may be written. */
  tidyLog(): Promise<void>;
}

/** The server, over whatever carries it. Failures are thrown as `TransportError`. */
export interface Transport {
  /** @returns the answer's JSON, which the engine parses */
  push(request: PushRequest, signal: AbortSignal): Promise<unknown>;
  /** Lines as they arrive, some at a time. */
  pull(request: PullRequest, signal: AbortSignal): AsyncIterable<string[]>;
  /** @returns the answer's JSON; undefined from a server that does not know the question */
  lost(request: { ids: string[] }, signal: AbortSignal): Promise<unknown>;
  /** `open` once when connected, and then each `poke`, of which the first greets; ends or throws when the connection does. */
  poke(signal: AbortSignal): AsyncIterable<'open' | 'poke'>;
  access(request: { clientId: string; entries: AccessEntry[] }, signal: AbortSignal): Promise<void>;
}

/** Time that passes, given from outside so that a simulation lets it pass. */
export type Timers = {
  setTimeout(run: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** Lets everything else that waits have its turn. */
  breathe(): Promise<void>;
};

/** Steps between which a program may die; a simulation throws here. */
export type Hooks = { step(name: string): void };

export type SyncHinder = 'klienten-for-gammal' | 'servern-for-gammal' | 'nekad' | 'servern-aterstalld';
export type SyncFas = 'vilar' | 'skickar' | 'hamtar' | 'forsta-hamtning' | 'bygger-sok';

/** Sync's part of the status bar (StatusVy of shared/ipc). */
export type SyncStatus = {
  ansluten: boolean;
  sedan: IsoInstant;
  hamtad: IsoInstant | null;
  hinder?: SyncHinder;
  fas: SyncFas;
  antalHamtade?: number;
  broms?: { antal: number; av: number };
  nyServer?: AnotherServer;
  antalStammer: boolean | null;
};

/** A document of the replica, as far as its bytes are concerned; version 0 = the server has not received the record. */
export type NamedDocument = { id: string; scope: string; version: number; sha256: string; storlek: number; skapadAv: string | null };

/** What the replica knows of documents. Implemented by main/db; each is a look into an index. */
export interface SyncDocuments {
  document(id: string): NamedDocument | undefined;
  documentsIn(scope: string): NamedDocument[];
  documentsNaming(names: string[]): NamedDocument[];
  /** What commands file that have no answer, or were refused and are not decided on. */
  filings(): { id: string; sha256: string }[];
  /** Names of the bytes of documents that drafts are about to file. */
  drafted(): string[];
  /** The server refused to file it, and the user is done with that. */
  isFilingSettled(id: string): boolean;
}

/**
 * A document whose bytes are here, or were. `mottagen`: the epoch in which the server has received them; '' = it is to be asked; null = it has
 * not. `egen`: filed here. `avgjord`: it was refused, and the user is done with that.
 */
export type DocumentRow = { id: string; sha256: string; mottagen: string | null; egen: 0 | 1; avgjord: 0 | 1 };
/** Bytes that are here; `at`: when the user stored them, '' once a document has been filed with them. */
export type BlobRow = { nr: number; sha256: string; storlek: number; hel: 0 | 1; egen: 0 | 1; at: string };

/** The bytes of documents on this computer, by their SHA-256. Implemented by main/blobs; each write is on disk when it returns. */
export interface SyncBlobs {
  blob(sha256: string): BlobRow | undefined;
  /** Bytes of one that is here, whole. */
  size(sha256: string): number | undefined;
  read(sha256: string, from?: number): Iterable<Uint8Array>;
  /** Bytes that are here of one that is being fetched. */
  here(sha256: string): number;
  append(fetched: { sha256: string; storlek: number; from: number; bytes: Uint8Array; varfor: 'begard' | 'forhand' }): void;
  /** Stores one that came at once, and that the server has it. @returns false when it is not what its name says; nothing is kept then */
  storeWhole(fetched: Pick<DocumentRow, 'id' | 'sha256' | 'mottagen'> & { bytes: Uint8Array; varfor: 'begard' | 'forhand' }): boolean;
  /** Reads it a piece at a time. @returns false when all is here and is not what its name says: it is gone then */
  finish(sha256: string): Generator<void, boolean, void>;
  remove(sha256: string): void;
  /** Moves what has been written into place, beside what goes on. Resolves when more may be written. */
  tidy(): Promise<void>;
  /** Some of those here, in the order of their numbers. */
  blobsAfter(nr: number, limit: number): BlobRow[];
  /** Stored by the user, and no document has been filed with them since. */
  held(): BlobRow[];
  /** Nobody is about to file a document with them any more. */
  letGo(sha256: string): void;

  dokument(id: string): DocumentRow | undefined;
  dokumentOf(sha256: string): DocumentRow[];
  /** Those whose bytes the server has not, and that are here, whole. */
  lacking(): (DocumentRow & { storlek: number })[];
  /** Those after an id that the server is said to have; with `epoch` only what was not said in that one. */
  told(after: string, limit: number, epoch?: string): DocumentRow[];
  /** A document has been filed with bytes that were stored here: they are to be sent. */
  file(row: { id: string; sha256: string }): void;
  /** What the server has, or not, of a document; who filed it stays as it was. */
  putDokument(row: { id: string; sha256: string; mottagen: string | null }): void;
  /** The user is done with its having been refused. */
  settle(id: string): void;
  dropDokument(id: string): void;
}

/** The server's side of documents' bytes. Failures are thrown as `TransportError`. */
export interface DocumentTransport {
  /** Sends a piece; an empty one asks how far the server has come. @returns the answer's JSON */
  put(id: string, piece: { start: number; all: number; bytes: Uint8Array }, signal: AbortSignal): Promise<unknown>;
  /** The bytes from a place on, as they come. */
  get(id: string, from: number, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Sends small documents together. @returns the answer's JSON */
  putBunt(documents: BuntDokument[], signal: AbortSignal): Promise<unknown>;
  /** Those of small documents that the server gives together; when it is cut, those that came. */
  getBunt(ids: string[], signal: AbortSignal): Promise<BuntDokument[]>;
  /** @returns the answer's JSON */
  lage(ids: string[], signal: AbortSignal): Promise<unknown>;
}
