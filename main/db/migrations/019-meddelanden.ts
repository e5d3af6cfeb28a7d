import type Database from 'better-sqlite3';

/** The mailboxes: messages by their heads, and how it is with each where it lies. */
export function meddelanden(db: Database.Database): void {
  db.exec(`CREATE INDEX meddelande_alla ON record (type) WHERE type = 'meddelande'`);
  db.exec(`CREATE INDEX brevlage_alla ON record (type) WHERE type = 'brevlage'`);
}
