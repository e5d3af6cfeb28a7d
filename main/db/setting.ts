import type Database from 'better-sqlite3';
import type { Replica } from './ports.ts';

/** The table `setting`: the user's choices on this computer. */
export function createSettings(db: Database.Database): Pick<Replica, 'setting' | 'setSetting'> {
  const one = db.prepare<[string], string>('SELECT varde FROM setting WHERE nyckel = ?').pluck();
  const set = db.prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET varde = excluded.varde');
  return {
    setting(nyckel) {
      const text = one.get(nyckel);
      return text === undefined ? undefined : JSON.parse(text);
    },
    setSetting(nyckel, varde) {
      set.run(nyckel, JSON.stringify(varde ?? null));
    },
  };
}
