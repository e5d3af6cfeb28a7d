import type Database from 'better-sqlite3';
import { parseOwn } from './stored-json.ts';

export type SettingRow = { nyckel: string; varde: string };

/** The table `setting`: the user's choices on this computer. */
export function createSettings(db: Database.Database) {
  const one = db.prepare<[string], SettingRow>('SELECT * FROM setting WHERE nyckel = ?');
  const all = db.prepare<[], SettingRow>('SELECT * FROM setting ORDER BY nyckel');
  const set = db.prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET varde = excluded.varde');
  return {
    row: (nyckel: string): SettingRow | undefined => one.get(nyckel),
    rows: (): SettingRow[] => all.all(),
    putRow(row: SettingRow): void {
      set.run(row.nyckel, row.varde);
    },
    setting(nyckel: string): unknown {
      const row = one.get(nyckel);
      return row === undefined ? undefined : parseOwn(row.varde);
    },
    setSetting(nyckel: string, varde: unknown): void {
      set.run(nyckel, JSON.stringify(varde ?? null));
    },
  };
}
export type Settings = ReturnType<typeof createSettings>;
