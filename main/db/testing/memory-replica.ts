import Database from 'better-sqlite3';
import { migrate } from '../migrate.ts';
import { type OpenReplica, type ReplicaOptions, replicaOn } from '../replica.ts';

/** The replica in memory: all of it but the file, its encryption (SQLite encrypts no memory) and its write-ahead log. */
export function memoryReplica(options: Omit<ReplicaOptions, 'file' | 'key'>): OpenReplica {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db);
  return replicaOn(db, options, { tidy: async () => {}, close: () => {} });
}
