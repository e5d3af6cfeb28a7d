import { isTextConflict } from '../../shared/domain/anteckning/konflikt.ts';
import type { Rejection } from '../../shared/domain/command.ts';
import type { Outbox, StoredCommand } from './outbox.ts';
import type { OutboxRow } from './ports.ts';

/** Reading the outbox as services show it: receipts, Att åtgärda and the counts of the status bar. */
export function createOutboxRows(outbox: Outbox) {
  return {
    outbox: (): OutboxRow[] => outbox.all().map(toRow),
    outboxRow(id: string): OutboxRow | undefined {
      const row = outbox.one(id);
      return row && toRow(row);
    },
    settle: outbox.settle,
    outboxCounts() {
      const waiting = outbox.refused();
      const conflicts = waiting.filter(({ name, rejection }) => isTextConflict(name, JSON.parse(rejection) as Rejection)).length;
      return { unsent: outbox.unsent(), refused: waiting.length, conflicts };
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
