import type Database from 'better-sqlite3';
import type { Draft } from './ports.ts';
import { parseOwn } from './stored-json.ts';

export type DraftRow = { nyckel: string; person_id: string | null; titel: string; data: string; saved_at: string };

/** The table `draft`: what is being written, and stays on this computer. */
export function createDrafts(db: Database.Database) {
  const save = db.prepare<[DraftRow]>(`
    INSERT INTO draft VALUES (@nyckel, @person_id, @titel, @data, @saved_at) ON CONFLICT DO UPDATE SET
      person_id = excluded.person_id, titel = excluded.titel, data = excluded.data, saved_at = excluded.saved_at`);
  const one = db.prepare<[string], DraftRow>('SELECT * FROM draft WHERE nyckel = ?');
  const all = db.prepare<[], DraftRow>('SELECT * FROM draft ORDER BY saved_at DESC, nyckel');
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM draft)').pluck();
  const named = db
    .prepare<[], string>(`
    SELECT name FROM (SELECT CASE WHEN json_valid(data) THEN data ->> '$.sha256' END AS name FROM draft) WHERE name IS NOT NULL`)
    .pluck();
  const drop = db.prepare('DELETE FROM draft WHERE nyckel = ?');

  return {
    row: (nyckel: string): DraftRow | undefined => one.get(nyckel),
    rows: (): DraftRow[] => all.all(),
    any: (): boolean => any.get() === 1,
    putRow(row: DraftRow): void {
      save.run(row);
    },
    saveDraft({ nyckel, personId, titel, data, savedAt }: Draft): void {
      save.run({ nyckel, person_id: personId, titel, data: JSON.stringify(data ?? null), saved_at: savedAt });
    },
    draft(nyckel: string): Draft | undefined {
      const row = one.get(nyckel);
      return row && toDraft(row);
    },
    /** Names of the bytes of documents that drafts are about to file. */
    drafted: (): string[] => named.all(),
    drafts: (): Draft[] => all.all().map(toDraft),
    dropDraft(nyckel: string): void {
      drop.run(nyckel);
    },
  };
}
export type Drafts = ReturnType<typeof createDrafts>;

const toDraft = ({ nyckel, person_id, titel, data, saved_at }: DraftRow): Draft => ({
  nyckel,
  personId: person_id,
  titel,
  data: parseOwn(data),
  savedAt: saved_at,
});
