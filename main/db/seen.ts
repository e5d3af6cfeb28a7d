import type Database from 'better-sqlite3';
import type { Replica } from './ports.ts';

/** The table `seen`: up to which version the user has seen an akt. */
export function createSeen(db: Database.Database): Pick<Replica, 'seenVersion' | 'markSeen'> {
  const newest = db.prepare<[string], number>('SELECT max(version) FROM record WHERE scope = ?').pluck();
  const version = db.prepare<[string], number>('SELECT version FROM seen WHERE scope = ?').pluck();
  const see = db.prepare(
    'INSERT INTO seen VALUES (?, ?) ON CONFLICT DO UPDATE SET version = excluded.version WHERE version <> excluded.version',
  );
  return {
    seenVersion: (scope) => version.get(scope),
    markSeen: db.transaction((scopes: readonly string[]) => {
      for (const scope of scopes) see.run(scope, newest.get(scope) ?? 0);
    }).immediate,
  };
}
