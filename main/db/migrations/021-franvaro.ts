import type Database from 'better-sqlite3';

/** Frånvaro by its last day, what was told of it, and every verkställighet: whatever akt. */
export function franvaro(db: Database.Database): void {
  db.exec(`
    CREATE INDEX franvaro_slut ON record (coalesce(data ->> '$.till', '9999')) WHERE type = 'franvaro';
    CREATE INDEX franvarounderlag_om ON record (data ->> '$.franvaroId') WHERE type = 'franvarounderlag';
    CREATE INDEX verkstallighet_alla ON record (type) WHERE type = 'verkstallighet';
  `);
}
