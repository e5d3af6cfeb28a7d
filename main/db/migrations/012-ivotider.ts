import type Database from 'better-sqlite3';

/**
 * The times of every akt held in which a beslut was to be carried out and was not, as the reports to IVO are made of them: until when it was to be, and
 * the day that it was or ended (`9999-12-31` = it still is to be). They are computed with the bevakningar of the akt.
 */
export function ivotider(db: Database.Database): void {
  db.exec(`
    CREATE TABLE ivotid (
      scope TEXT NOT NULL, nyckel TEXT NOT NULL, senast TEXT NOT NULL, dag TEXT NOT NULL, data TEXT NOT NULL,
      PRIMARY KEY (scope, nyckel)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ivotid_dag ON ivotid (dag, senast);
  `);
}
