import type Database from 'better-sqlite3';
import type { BucketSets } from './bucket-sets.ts';
import type { Meta } from './meta.ts';
import type { SyncReplica } from './ports.ts';

type Cursor = ReturnType<SyncReplica['pullState']>['cursors'][number];
type BucketRow = {
  bucket: string;
  version: number | null;
  fill_at: number | null;
  fill_scope: string | null;
  fill_id: string | null;
  fill: number;
  sweep: 0 | 1;
};

/** Which buckets the user reads, and how far each has come. Writes run within the caller's transaction. */
export function createBucketCursors(db: Database.Database, sets: BucketSets, meta: Meta) {
  const all = db.prepare<[], BucketRow>('SELECT * FROM bucket ORDER BY bucket');
  const insert = db.prepare('INSERT INTO bucket (bucket, fill, sweep) VALUES (?, ?, 0)');
  const remove = db.prepare('DELETE FROM bucket WHERE bucket = ?');
  const save = db.prepare('UPDATE bucket SET version = @version, fill_at = @at, fill_scope = @scope, fill_id = @id WHERE bucket = @bucket');
  const restart = db.prepare(
    'UPDATE bucket SET version = NULL, fill_at = NULL, fill_scope = NULL, fill_id = NULL, fill = ?, sweep = 1 WHERE bucket = ?',
  );
  const swept = db.prepare('UPDATE bucket SET sweep = 0 WHERE bucket = ?');

  function nextFill(): number {
    const fill = (meta.get('fill') ?? 0) + 1;
    meta.set('fill', fill);
    return fill;
  }

  return {
    cursors: (): Cursor[] => all.all().map(toCursor),
    /** Buckets that are filled, and are to lose what the fill numbered `fill` did not bring. */
    due: (): { bucket: string; fill: number }[] => all.all().filter(({ version, sweep }) => version !== null && sweep === 1),
    swept(bucket: string): void {
      swept.run(bucket);
    },
    grant(granted: string[]): void {
      const known = all.all().map(({ bucket }) => bucket);
      const gained = granted.filter((bucket) => !known.includes(bucket));
      if (gained.length > 0) {
        const fill = nextFill();
        for (const bucket of gained) insert.run(bucket, fill);
      }
      const lost = known.filter((bucket) => !granted.includes(bucket));
      for (const bucket of lost) remove.run(bucket);
      if (lost.length > 0) sets.lose(new Set(lost));
    },
    refill(buckets: string[]): void {
      const fill = nextFill();
      for (const bucket of buckets) restart.run(fill, bucket);
    },
    /** @returns the version up to which every bucket is here, or undefined while one is being filled */
    save(cursors: Cursor[], serverVersion: number): number | undefined {
      for (const { bucket, version, fill } of cursors) {
        save.run({ bucket, version, at: fill?.at ?? null, scope: fill?.scope ?? null, id: fill?.id ?? null });
      }
      const versions = all.all().map(({ version }) => version);
      return versions.includes(null) ? undefined : Math.min(serverVersion, ...versions.filter((version) => version !== null));
    },
  };
}
export type BucketCursors = ReturnType<typeof createBucketCursors>;

const toCursor = ({ bucket, version, fill_at, fill_scope, fill_id }: BucketRow): Cursor => ({
  bucket,
  version,
  fill: fill_at === null || fill_scope === null || fill_id === null ? null : { at: fill_at, scope: fill_scope, id: fill_id },
});
