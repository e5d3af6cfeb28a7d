import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { katalogScope } from '../../shared/domain/scope.ts';
import { lssbeskrivning } from '../../shared/domain/testing/statistik.ts';
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
});
