import type Database from 'better-sqlite3';

/**
 * The computed bevakningar of every akt held, a row for each owner (`agarnyckel`), and the akter whose rows are to be computed. A row has
 * dates and nothing that is relative to a day: from which one it is shown, and to which.
 */
export function frister(db: Database.Database): void {
  db.exec(`
    CREATE TABLE frist (
      scope TEXT NOT NULL, nyckel TEXT NOT NULL, agare TEXT NOT NULL, visas TEXT NOT NULL, tom TEXT, data TEXT NOT NULL,
      PRIMARY KEY (scope, nyckel, agare)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX frist_agare ON frist (agare, visas);
    CREATE TABLE frist_kvar (scope TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `);
}
