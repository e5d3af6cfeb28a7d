import type Database from 'better-sqlite3';

/** What the start page's lists of the case read, across all akter: each list from an index of its own rows alone. */
export function caseLists(db: Database.Database): void {
  db.exec(`
    CREATE INDEX bestallning_obekraftad ON record (type)
      WHERE type = 'bestallning' AND data ->> '$.bekraftad' IS NULL AND data ->> '$.borttagen' IS NULL;
    CREATE INDEX bestallning_beslut ON record (data ->> '$.beslutId')
      WHERE type = 'bestallning' AND data ->> '$.borttagen' IS NULL;
    CREATE INDEX utredning_ansvarig ON record (data ->> '$.ansvarigHandlaggareId') WHERE type = 'utredning';
    CREATE INDEX beslut_bifall ON record (data ->> '$.utredningId') WHERE type = 'beslut' AND data ->> '$.utfall' = 'bifall';
    CREATE INDEX aktualisering_ej_behandlad ON record (data ->> '$.ansvarigHandlaggareId')
      WHERE type = 'aktualisering' AND data ->> '$.utredningId' IS NULL;
  `);
}
