import type { Schema } from '../db/migrate.ts';

/**
 * `blob`: bytes by their name; a null name = on their way in, nothing names them. `hel` = all are here and have been found to be what the
 * name says. `egen` = stored here by the user, and perhaps nowhere else. `blob_del` has them in pieces.
 * `dokument`: what names bytes that were stored here, and in which epoch of the server it has received them.
 */
export const blobSchema: Schema = [
  (db) =>
    db.exec(`
    CREATE TABLE blob (
      nr INTEGER PRIMARY KEY,
      sha256 TEXT UNIQUE,
      storlek INTEGER NOT NULL,
      hel INTEGER NOT NULL,
      egen INTEGER NOT NULL,
      at TEXT NOT NULL
    ) STRICT;
    CREATE TABLE blob_del (blob INTEGER NOT NULL REFERENCES blob (nr) ON DELETE CASCADE, fran INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
    CREATE UNIQUE INDEX blob_del_plats ON blob_del (blob, fran);
    CREATE TABLE dokument (id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, mottagen TEXT) STRICT, WITHOUT ROWID;
  `),
];
