import type { Dokumentlage } from '../../shared/domain/dokument/records.ts';
import type { Clock } from './clock.ts';
import type { DocumentParts } from './document-parts.ts';
import { createDocumentReceive } from './document-receive.ts';
import { createDocumentSend } from './document-send.ts';
import { createTrouble } from './document-trouble.ts';
import type { DocumentTransport, Hooks, SyncBlobs, SyncDocuments, Timers } from './ports.ts';
import { createRounds } from './rounds.ts';
import { waitUnder } from './session.ts';
import { TransportError } from './transport-error.ts';

export type DocumentSyncOptions = {
  documents: SyncDocuments;
  blobs: SyncBlobs;
  transport: DocumentTransport;
  timers: Timers;
  clock: Clock;
  /** 0 ≤ n < 1 */
  random: () => number;
  /** Whose computer this is. */
  anvandareId: string;
  /** Of the server that the replica belongs to; null = it may not be asked now. */
  epoch: () => string | null;
  /** The akter whose documents are fetched before they are asked for. */
  ownScopes: () => ReadonlySet<string>;
  /** The replica has all that the user reads: what nothing of it names may go. */
  isComplete: () => boolean;
  /** What {@link DocumentSync.unsent} or {@link DocumentSync.lageOf} tells may be another. */
  onMoved?: () => void;
  /** There is no room for `error`; or the bytes are damaged here. Of one document, and the others go on. */
  onError: (error: unknown) => void;
  hooks?: Hooks;
};

export interface DocumentSync {
  start(): void;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
  /** Something may be to do: a document was filed, came, or the server is back. */
  wake(): void;
  /** Records of these scopes have changed. */
  changed(scopes: readonly string[]): void;
  /** Resolves when the document's bytes are here; rejects when they cannot be had now. */
  fetch(id: string): Promise<void>;
  lageOf(id: string): Dokumentlage | undefined;
  /** Documents filed and received whose bytes are here and not at the server, also when the user no longer reads them. */
  unsent(): string[];
}

/**
 * The bytes of documents, beside the sync of records and never in its way: sends what the server lacks, fetches ahead for the user's own
 * kunder and the rest when asked, and removes what no right reaches. Up and down go side by side: neither waits for the other.
 */
export function createDocumentSync(options: DocumentSyncOptions): DocumentSync {
  const { documents, blobs, timers, random, anvandareId, ownScopes, onError, onMoved = () => {}, hooks = { step: () => {} } } = options;
  const ending = new AbortController();
  const { signal } = ending;
  const parts: DocumentParts = { ...options, hooks, moved: onMoved, signal, wait: waitUnder(signal) };
  const ways = { clock: options.clock, signal, onError };
  const receive = createDocumentReceive({ ...parts, ownScopes, askSoon: () => send.askSoon() }, createTrouble(ways));
  const send = createDocumentSend(parts, createTrouble(ways), receive.isFetching);
  const up = createRounds({ timers, random, signal, round: send.round, failed: onError });
  const down = createRounds({ timers, random, signal, round: receive.round, failed: onError });

  return {
    start() {
      up.run();
      down.run();
    },
    async stop() {
      ending.abort(new TransportError('Sync was stopped'));
      receive.refuse(signal.reason);
      await Promise.all([up.stop(), down.stop()]);
    },
    wake() {
      up.wake();
      down.wake();
    },
    changed(scopes) {
      send.changed();
      receive.changed(scopes);
    },
    fetch(id) {
      const promise = receive.want(id);
      down.run();
      return promise;
    },
    lageOf(id) {
      const document = documents.document(id);
      if (!document) return undefined;
      const row = blobs.dokument(id);
      if (row?.mottagen) return 'mottagen';
      const blob = blobs.blob(document.sha256);
      if (!blob?.hel) return row ? 'saknas' : 'paServern';
      if (document.version === 0) return 'endastHar';
      // Green is the server's own word: what was stored here is received when it has said so.
      return row || (blob.egen === 1 && document.skapadAv === anvandareId) ? 'koad' : 'mottagen';
    },
    unsent() {
      const filings = new Set(documents.filings().map(({ id }) => id));
      const lacking = blobs
        .lacking()
        .filter(({ id, egen, avgjord }) => !avgjord && !filings.has(id) && (egen === 1 || documents.document(id)));
      return lacking.map(({ id }) => id);
    },
  };
}
