import type Database from 'better-sqlite3';

/**
 * Notes that were changed or taken away, in the order it was done, for the index of their words (main/fritext). New notes are not in it: they
 * lie above all that were looked at. Numbers are never used again.
 */
export function anteckningAndrad(db: Database.Database): void {
  db.exec('CREATE TABLE anteckning_andrad (nr INTEGER PRIMARY KEY AUTOINCREMENT, rid INTEGER NOT NULL) STRICT');
}
