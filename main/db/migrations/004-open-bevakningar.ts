import type Database from 'better-sqlite3';

/** What the start page's list of bevakningar reads, across all akter. */
export function openBevakningar(db: Database.Database): void {
  db.exec(`
    CREATE INDEX bevakning_oppen ON record (type)
      WHERE type = 'bevakning' AND data ->> '$.borttagen' IS NULL AND data ->> '$.status' <> 'Klar';
  `);
}
