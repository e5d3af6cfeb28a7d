import type { Database } from './database.ts';

const databases = new WeakMap<object, Database>();

/**
 * What a store is laid over: for the files of this folder, and for tests. All others ask the store, which has a name for each thing
 * they may read and do (`scripts/fences/tables.test.ts` finds who does not).
 */
export function databaseOf(store: object): Database {
  const db = databases.get(store);
  if (!db) throw new Error('the store was not opened by openStore');
  return db;
}

export function overDatabase<S extends object>(db: Database, store: S): S {
  databases.set(store, db);
  return store;
}
