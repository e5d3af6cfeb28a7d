import type { Page } from './page.ts';
import type { SyncReplica } from './ports.ts';

/**
 * Compares the number of records in each bucket with the server's, at start and now and then: green is claimed only when
 * both agree. A bucket that differs is filled anew, once a time.
 */
export function createCountsCheck(replica: SyncReplica) {
  let due = true;
  let refilled = false;
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
    compare({ counts, more }: Page): { agree: boolean; more: boolean } | undefined {
      if (!due || more || counts === undefined || replica.dueSweeps().length > 0) return undefined;
      const { cursors } = replica.pullState();
      if (cursors.some(({ version }) => version === null)) return undefined;
      const here = replica.counts();
      const wrong = cursors.map(({ bucket }) => bucket).filter((bucket) => (counts[bucket] ?? 0) !== (here[bucket] ?? 0));
      if (wrong.length > 0 && !refilled) {
        refilled = true;
        replica.refill(wrong);
        return { agree: false, more: true };
      }
      due = false;
      return { agree: wrong.length === 0, more: false };
    },
  };
}
export type CountsCheck = ReturnType<typeof createCountsCheck>;
