import { type BuntDokument, inBuntar } from '../../shared/protocol/dokument-bunt.ts';
import { dokumentBuntResponse } from '../../shared/protocol/protocol.ts';
import { askAgain, type Dokumentfraga } from './document-ask.ts';
import type { DocumentParts } from './document-parts.ts';
import { noteFiled, noteSettled, purge } from './document-purge.ts';
import { codeOf, inPool, isOfAll, type Trouble } from './document-trouble.ts';
import { upload } from './document-upload.ts';
import type { DocumentRow } from './ports.ts';

/** What a server has received it may lose: once it has been asked, and so often after, it is asked for all. */
const askAllMs = 24 * 3_600_000;
/** Between two looks at which bytes nothing names any more, when something has changed; and at the least so often. */
const purgeMs = { soonest: 30_000, latest: 3_600_000 };

type Lacking = DocumentRow & { storlek: number };

/** The way up: what was stored here and the server lacks is sent, and what nothing names any more is removed. */
export function createDocumentSend(parts: DocumentParts, trouble: Trouble, inUse: (sha256: string) => boolean) {
  const { documents, blobs, clock, hooks, epoch, isComplete, moved, wait } = parts;
  const purged = { at: Number.NEGATIVE_INFINITY, isDue: true };
  const asked: Dokumentfraga = { at: Number.NEGATIVE_INFINITY, epoch: null };
  const now = () => clock.now().getTime();

  async function round(): Promise<void> {
    noteFiled(blobs, documents, parts.anvandareId);
    if (noteSettled(blobs, documents)) moved();
    const server = epoch();
    if (server === null) return;
    await purgeSome(server);
    const isAll = now() - asked.at >= askAllMs;
    if (isAll || asked.epoch !== server) {
      const began = now();
      const { dropped, unanswered } = await askAgain(parts, server, isAll);
      if (dropped) purged.isDue = true;
      // One whose record is on its way to another server is asked for until that has it.
      if (!unanswered) Object.assign(asked, { epoch: server, ...(isAll ? { at: began } : {}) });
    }
    await sendAll(server);
  }

  async function purgeSome(server: string): Promise<void> {
    const since = now() - purged.at;
    if (!isComplete() || since < purgeMs.soonest || (!purged.isDue && since < purgeMs.latest)) return;
    Object.assign(purged, { at: now(), isDue: false });
    await wait(purge(parts, server, inUse));
  }

  async function sendAll(server: string): Promise<void> {
    const filings = new Set(documents.filings().map(({ id }) => id));
    const toSend = blobs.lacking().filter((row) => {
      const document = documents.document(row.id);
      // The server has no such document before its command has an answer, whatever becomes of that.
      if (filings.has(row.id) && !(document && document.version > 0)) return false;
      if (document || row.egen) return trouble.isDue(row.id);
      // Another's, which the user no longer reads: it is not theirs to send.
      if (isComplete()) drop(row.id);
      return false;
    });
    const doing = trouble.round();
    const buntar = inBuntar(toSend);
    await inPool(
      () => buntar.shift(),
      async (rows) => {
        const mottagna = rows.length > 1 ? await sendTogether(rows) : new Set();
        for (const row of rows) {
          await doing.of(
            row.id,
            async () => (mottagna.has(row.id) ? sent(row, server) : send(row, server)),
            () => {},
          );
        }
      },
    );
    doing.end();
  }

  /** @returns those that the server has by it; the others go one by one, and hear what is wrong */
  async function sendTogether(rows: Lacking[]): Promise<Set<string>> {
    const documents = rows.flatMap(({ id, sha256 }): BuntDokument[] => {
      try {
        return [{ id, bytes: Buffer.concat([...blobs.read(sha256)]) }];
      } catch (error) {
        if (codeOf(error)?.startsWith('dokument-')) return [];
        throw error;
      }
    });
    try {
      const answer = dokumentBuntResponse.safeParse(await wait(parts.transport.putBunt(documents, parts.signal)));
      if (answer.success) return new Set(answer.data.mottagna);
    } catch (error) {
      if (parts.signal.aborted || isOfAll(error)) throw error;
    }
    return new Set();
  }

  async function send(row: Lacking, server: string): Promise<void> {
    const { id } = row;
    try {
      await wait(upload(parts, row));
    } catch (error) {
      if (!row.avgjord || codeOf(error) !== 'not-found') throw error;
      // Refused, its user is done with that, and the server has nothing of it by another way.
      drop(id);
      return;
    }
    sent(row, server);
  }

  function sent({ id, sha256 }: Lacking, server: string): void {
    hooks.step('bytes sent');
    blobs.putDokument({ id, sha256, mottagen: server });
    purged.isDue = true;
    moved();
  }

  function drop(id: string): void {
    blobs.dropDokument(id);
    purged.isDue = true;
  }

  return {
    round,
    /** Records have changed, or what is known of those that the server has. */
    changed(): void {
      purged.isDue = true;
    },
    askSoon(): void {
      asked.epoch = null;
    },
  };
}
