import type Database from 'better-sqlite3';
import type { Fristrad } from '../../shared/domain/klocka/frist.ts';
import type { AktFrist } from './ports.ts';
import { parseStored } from './stored-json.ts';

/** The computed bevakningar that would be in an owner's list on a day, had nobody put them off. */
export function createFristUppskjutna(db: Database.Database) {
  const kommande = db.prepare<[{ agare: string; today: string }], { scope: string; visas: string; data: string }>(`
    SELECT scope, visas, data FROM frist INDEXED BY frist_agare
    WHERE agare = :agare AND visas > :today AND (tom IS NULL OR tom >= :today)`);
  return {
    fristerUppskjutna: (agare: string, today: string): AktFrist[] =>
      kommande.all({ agare, today }).flatMap(({ scope, visas, data }) => {
        const rad = parseStored(data) as Fristrad;
        // Put off to a day before the list would have it, it is not what keeps it out.
        return rad.uppskjuten?.till === visas ? [{ scope, rad }] : [];
      }),
  };
}
