import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ids, personRecord, stored } from '../services/testing/records.ts';
import { platformTimers } from '../sync/platform-timers.ts';
import type { Timers } from '../sync/ports.ts';
import { patience } from './identity.ts';
import { anna, draft, synced, testComputer, user } from './testing/computer.ts';

let computer: ReturnType<typeof testComputer>;
beforeEach(() => {
  computer = testComputer();
});
afterEach(() => computer.remove());

test('ROLL-04 sign-in opens the user’s own replica, fetches it, and names function and organisation', async () => {
  const one = computer.start();
  expect(await one.call('session.anvandare', {})).toMatchObject({ ok: true, value: { kalla: 'server' } });
  expect(await one.call('session.loggaIn', user)).toMatchObject({
    ok: true,
    value: { inloggad: true, namn: 'Berg, Åsa', provkorning: true },
  });
  await synced(one);
  expect(await one.call('session.hamta', {})).toMatchObject({
    value: { funktion: 'LSS-handläggare 3', organisation: 'LSS Myndighet', kommun: 'Provköping', roller: ['lssHandlaggare'] },
  });
  expect(await one.call('status.hamta', {})).toMatchObject({ value: { ansluten: true, osanda: 0, antalStammer: true } });
  expect(one.heard.some((event) => event.event === 'andrat' && event.scopes.includes(`akt:${anna}`))).toBe(true);
  expect(one.heard.filter((event) => event.event === 'session').at(-1)).toMatchObject({ session: { funktion: 'LSS-handläggare 3' } });
  expect(
    readdirSync(computer.folder)
      .filter((name) => name.endsWith('.db'))
      .sort(),
  ).toEqual([`dokument-c1-${ids.handlaggare}.db`, `replica-c1-${ids.handlaggare}.db`]);
});

test('ARCHITECTURE 7 the file of users holds no token and nothing of a kund', async () => {
  const one = computer.start();
  await one.call('session.loggaIn', user);
  await synced(one);
  const text = readFileSync(join(computer.folder, 'datorn.json'), 'utf8');
  expect(text).not.toContain(`${ids.handlaggare} 1`);
  expect(text).not.toContain('Ekström');
});

test('a call that is unknown, malformed or made by nobody is answered with its code, never thrown', async () => {
  const { core, call } = computer.start();
  expect(await core.call('toString', {})).toEqual({ ok: false, error: { code: 'okant-anrop' } });
  expect(await core.call('kund.oppna', { personId: 'x' })).toEqual({ ok: false, error: { code: 'ogiltig-indata', detail: 'personId' } });
  expect(await core.call('session.hamta', undefined)).toMatchObject({ error: { code: 'ogiltig-indata' } });
  expect(await call('mina.utredningar', {})).toEqual({ ok: false, error: { code: 'inte-inloggad' } });
  expect(await call('synk.nu', {})).toEqual({ ok: false, error: { code: 'inte-inloggad' } });
});

test('FRAGA-61 with no network: who has worked here signs in and works on, others do not', async () => {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await synced(first);
  await first.core.close();

  computer.server.state.reachable = false;
  computer.passDays(3);
  const one = computer.start();
  expect(await one.call('session.hamta', {})).toEqual({
    ok: true,
    value: { inloggad: false, demo: true, kommun: 'Provköping', senastId: ids.handlaggare },
  });
  expect(await one.call('session.anvandare', {})).toMatchObject({
    value: { kalla: 'datorn', anvandare: [{ id: ids.handlaggare, namn: 'Berg, Åsa', funktion: 'LSS-handläggare 3' }] },
  });
  expect(await one.call('session.loggaIn', { anvandareId: ids.kollega })).toEqual({
    ok: false,
    error: { code: 'anvandaren-finns-inte-har' },
  });
  expect(await one.call('session.loggaIn', user)).toMatchObject({ ok: true, value: { inloggad: true, funktion: 'LSS-handläggare 3' } });
  expect(await one.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true, value: { person: { efternamn: 'Ekström' } } });
  await one.call('kommando.kor', { name: 'kundlista.laggTill', input: { personId: anna } });
  expect(await one.call('status.hamta', {})).toMatchObject({ value: { ansluten: false, osanda: 1, sparad: computer.now().toISOString() } });
});

