import type Database from 'better-sqlite3';

/** Every inkomstblankett held, whatever akt. */
export function inkomstblanketter(db: Database.Database): void {
  db.exec(`CREATE INDEX inkomstblankett_alla ON record (type) WHERE type = 'inkomstblankett'`);
}
