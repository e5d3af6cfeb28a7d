import type { Base } from './base.ts';
import type { BucketDigests } from './bucket-digests.ts';
import type { BucketSets } from './bucket-sets.ts';
import { digestText } from './record-digest.ts';
import type { RecordStore } from './record-store.ts';

/** Which records the server is known to have here, for comparison with what it says itself. */
export function createCounts(store: RecordStore, base: Base, sets: BucketSets, digests: BucketDigests) {
  return {
    countRecords: (): number => store.count(),
    digests: (): Record<string, string> =>
      Object.fromEntries([...digests.byBucket(base.absent())].map(([bucket, digest]) => [bucket, digestText(digest)])),
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
