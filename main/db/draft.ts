import type Database from 'better-sqlite3';
import type { Draft, Replica } from './ports.ts';

type DraftRow = { nyckel: string; person_id: string | null; titel: string; data: string; saved_at: string };

/** The table `draft`: what is being written, and stays on this computer. */
export function createDrafts(db: Database.Database): Pick<Replica, 'saveDraft' | 'draft' | 'drafts' | 'dropDraft'> {
  const save = db.prepare(`
    INSERT INTO draft VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
      person_id = excluded.person_id, titel = excluded.titel, data = excluded.data, saved_at = excluded.saved_at`);
  const one = db.prepare<[string], DraftRow>('SELECT * FROM draft WHERE nyckel = ?');
  const all = db.prepare<[], DraftRow>('SELECT * FROM draft ORDER BY saved_at DESC, nyckel');
  const drop = db.prepare('DELETE FROM draft WHERE nyckel = ?');

  return {
    saveDraft({ nyckel, personId, titel, data, savedAt }) {
      save.run(nyckel, personId, titel, JSON.stringify(data ?? null), savedAt);
    },
    draft(nyckel) {
      const row = one.get(nyckel);
      return row && toDraft(row);
    },
    drafts: () => all.all().map(toDraft),
    dropDraft(nyckel) {
      drop.run(nyckel);
    },
  };
}

const toDraft = ({ nyckel, person_id, titel, data, saved_at }: DraftRow): Draft => ({
  nyckel,
  personId: person_id,
  titel,
  data: JSON.parse(data) as unknown,
  savedAt: saved_at,
});
