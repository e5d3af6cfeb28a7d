import type { Base } from './base.ts';
import type { BucketSets } from './bucket-sets.ts';
import type { RecordStore } from './record-store.ts';

/** How many records the server is known to have here, for comparison with its own count. */
export function createCounts(store: RecordStore, base: Base, sets: BucketSets) {
  return {
    countRecords: (): number => store.count(),
    counts(): Record<string, number> {
      const sums: Record<string, number> = {};
      for (const { nr, buckets } of sets.all()) {
        const count = store.countIn(nr) + base.deletedHere(nr);
        for (const bucket of buckets) sums[bucket] = (sums[bucket] ?? 0) + count;
      }
      return sums;
    },
  };
}
