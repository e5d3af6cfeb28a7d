import { isTextConflict } from '../../shared/domain/anteckning/konflikt.ts';
import type { Rejection } from '../../shared/domain/command.ts';
import { type Rulebook, readInput } from '../../shared/domain/rulebook/commands.ts';
import type { Outbox, StoredCommand } from './outbox.ts';
import type { OutboxRow } from './ports.ts';
import { parseOwn } from './stored-json.ts';

/** Reading the outbox as services show it: receipts, Att åtgärda and the counts of the status bar. */
export function createOutboxRows(outbox: Outbox, rulebook: Rulebook) {
  const toRow = (row: StoredCommand): OutboxRow => rowOf(row, rulebook);
  return {
    outbox: (): OutboxRow[] => outbox.all().map(toRow),
    outboxRow(id: string): OutboxRow | undefined {
      const row = outbox.one(id);
      return row && toRow(row);
    },
    outboxCounts() {
      const waiting = outbox.refused();
      const conflicts = waiting.filter(({ name, rejection }) => isTextConflict(name, JSON.parse(rejection) as Rejection)).length;
      return { unsent: outbox.unsent(), refused: waiting.length, conflicts };
    },
  };
}

const rowOf = (row: StoredCommand, rulebook: Rulebook): OutboxRow => ({
  id: row.id,
  seq: row.seq,
  name: row.name,
  ...inTodaysShape(row, rulebook),
  scope: row.scope,
  at: row.at,
  state: row.state,
  answeredAt: row.answered_at,
  serverVersion: row.server_version,
  rejection: row.rejection === null ? null : (JSON.parse(row.rejection) as Rejection),
  quiet: row.quiet === 1,
  form: row.form === null ? null : formOf(parseOwn(row.form)),
});

/** One that cannot be read is none. */
const formOf = (form: unknown): OutboxRow['form'] => (typeof form === 'object' ? (form as OutboxRow['form']) : null);

/** What an older version of the program queued, as today's would have; as it stands where nobody here can read it. */
function inTodaysShape({ name, version, input }: StoredCommand, { commands }: Rulebook): Pick<OutboxRow, 'version' | 'input'> {
  const stored = { version, input: parseOwn(input) };
  const definition = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!definition || definition.version === version) return stored;
  const read = readInput(definition, version, stored.input);
  return read.ok ? { version: definition.version, input: read.value } : stored;
}
