import type Database from 'better-sqlite3';

/** Where the user stood before the opening that showed them something new: it is read until they say that they have seen it, after a restart too. */
export function seenBefore(db: Database.Database): void {
  db.exec('ALTER TABLE seen ADD COLUMN innan INTEGER');
}
