import type Database from 'better-sqlite3';

/** Every uppföljning, planned and held: what is listed of how bifall are followed up. */
export function allUppfoljningar(db: Database.Database): void {
  db.exec(`CREATE INDEX uppfoljning_alla ON record (type) WHERE type = 'uppfoljning'`);
}
