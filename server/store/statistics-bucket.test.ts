import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import { katalogScope } from '../../shared/domain/scope.ts';
import { changeScope } from '../testing/change-scope.ts';
import { testServer } from '../testing/server.ts';
import { databaseOf } from './database-of.ts';
import { up } from './migrations/0011-statistics-bucket.ts';

const at = testServer();

test('STAT-07 what a server of before kept for everybody leaves the replicas of who does not deliver, once', async () => {
  const { client, users, tenant } = await at.kommun();
  const id = randomUUID();
  const av = { anvandareId: users.bo.id, namn: 'Bo Ås', at: '2025-10-20T09:00:00.000Z' };
  await changeScope(at.server.store, tenant, katalogScope, [
    { op: 'put', type: 'anvandare', id: users.bo.id, data: { ...users.bo.data, roller: ['enhetschef'] } },
    {
      ...{ op: 'put', type: 'statistikleverans', id },
      data: {
        ...{ register: 'lss', dag: '2025-10-01', beskrivningId: randomUUID(), namn: 'LSS', exempel: true, av },
        ...{ rader: 2, kunder: 2, avvisade: 0, skyddade: 0, filnamn: 'LSS.txt', storlek: 80, sha256: 'ab'.repeat(32) },
      },
    },
  ]);
  const db = databaseOf(at.server.store);
  await sql`update record set buckets = array['katalog'] where tenant = ${tenant} and id = ${id}`.execute(db);
  await sql`delete from bucket_entry where tenant = ${tenant} and record_id = ${id}`.execute(db);
  await sql`insert into bucket_entry select tenant, 'katalog', scope, id, version, true from record
    where tenant = ${tenant} and id = ${id}`.execute(db);
  await sql`delete from bucket_digest where tenant = ${tenant}`.execute(db);
  await sql`insert into bucket_digest select tenant, bucket, count(*), bit_xor(record_hash(id, version))
    from record cross join unnest(buckets) as bucket where tenant = ${tenant} group by tenant, bucket`.execute(db);
  const [utforare, chef] = [await client('utforare'), await client('bo')];
  for (const one of [utforare, chef]) {
    await one.catchUp();
    expect(one.held.get(id)).toMatchObject({ buckets: ['katalog'] });
  }
  for (const _ of ['once', 'again']) await up(db as unknown as Kysely<unknown>);
  for (const one of [utforare, chef]) await one.catchUp();
  expect(utforare.held.has(id)).toBe(false);
  expect(chef.held.get(id)).toMatchObject({ buckets: ['statistik'] });
  const { rows } = await sql`
    select bucket from bucket_digest d where tenant = ${tenant} and (count, digest) is distinct from (
      select (count(*), coalesce(bit_xor(record_hash(id, version)), 0)) from record r where r.tenant = d.tenant and d.bucket = any(r.buckets))`.execute(
    db,
  );
  expect(rows).toEqual([]);
});
