import { type Kysely, sql } from 'kysely';

/**
 * The number of a person's record beside its document: one that cannot be read frees nobody's number (FRAGA-06). The database keeps it,
 * whoever writes the document; what says no number keeps the one it had. Of a document that was broken before this, the registration
 * that was accepted tells it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table record add column nummer text`.execute(db);
  await sql`
    update record set nummer = data ->> 'personnummer'
    where type = 'person' and data ->> 'personnummer' ~ '^[0-9]{8}[0-9A-Z][0-9]{3}$'`.execute(db);
  await sql`
    update record r set nummer = (
      select l.input #>> '{person,personnummer}' from command_log l
      where l.tenant = r.tenant and left(l.input ->> 'personId', 36) = r.id and l.name in ('person.registrera', 'person.spara')
        and l.outcome = 'ok' and not l.repeat
      order by l.version desc limit 1
    ) where r.type = 'person' and r.nummer is null`.execute(db);
  await sql`
    create function person_number() returns trigger language plpgsql as $$
      begin
        if new.data ->> 'personnummer' ~ '^[0-9]{8}[0-9A-Z][0-9]{3}$' then new.nummer := new.data ->> 'personnummer'; end if;
        return new;
      end $$`.execute(db);
  await sql`
    create trigger record_person_number before insert or update of data on record
      for each row when (new.type = 'person') execute function person_number()`.execute(db);
  await sql`create index record_nummer on record (tenant, nummer) where type = 'person'`.execute(db);
  await sql`create index record_person_utan_skydd on record (tenant) where type = 'person' and data ->> 'skydd' is null`.execute(db);
  await sql`drop index record_personnummer`.execute(db);
}
