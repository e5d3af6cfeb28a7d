import Database from 'better-sqlite3';
import { fileKind, isCut, type Key, keyFits, restoreSalt, unlock } from './cipher.ts';
import { ReplicaError, toReplicaError } from './errors.ts';
import { migrate, replicaSchema, type Schema } from './migrate.ts';

/** Pages of write-ahead log at which a commit moves them into the database itself, if nothing else has (see checkpointer.ts). */
const checkpointPages = 25_000;
/** Bytes of the log that are kept when it begins anew. */
const emptyLogBytes = 1024 * 1024;
/** Pages kept decrypted: the tree of a kund and the indexes a fill writes to. */
const cacheKib = 48 * 1024;

/**
 * Opens or makes an encrypted database and brings its schema up to date.
 * @throws ReplicaError `databasen-okrypterad`, `databasen-fel-nyckel`, `databasen-skadad`, `databasen-nyare`, `disken-full`;
 *   the file is then as it was
 */
export function openDatabase(file: string, key: Key, schema: Schema = replicaSchema): Database.Database {
  if (fileKind(file) === 'plaintext') throw new ReplicaError('databasen-okrypterad');
  const db = openReadable(file, key, schema);
  try {
    configure(db);
    migrate(db, schema);
    return db;
  } catch (error) {
    db.close();
    throw toReplicaError(error);
  }
}

function openReadable(file: string, key: Key, schema: Schema): Database.Database {
  const db = new Database(file);
  try {
    unlock(db, key);
    readSchemaNumber(db, file, key, schema);
    return db;
  } catch (error) {
    db.close();
    // Only its first bytes were damaged: with them back it is whole.
    if (isWrongKey(error) && restoreSalt(file, key)) return openReadable(file, key, schema);
    throw toReplicaError(error);
  }
}

const isWrongKey = (error: unknown): boolean => error instanceof ReplicaError && error.code === 'databasen-fel-nyckel';

/**
 * Opens a database that is there and that somebody else keeps: nothing is made, migrated or written.
 * @throws ReplicaError
 */
export function openToRead(file: string, key: Key): Database.Database {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    unlock(db, key);
    // SQLite's temporary files are not encrypted.
    db.pragma('temp_store = MEMORY');
    db.pragma('user_version');
    return db;
  } catch (error) {
    db?.close();
    throw toReplicaError(error);
  }
}

/** Opens a database that may be damaged, to save what can be read of it: nothing is configured, migrated or written. */
export function openDamaged(file: string, key: Key): Database.Database {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  unlock(db, key);
  // Only so does SQLite read of a file that was cut what is left of it.
  db.unsafeMode();
  db.pragma('writable_schema = ON');
  return db;
}

function readSchemaNumber(db: Database.Database, file: string, key: Key, schema: Schema): void {
  let number: unknown;
  try {
    number = db.pragma('user_version', { simple: true });
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'SQLITE_NOTADB') throw error;
    throw new ReplicaError(isCut(file) || keyFits(file, key) ? 'databasen-skadad' : 'databasen-fel-nyckel', { cause: error });
  }
  // A newer version's database is left alone: it may hold unsent work that only that version understands.
  if (Number(number) > schema.length) throw new ReplicaError('databasen-nyare');
}

/** At every open: SQLite keeps none of these but WAL in the file, and a reopened WAL file would fall to NORMAL. */
function configure(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  // SQLite's temporary files are not encrypted.
  db.pragma('temp_store = MEMORY');
  db.pragma(`cache_size = -${cacheKib}`);
  db.pragma(`wal_autocheckpoint = ${checkpointPages}`);
  db.pragma(`journal_size_limit = ${emptyLogBytes}`);
}
