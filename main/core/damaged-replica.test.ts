import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReplicaError } from '../db/errors.ts';
import { ids } from '../services/testing/records.ts';
import { anna, draft, synced, testComputer, user } from './testing/computer.ts';

let computer: ReturnType<typeof testComputer>;
beforeEach(() => {
  computer = testComputer();
});
afterEach(() => computer.remove());

const putAside = () => readdirSync(computer.folder).filter((name) => name.includes('.skadad-') && !/-(wal|shm)$/.test(name));

test.each([
  ['its first page', 0],
  ['a later page', 2],
])('ARCHITECTURE 7 a replica damaged in %s is put aside, begun anew and told of', async (_, page) => {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await synced(first);
  await first.core.close();
  const { file } = computer;
  const bytes = readFileSync(file);
  // Beyond the salt, which alone tells damage from another key.
  bytes.fill(0, page * 4096 + 100, page * 4096 + 4000);
  writeFileSync(file, bytes);

  const again = computer.start();
  await again.call('session.loggaIn', user);
  // Found at sign-in, or by the first call that reads what is damaged.
  await expect.poll(() => again.call('kund.oppna', { personId: anna }), { timeout: 5000 }).toMatchObject({ ok: true });
  expect(await again.call('session.hamta', {})).toMatchObject({ value: { aterskapad: { allt: expect.any(Boolean) } } });
  expect(putAside()).toHaveLength(1);
});

test('ARCHITECTURE 7 damage found in use: the user stays signed in, and drafts and unsent commands are there', async () => {
  let armed = false;
  const step = (name: string) => {
    if (!armed || name !== 'page-received') return;
    armed = false;
    throw new ReplicaError('databasen-skadad');
  };
  const one = computer.start({ hooks: { step } });
  await one.call('session.loggaIn', user);
  await synced(one);
  computer.server.state.reachable = false;
  await one.call('utkast.spara', draft);
  await one.call('kommando.kor', { name: 'kundlista.laggTill', input: { personId: anna } });
  one.heard.length = 0;
  armed = true;
  computer.server.state.reachable = true;
  computer.server.state.refuse = 'behorighet-saknas';
  await one.call('synk.nu', {});
  await expect
    .poll(() => one.heard.filter((event) => event.event === 'session').at(-1))
    .toMatchObject({
      session: { inloggad: true, anvandareId: ids.handlaggare, aterskapad: { allt: true } },
    });
  expect(await one.call('utkast.hamta', { nyckel: 'a' })).toMatchObject({ value: { data: 'halv mening' } });
  expect(await one.call('utkorg.lista', {})).toMatchObject({ value: [{ name: 'kundlista.laggTill' }] });
  expect(putAside()).toHaveLength(1);
  await synced(one);
  expect(await one.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
});

test.each([
  ['databasen-fel-nyckel', (file: string) => rmSync(file.replace(/replica-c1-(.*)\.db$/, 'nycklar/replica-c1-$1.key'))],
  ['databasen-okrypterad', (file: string) => writeFileSync(file, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4096)]))],
] as const)('ARCHITECTURE 7 a replica that is %s is told so and left as it is', async (code, spoil) => {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await first.core.close();
  const { file } = computer;
  spoil(file);
  const before = readFileSync(file);
  const again = computer.start();
  expect(await again.call('session.loggaIn', user)).toMatchObject({ ok: false, error: { code } });
  expect(readFileSync(file)).toEqual(before);
});
