import type Database from 'better-sqlite3';
import type { NamedDocument } from './ports.ts';

/** The documents of every akt held, as far as their bytes are concerned. One that cannot be read names none. */
export function createDocuments(db: Database.Database) {
  const all = db.prepare<[], NamedDocument & { sha256: unknown; storlek: unknown }>(`
    SELECT id, scope, version, data ->> '$.sha256' AS sha256, data ->> '$.storlek' AS storlek
    FROM record INDEXED BY record_dokument WHERE type = 'dokument'`);
  return {
    documents: (): NamedDocument[] =>
      all.all().filter(({ sha256, storlek }) => typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && Number.isInteger(storlek)),
  };
}
