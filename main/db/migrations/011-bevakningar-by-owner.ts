import type Database from 'better-sqlite3';

/** What a list of bevakningar reads: those of one function or user, open by their day, done by when they were. */
export function bevakningarByOwner(db: Database.Database): void {
  db.exec(`
    CREATE INDEX bevakning_agare ON record (data ->> '$.bevakasAvId', data ->> '$.datum')
      WHERE type = 'bevakning' AND data ->> '$.borttagen' IS NULL AND data ->> '$.status' <> 'Klar';
    CREATE INDEX bevakning_klar ON record (data ->> '$.bevakasAvId', data ->> '$.klar.at')
      WHERE type = 'bevakning' AND data ->> '$.borttagen' IS NULL AND data ->> '$.status' = 'Klar';
  `);
}
