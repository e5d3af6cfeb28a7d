import type { Database } from './database.ts';

type Databases = { db: Database; patient: Database };
const databases = new WeakMap<object, Databases>();

/**
 * What a store is laid over: for the files of this folder, and for tests. All others ask the store, which has a name for each thing
 * they may read and do (`scripts/fences/tables.test.ts` finds who does not).
 */
export const databaseOf = (store: object): Database => under(store).db;

/** The same, for what may take its time: a bulk load. */
export const patientDatabaseOf = (store: object): Database => under(store).patient;

export function overDatabase<S extends object>(under: Databases, store: S): S {
  databases.set(store, under);
  return store;
}

function under(store: object): Databases {
  const found = databases.get(store);
  if (!found) throw new Error('the store was not opened by openStore');
  return found;
}
