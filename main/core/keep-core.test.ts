import { expect, test } from 'vitest';
import { type CallError, type CallName, type CallResult, type CoreEvent, calls } from '../../shared/ipc/contract.ts';
import { keepCore, type RunningCore } from './keep-core.ts';

/** Cores that answer with their number, die when told to, and record what they were asked. */
function cores() {
  const started: { die(): void; asked: string[]; tell(event: CoreEvent): void; closed: boolean }[] = [];
  const reports: string[] = [];
  const waiting: (() => void)[] = [];
  let failing = 0;
  let refusing: CallError | undefined;
  const start = async (): Promise<RunningCore> => {
    if (failing > 0) {
      failing -= 1;
      throw new Error('no disk');
    }
    const nth = started.length + 1;
    const end = Promise.withResolvers<void>();
    const listeners = new Set<(event: CoreEvent) => void>();
    const unanswered: ((result: CallResult<CallName>) => void)[] = [];
    const self = {
      die() {
        for (const answer of unanswered) answer({ ok: false, error: { code: 'karnan-stoppad' } });
        end.resolve();
      },
      asked: [] as string[],
      tell(event: CoreEvent) {
        for (const listener of listeners) listener(event);
      },
      closed: false,
    };
    started.push(self);
    return {
      call: (name) => {
        self.asked.push(name);
        if (name === 'session.loggaIn' && nth > 1 && refusing) return Promise.resolve({ ok: false, error: refusing });
        if ((name === 'kommando.kor' || name === 'dokument.skrivUt') && nth === 1)
          return new Promise((resolve) => unanswered.push(resolve));
        return Promise.resolve({ ok: true, value: { nth } } as unknown as CallResult<CallName>);
      },
      subscribe: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      close: async () => {
        self.closed = true;
        end.resolve();
      },
      ended: end.promise,
    };
  };
  return {
    started,
    reports,
    start,
    report: (message: string) => reports.push(message),
    later: (run: () => void) => waiting.push(run),
    /** Lets the next wait pass, once it has begun. */
    async pass() {
      await expect.poll(() => waiting.length).toBeGreaterThan(0);
      waiting.shift()?.();
    },
    refuseSignIn(error: CallError) {
      refusing = error;
    },
    failNext(times: number) {
      failing = times;
    },
  };
}
const value = (nth: number) => ({ ok: true, value: { nth } });

test('a call that its core died under is made again of the next one, once', async () => {
  const set = cores();
  const kept = await keepCore(set);
  const answer = kept.call('kommando.kor', { id: 'a' });
  await expect.poll(() => set.started[0]?.asked).toEqual(['kommando.kor']);
  set.started[0]?.die();
  await set.pass();
  expect(await answer).toEqual(value(2));
  expect(set.started[1]?.asked.filter((name) => name === 'kommando.kor')).toHaveLength(1);
  expect(set.reports).toEqual(['the core ended by itself and is started again']);
});

test('what goes on paper or into a folder is not made twice: the user is told, and decides', async () => {
  const set = cores();
  const kept = await keepCore(set);
  const answer = kept.call('dokument.skrivUt', {});
  await expect.poll(() => set.started[0]?.asked).toEqual(['dokument.skrivUt']);
  set.started[0]?.die();
  await set.pass();
  expect(await answer).toEqual({ ok: false, error: { code: 'karnan-stoppad' } });
  expect(await kept.call('status.hamta', {})).toEqual(value(2));
  expect(set.started[1]?.asked).not.toContain('dokument.skrivUt');
  const once = Object.entries(calls).flatMap(([name, marks]) => (marks.once ? [name] : []));
  expect(once).toEqual([
    'sokverktyg.exportera',
    'ivo.exportera',
    'statistik.exportera',
    'mote.kalender',
    'dokument.skrivUt',
    'dokument.sparaKopia',
    'kris.skapa',
  ]);
});

test('listeners stay through a restart and are told session and status anew', async () => {
  const set = cores();
  const kept = await keepCore(set);
  const heard: string[] = [];
  kept.subscribe((event) => heard.push(event.event));
  set.started[0]?.tell({ event: 'utkorg' });
  set.started[0]?.die();
  await set.pass();
  await expect.poll(() => heard).toEqual(['utkorg', 'session', 'status']);
  set.started[1]?.tell({ event: 'utkorg' });
  expect(heard).toEqual(['utkorg', 'session', 'status', 'utkorg']);
});

test('the next core is signed in as the user was before the call is made again', async () => {
  const set = cores();
  const kept = await keepCore(set);
  await kept.call('session.loggaIn', { anvandareId: 'sara' });
  const answer = kept.call('kommando.kor', { id: 'a' });
  set.started[0]?.die();
  await set.pass();
  expect(await answer).toEqual(value(2));
  expect(set.started[1]?.asked.filter((name) => name !== 'session.hamta' && name !== 'status.hamta')).toEqual([
    'session.loggaIn',
    'kommando.kor',
  ]);
});

test('one who signed out is not signed in again', async () => {
  const set = cores();
  const kept = await keepCore(set);
  await kept.call('session.loggaIn', { anvandareId: 'sara' });
  await kept.call('session.loggaUt', {});
  set.started[0]?.die();
  await set.pass();
  expect(await kept.call('status.hamta', {})).toEqual(value(2));
  expect(set.started[1]?.asked).not.toContain('session.loggaIn');
});

test.each([
  ['a refused sign-in is not tried on the core after', 'inloggning-nekad', false],
  ['a sign-in that could not be answered is tried on the core after', 'disken-full', true],
] as const)('%s', async (_, code, again) => {
  const set = cores();
  const kept = await keepCore(set);
  await kept.call('session.loggaIn', { anvandareId: 'sara' });
  set.refuseSignIn({ code });
  for (const nth of [0, 1]) {
    set.started[nth]?.die();
    await set.pass();
    expect(await kept.call('status.hamta', {})).toEqual(value(nth + 2));
  }
  expect(set.started[1]?.asked).toContain('session.loggaIn');
  expect(set.started[2]?.asked.includes('session.loggaIn')).toBe(again);
  expect(set.reports).toContain(`the new core did not sign the user in: ${code}`);
});

test('a core that does not start again answers karnan-stoppad and is tried again', async () => {
  const set = cores();
  const kept = await keepCore(set);
  set.failNext(1);
  set.started[0]?.die();
  await set.pass();
  expect(await kept.call('status.hamta', {})).toEqual({ ok: false, error: { code: 'karnan-stoppad' } });
  await set.pass();
  expect(await kept.call('status.hamta', {})).toEqual(value(2));
});

test('closing ends the core and starts no other', async () => {
  const set = cores();
  const kept = await keepCore(set);
  await kept.close();
  await kept.ended;
  expect(set.started).toHaveLength(1);
  expect(set.started[0]?.closed).toBe(true);
  expect(set.reports).toEqual([]);
});

test('closing does not wait for a core that waits to be started again', async () => {
  const set = cores();
  const kept = await keepCore(set);
  set.started[0]?.die();
  await expect.poll(() => set.reports).toHaveLength(1);
  await kept.close();
  await set.pass();
  expect(set.started).toHaveLength(1);
});

test('the first start fails aloud', async () => {
  const set = cores();
  set.failNext(1);
  await expect(keepCore(set)).rejects.toThrow('no disk');
});
