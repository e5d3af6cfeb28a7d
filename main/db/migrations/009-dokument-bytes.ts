import type Database from 'better-sqlite3';

/** Which documents name some bytes, without looking through all of them: bytes that none names are removed. */
export function dokumentBytes(db: Database.Database): void {
  db.exec(`CREATE INDEX record_dokument_bytes ON record (data ->> '$.sha256') WHERE type = 'dokument'`);
}
