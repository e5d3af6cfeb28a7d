import type Database from 'better-sqlite3';
import type { Replica } from './ports.ts';

/** The table `seen`: up to which version the user has seen an akt. */
export function createSeen(db: Database.Database): Pick<Replica, 'changedSinceSeen' | 'markSeen'> {
  const newest = db.prepare<[string], number>('SELECT max(version) FROM record WHERE scope = ?').pluck();
  const see = db.prepare(
    'INSERT INTO seen VALUES (?, ?) ON CONFLICT DO UPDATE SET version = excluded.version WHERE version <> excluded.version',
  );
  // The user's own saves come back with versions of their own: no news to the one who wrote them.
  const unseen = db
    .prepare<[string], number>(`
    SELECT count(*) FROM record JOIN seen USING (scope) WHERE record.scope = ? AND record.version > seen.version
      AND record.version NOT IN (SELECT server_version FROM outbox WHERE outbox.scope = seen.scope AND server_version IS NOT NULL)`)
    .pluck();
  return {
    changedSinceSeen: (scope) => unseen.get(scope) ?? 0,
    markSeen(scope) {
      see.run(scope, newest.get(scope) ?? 0);
    },
  };
}
