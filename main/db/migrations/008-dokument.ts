import type Database from 'better-sqlite3';

/** Documents are found without looking through all records: their bytes lie elsewhere, and are sent and fetched by themselves. */
export function dokument(db: Database.Database): void {
  db.exec(`CREATE INDEX record_dokument ON record (id) WHERE type = 'dokument'`);
}
