import { type Kysely, sql } from 'kysely';

/** Commands read an akt by the types they need, and unsigned notes by where they stand; none reads it whole. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index record_scope_type on record (tenant, scope, type)`.execute(db);
  await sql`drop index record_scope`.execute(db);
  await sql`
    create index record_osignerad on record (tenant, scope, (data #>> '{dokumentation,id}'), (data ->> 'rubrikKod'))
    where type = 'anteckning' and not (data ? 'signerad')`.execute(db);
  // A statement that met a record of another akt must fail before the commit that is sent right after it.
  await sql`
    create function all_own(written bigint, expected bigint) returns boolean language plpgsql as $$
    begin
      if written <> expected then
        raise exception 'a record of another scope or type has this id' using errcode = 'AK001';
      end if;
      return true;
    end $$`.execute(db);
}
