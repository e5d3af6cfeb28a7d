import type Database from 'better-sqlite3';
import type { Meta } from './meta.ts';
import type { Replica } from './ports.ts';
import type { Writer } from './transaction.ts';

type Seen = Pick<Replica, 'seenVersion' | 'seenBefore' | 'begunVersion' | 'markOpened' | 'markSeen'> & {
  /** Versions are handed out anew: what was seen of the old ones says nothing. Within a transaction. */
  forgetSeen(): void;
};

/** The table `seen`: up to which version the user has seen an akt, and up to which before what the latest opening had that was new (`innan`). */
export function createSeen(db: Database.Database, meta: Pick<Meta, 'get'>, writer: Pick<Writer, 'settle'>): Seen {
  const newest = db.prepare<[string], number>('SELECT max(version) FROM record WHERE scope = ?').pluck();
  const version = db.prepare<[string], number>('SELECT version FROM seen WHERE scope = ?').pluck();
  const before = db.prepare<[string], number | null>('SELECT innan FROM seen WHERE scope = ?').pluck();
  const see = db.prepare(
    `INSERT INTO seen (scope, version) VALUES (?, ?)
     ON CONFLICT DO UPDATE SET version = excluded.version, innan = NULL WHERE version <> excluded.version OR innan IS NOT NULL`,
  );
  const open = db.prepare(
    'INSERT INTO seen (scope, version) VALUES (?, ?) ON CONFLICT DO UPDATE SET version = excluded.version WHERE version <> excluded.version',
  );
  const keep = db.prepare(
    'INSERT INTO seen (scope, version, innan) VALUES (:scope, :before, :before) ON CONFLICT DO UPDATE SET innan = :before',
  );
  const forget = db.prepare('DELETE FROM seen');
  const markOpened = db.transaction((scope: string, before: number | undefined) => {
    if (before !== undefined) keep.run({ scope, before });
    open.run(scope, newest.get(scope) ?? 0);
  });
  const markSeen = db.transaction((scopes: readonly string[]) => {
    for (const scope of scopes) see.run(scope, newest.get(scope) ?? 0);
  });
  return {
    seenVersion: (scope) => version.get(scope),
    seenBefore: (scope) => before.get(scope) ?? undefined,
    // A replica of an earlier version does not know where it began: it is what it has now.
    begunVersion: () => meta.get('begun') ?? meta.get('covered'),
    markOpened(scope, before) {
      writer.settle();
      markOpened.immediate(scope, before);
    },
    markSeen(scopes) {
      writer.settle();
      markSeen.immediate(scopes);
    },
    forgetSeen: () => void forget.run(),
  };
}
