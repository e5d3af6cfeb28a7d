import type Database from 'better-sqlite3';
import type { BucketSets } from './bucket-sets.ts';

/** How many records the server is known to have here, for comparison with its own count. */
export function createCounts(db: Database.Database, sets: BucketSets) {
  const inRecord = db.prepare<[number], number>('SELECT count(*) FROM record WHERE hink = ?').pluck();
  // Deleted here by a command that waits: the server still has it.
  const deletedHere = db
    .prepare<[number], number>(
      'SELECT count(*) FROM base WHERE hink = ? AND type IS NOT NULL AND NOT EXISTS (SELECT 1 FROM id_rid WHERE id_rid.id = base.id)',
    )
    .pluck();
  const all = db.prepare<[], number>('SELECT count(*) FROM record').pluck();

  return {
    countRecords: (): number => all.get() ?? 0,
    counts(): Record<string, number> {
      const sums: Record<string, number> = {};
      for (const { nr, buckets } of sets.all()) {
        const count = (inRecord.get(nr) ?? 0) + (deletedHere.get(nr) ?? 0);
        for (const bucket of buckets) sums[bucket] = (sums[bucket] ?? 0) + count;
      }
      return sums;
    },
  };
}
