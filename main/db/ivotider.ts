import type Database from 'better-sqlite3';
import { type Ivotid, type Kvartal, kvartalAv, kvartalsdagar } from '../../shared/domain/klocka/ivo.ts';
import { plusDagar } from '../../shared/util/datum.ts';
import type { AktIvotid } from './ports.ts';
import { parseStored } from './stored-json.ts';

/** Of one that is still to be carried out. */
const inteAn = '9999-12-31';

/** The times that belong in reports to IVO, kept beside the computed bevakningar (`frister.ts`), which says when. */
export function createIvotider(db: Database.Database) {
  const drop = db.prepare<[string]>('DELETE FROM ivotid WHERE scope = ?');
  const insert = db.prepare('INSERT INTO ivotid (scope, nyckel, senast, dag, data) VALUES (?, ?, ?, ?, ?)');
  // By the day it was over: what is over before the quarter, nearly all of an old municipality's, is not looked at.
  const within = db.prepare<[{ fran: string; till: string }], { scope: string; data: string }>(`
    SELECT scope, data FROM ivotid INDEXED BY ivotid_dag WHERE dag >= :fran AND senast < :till ORDER BY scope, nyckel`);
  return {
    drop: (scope: string): void => void drop.run(scope),
    /** Instead of those the akt had. */
    keep(scope: string, tider: readonly Ivotid[]): void {
      drop.run(scope);
      for (const tid of tider) {
        const { senast, dag } = platsFor(tid);
        insert.run(scope, tid.nyckel, senast, dag, JSON.stringify(tid));
      }
    },
    /** Those of which the report of a quarter tells. */
    ivotiderIn: (kvartal: Kvartal): AktIvotid[] =>
      within.all(kvartalsdagar(kvartal)).map(({ scope, data }) => ({ scope, tid: parseStored(data) as Ivotid })),
  };
}

/** What has fallen away is of one quarter alone. */
function platsFor({ senast, hande, bortfall }: Ivotid): { senast: string; dag: string } {
  if (!bortfall) return { senast, dag: hande?.dag ?? inteAn };
  const { fran, till } = kvartalsdagar(kvartalAv(bortfall.kvartal));
  return { senast: plusDagar(fran, -1), dag: till };
}
