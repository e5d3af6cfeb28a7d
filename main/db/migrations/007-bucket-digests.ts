import type Database from 'better-sqlite3';
import { type Digest, emptyDigest, turnDigest } from '../record-digest.ts';

/**
 * What lies in each combination of buckets, as a digest that every write of a record keeps from now on: how many (`antal`), and the
 * two halves of the exclusive or of their hashes.
 */
export function bucketDigests(db: Database.Database): void {
  for (const column of ['antal', 'hog', 'lag']) db.exec(`ALTER TABLE bucket_set ADD COLUMN ${column} INTEGER NOT NULL DEFAULT 0`);
  const digests = new Map<number, Digest>();
  const rows = db.prepare<[], { id: string; version: number; hink: number }>('SELECT id, version, hink FROM record WHERE hink IS NOT NULL');
  for (const { id, version, hink } of rows.iterate()) {
    const digest = digests.get(hink) ?? emptyDigest();
    digests.set(hink, digest);
    turnDigest(digest, 1, id, version);
  }
  const set = db.prepare<[Digest & { nr: number }]>('UPDATE bucket_set SET antal = @count, hog = @high, lag = @low WHERE nr = @nr');
  for (const [nr, digest] of digests) set.run({ nr, ...digest });
}
