import { copyFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ReplicaError } from '../db/errors.ts';
import { copyReplica } from '../db/testing/file-faults.ts';
import { ids } from '../services/testing/records.ts';
import { anna, draft, synced, testComputer, user } from './testing/computer.ts';

let computer: ReturnType<typeof testComputer>;
beforeEach(() => {
  computer = testComputer();
});
afterEach(() => computer.remove());

const putAside = () => readdirSync(computer.folder).filter((name) => name.includes('.skadad-') && !/-(wal|shm)$|\.kopia$/.test(name));

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

/** Signed in, and offline with so many commands and a draft; then killed. @returns the folder a new start finds */
async function killedWithUnsent(count: number): Promise<string> {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await synced(first);
  computer.server.state.reachable = false;
  for (let n = 0; n < count; n += 1) {
    const name = n % 2 === 0 ? 'kundlista.laggTill' : 'kundlista.taBort';
    expect(await first.call('kommando.kor', { name, input: { personId: anna } })).toMatchObject({ value: { ok: true } });
  }
  await first.call('utkast.spara', draft);
  const place = join(computer.folder, 'sedan');
  copyReplica(computer.file, place);
  copyFileSync(join(computer.folder, 'datorn.json'), join(place, 'datorn.json'));
  first.core.crash();
  return place;
}
const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1);

test.each([
  ['emptied', 'saknas', (file: string) => truncateSync(file)],
  ['gone', 'saknas', (file: string) => rmSync(file)],
  ['without its log', 'loggen', (file: string) => rmSync(`${file}-wal`)],
  ['cut by its log’s end', 'aldre', (file: string) => truncateSync(`${file}-wal`, 4096 * 3)],
  ['cut to nothing but a page', 'skadad', (file: string) => writeFileSync(file, readFileSync(file).fill(0, 0, 4096))],
] as const)(
  'ARCHITECTURE 7 a replica %s: with no network the user is told, has all unsent and drafts, until it is read',
  async (_, orsak, spoil) => {
    const place = await killedWithUnsent(15);
    spoil(join(place, nameOf(computer.file)));
    const again = computer.start({ dataDir: place });
    const aterskapad = { orsak, raddade: 16, allt: true, osanda: { antal: 15, tillNr: 15 } };
    expect(await again.call('session.loggaIn', user)).toMatchObject({ ok: true, value: { aterskapad } });
    expect(await again.call('utkorg.lista', {})).toMatchObject({ value: { length: 15 } });
    expect(await again.call('utkast.hamta', { nyckel: 'a' })).toMatchObject({ value: { data: 'halv mening' } });
    await again.core.close();

    const later = computer.start({ dataDir: place });
    expect(await later.call('session.loggaIn', user)).toMatchObject({ value: { aterskapad } });
    later.heard.length = 0;
    expect(await later.call('session.aterskapadLast', {})).toMatchObject({ ok: true });
    expect(later.heard).toContainEqual({ event: 'session', session: expect.not.objectContaining({ aterskapad }) });
    await later.core.close();
    const last = computer.start({ dataDir: place });
    const session = await last.call('session.loggaIn', user);
    expect(session).toMatchObject({ value: { inloggad: true } });
    expect(session).not.toHaveProperty('value.aterskapad');
  },
);

test('ARCHITECTURE 7 replica and second copy both gone: offline it is told as damage, and signed in again it is told what is known', async () => {
  const place = await killedWithUnsent(3);
  for (const part of ['', '-wal', '-shm', '.kopia']) rmSync(join(place, nameOf(computer.file)) + part, { force: true });
  const again = computer.start({ dataDir: place });
  for (let n = 0; n < 2; n += 1)
    expect(await again.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'aterskapad-last' } });
  computer.server.state.reachable = true;
  const aterskapad = { orsak: 'saknas', raddade: 0, allt: false };
  expect(await again.call('session.loggaIn', user)).toMatchObject({ value: { aterskapad } });
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

test('FRAGA-62 an account that the server says is closed stays closed offline, though the replica was damaged when it said so', async () => {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await synced(first);
  await first.core.close();
  const bytes = readFileSync(computer.file);
  bytes.fill(0, 100, 4000);
  writeFileSync(computer.file, bytes);
  const again = computer.start();
  computer.server.state.refuseSignIn = true;
  expect(await again.call('session.loggaIn', user)).toMatchObject({ error: { code: 'inloggning-nekad' } });
  computer.server.state.reachable = false;
  expect(await again.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'kontot-stangt' } });
  Object.assign(computer.server.state, { reachable: true, refuseSignIn: false });
  expect(await again.call('session.loggaIn', user)).toMatchObject({ value: { aterskapad: { orsak: 'skadad' } } });
});

test('FRAGA-62 nor does damage found in use open it: what is known of the account is written in the fresh replica', async () => {
  let armed = false;
  const step = (name: string) => {
    if (armed && name === 'page-received') throw new ReplicaError('databasen-skadad');
  };
  const one = computer.start({ hooks: { step } });
  await one.call('session.loggaIn', user);
  await synced(one);
  computer.server.state.fault = 'forbidden';
  await one.call('synk.nu', {});
  await expect.poll(() => one.call('kund.oppna', { personId: anna })).toMatchObject({ error: { code: 'kontot-stangt' } });
  for (const part of ['', '-wal', '-shm', '.kopia']) rmSync(computer.file + part, { force: true });
  computer.server.state.fault = undefined;
  armed = true;
  await one.call('synk.nu', {});
  await expect.poll(() => one.call('session.hamta', {})).toMatchObject({ value: { inloggad: false } });
  computer.server.state.reachable = false;
  expect(await computer.start().call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'kontot-stangt' } });
});

test('ARCHITECTURE 7 damaged again before the notice is read: the first loss is still told', async () => {
  const place = await killedWithUnsent(15);
  for (const part of ['', '-wal', '-shm', '.kopia']) rmSync(join(place, nameOf(computer.file)) + part, { force: true });
  computer.server.state.reachable = true;
  const lost = { orsak: 'saknas', raddade: 0, allt: false };
  const second = computer.start({ dataDir: place });
  expect(await second.call('session.loggaIn', user)).toMatchObject({ value: { aterskapad: lost } });
  await synced(second);
  await second.call('utkast.spara', draft);
  await second.core.close();
  const file = join(place, nameOf(computer.file));
  writeFileSync(file, readFileSync(file).fill(0, 0, 4096));
  const third = computer.start({ dataDir: place });
  expect(await third.call('session.loggaIn', user)).toMatchObject({ value: { aterskapad: lost } });
  expect(await third.call('utkast.hamta', { nyckel: 'a' })).toMatchObject({ value: { data: 'halv mening' } });
});
