import { sql } from 'kysely';
import { starkastSkydd } from '../../shared/domain/person/skydd.ts';
import type { Reader } from './database.ts';
import { skyddAv } from './person-record.ts';

type Skydd = Parameters<typeof starkastSkydd>[0];

/** How many questions to the register of residents a user has asked since each instant, by the access log. */
export async function kirQuestions(
  db: Reader,
  { tenant, anvandareId }: { tenant: string; anvandareId: string },
  since: { minute: string; day: string },
): Promise<{ minute: number; day: number }> {
  const { rows } = await sql<{ minute: number; day: number }>`
    select count(*) filter (where server_at > ${since.minute})::int as minute, count(*)::int as day from access_log
    where tenant = ${tenant} and anvandare_id = ${anvandareId} and server_at > ${since.day}
      and client_id = 'server' and detail like 'KIR %'`.execute(db);
  return rows[0] ?? { minute: 0, day: 0 };
}

/**
 * The strongest protection that the akter of the municipality know of, by number; only of numbers that are a kund's, or that one with
 * skyddad folkbokföring had before.
 */
export async function skyddByNumber(db: Reader, tenant: string, numbers: string[]): Promise<Map<string, Skydd>> {
  const rows = await db
    .selectFrom('record')
    .select(['nummer', sql<string[]>`coalesce(data -> 'tidigareNummer', '[]')`.as('tidigare'), skyddAv])
    .where('tenant', '=', tenant)
    .where('type', '=', 'person')
    .where(sql<boolean>`(nummer = any(${numbers})
      or data ->> 'skydd' = 'skyddadFolkbokforing' and data -> 'tidigareNummer' ?| ${numbers})`)
    .execute();
  const found = new Map<string, Skydd>();
  for (const { nummer, tidigare, skydd } of rows) {
    const egna = skydd === 'skyddadFolkbokforing' ? [nummer, ...tidigare] : [nummer];
    for (const one of egna) if (one !== null && numbers.includes(one)) found.set(one, starkastSkydd(found.get(one) ?? 'ingen', skydd));
  }
  return found;
}
