import { sql } from 'kysely';
import type { z } from 'zod';
import type { aktHistorikRow } from '../../shared/protocol/protocol.ts';
import type { Reader } from './database.ts';

/** The commands on an akt, newest first. Every command on an akt names it by `personId`. */
export async function commandsOnAkt(
  db: Reader,
  tenant: string,
  personId: string,
  namnOf: (anvandareId: string) => string,
): Promise<z.infer<typeof aktHistorikRow>[]> {
  const rows = await db
    .selectFrom('command_log')
    .select(['command_id', 'name', 'anvandare_id', 'client_at', 'server_at', 'outcome', 'code', 'version', 'input'])
    .where('tenant', '=', tenant)
    .where('repeat', '=', false)
    .where(sql<string>`left(input ->> 'personId', 36)`, '=', personId)
    .where(sql<string>`input ->> 'personId'`, '=', personId)
    .orderBy('server_at', 'desc')
    .orderBy('seq', 'desc')
    .execute();
  return rows.map((row) => ({
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
  }));
}
