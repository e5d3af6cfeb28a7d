import type Database from 'better-sqlite3';
import type { Fritext } from '../../shared/domain/sok/fritext.ts';
import { borjanAv } from './plats.ts';

/** Rows that are given at once: first about as many as are shown, then more. */
const first = 250;
const more = 2_000;
const cacheKib = 16 * 1024;

/** Searching the index, over a connection that reads. */
export function createIndexSearch(db: Database.Database) {
  // The upper pages of every quarter, and what was asked last.
  db.pragma(`cache_size = -${cacheKib}`);
  const parts = db.prepare<[], number>('SELECT kvartal FROM del ORDER BY kvartal DESC').pluck();
  const tables = new Map<number, Database.Statement<[string, number, number], { rid: number; at: number }>>();

  function hits(kvartal: number) {
    const there = tables.get(kvartal);
    if (there) return there;
    const table = `ord_${kvartal}`;
    const statement = db.prepare<[string, number, number], { rid: number; at: number }>(`
      SELECT p.rid AS rid, f.rowid AS at FROM ${table} f CROSS JOIN plats p ON p.plats = f.rowid + ${borjanAv(kvartal)}
      WHERE ${table} MATCH ? AND f.rowid < ? ORDER BY f.rowid DESC LIMIT ?`);
    tables.set(kvartal, statement);
    return statement;
  }

  return {
    *kandidater(fraga: Fritext): Generator<number[]> {
      const match = matchOf(fraga);
      let limit = first;
      for (const kvartal of parts.all()) {
        for (let below = Number.MAX_SAFE_INTEGER; ; ) {
          const rows = hits(kvartal).all(match, below, limit);
          // None, too: who asks lets others have their turn between two quarters.
          yield rows.map(({ rid }) => rid);
          if (rows.length < limit) break;
          below = rows.at(-1)?.at ?? 0;
          limit = more;
        }
      }
    },
  };
}

/** All words of all that is asked; that words follow each other the text tells. Folded words have nothing that FTS5 takes for its own. */
const matchOf = (fraga: Fritext): string =>
  fraga.flatMap(({ ord, borjan }) => ord.map((one, index) => `"${one}"${borjan && index === ord.length - 1 ? '*' : ''}`)).join(' AND ');
