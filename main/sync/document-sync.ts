import type { ProtocolErrorCode } from '../../shared/protocol/protocol.ts';
import { createBackoff } from './backoff.ts';
import type { Clock } from './clock.ts';
import { fetchDocument } from './document-fetch.ts';
import { noteOwn, purge } from './document-purge.ts';
import { askAgain, type Carrying, upload } from './document-upload.ts';
import type { DocumentTransport, Dokumentlage, Hooks, NamedDocument, SyncBlobs, SyncDocuments, Timers } from './ports.ts';
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
  /** Of the server that the replica belongs to; null = it may not be asked now. */
  epoch: () => string | null;
  /** The akter whose documents are fetched before they are asked for. */
  ownScopes: () => ReadonlySet<string>;
  /** The replica has all that the user reads: what nothing of it names may go. */
  isComplete: () => boolean;
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
  /** Resolves when the document's bytes are here; rejects when they cannot be had now. */
  fetch(id: string): Promise<void>;
  lageOf(id: string): Dokumentlage | undefined;
}

/** So many at once: the server's answer to one is waited for while another is read. */
const atOnce = 8;
const pollMs = 60_000;
/** A document that the server has not, or says is not the user's, is asked for again after so long. */
const laterMs = 60_000;
/** What a server has received it may lose: once it has been asked, and so often after, it is asked for all. */
const askAllMs = 24 * 3_600_000;
/** Codes that are about one document and not about the server. */
const ofOne: (ProtocolErrorCode | undefined)[] = ['not-found', 'not-received', 'malformed', 'too-large'];

/**
 * The bytes of documents, beside the sync of records and never in its way: sends what the server lacks, fetches ahead for the user's own
 * kunder and the rest when asked, and removes what no right reaches. One round at a time.
 */
