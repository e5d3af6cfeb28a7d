import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import type { CallInput, CallName, CallResult } from '../../shared/ipc/contract.ts';
import { ids, uuid } from '../services/testing/records.ts';

let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-krasch-'));
});
afterEach(async () => {
  await kill();
  rmSync(folder, { recursive: true });
});

async function kill(): Promise<void> {
  const dying = child;
  child = undefined;
  if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
  const gone = once(dying, 'exit');
  dying.kill('SIGKILL');
  await gone;
}

function start() {
  const started = fork(new URL('./testing/crash-child.ts', import.meta.url), [folder], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  child = started;
  const waiting = new Map<number, (result: unknown) => void>();
  started.on('message', ({ id, result }: { id: number; result: unknown }) => waiting.get(id)?.(result));
  const gone = once(started, 'exit').then(() => ({ ok: false, error: 'the child ended' }));
  return <N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> => {
    const id = waiting.size;
    const answer = new Promise<unknown>((resolve) => waiting.set(id, resolve));
    started.send({ id, name, input });
    return Promise.race([answer, gone]) as Promise<CallResult<N>>;
  };
}

test('DOK-05 what has been answered is there after kill -9: drafts, commands, and no command without its draft dropped', async () => {
  const call = start();
  expect(await call('session.loggaIn', { anvandareId: ids.handlaggare })).toMatchObject({ ok: true });
  await expect.poll(async () => call('status.hamta', {})).toMatchObject({ value: { fas: 'vilar', hamtad: expect.any(String) } });
  for (let n = 1; n <= 20; n += 1) {
    const draft = { nyckel: 'anteckning', personId: uuid(101), titel: 'Ny', data: fromPlainText(`ord ${n}`) };
    expect(await call('utkast.spara', draft)).toMatchObject({ ok: true });
  }
  await call('utkast.spara', { nyckel: 'annat', personId: null, titel: 'Ny', data: 1 });
  const command = { name: 'kundlista.laggTill', input: { personId: uuid(101) }, utkast: 'annat' };
  expect(await call('kommando.kor', command)).toMatchObject({ value: { ok: true } });
  await kill();

  const again = start();
  expect(await again('session.loggaIn', { anvandareId: ids.handlaggare })).toMatchObject({ ok: true });
  expect(await again('utkast.lista', {})).toMatchObject({ value: [{ nyckel: 'anteckning', data: fromPlainText('ord 20') }] });
  expect(await again('utkorg.lista', {})).toMatchObject({ value: [{ name: 'kundlista.laggTill', personId: uuid(101) }] });
  expect(await again('kunder.lista', {})).toMatchObject({ value: [{ personId: uuid(101) }] });
});
