import { emptyDigest } from '../../shared/protocol/protocol.ts';
import type { Page } from './page.ts';
import type { SyncReplica } from './ports.ts';

/**
 * Compares each bucket with the server's: what it holds, by a digest that both keep, with every last page; and how many records are
 * there, counted, at start and now and then. Green is claimed only when both agree. A bucket that differs is filled anew, once a time.
 */
export function createCountsCheck(replica: SyncReplica) {
  let due = true;
  let refilled = false;

  function differing({ counts, digests }: Page, buckets: string[]): string[] {
    const counted = counts && replica.counts();
    const kept = digests && replica.digests();
    return buckets.filter(
      (bucket) =>
        (counts && counted && (counts[bucket] ?? 0) !== (counted[bucket] ?? 0)) ||
        (digests && kept && (digests[bucket] ?? emptyDigest) !== (kept[bucket] ?? emptyDigest)),
    );
  }

  return {
    /** Counting is work for the server: it is asked only of a replica that has all its buckets. */
    ask(): boolean {
      const { cursors } = replica.pullState();
      return due && cursors.length > 0 && cursors.every(({ version }) => version !== null);
    },
    /** Time to compare again. */
    renew(): void {
      due = true;
      refilled = false;
    },
    /**
     * @returns whether they agree, and whether there is more to pull to make them; undefined when the page does not tell
     */
    compare(page: Page): { agree: boolean; more: boolean } | undefined {
      if (page.more || replica.dueSweeps().length > 0) return undefined;
      const { cursors } = replica.pullState();
      if (cursors.some(({ version }) => version === null)) return undefined;
      const wrong = differing(
        page,
        cursors.map(({ bucket }) => bucket),
      );
      if (wrong.length > 0 && !refilled) {
        refilled = true;
        // What it brought is counted too.
        due = true;
        replica.refill(wrong);
        return { agree: false, more: true };
      }
      if (wrong.length === 0 && (!due || page.counts === undefined)) return undefined;
      due &&= page.counts === undefined;
      return { agree: wrong.length === 0, more: false };
    },
  };
}
export type CountsCheck = ReturnType<typeof createCountsCheck>;
