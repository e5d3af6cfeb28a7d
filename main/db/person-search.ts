import type Database from 'better-sqlite3';
import { type Arhundrade, foldName, type Sokfraga } from '../../shared/domain/sok/sokfraga.ts';
import { compareSwedish } from '../../shared/util/compare.ts';
import { afterPrefix, orderOf, surnameOrder } from './swedish-order.ts';

type Hit = { rid: number; namn: string; nummer12: string };

/** The five searches (SOK-03 to SOK-07). Each reads its hits in order from an index and stops at the limit. */
export function createPersonSearch(db: Database.Database) {
  const from = 'FROM person_nyckel n CROSS JOIN person_sok p ON p.rid = n.rid';
  const byNumber = db.prepare<[string, string, string, string, number], Hit>(
    `SELECT p.* ${from} WHERE n.nyckel >= ? AND n.nyckel < ? AND p.nummer12 BETWEEN ? AND ? ORDER BY n.ordning LIMIT ?`,
  );
  const byOther = db.prepare<[string, string, number], Hit>(
    `SELECT p.* ${from} WHERE n.nyckel >= ? AND n.nyckel < ? ORDER BY n.ordning LIMIT ?`,
  );
  const byName = db.prepare<[string, string, string, number], Hit>(
    `SELECT p.* ${from} WHERE n.nyckel = ? AND n.ordning >= ? AND n.ordning < ? ORDER BY n.ordning LIMIT ?`,
  );
  const idOf = db.prepare<[number], string>('SELECT id FROM record WHERE rid = ?').pluck();

  function numbers(beginning: string, [lowest, highest]: [string, string], limit: number): Hit[] {
    return byNumber.all(`n${beginning}`, afterPrefix(`n${beginning}`), lowest, highest, limit);
  }

  /** Earlier numbers, and birth dates that are not the number's: of one century, or each of them. */
  function others(beginning: string, arhundrade: Arhundrade, limit: number): Hit[] {
    const centuries = arhundrade === 'alla' ? ['18', '19', '20'] : [arhundrade];
    return centuries.flatMap((century) => byOther.all(`t${century}${beginning}`, afterPrefix(`t${century}${beginning}`), limit));
  }

  function hits(fraga: Sokfraga, limit: number): Hit[] {
    switch (fraga.slag) {
      case 'personnummer':
        return [
          ...numbers(fraga.nummer12.slice(2), [fraga.nummer12, fraga.nummer12], limit),
          ...byOther.all(`t${fraga.nummer12}`, afterPrefix(`t${fraga.nummer12}`), limit),
        ];
      case 'nummer10':
        return [...numbers(fraga.nummer10, century(fraga.arhundrade), limit), ...others(fraga.nummer10, fraga.arhundrade, limit)];
      case 'fodelsedatum':
        return [...numbers(fraga.yymmdd, century(fraga.arhundrade), limit), ...others(fraga.yymmdd, fraga.arhundrade, limit)];
      case 'namn':
        return fraga.delningar.flatMap(({ efternamn, fornamn }) => {
          const surname = surnameOrder(foldName(efternamn));
          return byName.all(`f${fornamn}`, surname, afterPrefix(surname), limit);
        });
      case 'fornamn':
        return byName.all(`f${fraga.fornamn}`, '', afterPrefix(''), limit);
      case 'efternamn': {
        const prefix = orderOf(fraga.borjan);
        return byName.all('e', prefix, afterPrefix(prefix), limit);
      }
      default:
        return fraga satisfies never;
    }
  }

  return (fraga: Sokfraga, limit: number): { personIds: string[]; more: boolean } => {
    const found = hits(fraga, limit + 1);
    const unique = [...new Map(found.map((hit) => [hit.rid, hit])).values()];
    // The index's order knows no accents: among those shown the collator of the screens decides.
    unique.sort((a, b) => compareSwedish(a.namn, b.namn) || (a.nummer12 < b.nummer12 ? -1 : 1));
    const personIds = unique.slice(0, limit).flatMap((hit) => idOf.get(hit.rid) ?? []);
    // One who is found under two surnames takes the place of another.
    return { personIds, more: unique.length > limit || (unique.length === limit && found.length > limit) };
  };
}

/** Bounds of the twelve-digit numbers of a century. */
const century = (arhundrade: Arhundrade): [string, string] => (arhundrade === 'alla' ? ['', '~'] : [arhundrade, `${arhundrade}~`]);
