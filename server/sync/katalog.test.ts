import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { katalogScope } from '../../shared/domain/scope.ts';
import { lssbeskrivning } from '../../shared/domain/testing/statistik.ts';
import { databaseOf } from '../store/database-of.ts';
import { up } from '../store/migrations/0011-statistics-bucket.ts';
import { changeScope } from '../testing/change-scope.ts';
import { testServer } from '../testing/server.ts';

const at = testServer();

test('STAT-07 what was delivered is added to the catalogue by the roles of its command alone, and those have it alone', async () => {
  const { client, users, tenant } = await at.kommun();
  const beskrivningId = randomUUID();
  await changeScope(at.server.store, tenant, katalogScope, [
    { op: 'put', type: 'statistikbeskrivning', id: beskrivningId, data: lssbeskrivning() },
    { op: 'put', type: 'anvandare', id: users.bo.id, data: { ...users.bo.data, roller: ['enhetschef'] } },
  ]);
  const [anna, bo, utforare] = [await client(), await client('bo'), await client('utforare')];
  const leverans = () => ({
    ...{ leveransId: randomUUID(), register: 'lss', dag: '2025-10-01', beskrivningId, rader: 2, kunder: 2, avvisade: 0, skyddade: 0 },
    ...{ filnamn: 'LSS 2025-10-01.txt', storlek: 80, sha256: 'ab'.repeat(32) },
  });
  const skicka = async (one: typeof anna, input = leverans()) => (await one.pushed(one.command('statistik.leverera', input))).results[0];
  const input = leverans();
  expect(await skicka(bo, input)).toMatchObject({ outcome: 'ok' });
  for (const one of [anna, utforare]) expect(await skicka(one)).toMatchObject({ outcome: 'refused', code: 'behorighet-saknas' });
  expect(await skicka(bo, { ...leverans(), beskrivningId: randomUUID() })).toMatchObject({
    outcome: 'refused',
    code: 'finns-inte-i-katalogen',
  });
  for (const one of [anna, bo, utforare]) await one.catchUp();
  expect(bo.held.get(input.leveransId)).toMatchObject({
    ...{ buckets: ['statistik'], data: { rader: 2, exempel: true, av: { namn: 'Bo Ås' } } },
  });
  for (const one of [anna, utforare]) expect(one.held.has(input.leveransId)).toBe(false);

  // As a server of before kept it, and everybody had it.
  const db = databaseOf(at.server.store);
  const where = { tenant, record_id: input.leveransId };
  await db
    .updateTable('record')
    .set({ buckets: ['katalog'] })
    .where('tenant', '=', tenant)
    .where('id', '=', input.leveransId)
    .execute();
  await sql`delete from bucket_entry where tenant = ${where.tenant} and record_id = ${where.record_id}`.execute(db);
  await sql`insert into bucket_entry select tenant, 'katalog', scope, id, version, true from record
    where tenant = ${tenant} and id = ${input.leveransId}`.execute(db);
  await sql`delete from bucket_digest where tenant = ${tenant}`.execute(db);
  await sql`insert into bucket_digest select tenant, bucket, count(*), bit_xor(record_hash(id, version))
    from record cross join unnest(buckets) as bucket where tenant = ${tenant} group by tenant, bucket`.execute(db);
  const [gammal, nyChef] = [await client('utforare'), await client('bo')];
  for (const one of [gammal, nyChef]) await one.catchUp();
  for (const one of [gammal, nyChef]) expect(one.held.get(input.leveransId)).toMatchObject({ buckets: ['katalog'] });
  await up(db as unknown as Kysely<unknown>);
  await up(db as unknown as Kysely<unknown>);
  for (const one of [gammal, nyChef]) await one.catchUp();
  expect(gammal.held.has(input.leveransId), 'it leaves who may not see it').toBe(false);
  expect(nyChef.held.get(input.leveransId)).toMatchObject({ buckets: ['statistik'] });
  const { rows } = await sql<{ wrong: string }>`
    select bucket as wrong from bucket_digest d where tenant = ${tenant} and (count, digest) is distinct from (
      select (count(*), coalesce(bit_xor(record_hash(id, version)), 0)) from record r where r.tenant = d.tenant and d.bucket = any(r.buckets))`.execute(
    db,
  );
  expect(rows).toEqual([]);
});
