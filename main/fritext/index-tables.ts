import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { sokordI } from '../../shared/domain/sok/ord.ts';
import { borjanAv, kvartalAv, platserFor } from './plats.ts';

/** A note as it is found. */
export type Indexed = { handelsedatum: unknown; text: string };
export type Lage = { replika: string; rid: number; nr: number };

/**
 * Bytes of a page of words. FTS5's own 4050 are made for pages of 4096 bytes; an encrypted one has 4016, and each of FTS5's would spill
 * onto another (findings/sqlite-fts5-encrypted-pages.sh).
 */
const pageBytes = 3950;
/** Notes that are new in a quarter before its words are put together. */
const many = 200;

/**
 * Writing the index of words. Of each note it has which words, not where: the text says that when it is read again.
 */
export function createIndexTables(db: Database.Database) {
  const placeOf = db.prepare<[number], { plats: number; avtryck: number }>('SELECT plats, avtryck FROM plats WHERE rid = ?');
  const lastIn = db.prepare<[number, number], number | null>('SELECT max(plats) FROM plats WHERE plats >= ? AND plats < ?').pluck();
  const place = db.prepare('INSERT INTO plats (plats, rid, avtryck) VALUES (?, ?, ?)');
  const leave = db.prepare('DELETE FROM plats WHERE plats = ?');
  const above = db.prepare<[number, number], number>('SELECT rid FROM plats WHERE rid > ? LIMIT ?').pluck();
  const known = db.prepare<[number], number>('SELECT EXISTS (SELECT 1 FROM del WHERE kvartal = ?)').pluck();
  const addPart = db.prepare('INSERT INTO del (kvartal, smutsig) VALUES (?, 0)');
  const soil = db.prepare('UPDATE del SET smutsig = ? WHERE kvartal = ? AND smutsig <> ?');
  const soiled = db.prepare<[], number>('SELECT kvartal FROM del WHERE smutsig = 1 ORDER BY kvartal DESC LIMIT 1').pluck();
  const read = db.prepare<[], Lage>('SELECT replika, rid, nr FROM lage');
  const forget = db.prepare('DELETE FROM lage');
  const store = db.prepare<[Lage]>('INSERT INTO lage (replika, rid, nr) VALUES (@replika, @rid, @nr)');
  const parts = new Map<number, { add: Database.Statement; remove: Database.Statement; fresh: number }>();

  function partOf(kvartal: number) {
    const there = parts.get(kvartal);
    if (there) return there;
    const table = `ord_${kvartal}`;
    if (known.get(kvartal) !== 1) {
      db.exec(`CREATE VIRTUAL TABLE ${table} USING fts5 (ord, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`);
      db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('pgsz', ${pageBytes})`);
      addPart.run(kvartal);
    }
    const part = {
      add: db.prepare(`INSERT INTO ${table} (rowid, ord) VALUES (?, ?)`),
      remove: db.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
      fresh: 0,
    };
    parts.set(kvartal, part);
    return part;
  }

  /** The next place of its day; when that is full, behind the quarter's days. */
  function freePlace(handelsedatum: unknown): number {
    const { dag, over } = platserFor(handelsedatum);
    const last = lastIn.get(...dag) ?? dag[0] - 1;
    if (last + 1 < dag[1]) return last + 1;
    return (lastIn.get(...over) ?? over[0] - 1) + 1;
  }

  function drop(rid: number): void {
    const there = placeOf.get(rid);
    if (!there) return;
    const kvartal = kvartalAv(there.plats);
    partOf(kvartal).remove.run(there.plats - borjanAv(kvartal));
    leave.run(there.plats);
    // FTS5 keeps what was deleted until it merges (findings/sqlite-fts5-secure-delete.sh).
    soil.run(1, kvartal, 1);
  }

  return {
    /** All of `work` is in the file, or nothing of it. */
    write<T>(work: () => T): T {
      try {
        return db.transaction(work).immediate();
      } catch (error) {
        // Quarters that were made in it are not there.
        parts.clear();
        throw error;
      }
    },
    lage: (): Lage | undefined => read.get(),
    storeLage(lage: Lage): void {
      forget.run();
      store.run(lage);
    },
    /** A note that has the words it had is left alone: a signature, or a page that came again. */
    put(rid: number, note: Indexed): void {
      const avtryck = fingerprint(note);
      if (placeOf.get(rid)?.avtryck === avtryck) return;
      drop(rid);
      const plats = freePlace(note.handelsedatum);
      const kvartal = kvartalAv(plats);
      const part = partOf(kvartal);
      part.add.run(plats - borjanAv(kvartal), [...sokordI(note.text)].join(' '));
      place.run(plats, rid, avtryck);
      part.fresh += 1;
      if (part.fresh >= many) {
        part.fresh = 0;
        soil.run(1, kvartal, 1);
      }
    },
    drop,
    /** Some rows that are higher than this one. */
    above: (rid: number, limit: number): number[] => above.all(rid, limit),
    /**
     * Puts the words of one quarter together, and what was deleted in it leaves the file. Not within a transaction.
     * @returns false when there is none left
     */
    tidyOne(): boolean {
      const kvartal = soiled.get();
      if (kvartal === undefined) return false;
      const table = `ord_${kvartal}`;
      db.transaction(() => {
        db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
        soil.run(0, kvartal, 0);
      }).immediate();
      return true;
    },
    /** Gives back the room that merging left, and empties the log, which has what was there before. */
    giveBack(): void {
      db.pragma('incremental_vacuum');
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}
export type IndexTables = ReturnType<typeof createIndexTables>;

/** 48 bits of what the words are made of. */
const fingerprint = ({ handelsedatum, text }: Indexed): number =>
  createHash('sha256')
    .update(`${String(handelsedatum)}\n${text}`)
    .digest()
    .readUIntBE(0, 6);
