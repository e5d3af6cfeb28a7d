import type Database from 'better-sqlite3';

/** What the start page's list of what nobody answers for reads, across all akter. */
export function lssInsatser(db: Database.Database): void {
  db.exec(`
    CREATE INDEX lss_insatser ON record (type) WHERE type = 'verkstallighet' AND data ->> '$.lssInsatser' = 1;
  `);
}