test('FRAGA-61 a slow server is waited for where nothing can be done without it, and soon given up where it can', async () => {
  const [users, signIn] = [vi.spyOn(computer.server.identity, 'users'), vi.spyOn(computer.server.identity, 'signIn')];
  const first = computer.start();
  await first.call('session.anvandare', {});
  await first.call('session.loggaIn', user);
  await first.core.close();
  const again = computer.start();
  await again.call('session.anvandare', {});
  await again.call('session.loggaIn', user);
  expect(users.mock.calls).toEqual([[patience.long], [patience.brief]]);
  expect(signIn.mock.calls).toEqual([
    [user.anvandareId, patience.long],
    [user.anvandareId, patience.brief],
  ]);
});

test('ARCHITECTURE 7 the lease: 14 days without contact lock the replica until the server is reached', async () => {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await synced(first);
  computer.server.state.reachable = false;
  computer.passDays(14);
  expect(await first.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
  computer.passDays(0.001);
  expect(await first.call('kund.hamta', { personId: anna })).toEqual({ ok: false, error: { code: 'lasen-utgatt' } });
  // What is being written while it locks is kept.
  expect(await first.call('utkast.spara', draft)).toMatchObject({ ok: true });
  await first.core.close();

  const again = computer.start();
  expect(await again.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'lasen-utgatt' } });
  expect(await again.call('session.hamta', {})).toMatchObject({ value: { inloggad: false } });
  computer.server.state.reachable = true;
  expect(await again.call('session.loggaIn', user)).toMatchObject({ ok: true });
  expect(await again.call('utkast.hamta', { nyckel: 'a' })).toMatchObject({ value: { data: 'halv mening' } });
});

test('a user the server refuses is not let in by the replica on the computer', async () => {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await first.core.close();
  computer.server.state.refuseSignIn = true;
  const again = computer.start();
  expect(await again.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'inloggning-nekad', detail: 'forbidden' } });
  // Nor by pulling out the network afterwards.
  computer.server.state.reachable = false;
  expect(await again.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'kontot-stangt' } });
});

test('FRAGA-62 a clock turned back neither opens a lease that is out nor lengthens one, until the server is reached', async () => {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await synced(first);
  computer.server.state.reachable = false;
  computer.passDays(13);
  expect(await first.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
  await first.core.close();
  // A day of reading is a day of the lease, whatever the clock is set to afterwards.
  computer.passDays(-12);
  const again = computer.start();
  expect(await again.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'lasen-utgatt' } });
  await again.core.close();
  computer.passDays(13.001);
  const out = computer.start();
  expect(await out.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'lasen-utgatt' } });
  computer.passDays(-10);
  expect(await out.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'lasen-utgatt' } });
  computer.server.state.reachable = true;
  expect(await out.call('session.loggaIn', user)).toMatchObject({ ok: true });
  computer.server.state.reachable = false;
  expect(await out.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
});

test('FRAGA-62 one contact with a clock that is ahead makes no lease longer', async () => {
  const first = computer.start();
  computer.passDays(60);
  await first.call('session.loggaIn', user);
  await synced(first);
  computer.passDays(-60);
  expect(await first.call('kund.oppna', { personId: anna })).toMatchObject({ error: { code: 'lasen-utgatt' } });
  // Put right, and in contact again: fourteen days from then.
  await first.call('synk.nu', {});
  await expect.poll(() => first.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
  await first.core.close();
  computer.server.state.reachable = false;
  computer.passDays(14.001);
  expect(await computer.start().call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'lasen-utgatt' } });
});

test('FRAGA-62 a closed account is locked at once, and stays so offline and after a restart; what is written is kept', async () => {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await synced(first);
  computer.server.state.fault = 'forbidden';
  computer.server.state.refuseSignIn = true;
  await first.call('synk.nu', {});
  await expect.poll(() => first.call('kund.oppna', { personId: anna })).toEqual({ ok: false, error: { code: 'kontot-stangt' } });
  for (const [name, input] of [
    ['sok.person', { text: 'Ekström Linnea', arhundrade: 'alla' }],
    ['utkast.lista', {}],
    ['utkorg.lista', {}],
    ['kunder.senaste', {}],
  ] as const) {
    expect(await first.call(name, input), name).toEqual({ ok: false, error: { code: 'kontot-stangt' } });
  }
  expect(first.heard).toContainEqual(
    expect.objectContaining({ event: 'session', session: expect.objectContaining({ last: 'kontot-stangt' }) }),
  );
  expect(await first.call('utkast.spara', draft)).toMatchObject({ ok: true });
  await first.core.close();
  computer.server.state.reachable = false;
  const again = computer.start();
  expect(await again.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'kontot-stangt' } });
  // Opened again by the municipality.
  Object.assign(computer.server.state, { reachable: true, fault: undefined, refuseSignIn: false });
  expect(await again.call('session.loggaIn', user)).toMatchObject({ ok: true, value: { inloggad: true } });
  expect(await again.call('utkast.hamta', { nyckel: 'a' })).toMatchObject({ value: { data: 'halv mening' } });
});

