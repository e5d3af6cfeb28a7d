import type Database from 'better-sqlite3';
import { type Arhundrade, foldName, type Sokfraga } from '../../shared/domain/sok/sokfraga.ts';
import { compareSwedish } from '../../shared/util/compare.ts';
import { afterPrefix, orderOf, surnameOrder } from './swedish-order.ts';

type Hit = { id: string; namn: string; nummer12: string };

/** The five searches (SOK-03 to SOK-07). Each reads its hits in order from an index and stops at the limit. */
export function createPersonSearch(db: Database.Database) {
  const columns = 'p.id, p.namn, p.nummer12';
  const byNumber = db.prepare<[string, string, string, string, number], Hit>(
    `SELECT ${columns} FROM person_sok p INDEXED BY person_sok_nummer10 WHERE nummer10 >= ? AND nummer10 < ? AND nummer12 BETWEEN ? AND ? ORDER BY ordning LIMIT ?`,
  );
  const byOrder = db.prepare<[string, string, number], Hit>(
    `SELECT ${columns} FROM person_sok p WHERE ordning >= ? AND ordning < ? ORDER BY ordning LIMIT ?`,
  );
  const byName = db.prepare<[string, string, string, number], Hit>(
    `SELECT ${columns} FROM person_namn n JOIN person_sok p ON p.nr = n.nr
     WHERE n.fornamn = ? AND n.ordning >= ? AND n.ordning < ? ORDER BY n.ordning LIMIT ?`,
  );

  function hits(fraga: Sokfraga, limit: number): Hit[] {
    switch (fraga.slag) {
      case 'personnummer': {
        const nummer10 = fraga.nummer12.slice(2);
        return byNumber.all(nummer10, afterPrefix(nummer10), fraga.nummer12, fraga.nummer12, limit);
      }
      case 'nummer10':
        return byNumber.all(fraga.nummer10, afterPrefix(fraga.nummer10), ...century(fraga.arhundrade), limit);
      case 'fodelsedatum':
        return byNumber.all(fraga.yymmdd, afterPrefix(fraga.yymmdd), ...century(fraga.arhundrade), limit);
      case 'namn':
        return fraga.delningar.flatMap(({ efternamn, fornamn }) => {
          const surname = surnameOrder(foldName(efternamn));
          return byName.all(fornamn, surname, afterPrefix(surname), limit);
        });
      case 'fornamn':
        return byName.all(fraga.fornamn, '', afterPrefix(''), limit);
      case 'efternamn': {
        const prefix = orderOf(fraga.borjan);
        return byOrder.all(prefix, afterPrefix(prefix), limit);
      }
      default:
        return fraga satisfies never;
    }
  }

  return (fraga: Sokfraga, limit: number): { personIds: string[]; more: boolean } => {
    const found = hits(fraga, limit + 1);
    const unique = [...new Map(found.map((hit) => [hit.id, hit])).values()];
    // The index's order knows no accents: among those shown the collator of the screens decides.
    unique.sort((a, b) => compareSwedish(a.namn, b.namn) || (a.nummer12 < b.nummer12 ? -1 : 1));
    return { personIds: unique.slice(0, limit).map((hit) => hit.id), more: unique.length > limit };
  };
}

/** Bounds of the twelve-digit numbers of a century. */
const century = (arhundrade: Arhundrade): [string, string] => (arhundrade === 'alla' ? ['', '~'] : [arhundrade, `${arhundrade}~`]);
