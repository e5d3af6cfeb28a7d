import { createHmac } from 'node:crypto';
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Key, keyBytes, unlock } from '../db/cipher.ts';
import { isDiskFull, toReplicaError } from '../db/errors.ts';
import { fritextSchema } from './index-schema.ts';

/** Pages of the log at which a commit moves them into the file. */
const checkpointPages = 2_000;
const cacheKib = 32 * 1024;

/** The key of the index is made from the replica's: it is there whenever the replica is, and opens nothing else. */
export const indexKey = (replicaKey: Key): Buffer => createHmac('sha256', keyBytes(replicaKey)).update('fritext').digest();

/**
 * Opens the index for writing, or makes it. It has nothing of its own: one that does not open is thrown away, and so is one of another version.
 * @throws ReplicaError `disken-full`
 */
export function openIndex(file: string, key: Key): Database.Database {
  try {
    return open(file, key);
  } catch (error) {
    // Nothing is wrong with the file then.
    if (isDiskFull(error)) throw error;
    removeIndex(file);
    return open(file, key);
  }
}

/** What the index is on disk. */
export function removeIndex(file: string): void {
  for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
}

function open(file: string, key: Key): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = new Database(file);
    unlock(db, key);
    // Room that merging leaves is given back. Before anything else: afterwards it is not heeded.
    db.pragma('auto_vacuum = INCREMENTAL');
    db.pragma('journal_mode = WAL');
    // A power cut takes the end of the log, and that is indexed again.
    db.pragma('synchronous = NORMAL');
    db.pragma('secure_delete = ON');
    // SQLite's temporary files are not encrypted.
    db.pragma('temp_store = MEMORY');
    db.pragma(`cache_size = -${cacheKib}`);
    db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    fritextSchema(db);
    return db;
  } catch (error) {
    db?.close();
    throw toReplicaError(error);
  }
}
