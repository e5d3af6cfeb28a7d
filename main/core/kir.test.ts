import { afterEach, beforeEach, expect, test } from 'vitest';
import type { KirPost } from '../../shared/domain/kir/records.ts';
import { TransportError } from '../sync/transport-error.ts';
import { synced, testComputer, user } from './testing/computer.ts';

const post: KirPost = {
  personnummer: '199904122380',
  fodelsedatum: '1999-04-12',
  efternamn: 'Ekström',
  fornamn: 'Linnea Maria',
  skydd: 'ingen',
  folkbokfordIKommunen: true,
};
const personnummer = post.personnummer;

let computer: ReturnType<typeof testComputer>;
beforeEach(() => {
  computer = testComputer();
});
afterEach(() => computer.remove());

async function signedIn(ask: () => Promise<{ slag: 'traff'; post: KirPost }>) {
  const asked: { personnummer: string; token: string | null }[] = [];
  const started = computer.start({
    kirFactory:
      ({ token }) =>
      (nummer) => {
        asked.push({ personnummer: nummer, token: token() });
        return ask();
      },
  });
  await started.call('session.loggaIn', user);
  await synced(started);
  return { ...started, asked };
}

test('REG-03 FRAGA-62 asks with the user’s own token, and the question is in the access log', async () => {
  const accessed = computer.server.state.accessed;
  const { call, asked } = await signedIn(() => Promise.resolve({ slag: 'traff', post }));
  expect(await call('kir.sok', { personnummer })).toEqual({ ok: true, value: { slag: 'traff', post } });
  expect(asked).toMatchObject([{ personnummer, token: expect.stringContaining(user.anvandareId) }]);
  await call('synk.nu', {});
  await expect.poll(() => computer.server.state.accessed).toBeGreaterThan(accessed);
});

test('FRAGA-05 with no server the answer is that it was not reached, and only what the server said is logged', async () => {
  let error: Error = new TransportError('The server was not reached');
  const { call } = await signedIn(() => Promise.reject(error));
  const logged = () => computer.logged.filter(({ event }) => event === 'kir');
  expect(await call('kir.sok', { personnummer })).toEqual({ ok: true, value: { slag: 'ejNaddes' } });
  expect(logged()).toEqual([]);
  error = new TransportError('No', { code: 'forbidden' });
  expect(await call('kir.sok', { personnummer })).toEqual({ ok: true, value: { slag: 'ejNaddes' } });
  expect(logged()).toHaveLength(1);
});

test('other calls are answered while the register is asked', async () => {
  let answer: (found: { slag: 'traff'; post: KirPost }) => void = () => {};
  const waiting = new Promise<{ slag: 'traff'; post: KirPost }>((resolve) => {
    answer = resolve;
  });
  const { call } = await signedIn(() => waiting);
  const asked = call('kir.sok', { personnummer });
  expect(await call('kunder.lista', {})).toMatchObject({ ok: true });
  answer({ slag: 'traff', post });
  expect(await asked).toMatchObject({ ok: true, value: { slag: 'traff' } });
});

test('nobody signed in: nobody asks', async () => {
  const { call } = computer.start();
  expect(await call('kir.sok', { personnummer })).toMatchObject({ ok: false, error: { code: 'inte-inloggad' } });
});
