import type Database from 'better-sqlite3';

/** The form a command was sent from, as JSON: a refused one is put back as the draft it was (FRAGA-61). */
export function sentForm(db: Database.Database): void {
  db.exec('ALTER TABLE outbox ADD COLUMN form TEXT');
}