test('FRAGA-62 an account opened again while the program runs is open at the next contact', async () => {
  const one = computer.start();
  await one.call('session.loggaIn', user);
  await synced(one);
  computer.server.state.fault = 'forbidden';
  await one.call('synk.nu', {});
  await expect.poll(() => one.call('kund.oppna', { personId: anna })).toMatchObject({ error: { code: 'kontot-stangt' } });
  Object.assign(computer.server.state, { fault: undefined, accept: true });
  await one.call('synk.nu', {});
  await expect.poll(() => one.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
  expect(
    one.heard.flatMap((event) => (event.event === 'session' && event.session.inloggad ? [event.session.last] : [])).at(-1),
  ).toBeUndefined();
});

test('FRAGA-62 a replica belongs to its server: another address is asked nothing before the user has said that it is theirs', async () => {
  const first = computer.start({ serverUrl: 'https://aktnara.kommunen.se' });
  computer.server.state.accept = true;
  await first.call('session.loggaIn', user);
  await synced(first);
  await first.call('kommando.kor', { name: 'kundlista.laggTill', input: { personId: anna } });
  await expect.poll(() => computer.server.state.pushed.length).toBe(1);
  await first.core.close();
  computer.passDays(20);

  const pulls = vi.fn();
  const asked =
    <A extends unknown[], R>(name: string, ask: (...args: A) => R) =>
    (...args: A): R => {
      pulls(name);
      return ask(...args);
    };
  const other = computer.start({
    serverUrl: 'https://annan.se',
    transportFactory: (access) => {
      const transport = computer.server.transport(access);
      return {
        ...transport,
        push: asked('push', transport.push),
        pull: asked('pull', transport.pull),
        poke: asked('poke', transport.poke),
      };
    },
  });
  // Its word that the account is open opens nothing: the lease is out, and it stays so.
  expect(await other.call('session.loggaIn', user)).toMatchObject({ ok: true, value: { last: 'lasen-utgatt' } });
  await other.call('synk.nu', {});
  expect(await other.call('kund.oppna', { personId: anna })).toEqual({ ok: false, error: { code: 'lasen-utgatt' } });
  expect(await other.call('status.hamta', {})).toMatchObject({ value: { nyServer: { antal: 1, adress: true } } });
  expect(pulls).not.toHaveBeenCalled();
  await other.call('synk.godkannServer', {});
  await expect.poll(() => other.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
  expect(pulls).toHaveBeenCalledWith('pull');
  await other.core.close();
  // From now on it is the replica's own.
  const again = computer.start({ serverUrl: 'https://annan.se' });
  await again.call('session.loggaIn', user);
  await synced(again);
  expect((await again.call('status.hamta', {})) as object).not.toMatchObject({ value: { nyServer: expect.anything() } });
});

test('a token the server no longer takes is renewed and sync goes on', async () => {
  const one = computer.start();
  await one.call('session.loggaIn', user);
  await synced(one);
  computer.server.state.tokens += 1;
  computer.server.state.refuse = 'behorighet-saknas';
  computer.server.change([personRecord(anna, { efternamn: 'Nyman' })]);
  await one.call('synk.nu', {});
  await expect.poll(async () => one.call('kund.oppna', { personId: anna })).toMatchObject({ value: { person: { efternamn: 'Nyman' } } });
});

test('calls made while signing in wait for it, and one user’s screens are not another’s', async () => {
  const one = computer.start();
  const [signedIn, draft] = await Promise.all([
    one.call('session.loggaIn', user),
    one.call('utkast.spara', { nyckel: 'a', personId: null, titel: 'Ny', data: 1 }),
  ]);
  expect(signedIn.ok && draft.ok).toBe(true);
  await one.call('session.loggaIn', { anvandareId: ids.kollega });
  expect(await one.call('utkast.lista', {})).toEqual({ ok: true, value: [] });
  await one.call('session.loggaUt', {});
  expect(await one.call('utkast.lista', {})).toEqual({ ok: false, error: { code: 'inte-inloggad' } });
  await one.call('session.loggaIn', user);
  expect(await one.call('utkast.lista', {})).toMatchObject({ value: [{ nyckel: 'a' }] });
});

test('FRAGA-61 a refusal by the server reaches Att åtgärda, the receipts and the status', async () => {
  const one = computer.start();
  computer.server.state.refuse = 'behorighet-saknas';
  await one.call('session.loggaIn', user);
  await synced(one);
  one.heard.length = 0;
  await one.call('kommando.kor', { name: 'kundlista.laggTill', input: { personId: anna } });
  await expect.poll(() => one.call('utkorg.lista', {})).toMatchObject({ value: [{ tillstand: 'nekad', konflikt: false }] });
  await expect
    .poll(() => one.heard.filter((event) => event.event === 'status').at(-1))
    .toMatchObject({ status: { attAtgarda: 1, osanda: 0 } });
  expect(one.heard.some((event) => event.event === 'utkorg')).toBe(true);
});

test('ROLL-04 a changed function in the catalogue is told without a new sign-in', async () => {
  const one = computer.start();
  await one.call('session.loggaIn', user);
  await synced(one);
  computer.server.change([stored('utforare', ids.funktion3, 'katalog', { namn: 'LSS-handläggare 7', slag: 'handlaggarfunktion' })]);
  await one.call('synk.nu', {});
  await expect.poll(() => one.call('session.hamta', {})).toMatchObject({ value: { funktion: 'LSS-handläggare 7' } });
});

test('a key store that gives no key is told by its own word', async () => {
  const keys = {
    provkorning: false,
    get: () => Promise.reject(Object.assign(new Error('C:\\Users\\berg'), { problem: 'inget-nyckelskydd' })),
  };
  const one = computer.start({ keys });
  expect(await one.call('session.loggaIn', user)).toEqual({
    ok: false,
    error: { code: 'databasen-fel-nyckel', detail: 'inget-nyckelskydd' },
  });
  expect(JSON.stringify(computer.logged)).not.toContain('berg');
});

test('what goes wrong while the clock is looked at is logged, and ends no thread: the next look comes', async () => {
  let fails = false;
  const looks: (() => void)[] = [];
  const timers: Timers = {
    ...platformTimers,
    setTimeout: (run, ms) => (ms === 60_000 ? looks.push(run) : platformTimers.setTimeout(run, ms)),
    clearTimeout: (handle) => (typeof handle === 'number' ? undefined : platformTimers.clearTimeout(handle)),
  };
  const now = () => {
    if (fails) throw new Error('the disk says no');
    return computer.now();
  };
  const one = computer.start({ timers, clock: { now } });
  await one.call('session.loggaIn', user);
  await synced(one);
  fails = true;
  looks.at(-1)?.();
  fails = false;
  expect(computer.logged.map(({ event }) => event)).toContain('event');
  expect(looks).toHaveLength(2);
  expect(await one.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
});

test('a core that crashes in the middle of sync leaves a replica that the next one goes on with', async () => {
  const first = computer.start();
  await first.call('session.loggaIn', user);
  await first.call('utkast.spara', draft);
  first.core.crash();
  expect(await first.call('session.hamta', {})).toEqual({ ok: false, error: { code: 'karnan-stoppad' } });
  const again = computer.start();
  await again.call('session.loggaIn', user);
  await synced(again);
  expect(await again.call('utkast.hamta', { nyckel: 'a' })).toMatchObject({ value: { data: 'halv mening' } });
  expect(computer.logged).toEqual([]);
});

test('a closed core answers karnan-stoppad', async () => {
  const one = computer.start();
  await one.call('session.loggaIn', user);
  await one.core.close();
  expect(await one.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'karnan-stoppad' } });
});

test.each(['', '../c1', 'C1'])('a tenant that is no name (%j) starts no core', (tenant) => {
  expect(() => computer.start({ tenant })).toThrow(RangeError);
});
