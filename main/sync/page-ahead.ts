import { isDeepStrictEqual } from 'node:util';
import type { BucketCursor } from '../../shared/protocol/protocol.ts';
import { type Page, type PageFrom, receivePage } from './page.ts';
import type { Session } from './session.ts';

type Asked = {
  from: PageFrom;
  clientId: string;
  page: Promise<Page>;
  /** Where the one after it begins, when the server has told. */
  next: PageFrom | undefined;
};

/** While one is applied: one that is on its way, and one that the server makes meanwhile. */
const mostAhead = 2;

/**
 * During a fill the next pages are made and sent while the last one is applied: half of a first sync is waiting for them. A page asked
 * for ahead is used only when the replica stands exactly where it was asked from; else it is as if it was lost.
 */
export function createPageAhead(session: Session) {
  const { replica } = session;
  let ahead: Asked[] = [];
  let last: Asked | undefined;

  function ask(from: PageFrom, askCounts: boolean): Asked {
    const page = receivePage(session, from, askCounts, ({ epoch, next }) => {
      one.next = next && { epoch, cursors: next };
      if (one === last) askOn();
    });
    const one: Asked = { from, clientId: replica.identity().clientId, page, next: undefined };
    // Whoever takes it hears of its failure; a page nobody takes has none.
    page.catch(() => {});
    last = one;
    return one;
  }

  function askOn(): void {
    if (last?.next && ahead.length < mostAhead) ahead.push(ask(last.next, false));
  }

  return {
    /** The page that follows what the replica has. */
    next(askCounts: boolean): Promise<Page> {
      const here = { epoch: replica.identity().epoch, cursors: replica.pullState().cursors };
      const [first, ...rest] = ahead;
      if (first && first.clientId === replica.identity().clientId && isSame(first.from, here)) {
        ahead = rest;
        askOn();
        return first.page;
      }
      ahead = [];
      return ask(here, askCounts).page;
    },
  };
}
export type PageAhead = ReturnType<typeof createPageAhead>;

const byBucket = (a: BucketCursor, b: BucketCursor) => (a.bucket < b.bucket ? -1 : 1);
const sorted = (cursors: BucketCursor[]) => [...cursors].sort(byBucket);
const isSame = (a: PageFrom, b: PageFrom) => a.epoch === b.epoch && isDeepStrictEqual(sorted(a.cursors), sorted(b.cursors));
