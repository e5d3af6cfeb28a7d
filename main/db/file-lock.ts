import Database from 'better-sqlite3';

/** Milliseconds that a program that is just ending has to let go. */
const patienceMs = 2000;

/**
 * Holds a file as SQLite holds a database that it writes to: by a lock of the operating system's, which is gone when the
 * process is, however it ended. Nothing is ever written to the file.
 * @returns what lets go of it; undefined when another process, or another part of this one, holds it
 */
export function lockFile(file: string): (() => void) | undefined {
  const db = new Database(file, { timeout: patienceMs });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return () => db.close();
  } catch (error) {
    db.close();
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
}
