import type Database from 'better-sqlite3';

/** The inbox: what has come in and no akt has taken in, and what was dealt with, latest first. */
export function eansokningar(db: Database.Database): void {
  db.exec(`CREATE INDEX eansokan_inkommen ON record (type) WHERE type = 'eansokan' AND data ->> '$.utfall' IS NULL`);
  db.exec(
    `CREATE INDEX eansokan_avslutad ON record (type, data ->> '$.utfall.at') WHERE type = 'eansokan' AND data ->> '$.utfall' IS NOT NULL`,
  );
}
