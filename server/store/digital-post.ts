import { sql } from 'kysely';
import type { Reader } from './database.ts';

/** How often a letter has been tried, since when, and whether it may have been delivered without an answer. */
export type DigitalTry = { tries: number; firstTryAt: string; maybe: boolean };

/**
 * Takes a letter to be tried by a node.
 * @param at by the server's clock
 * @param seconds so long no other has it, by the database's clock
 * @returns undefined where it is not due, or another has it
 */
export async function takeDigital(db: Reader, tenant: string, id: string, at: string, seconds: number): Promise<DigitalTry | undefined> {
  const { rows } = await sql<DigitalTry>`
    insert into digital_post as d (tenant, id, first_try_at, next_at, held_until)
    values (${tenant}, ${id}, ${at}, ${at}, now() + make_interval(secs => ${seconds}))
    on conflict (tenant, id) do update set held_until = now() + make_interval(secs => ${seconds})
      where d.next_at <= ${at} and (d.held_until is null or d.held_until < now())
    returning tries, first_try_at as "firstTryAt", maybe`.execute(db);
  return rows[0];
}

/** From here on a node that ends leaves it unknown whether it was delivered. */
export async function beginDigital(db: Reader, tenant: string, id: string): Promise<void> {
  await db.updateTable('digital_post').set({ maybe: true }).where('tenant', '=', tenant).where('id', '=', id).execute();
}

/** It is tried again from then. */
export async function postponeDigital(db: Reader, tenant: string, id: string, nextAt: string, maybe: boolean): Promise<void> {
  await sql`
    update digital_post set tries = tries + 1, next_at = ${nextAt}, maybe = ${maybe}, held_until = null
    where tenant = ${tenant} and id = ${id}`.execute(db);
}

/** It is tried no more: its record says what became of it. */
export async function dropDigital(db: Reader, tenant: string, id: string): Promise<void> {
  await db.deleteFrom('digital_post').where('tenant', '=', tenant).where('id', '=', id).execute();
}
