import type Database from 'better-sqlite3';

/**
 * `record` is a rowid table filled in akt order, so that an akt's rows lie together and a fill appends (ARCHITECTURE 7).
 * `hink` is the row of `bucket_set` that names the buckets holding the record; null = made here, not known to the server.
 * `fill` is the number of the fill that last brought it: what a finished fill did not bring is swept.
 * `huvud` is the short head of types with long text; null = the document is its own head. JSON `null` = not readable by
 * this version.
 */
export function initial(db: Database.Database): void {
  db.exec(`
    CREATE TABLE record (
      rid INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      type TEXT NOT NULL,
      scope TEXT NOT NULL,
      version INTEGER NOT NULL,
      schema INTEGER NOT NULL,
      hink INTEGER REFERENCES bucket_set (nr),
      fill INTEGER NOT NULL,
      pending INTEGER NOT NULL,
      huvud TEXT,
      data TEXT NOT NULL
    ) STRICT;
    -- Kept beside the records and not as their own index: record-ids.ts says why.
    CREATE TABLE record_id (id TEXT PRIMARY KEY, rid INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    -- A tree reads the heads of an akt from this alone.
    CREATE INDEX record_scope ON record (scope, type, id, version, huvud);
    CREATE INDEX record_hink ON record (hink, fill);
    CREATE INDEX record_person ON record (type) WHERE type = 'person';
    CREATE INDEX utredning_oppen ON record (data ->> '$.ansvarigHandlaggareId')
      WHERE type = 'utredning' AND data ->> '$.slutdatum' IS NULL;
    CREATE INDEX anteckning_osignerad ON record (huvud ->> '$.sparadAv')
      WHERE type = 'anteckning' AND huvud ->> '$.signerad' = 0 AND huvud ->> '$.felmarkerad' = 0;

    CREATE TABLE bucket_set (nr INTEGER PRIMARY KEY, buckets TEXT NOT NULL) STRICT;

    -- How far each bucket has come; a null version = being filled. 'sweep' = rows older than 'fill' are to go when filled.
    CREATE TABLE bucket (
      bucket TEXT PRIMARY KEY,
      version INTEGER,
      fill_at INTEGER,
      fill_scope TEXT,
      fill_id TEXT,
      fill INTEGER NOT NULL,
      sweep INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- The server's copy of records that pending commands have changed; a null type = the server has none.
    CREATE TABLE base (
      id TEXT PRIMARY KEY,
      scope TEXT NOT NULL,
      type TEXT,
      version INTEGER,
      schema INTEGER,
      hink INTEGER,
      fill INTEGER,
      data TEXT
    ) STRICT;
    CREATE INDEX base_scope ON base (scope);

    -- 'active' = its effects are not among the server's records here: it is run again when they change.
    CREATE TABLE outbox (
      nr INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      seq INTEGER NOT NULL,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      input TEXT NOT NULL,
      scope TEXT NOT NULL,
      at TEXT NOT NULL,
      state TEXT NOT NULL,
      active INTEGER NOT NULL,
      quiet INTEGER NOT NULL,
      answered_at TEXT,
      server_version INTEGER,
      rejection TEXT
    ) STRICT;
    CREATE INDEX outbox_unanswered ON outbox (seq) WHERE state IN ('queued', 'sent');
    CREATE INDEX outbox_active ON outbox (scope) WHERE active = 1;
    CREATE INDEX outbox_refused ON outbox (nr) WHERE state = 'refused';
    CREATE INDEX outbox_scope ON outbox (scope, server_version);

    CREATE TABLE draft (nyckel TEXT PRIMARY KEY, person_id TEXT, titel TEXT NOT NULL, data TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT;
    CREATE TABLE setting (nyckel TEXT PRIMARY KEY, varde TEXT NOT NULL) STRICT;
    CREATE TABLE meta (nyckel TEXT PRIMARY KEY, varde TEXT NOT NULL) STRICT;
    CREATE TABLE seen (scope TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE access_log (
      nr INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      at TEXT NOT NULL,
      action TEXT NOT NULL,
      person_id TEXT,
      detail TEXT
    ) STRICT;

    -- Projection of persons for the search, by the record's rid; 'nycklar' = what person_nyckel has of the person.
    CREATE TABLE person_sok (rid INTEGER PRIMARY KEY, nummer12 TEXT NOT NULL, namn TEXT NOT NULL, ordning TEXT NOT NULL, nycklar TEXT NOT NULL) STRICT;
    -- 'n' and a number of ten characters, 'f' and a given name, 'e' alone; 'ordning' begins with the surname and sorts as Swedish does.
    CREATE TABLE person_nyckel (nyckel TEXT NOT NULL, ordning TEXT NOT NULL, rid INTEGER NOT NULL, PRIMARY KEY (nyckel, ordning, rid)) STRICT, WITHOUT ROWID;
  `);
}