export function createDocumentSync(options: DocumentSyncOptions): DocumentSync {
  const { documents, blobs, transport, timers, clock, random, epoch, ownScopes, isComplete, onError, hooks = { step: () => {} } } = options;
  const backoff = createBackoff(random);
  const ending = new AbortController();
  const wanted = new Map<string, { resolve(): void; reject(error: unknown): void; promise: Promise<void> }>();
  const later = new Map<string, number>();
  const carrying: Carrying = { blobs, transport, timers, signal: ending.signal };
  const wait = waitUnder(ending.signal);
  let current: Promise<void> | undefined;
  let timer: unknown;
  let dirty = false;
  let failing = false;
  let askedAll = Number.NEGATIVE_INFINITY;

  function arm(ms: number): void {
    timers.clearTimeout(timer);
    if (!ending.signal.aborted) timer = timers.setTimeout(run, ms);
  }

  function run(): void {
    if (ending.signal.aborted) return;
    if (current) {
      dirty = true;
      return;
    }
    timers.clearTimeout(timer);
    dirty = false;
    current = attempt().finally(() => {
      current = undefined;
      if (dirty && !failing) run();
    });
  }

  async function attempt(): Promise<void> {
    try {
      await wait(timers.breathe());
      await round();
      failing = false;
      backoff.reset();
      arm(pollMs * (0.75 + random() / 2));
    } catch (error) {
      if (ending.signal.aborted) return;
      failing = true;
      for (const one of wanted.values()) one.reject(error);
      wanted.clear();
      arm(backoff.next(error instanceof TransportError ? error.retryAfterMs : undefined));
      onError(error);
    }
  }

  async function round(): Promise<void> {
    const all = documents.documents();
    noteOwn(blobs, all);
    if (isComplete()) purge(blobs, all, documents.bytesInOutbox(), clock.now());
    const server = epoch();
    if (server === null) {
      refuse(new TransportError('The server is not asked now'));
      return;
    }
    const received = all.filter(({ version }) => version > 0);
    const rows = new Map(blobs.dokument().map((row) => [row.id, row]));
    const now = clock.now().getTime();
    const isAll = now - askedAll >= askAllMs;
    const told = received
      .flatMap(({ id }) => rows.get(id) ?? [])
      .filter(({ mottagen }) => mottagen !== null && (isAll || mottagen !== server));
    await wait(askAgain(carrying, told, server));
    if (isAll) askedAll = now;
    const whole = new Set(blobs.all().flatMap(({ sha256, hel }) => (hel ? [sha256] : [])));
    const lacking = new Set(blobs.dokument().flatMap(({ id, mottagen }) => (mottagen === null ? [id] : [])));
    const toSend = received.filter(({ id, sha256 }) => lacking.has(id) && isDue(id) && whole.has(sha256));
    const sent = await inPool(toSend, (one) =>
      ofOneDocument(one, async () => {
        await wait(upload(carrying, one));
        hooks.step('bytes sent');
        blobs.putDokument({ id: one.id, sha256: one.sha256, mottagen: server });
      }),
    ).catch((error: unknown) => {
      if (ending.signal.aborted) throw error;
      return { error };
    });
    // What the server does not take now stops nobody from reading.
    await fetchAll(received, whole, server);
    if (sent) throw sent.error;
  }

  async function fetchAll(received: NamedDocument[], whole: ReadonlySet<string>, server: string): Promise<void> {
    const known = new Set(received.map(({ id }) => id));
    for (const [id, one] of wanted) {
      if (known.has(id)) continue;
      one.reject(new TransportError('No such document', { code: 'not-found' }));
      wanted.delete(id);
    }
    const own = ownScopes();
    const missing = received.filter(({ id, sha256 }) => wanted.has(id) || !whole.has(sha256));
    const asked = missing.filter(({ id }) => wanted.has(id));
    const ahead = missing.filter(({ id, scope }) => !wanted.has(id) && own.has(scope) && isDue(id));
    // Two documents may name the same bytes: they are fetched by one of them.
    const perName = [...new Map([...ahead, ...asked].map((one) => [one.sha256, one])).values()];
    let isFull = false;
    await inPool(perName, (one) =>
      ofOneDocument(one, async () => {
        const varfor = wanted.has(one.id) ? 'begard' : 'forhand';
        if (isFull && varfor === 'forhand') return;
        try {
          if (blobs.size(one.sha256) === undefined) {
            await wait(fetchDocument(carrying, one, varfor));
            hooks.step('bytes fetched');
            blobs.putDokument({ id: one.id, sha256: one.sha256, mottagen: server });
          }
          for (const { id } of asked.filter(({ sha256 }) => sha256 === one.sha256)) done(id);
        } catch (error) {
          isFull ||= codeOf(error) === 'dokument-ryms-inte';
          throw error;
        }
      }),
    );
  }

  /** What goes wrong with one document stops no other. */
  async function ofOneDocument({ id }: NamedDocument, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      later.delete(id);
    } catch (error) {
      if (ending.signal.aborted) throw error;
      const isOne = error instanceof TransportError ? ofOne.includes(error.code) : codeOf(error)?.startsWith('dokument-');
      if (!isOne) throw error;
      later.set(id, clock.now().getTime() + laterMs);
      wanted.get(id)?.reject(error);
      wanted.delete(id);
      onError(error);
    }
  }

  const isDue = (id: string): boolean => (later.get(id) ?? 0) <= clock.now().getTime();
  function done(id: string): void {
    wanted.get(id)?.resolve();
    wanted.delete(id);
  }
  function refuse(error: unknown): void {
    for (const one of wanted.values()) one.reject(error);
    wanted.clear();
  }

  return {
    start: run,
    async stop() {
      ending.abort(new TransportError('Sync was stopped'));
      timers.clearTimeout(timer);
      refuse(ending.signal.reason);
      await current;
    },
    wake() {
      // While the server is not reached, the back-off decides when to try.
      if (!failing) run();
    },
    fetch(id) {
      const found = wanted.get(id);
      if (found) return found.promise;
      const one = Promise.withResolvers<void>();
      wanted.set(id, one);
      if (current) dirty = true;
      run();
      return one.promise;
    },
    lageOf(id) {
      const document = documents.documents().find((one) => one.id === id);
      if (!document) return undefined;
      const row = blobs.dokument().find((one) => one.id === id);
      const blob = blobs.all().find(({ sha256, hel }) => sha256 === document.sha256 && hel === 1);
      if (row?.mottagen) return 'mottagen';
      // Green is the server's own word: what was stored here is received when it has said so.
      if (blob && (row || blob.egen)) return document.version > 0 ? 'koad' : 'endastHar';
      if (blob) return 'mottagen';
      return row ? 'saknas' : 'paServern';
    },
  };
}

const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

async function inPool<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  const failed: unknown[] = [];
  const stopAll = (error: unknown) => {
    waiting.length = 0;
    failed.push(error);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, () => next().catch(stopAll)));
  if (failed.length > 0) throw failed[0];
}
