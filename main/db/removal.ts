import type { Base } from './base.ts';
import type { BucketCursors } from './bucket-cursors.ts';
import type { BucketSets } from './bucket-sets.ts';
import { dropReceiptsOfLost } from './lost-akter.ts';
import type { Outbox } from './outbox.ts';
import type { Rebase } from './rebase.ts';
import type { RecordStore } from './record-store.ts';
import type { Writer } from './transaction.ts';

type Parts = { outbox: Outbox; base: Base; sets: BucketSets; cursors: BucketCursors; store: RecordStore; rebase: Rebase; writer: Writer };
/** Later than any fill: all of a combination. */
const noFill = Number.MAX_SAFE_INTEGER;
const everyOne = -1;

/**
 * Removing what the user may no longer hold (purge) or what a fill did not bring (sweep), some records a transaction.
 * Outbox and drafts are never touched: a command whose akt is gone waits for the server's word.
 */
export function createRemoval({ outbox, base, sets, cursors, store, rebase, writer }: Parts) {
  /** Takes records of one combination with an older fill into another, or away when `to` is null. @returns how many */
  function takeSome(nr: number, olderThan: number, to: number | null, limit: number, touch: (scope: string) => void): number {
    const rows = store.inSet(nr, olderThan, limit);
    // Before anything is put back: that gives records new rows.
    const strays = rows.filter((row) => store.dropStray(row));
    for (const { scope } of strays) touch(scope);
    const found = [...rows.filter((row) => !strays.includes(row)), ...base.inSet(nr, olderThan, limit)];
    if (found.length === 0) return strays.length;
    const busy = rebase.busyScopes();
    const scopes = new Set(found.map(({ scope }) => scope).filter((scope) => busy.has(scope)));
    for (const scope of scopes) rebase.putBack(scope);
    for (const { id, scope } of found) {
      if (to === null) store.delete(id);
      else store.move(id, to);
      touch(scope);
    }
    if (scopes.size > 0) rebase.replay(scopes);
    // A bucket that is lost is a right that is gone; of what a fill did not bring nobody has said that it is not.
    if (to === null)
      dropReceiptsOfLost(
        found.map((one) => ({ ...one, lost: true })),
        store,
        outbox,
      );
    return strays.length + found.length;
  }

  /** Combinations of this bucket alone: records in others too stay. */
  const alone = (bucket: string) => sets.all().filter(({ buckets }) => buckets.length === 1 && buckets[0] === bucket);

  return {
    purgeSome: (limit: number): boolean =>
      writer.writeBulk((touch) => {
        for (const { nr } of sets.all().filter(({ buckets }) => buckets.length === 0)) {
          if (takeSome(nr, noFill, null, limit, touch) > 0) return false;
          sets.drop(nr);
        }
        return true;
      }),
    /** `count`: records that would be gone, not those that other buckets hold too. */
    dueSweeps: (): { bucket: string; count: number }[] =>
      cursors.due().map(({ bucket, fill }) => ({ bucket, count: alone(bucket).reduce((sum, { nr }) => sum + store.countIn(nr, fill), 0) })),
    dueIds(bucket: string): string[] {
      const fill = cursors.due().find((one) => one.bucket === bucket)?.fill;
      if (fill === undefined) return [];
      return alone(bucket).flatMap(({ nr }) => store.inSet(nr, fill, everyOne).map(({ id }) => id));
    },
    idsIn: (bucket: string): string[] =>
      sets
        .all()
        .filter(({ buckets }) => buckets.includes(bucket))
        .flatMap(({ nr }) => store.inSet(nr, noFill, everyOne).map(({ id }) => id)),
    sweepSome: (bucket: string, limit: number): boolean =>
      writer.writeBulk((touch) => {
        const due = cursors.due().find((one) => one.bucket === bucket);
        if (!due) return true;
        for (const { nr, buckets } of sets.all().filter((set) => set.buckets.includes(bucket))) {
          const kept = buckets.filter((one) => one !== bucket);
          const to = kept.length === 0 ? null : sets.numberOf(kept);
          if (takeSome(nr, due.fill, to, limit, touch) > 0) return false;
        }
        cursors.swept(bucket);
        return true;
      }),
  };
}
