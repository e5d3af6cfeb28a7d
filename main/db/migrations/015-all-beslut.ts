import type Database from 'better-sqlite3';

/** Every beslut, bifall and avslag: what is listed of all that was decided. */
export function allBeslut(db: Database.Database): void {
  db.exec(`CREATE INDEX beslut_fattat ON record (type) WHERE type = 'beslut'`);
}
