import type Database from 'better-sqlite3';
import type { Draft, Replica } from './ports.ts';
import type { Writer } from './transaction.ts';

type DraftRow = { nyckel: string; person_id: string | null; titel: string; data: string; saved_at: string };
type Own = Pick<
  Replica,
  'saveDraft' | 'draft' | 'drafts' | 'dropDraft' | 'setting' | 'setSetting' | 'changedSinceSeen' | 'markSeen' | 'logAccess'
>;

/** What stays on this computer, or leaves it by other ways than commands: drafts, settings, what was seen, the access log. */
export function createOwnNotes(db: Database.Database, writer: Writer, onLocalWrite: () => void) {
  const saveDraft = db.prepare(`
    INSERT INTO draft VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
      person_id = excluded.person_id, titel = excluded.titel, data = excluded.data, saved_at = excluded.saved_at`);
  const draft = db.prepare<[string], DraftRow>('SELECT * FROM draft WHERE nyckel = ?');
  const drafts = db.prepare<[], DraftRow>('SELECT * FROM draft ORDER BY saved_at DESC, nyckel');
  const dropDraft = db.prepare('DELETE FROM draft WHERE nyckel = ?');
  const setting = db.prepare<[string], string>('SELECT varde FROM setting WHERE nyckel = ?').pluck();
  const setSetting = db.prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET varde = excluded.varde');
  const newest = db.prepare<[string], number>('SELECT max(version) FROM record WHERE scope = ?').pluck();
  const see = db.prepare(
    'INSERT INTO seen VALUES (?, ?) ON CONFLICT DO UPDATE SET version = excluded.version WHERE version <> excluded.version',
  );
  // The user's own saves come back with versions of their own: no news to the one who wrote them.
  const unseen = db
    .prepare<[string], number>(`
    SELECT count(*) FROM record JOIN seen USING (scope) WHERE record.scope = ? AND record.version > seen.version
      AND record.version NOT IN (SELECT server_version FROM outbox WHERE outbox.scope = seen.scope AND server_version IS NOT NULL)`)
    .pluck();
  const log = db.prepare('INSERT INTO access_log (id, at, action, person_id, detail) VALUES (?, ?, ?, ?, ?)');
  const logged = db.prepare<
    [number],
    { id: string; at: string; action: 'oppnad' | 'sokt' | 'last'; personId: string | null; detail: string | null }
  >('SELECT id, at, action, person_id AS personId, detail FROM access_log ORDER BY nr LIMIT ?');
  const dropLogged = db.prepare('DELETE FROM access_log WHERE id IN (SELECT value FROM json_each(?))');

  const own: Own = {
    saveDraft({ nyckel, personId, titel, data, savedAt }) {
      saveDraft.run(nyckel, personId, titel, JSON.stringify(data ?? null), savedAt);
    },
    draft(nyckel) {
      const row = draft.get(nyckel);
      return row && toDraft(row);
    },
    drafts: () => drafts.all().map(toDraft),
    dropDraft(nyckel) {
      dropDraft.run(nyckel);
    },
    setting(nyckel) {
      const text = setting.get(nyckel);
      return text === undefined ? undefined : JSON.parse(text);
    },
    setSetting(nyckel, varde) {
      setSetting.run(nyckel, JSON.stringify(varde ?? null));
    },
    changedSinceSeen: (scope) => unseen.get(scope) ?? 0,
    markSeen(scope) {
      see.run(scope, newest.get(scope) ?? 0);
    },
    logAccess({ id, at, action, personId, detail }) {
      // The protocol's limit: a longer search text is cut rather than the entry lost.
      log.run(id, at, action, personId, detail?.slice(0, 300) ?? null);
      onLocalWrite();
    },
  };
  return {
    own,
    accessEntries: (limit: number) => logged.all(limit).map(({ detail, ...entry }) => (detail === null ? entry : { ...entry, detail })),
    dropAccess(ids: string[]): void {
      writer.write(() => dropLogged.run(JSON.stringify(ids)));
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
