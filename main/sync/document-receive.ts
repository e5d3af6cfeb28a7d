import { fetchDocument } from './document-fetch.ts';
import type { DocumentParts } from './document-parts.ts';
import { codeOf, inPool, type Trouble } from './document-trouble.ts';
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
    const next = (): { document: NamedDocument; varfor: Varfor } | undefined => {
      const asked = nextWanted();
      if (asked) return { document: asked, varfor: 'begard' };
      const document = isFull ? undefined : ahead.shift();
      return document && { document, varfor: 'forhand' };
    };
    const work = ({ document, varfor }: { document: NamedDocument; varfor: Varfor }) =>
      doing.of(
        document.id,
        async () => {
          await fetchOnce(document, varfor, server);
          end(document.id, (one) => one.resolve());
        },
        (error) => {
          isFull ||= codeOf(error) === 'dokument-ryms-inte';
          end(document.id, (one) => one.reject(error));
        },
      );
    await inPool(next, work);
  }

  /** Two documents may name the same bytes: they are fetched for one of them. */
  async function fetchOnce(document: NamedDocument, varfor: Varfor, server: string): Promise<void> {
    const { sha256 } = document;
    // What fails for another's sake, or for want of room ahead, may be had for this one's.
    for (let other = fetching.get(sha256); other; other = fetching.get(sha256)) await wait(other.catch(() => {}));
    if (blobs.size(sha256) !== undefined) return;
    const fetch = fetchDocument(parts, document, varfor, server);
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
