import { type Kysely, sql } from 'kysely';

/** What a citizen has filled in of an inkomstblankett and not returned, as it was typed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table portal_inkomst (
      tenant text not null,
      blankett_id text not null,
      ifyllt text not null,
      rev text not null,
      saved_at text not null,
      primary key (tenant, blankett_id)
    )`.execute(db);
  await sql`create index portal_inkomst_utkast on portal_inkomst (tenant, saved_at)`.execute(db);
}
