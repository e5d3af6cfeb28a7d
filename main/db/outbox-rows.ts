import type Database from 'better-sqlite3';
import { isTextConflict } from '../../shared/domain/anteckning/konflikt.ts';
import type { Rejection } from '../../shared/domain/command.ts';
import type { OutboxRow, OutboxState } from './ports.ts';

export type StoredCommand = {
  nr: number;
  id: string;
  seq: number;
  name: string;
  version: number;
  input: string;
  scope: string;
  at: string;
  state: OutboxState;
  active: 0 | 1;
  quiet: 0 | 1;
  answered_at: string | null;
  server_version: number | null;
  rejection: string | null;
  form: string | null;
};

/** Reading the outbox as services show it: receipts, Att åtgärda and the counts of the status bar. */
export function createOutboxRows(db: Database.Database) {
  const all = db.prepare<[], StoredCommand>('SELECT * FROM outbox ORDER BY nr');
  const one = db.prepare<[string], StoredCommand>('SELECT * FROM outbox WHERE id = ?');
  const unsent = db.prepare<[], number>(`SELECT count(*) FROM outbox WHERE state IN ('queued', 'sent') AND quiet = 0`).pluck();
  const refused = db.prepare<[], { name: string; rejection: string }>(
    `SELECT name, rejection FROM outbox WHERE state = 'refused' AND quiet = 0`,
  );
  const settle = db.prepare(`UPDATE outbox SET state = 'settled' WHERE id = ? AND state = 'refused'`);

  return {
    outbox: (): OutboxRow[] => all.all().map(toRow),
    outboxRow(id: string): OutboxRow | undefined {
      const row = one.get(id);
      return row && toRow(row);
    },
    settle(id: string): void {
      settle.run(id);
    },
    outboxCounts() {
      const waiting = refused.all();
      const conflicts = waiting.filter(({ name, rejection }) => isTextConflict(name, JSON.parse(rejection) as Rejection)).length;
      return { unsent: unsent.get() ?? 0, refused: waiting.length, conflicts };
    },
  };
}

const toRow = (row: StoredCommand): OutboxRow => ({
  id: row.id,
  seq: row.seq,
  name: row.name,
  version: row.version,
  input: JSON.parse(row.input) as unknown,
  scope: row.scope,
  at: row.at,
  state: row.state,
  answeredAt: row.answered_at,
  serverVersion: row.server_version,
  rejection: row.rejection === null ? null : (JSON.parse(row.rejection) as Rejection),
  quiet: row.quiet === 1,
  form: row.form === null ? null : (JSON.parse(row.form) as OutboxRow['form']),
});
