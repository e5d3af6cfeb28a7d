import type { Selectable } from 'kysely';
import type { CommandResult, PushedCommand } from '../../shared/protocol/protocol.ts';
import type { Reader, Tables, Tx } from './database.ts';

type LogRow = Selectable<Tables['command_log']>;
export type Outcome = { version: number; rejection?: { code: string; field?: string | undefined } };

const resultOf = (row: Pick<LogRow, 'seq' | 'command_id' | 'version' | 'server_at' | 'outcome' | 'code' | 'field'>): CommandResult => {
  const common = { seq: row.seq, id: row.command_id, version: row.version, at: row.server_at };
  if (row.outcome === 'ok') return { ...common, outcome: 'ok' };
  return { ...common, outcome: 'refused', code: row.code ?? '', ...(row.field === null ? {} : { field: row.field }) };
};

const resultColumns = ['seq', 'command_id', 'version', 'server_at', 'outcome', 'code', 'field'] as const;

/** What became of a client's seq, if it has been handled. */
export async function resultAt(db: Reader, tenant: string, clientId: string, seq: number): Promise<CommandResult | undefined> {
  const row = await db
    .selectFrom('command_log')
    .select(resultColumns)
    .where('tenant', '=', tenant)
    .where('client_id', '=', clientId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row && resultOf(row);
}

/** What became of the client's commands after a seq, in their order. */
export async function resultsAfter(db: Reader, tenant: string, clientId: string, seq: number): Promise<CommandResult[]> {
  const rows = await db
    .selectFrom('command_log')
    .select(resultColumns)
    .where('tenant', '=', tenant)
    .where('client_id', '=', clientId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
  return rows.map(resultOf);
}

/** The outcome of a command that came before, by whatever client and seq, and whose it was. */
export async function earlierOutcome(
  db: Reader,
  tenant: string,
  commandId: string,
): Promise<(Outcome & { anvandareId: string }) | undefined> {
  const row = await db
    .selectFrom('command_log')
    .select(['anvandare_id', 'outcome', 'code', 'field', 'version'])
    .where('tenant', '=', tenant)
    .where('command_id', '=', commandId)
    .where('repeat', '=', false)
    .executeTakeFirst();
  if (!row) return undefined;
  const rejection = row.outcome === 'refused' ? { rejection: { code: row.code ?? '', field: row.field ?? undefined } } : {};
  return { anvandareId: row.anvandare_id, version: row.version, ...rejection };
}

export type LogEntry = {
  tenant: string;
  clientId: string;
  anvandareId: string;
  command: PushedCommand;
  outcome: Outcome;
  /** The same command was handled before under another client or seq. */
  repeat: boolean;
  serverAt: string;
};

/** Appends who did what, when by both clocks, with what outcome; refused commands too. */
export async function appendCommand(tx: Tx, entry: LogEntry): Promise<CommandResult> {
  const { command, outcome } = entry;
  const row = await tx
    .insertInto('command_log')
    .values({
      tenant: entry.tenant,
      client_id: entry.clientId,
      seq: command.seq,
      command_id: command.id,
      repeat: entry.repeat,
      anvandare_id: entry.anvandareId,
      name: command.name,
      input_version: command.version,
      input: JSON.stringify(command.input ?? null),
      client_at: command.at,
      server_at: entry.serverAt,
      outcome: outcome.rejection ? 'refused' : 'ok',
      code: outcome.rejection?.code ?? null,
      field: outcome.rejection?.field ?? null,
      version: outcome.version,
    })
    .returning(resultColumns)
    .executeTakeFirstOrThrow();
  return resultOf(row);
}
