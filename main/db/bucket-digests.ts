import type { BucketSets } from './bucket-sets.ts';
import { addDigest, type Digest, emptyDigest, turnDigest } from './record-digest.ts';
import type { Writer } from './transaction.ts';

/** A record of the server's as it lies here; null where the server does not know it. */
export type Placed = { id: string; version: number; hink: number | null };

/**
 * What lies in each combination of buckets, as a digest that every write of a record keeps: which records the server has given,
 * and at which versions, without reading them. Written once a transaction and combination.
 */
export function createBucketDigests(sets: BucketSets, writer: Writer) {
  const turned = new Map<number, Digest>();
  const turn = ({ id, version, hink }: Placed, by: 1 | -1) => {
    if (hink === null) return;
    const digest = turned.get(hink) ?? emptyDigest();
    turned.set(hink, digest);
    turnDigest(digest, by, id, version);
  };
  writer.onCommit(() => {
    for (const [nr, digest] of turned) sets.addDigest(nr, digest);
    turned.clear();
  });
  writer.onRollback(() => turned.clear());

  return {
    /** One that was `before` is `now`. */
    replace(before: Placed | undefined, now: Placed | undefined): void {
      if (before && now && before.id === now.id && before.version === now.version && before.hink === now.hink) return;
      if (before) turn(before, -1);
      if (now) turn(now, 1);
    },
    /** By bucket. @param beside records of the server's that are here, but not among the records */
    byBucket(beside: Placed[]): Map<string, Digest> {
      const found = new Map<string, Digest>();
      const into = (buckets: string[], add: (to: Digest) => void) => {
        for (const bucket of buckets) {
          const digest = found.get(bucket) ?? emptyDigest();
          found.set(bucket, digest);
          add(digest);
        }
      };
      for (const { buckets, digest } of sets.digests()) into(buckets, (to) => addDigest(to, digest));
      for (const { id, version, hink } of beside) {
        if (hink !== null) into(sets.bucketsOf(hink), (to) => turnDigest(to, 1, id, version));
      }
      return found;
    },
  };
}
export type BucketDigests = ReturnType<typeof createBucketDigests>;
