import { isDeepStrictEqual } from 'node:util';
import type { BucketCursor } from '../../shared/protocol/protocol.ts';
import { type Page, type PageFrom, receivePage } from './page.ts';
import type { Session } from './session.ts';

type Ahead = { from: PageFrom; clientId: string; page: Promise<Page> };

/**
 * During a fill the server makes the next page while the last one is applied: half of a first sync is waiting for it. The
 * page asked for ahead is used only when the replica stands exactly where it was asked from; else it is as if it was lost.
 */
export function createPageAhead(session: Session) {
  const { replica } = session;
  let ahead: Ahead | undefined;

  return {
    async next(askCounts: boolean): Promise<Page> {
      const here = { epoch: replica.identity().epoch, cursors: replica.pullState().cursors };
      const { from, clientId, page } = ahead ?? {};
      ahead = undefined;
      if (from && page && clientId === replica.identity().clientId && from.epoch === here.epoch && same(from.cursors, here.cursors))
        return page;
      return receivePage(session, here, askCounts);
    },
    /** Asks for what follows a page that is not applied yet. */
    askAfter({ head, cursors, refills, more }: Page): void {
      if (!more || refills.length > 0 || !cursors.some(({ version }) => version === null)) return;
      const from = { epoch: head.epoch, cursors };
      const page = receivePage(session, from, false);
      // Whoever takes it hears of its failure; a page nobody takes has none.
      page.catch(() => {});
      ahead = { from, clientId: replica.identity().clientId, page };
    },
  };
}
export type PageAhead = ReturnType<typeof createPageAhead>;

const byBucket = (a: BucketCursor, b: BucketCursor) => (a.bucket < b.bucket ? -1 : 1);
const same = (a: BucketCursor[], b: BucketCursor[]) => isDeepStrictEqual([...a].sort(byBucket), [...b].sort(byBucket));
