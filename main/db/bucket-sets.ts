import type Database from 'better-sqlite3';
import { addDigest, type Digest } from './record-digest.ts';
import type { Writer } from './transaction.ts';

export type BucketSet = { nr: number; buckets: string[] };

/**
 * The few combinations of buckets that records lie in, each with a number that its records carry: losing a bucket rewrites
 * a row here, not two hundred thousand there.
 */
export function createBucketSets(db: Database.Database, writer: Writer) {
  const select = db.prepare<[], { nr: number; buckets: string }>('SELECT nr, buckets FROM bucket_set ORDER BY nr');
  const insert = db.prepare('INSERT INTO bucket_set (buckets) VALUES (?)');
  const update = db.prepare('UPDATE bucket_set SET buckets = ? WHERE nr = ?');
  const remove = db.prepare('DELETE FROM bucket_set WHERE nr = ?');
  const digestOf = db.prepare<[number], Digest>('SELECT antal AS count, hog AS high, lag AS low FROM bucket_set WHERE nr = ?');
  const setDigest = db.prepare<[Digest & { nr: number }]>('UPDATE bucket_set SET antal = @count, hog = @high, lag = @low WHERE nr = @nr');
  let cache: { byText: Map<string, number>; sets: Map<number, string[]> } | undefined;
  const forget = () => {
    cache = undefined;
  };
  writer.onRollback(forget);

  function load() {
    if (cache) return cache;
    cache = { byText: new Map(), sets: new Map() };
    for (const { nr, buckets } of select.all()) {
      cache.sets.set(nr, JSON.parse(buckets) as string[]);
      if (!cache.byText.has(buckets)) cache.byText.set(buckets, nr);
    }
    return cache;
  }

  return {
    all: (): BucketSet[] => [...load().sets].map(([nr, buckets]) => ({ nr, buckets })),
    bucketsOf: (nr: number): string[] => load().sets.get(nr) ?? [],
    /** The number of a combination, made when it is new. */
    numberOf(buckets: string[]): number {
      const sorted = [...new Set(buckets)].sort();
      const text = JSON.stringify(sorted);
      const { byText, sets } = load();
      const known = byText.get(text);
      if (known !== undefined) return known;
      const nr = Number(insert.run(text).lastInsertRowid);
      byText.set(text, nr);
      sets.set(nr, sorted);
      return nr;
    },
    /** What lies in each combination. */
    digests: (): { buckets: string[]; digest: Digest }[] =>
      [...load().sets].flatMap(([nr, buckets]) => {
        const digest = digestOf.get(nr);
        return digest ? [{ buckets, digest }] : [];
      }),
    /** Within a transaction: some came and some went. */
    addDigest(nr: number, change: Digest): void {
      const digest = digestOf.get(nr);
      if (!digest) return;
      addDigest(digest, change);
      setDigest.run({ nr, ...digest });
    },
    /** One that no record lies in any more. */
    drop(nr: number): void {
      remove.run(nr);
      forget();
    },
    /** Takes buckets out of every combination. Records left with the empty one are no longer anybody's here. */
    lose(lost: ReadonlySet<string>): void {
      for (const [nr, buckets] of load().sets) {
        const kept = buckets.filter((bucket) => !lost.has(bucket));
        if (kept.length < buckets.length) update.run(JSON.stringify(kept), nr);
      }
      cache = undefined;
    },
  };
}
export type BucketSets = ReturnType<typeof createBucketSets>;
