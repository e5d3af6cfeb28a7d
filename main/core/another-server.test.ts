import { afterEach, beforeEach, expect, test } from 'vitest';
import { anna, synced, testComputer, user } from './testing/computer.ts';

/** A replica of one server, and a program that is set to ask another. */
let computer: ReturnType<typeof testComputer>;
beforeEach(() => {
  computer = testComputer();
});
afterEach(() => computer.remove());

const [own, foreign] = ['https://aktnara.kommunen.se', 'https://annan.se'];
const personnummer = '199904122380';

/** @returns what the other server was sent: by whatever way, with which token */
async function startOnForeign(unsent: boolean) {
  const first = computer.start({ serverUrl: own });
  await first.call('session.loggaIn', user);
  await synced(first);
  if (unsent) await first.call('kommando.kor', { name: 'kundlista.laggTill', input: { personId: anna } });
  await first.core.close();
  const sent: { way: string; token: string | null }[] = [];
  const other = computer.start({
    serverUrl: foreign,
    transportFactory: (access) => {
      const transport = computer.server.transport(access);
      const noted =
        <A extends unknown[], R>(way: string, ask: (...args: A) => R) =>
        (...args: A): R => {
          sent.push({ way, token: access.token() });
          return ask(...args);
        };
      return {
        push: noted('push', transport.push),
        pull: noted('pull', transport.pull),
        poke: noted('poke', transport.poke),
        lost: noted('lost', transport.lost),
        access: noted('access', transport.access),
      };
    },
    kirFactory: (access) => () => {
      sent.push({ way: 'kir', token: access.token() });
      return Promise.resolve({ slag: 'ejTraff' });
    },
  });
  return { ...other, sent };
}

test.each([
  ['with a command that waits', true],
  ['with nothing of the user’s own', false],
] as const)(
  'FRAGA-62 another address gets no token, no number and no text before the user has said that it is theirs: %s',
  async (_, unsent) => {
    const tokens = () => computer.server.state.tokens;
    const { call, sent } = await startOnForeign(unsent);
    const old = tokens();
    computer.server.state.reachable = false;
    await call('session.loggaIn', user);
    computer.server.state.reachable = true;
    await call('synk.nu', {});
    expect(await call('kir.sok', { personnummer })).toEqual({ ok: true, value: { slag: 'ejNaddes' } });
    expect(await call('status.hamta', {})).toMatchObject({ value: { nyServer: { antal: 0, adress: true } } });
    expect(sent).toEqual([]);
    computer.server.state.accept = true;
    await call('synk.godkannServer', {});
    // Pressed twice it is still said.
    await call('synk.godkannServer', {});
    await expect.poll(() => call('status.hamta', {})).toMatchObject({ value: { ansluten: true, fas: 'vilar', osanda: 0 } });
    expect(await call('kir.sok', { personnummer })).toEqual({ ok: true, value: { slag: 'ejTraff' } });
    expect(sent.map(({ way }) => way)).toContain('pull');
    expect(sent.map(({ token }) => token)).not.toContain(`${user.anvandareId} ${old}`);
  },
);

test('FRAGA-62 the word of another server closes no account in the replica of the right one', async () => {
  const { call, core } = await startOnForeign(false);
  computer.server.state.refuseSignIn = true;
  expect(await call('session.loggaIn', user)).toMatchObject({ error: { code: 'inloggning-nekad' } });
  await core.close();
  // The address is right again, and there is no network.
  computer.server.state.reachable = false;
  const again = computer.start({ serverUrl: own });
  expect(await again.call('session.loggaIn', user)).toMatchObject({ ok: true });
  expect(await again.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
});

test('FRAGA-62 nor does the server at the known address, before the user has said that it is the same', async () => {
  const one = computer.start({ serverUrl: own });
  computer.server.state.accept = true;
  await one.call('session.loggaIn', user);
  await synced(one);
  await one.call('kommando.kor', { name: 'kundlista.laggTill', input: { personId: anna } });
  await expect.poll(() => computer.server.state.pushed.length).toBe(1);
  computer.server.state.fault = 'epoch-changed';
  await one.call('synk.nu', {});
  await expect.poll(() => one.call('status.hamta', {})).toMatchObject({ value: { nyServer: { antal: 1, adress: false } } });
  computer.server.state.fault = 'forbidden';
  await one.call('synk.nu', {});
  await expect.poll(() => one.call('status.hamta', {})).toMatchObject({ value: { hinder: 'nekad' } });
  expect(await one.call('kund.oppna', { personId: anna })).toMatchObject({ ok: true });
  expect(await one.call('kir.sok', { personnummer })).toEqual({ ok: true, value: { slag: 'ejNaddes' } });
});
