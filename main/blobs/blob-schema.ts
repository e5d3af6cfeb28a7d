import type { Schema } from '../db/migrate.ts';

/**
 * `blob`: bytes by their name; a null name = on their way in, nothing names them. `hel` = all are here and have been found to be what the
 * name says. `egen` = stored here by the user, and perhaps nowhere else. `blob_del` has them in pieces.
 * `at`: when it was stored; of the user's own '' once a document has been filed with it, so that what is about to be is kept.
 * `dokument`: what names bytes that were stored here, and in which epoch of the server it has received them: `DocumentRow`.
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
  (db) =>
    db.exec(`
    ALTER TABLE dokument ADD COLUMN egen INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE dokument ADD COLUMN avgjord INTEGER NOT NULL DEFAULT 0;
    UPDATE dokument SET egen = 1 WHERE sha256 IN (SELECT sha256 FROM blob WHERE egen = 1);
    UPDATE blob SET at = '' WHERE sha256 IN (SELECT sha256 FROM dokument);
    CREATE INDEX dokument_bytes ON dokument (sha256);
    CREATE INDEX dokument_mottagen ON dokument (mottagen, id);
    CREATE INDEX blob_hallen ON blob (nr) WHERE egen = 1 AND at <> '';
  `),
];
