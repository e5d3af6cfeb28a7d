import { inBuntar } from '../../shared/protocol/dokument-bunt.ts';
import { DamagedDocument } from './damaged-document.ts';
import { fetchDocument } from './document-fetch.ts';
import type { DocumentParts } from './document-parts.ts';
import { codeOf, inPool, isOfAll, type Trouble } from './document-trouble.ts';
import type { NamedDocument } from './ports.ts';
import { TransportError } from './transport-error.ts';

type Varfor = 'begard' | 'forhand';
/** The akter whose documents are all here are looked through again so often: what a damaged disk took is fetched anew. */
const lookAgainMs = 3_600_000;

export type Receiving = DocumentParts & {
  /** The akter whose documents are fetched before they are asked for. */
  ownScopes: () => ReadonlySet<string>;
  /** A document names bytes that came for another's sake: whether the server has it is to be asked. */
  askSoon: () => void;
};

/** The way down: what the user asks for first, and then ahead what belongs to their own kunder. */
export function createDocumentReceive(parts: Receiving, trouble: Trouble) {
  const { documents, blobs, timers, clock, hooks, epoch, ownScopes, askSoon, moved, wait } = parts;
  const wanted = new Map<string, { resolve(): void; reject(error: unknown): void; promise: Promise<void> }>();
  const taken = new Set<string>();
  const fetching = new Map<string, Promise<void>>();
  /** Own akter with nothing missing, until something of them changes. */
  const whole = new Set<string>();
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function round(): Promise<void> {
    const server = epoch();
    if (server === null) {
      refuse(new TransportError('The server is not asked now'));
      return;
    }
    const doing = trouble.round();
    try {
      await fetchAll(await missing(), server, doing);
    } catch (error) {
      refuse(error);
      throw error;
    }
    doing.end();
  }

  async function fetchAll(ahead: NamedDocument[], server: string, doing: ReturnType<Trouble['round']>): Promise<void> {
    let isFull = false;
    const buntar = inBuntar(ahead);
    const next = (): { all: NamedDocument[]; varfor: Varfor } | undefined => {
      const asked = nextWanted();
      if (asked) return { all: [asked], varfor: 'begard' };
      const all = isFull ? undefined : buntar.shift();
      return all && { all, varfor: 'forhand' };
    };
    const work = async ({ all, varfor }: { all: NamedDocument[]; varfor: Varfor }) => {
      const came = all.length > 1 ? await fetchTogether(all) : new Map<string, Uint8Array>();
      for (const document of all) {
        if (varfor === 'begard' || !isFull) await workOne(document, varfor, came.get(document.id));
      }
    };
    const workOne = (document: NamedDocument, varfor: Varfor, bytes: Uint8Array | undefined) =>
      doing.of(
        document.id,
        async () => {
          await fetchOnce(document, varfor, server, bytes);
          end(document.id, (one) => one.resolve());
        },
        (error) => {
          isFull ||= codeOf(error) === 'dokument-ryms-inte';
          end(document.id, (one) => one.reject(error));
        },
      );
    await inPool(next, work);
  }

  /** @returns what came of them; the others are fetched one by one, and say what is wrong */
  async function fetchTogether(all: NamedDocument[]): Promise<Map<string, Uint8Array>> {
    // What has come some way goes on from there.
    const ids = all.filter(({ sha256 }) => !blobs.blob(sha256) && !fetching.has(sha256)).map(({ id }) => id);
    if (ids.length < 2) return new Map();
    try {
      const came = await wait(parts.transport.getBunt(ids, parts.signal));
      return new Map(came.map(({ id, bytes }) => [id, bytes]));
    } catch (error) {
      if (parts.signal.aborted || isOfAll(error)) throw error;
      return new Map();
    }
  }

  /** Two documents may name the same bytes: they are fetched for one of them. */
  async function fetchOnce(document: NamedDocument, varfor: Varfor, server: string, bytes: Uint8Array | undefined): Promise<void> {
    const { sha256 } = document;
    // What fails for another's sake, or for want of room ahead, may be had for this one's.
    for (let other = fetching.get(sha256); other; other = fetching.get(sha256)) await wait(other.catch(() => {}));
    if (blobs.size(sha256) !== undefined) return;
    const fetch = bytes ? keepFetched(document, varfor, server, bytes) : fetchDocument(parts, document, varfor, server);
    fetching.set(sha256, fetch);
    try {
      await wait(fetch);
    } finally {
      fetching.delete(sha256);
    }
    hooks.step('bytes fetched');
    moved();
    await wait(blobs.tidy());
  }

  async function keepFetched({ id, sha256 }: NamedDocument, varfor: Varfor, server: string, bytes: Uint8Array): Promise<void> {
    await timers.breathe();
    if (!blobs.storeWhole({ id, sha256, mottagen: server, bytes, varfor })) throw new DamagedDocument('fetched');
  }

  function nextWanted(): NamedDocument | undefined {
    for (const id of wanted.keys()) {
      if (taken.has(id)) continue;
      const document = documents.document(id);
      if (document && document.version > 0) {
        taken.add(id);
        return document;
      }
      end(id, (one) => one.reject(new TransportError('No such document', { code: 'not-found' })));
    }
    return undefined;
  }

  /** What own akter lack; only those are looked through that have changed since nothing was missing. */
  async function missing(): Promise<NamedDocument[]> {
    const now = clock.now().getTime();
    if (now - lookedAt >= lookAgainMs) {
      whole.clear();
      lookedAt = now;
    }
    const perName = new Map<string, NamedDocument>();
    for (const scope of ownScopes()) {
      if (whole.has(scope)) continue;
      whole.add(scope);
      for (const document of documents.documentsIn(scope)) {
        if (blobs.size(document.sha256) !== undefined) noteHere(document);
        else if (document.version > 0) {
          whole.delete(scope);
          if (trouble.isDue(document.id)) perName.set(document.sha256, document);
        }
      }
      await wait(timers.breathe());
    }
    return [...perName.values()];
  }

  /** Its bytes came with another document that names them: the server may lack this one's. */
  function noteHere({ id, sha256, version }: NamedDocument): void {
    if (version === 0 || blobs.dokument(id)) return;
    blobs.putDokument({ id, sha256, mottagen: '' });
    askSoon();
  }

  function end(id: string, how: (one: { resolve(): void; reject(error: unknown): void }) => void): void {
    const one = wanted.get(id);
    taken.delete(id);
    wanted.delete(id);
    if (one) how(one);
  }
  function refuse(error: unknown): void {
    for (const id of [...wanted.keys()]) end(id, (one) => one.reject(error));
  }

  return {
    round,
    /** Resolves when the document's bytes are here; rejects when they cannot be had now. A round is to begin. */
    want(id: string): Promise<void> {
      const found = wanted.get(id);
      if (found) return found.promise;
      const one = Promise.withResolvers<void>();
      wanted.set(id, one);
      return one.promise;
    },
    /** Nothing that is wanted can be had. */
    refuse,
    isFetching: (sha256: string): boolean => fetching.has(sha256),
    /** Records of akter have changed. */
    changed(scopes: Iterable<string>): void {
      for (const scope of scopes) whole.delete(scope);
    },
  };
}
