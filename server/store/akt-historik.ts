import { sql } from 'kysely';
import type { z } from 'zod';
import type { Enhetsmarke } from '../../shared/domain/enhet.ts';
import type { aktHistorikRow } from '../../shared/protocol/protocol.ts';
import type { Reader } from './database.ts';

/** A command of the log; `mark` = whose what it wrote is, of one that left something in the akt's history. */
type LoggadRad = { rad: z.infer<typeof aktHistorikRow>; mark: Enhetsmarke | undefined };

/** The commands on an akt, newest first. Every command on an akt names it by `personId`. */
export async function commandsOnAkt(
  db: Reader,
  tenant: string,
  personId: string,
  namnOf: (anvandareId: string) => string,
): Promise<LoggadRad[]> {
  const rows = await db
    .selectFrom('command_log')
    // The handelse that a command left is a record of its id.
    .leftJoin('record as handelse', (join) =>
      join.on('handelse.tenant', '=', tenant).onRef('handelse.id', '=', 'command_id').on('handelse.type', '=', 'handelse'),
    )
    .select(['command_id', 'name', 'anvandare_id', 'client_at', 'server_at', 'outcome', 'code', 'command_log.version', 'input'])
    .select('handelse.data as handelse')
    .where('command_log.tenant', '=', tenant)
    .where('repeat', '=', false)
    .where(sql<string>`left(input ->> 'personId', 36)`, '=', personId)
    .where(sql<string>`input ->> 'personId'`, '=', personId)
    .orderBy('server_at', 'desc')
    .orderBy('seq', 'desc')
    .execute();
  return rows.map((row) => ({
    mark: (row.handelse as Enhetsmarke | null) ?? undefined,
    rad: {
      id: row.command_id,
      name: row.name,
      anvandareId: row.anvandare_id,
      namn: namnOf(row.anvandare_id),
      at: row.client_at,
      serverAt: row.server_at,
      outcome: row.outcome === 'ok' ? ('ok' as const) : ('refused' as const),
      ...(row.code === null ? {} : { code: row.code }),
      version: row.version,
      input: row.input,
    },
  }));
}
