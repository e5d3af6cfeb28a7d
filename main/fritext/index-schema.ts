import type Database from 'better-sqlite3';

/**
 * What is in the index changes meaning, or what a text is found by (shared/domain/sok/ord.ts): an index with another number is made anew.
 */
const version = 4;

/**
 * `del`: a quarter of a year and its words; `smutsig` = words that were deleted still lie in it, or it is in many pieces.
 * `plats`: a note's place, by its handelsedatum (see plats.ts), its row in the replica, and what its words were made of.
 * `lage`: which replica this is of, the highest row that was looked at (`rid`) and the latest change (`nr`).
 */
export function fritextSchema(db: Database.Database): void {
  const there = Number(db.pragma('user_version', { simple: true }));
  if (there === version) return;
  if (there !== 0) throw new Error(`an index of version ${there}`);
  db.transaction(() => {
    db.exec(`
      CREATE TABLE del (kvartal INTEGER PRIMARY KEY, smutsig INTEGER NOT NULL) STRICT;
      CREATE TABLE plats (plats INTEGER PRIMARY KEY, rid INTEGER NOT NULL, avtryck INTEGER NOT NULL) STRICT;
      CREATE UNIQUE INDEX plats_rid ON plats (rid);
      CREATE TABLE lage (replika TEXT NOT NULL, rid INTEGER NOT NULL, nr INTEGER NOT NULL) STRICT;
    `);
    db.pragma(`user_version = ${version}`);
  }).immediate();
}
