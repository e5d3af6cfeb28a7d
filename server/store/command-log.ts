import type { Selectable } from 'kysely';
import type { CommandResult, PushedCommand } from '../../shared/protocol/protocol.ts';
import type { Reader, Tables } from './database.ts';
import type { Burst } from './transaction.ts';

type StoredRow = Selectable<Tables['command_log']>;
type ResultRow = Pick<StoredRow, 'seq' | 'command_id' | 'version' | 'server_at' | 'outcome' | 'code' | 'field'>;
export type Outcome = { version: number; rejection?: { code: string; field?: string | undefined } };

const resultOf = (row: ResultRow): CommandResult => {
  const common = { seq: row.seq, id: row.command_id, version: row.version, at: row.server_at };
  if (row.outcome === 'ok') return { ...common, outcome: 'ok' };
  return { ...common, outcome: 'refused', code: row.code ?? '', ...(row.field === null ? {} : { field: row.field }) };
};

const resultColumns = ['seq', 'command_id', 'version', 'server_at', 'outcome', 'code', 'field'] as const;

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

type EarlierRow = Pick<StoredRow, 'client_id' | 'repeat' | 'anvandare_id'> & ResultRow;
export type Earlier = {
  /** Answers given before, by the client's seq. */
  results: Map<number, CommandResult>;
  /** The outcome of commands that came before, by whatever client and seq, and whose each was. */
  outcomes: Map<string, Outcome & { anvandareId: string }>;
};

/**
 * What is known of commands that a client brings: answers it was given, and outcomes of the same commands. These are looked up one by one:
 * for a list the plan that is made while the log is empty, and kept, reads all of a municipality's commands each time.
 */
export async function earlierOf(tx: Burst, tenant: string, clientId: string, commands: PushedCommand[]): Promise<Earlier> {
  const rows = await tx.query<EarlierRow>(
    'earlier-commands',
    `select client_id, repeat, anvandare_id, ${resultColumns.join(', ')} from command_log
      where tenant = $1 and client_id = $2 and seq between $3 and $4
    union
    select before.* from unnest($5::text[]) as brought (id) cross join lateral (
      select client_id, repeat, anvandare_id, ${resultColumns.join(', ')} from command_log
      where tenant = $1 and command_id = brought.id and not repeat limit 1) as before`,
    [tenant, clientId, commands[0]?.seq ?? 0, commands.at(-1)?.seq ?? 0, commands.map(({ id }) => id)],
  );
  const earlier: Earlier = { results: new Map(), outcomes: new Map() };
  for (const row of rows) {
    if (row.client_id === clientId) earlier.results.set(row.seq, resultOf(row));
    if (!row.repeat) {
      const rejection = row.outcome === 'refused' ? { rejection: { code: row.code ?? '', field: row.field ?? undefined } } : {};
      earlier.outcomes.set(row.command_id, { anvandareId: row.anvandare_id, version: row.version, ...rejection });
    }
  }
  return earlier;
}

/**
 * Who did what, when by both clocks, with what outcome; refused commands too. `step`: it wrote, and its version is the one
 * that this step is given; else `version` says what it was decided at.
 */
export type LogRow = Omit<StoredRow, 'tenant' | 'client_id' | 'version' | 'input'> & {
  input: unknown;
  version: number | null;
  step: number | null;
};

export type LoggedOutcome = { version: number | null; step: number | null; rejection?: Outcome['rejection'] };

type Handled = {
  anvandareId: string;
  command: PushedCommand;
  outcome: LoggedOutcome;
  /** The same command was handled before under another client or seq. */
  repeat: boolean;
  serverAt: string;
};

export const logRow = ({ anvandareId, command, outcome, repeat, serverAt }: Handled): LogRow => ({
  seq: command.seq,
  command_id: command.id,
  repeat,
  anvandare_id: anvandareId,
  name: command.name,
  input_version: command.version,
  input: command.input ?? null,
  client_at: command.at,
  server_at: serverAt,
  outcome: outcome.rejection ? 'refused' : 'ok',
  code: outcome.rejection?.code ?? null,
  field: outcome.rejection?.field ?? null,
  version: outcome.version,
  step: outcome.step,
});

/** The answer to a command as its row tells it. @param base the version before the first that was taken for these rows */
export const resultOfRow = (row: LogRow, base: number): CommandResult =>
  resultOf({ ...row, version: row.step === null ? (row.version ?? 0) : base + row.step });
