import { type BucketCursor, protocolVersion } from '../../shared/protocol/protocol.ts';
import { decodeLine } from './decode.ts';
import type { PageItem, PullHead } from './ports.ts';
import type { Session } from './session.ts';
import { TransportError } from './transport-error.ts';

export type Page = {
  head: PullHead;
  items: PageItem[];
  refills: string[];
  cursors: BucketCursor[];
  counts: Record<string, number> | undefined;
  digests: Record<string, string> | undefined;
  more: boolean;
  /** The results asked for begin after this. */
  resultsAfter: number;
};

/** Characters decoded without letting calls in between, some milliseconds: what has arrived comes without a pause of its own. */
const mostUnbroken = 128 * 1024;

/** Where a page begins. */
export type PageFrom = { epoch: string | null; cursors: BucketCursor[] };

/**
 * Asks for a page and waits until all of it is here.
 * @param onHead is told of its head while the rest is on its way
 * @throws TransportError when the answer was cut: nothing of it may be applied
 */
export async function receivePage(
  session: Session,
  { epoch, cursors: known }: PageFrom,
  askCounts: boolean,
  onHead: (head: PullHead) => void = () => {},
): Promise<Page> {
  const { replica, transport, timers, signal, wait, progress } = session;
  const { clientId } = replica.identity();
  const { resultsAfter } = replica.pullState();
  const request = { protocol: protocolVersion, clientId, epoch, cursors: known, resultsAfter, ...(askCounts ? { counts: true } : {}) };
  const reader = transport.pull(request, signal)[Symbol.asyncIterator]();
  const page: Partial<Page> & Pick<Page, 'items' | 'refills'> = { items: [], refills: [] };
  let ended = false;
  let unbroken = 0;
  try {
    for (let part = await wait(reader.next()); !part.done; part = await wait(reader.next())) {
      progress();
      for (const line of part.value) {
        unbroken += line.length;
        if (unbroken > mostUnbroken) {
          unbroken = 0;
          await wait(timers.breathe());
        }
        if (ended) throw new TransportError('The server sent lines after the end');
        const decoded = decode(line);
        ended = take(decoded, page);
        if (decoded.t === 'head') onHead(decoded);
      }
    }
  } catch (error) {
    // Closed without waiting: the stream may hang where the round gave it up.
    reader.return?.().catch(() => {});
    throw error;
  }
  const { head, items, refills, cursors, counts, digests, more } = page;
  if (!ended || !head || !cursors || more === undefined) throw new TransportError('The answer was cut');
  return { head, items, refills, cursors, counts, digests, more, resultsAfter };
}

function decode(line: string) {
  try {
    return decodeLine(line);
  } catch (cause) {
    throw new TransportError('A line is not of the protocol', { cause });
  }
}

/** @returns true at the end */
function take(line: ReturnType<typeof decodeLine>, page: Partial<Page> & Pick<Page, 'items' | 'refills'>): boolean {
  if (line.t === 'head') page.head = line;
  else if (!page.head) throw new TransportError('The answer does not begin with a head');
  else if (line.t === 'put' || line.t === 'leave') page.items.push(line);
  else if (line.t === 'refill') page.refills.push(line.bucket);
  else if (line.t === 'cursors')
    Object.assign(page, { cursors: line.cursors, counts: line.counts, digests: line.digests, more: line.more });
  else return true;
  return false;
}
