import type Database from 'better-sqlite3';

/** Whose the kunder are: the open LSS Insatser of one function. */
export function lssInsatserByFunction(db: Database.Database): void {
  db.exec(`
    CREATE INDEX lss_insatser_av ON record (data ->> '$.utforareId') WHERE type = 'verkstallighet' AND data ->> '$.lssInsatser' = 1;
  `);
}
