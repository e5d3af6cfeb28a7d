import type Database from 'better-sqlite3';
import type { NamedDocument } from './ports.ts';

type Row = { [Field in keyof NamedDocument]: Field extends 'sha256' | 'storlek' | 'skapadAv' ? unknown : NamedDocument[Field] };

/** The documents of the akter held, as far as their bytes are concerned. One that cannot be read names none. */
export function createDocuments(db: Database.Database) {
  const select = `
    SELECT id, scope, version, data ->> '$.sha256' AS sha256, data ->> '$.storlek' AS storlek,
      data ->> '$.skapad.anvandareId' AS skapadAv
    FROM record`;
  const one = db.prepare<[string], Row>(`${select} INDEXED BY record_dokument WHERE type = 'dokument' AND id = ?`);
  const inScope = db.prepare<[string], Row>(`${select} INDEXED BY record_scope WHERE scope = ? AND type = 'dokument'`);
  const naming = db.prepare<[string], Row>(`
    ${select} INDEXED BY record_dokument_bytes
    WHERE type = 'dokument' AND data ->> '$.sha256' IN (SELECT value FROM json_each(?))`);
  return {
    document(id: string): NamedDocument | undefined {
      const row = one.get(id);
      return row && isNamed(row) ? row : undefined;
    },
    documentsIn: (scope: string): NamedDocument[] => inScope.all(scope).filter(isNamed),
    documentsNaming: (names: string[]): NamedDocument[] => naming.all(JSON.stringify(names)).filter(isNamed),
  };
}

const isNamed = (row: Row): row is NamedDocument =>
  typeof row.sha256 === 'string' && /^[0-9a-f]{64}$/.test(row.sha256) && Number.isInteger(row.storlek);
