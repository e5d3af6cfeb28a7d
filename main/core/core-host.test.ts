import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CoreEvent } from '../../shared/ipc/contract.ts';
import { type CoreWorkerOptions, startCoreWorker } from './core-host.ts';
import type { KeyStore } from './key-store.ts';
import type { LogEntry } from './log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-karna-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const keys: KeyStore = { provkorning: true, get: async () => new Uint8Array(32).fill(7) };

/** A thread in the core's place, so that its death can be had when a test wants it. */
function hostOf(source: string, over: Partial<CoreWorkerOptions> = {}) {
  const file = join(folder, 'worker.mjs');
  writeFileSync(file, `import { parentPort as port, workerData } from 'node:worker_threads';\n${source}`);
  return startCoreWorker({ dataDir: folder, serverUrl: 'http://127.0.0.1:9', tenant: 'c1', keys, workerUrl: pathToFileURL(file), ...over });
}

const stopped = { ok: false, error: { code: 'karnan-stoppad' } };

test('a call under which the thread dies, and every later one, is answered karnan-stoppad', async () => {
  const logged: LogEntry[] = [];
  const host = hostOf("port.on('message', () => { throw new Error('hemlig text'); });", { log: (entry) => logged.push(entry) });
  expect(await host.call('status.hamta', {})).toEqual(stopped);
  await host.ended;
  expect(await host.call('status.hamta', {})).toEqual(stopped);
  expect(logged).toMatchObject([{ event: 'core-worker', error: 'Error' }]);
  expect(JSON.stringify(logged)).not.toContain('hemlig');
  await host.close();
});

test('answers and events come in the order the thread gives them; a call no border carries is refused', async () => {
  const host = hostOf(`port.on('message', ({ call, close }) => {
    if (close) return port.close();
    port.postMessage({ event: { event: 'andrat', scopes: [call.name] } });
    port.postMessage({ result: { id: call.id, result: { ok: true, value: call.input } } });
  });`);
  const heard: CoreEvent[] = [];
  host.subscribe((event) => heard.push(event));
  expect(await Promise.all([host.call('a', 1), host.call('b', 2)])).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 2 },
  ]);
  expect(heard).toEqual(['a', 'b'].map((name) => ({ event: 'andrat', scopes: [name] })));
  expect(await host.call('c', () => {})).toEqual({ ok: false, error: { code: 'ogiltig-indata' } });
  await host.close();
  await host.ended;
});

const askKey = `let asked;
  port.on('message', ({ call, key, close }) => {
    if (close) return port.close();
    if (call) { asked = call.id; return port.postMessage({ keyRequest: { id: 1, name: 'replica' } }); }
    port.postMessage({ result: { id: asked, result: { ok: true, value: key.problem ?? key.key.length } } });
  });`;

test('ARCHITECTURE 7 the thread gets its key from the host, or the key store’s word for why not', async () => {
  const host = hostOf(askKey);
  expect(await host.call('x', {})).toEqual({ ok: true, value: 32 });
  await host.close();
  const log = () => {};
  const locked = hostOf(askKey, {
    log,
    keys: { provkorning: false, get: () => Promise.reject(Object.assign(new Error('x'), { problem: 'inget-nyckelskydd' })) },
  });
  expect(await locked.call('x', {})).toEqual({ ok: true, value: 'inget-nyckelskydd' });
  await locked.close();
});

test('a core that does not close by itself is ended', async () => {
  const host = hostOf("port.on('message', () => {});", { closeMs: 50 });
  await host.close();
  expect(await host.call('status.hamta', {})).toEqual(stopped);
});

test('the core itself answers in its thread, with no server there', async () => {
  const host = startCoreWorker({ dataDir: folder, serverUrl: 'http://127.0.0.1:9', tenant: 'c1', keys });
  expect(await host.call('session.hamta', {})).toEqual({ ok: true, value: { inloggad: false, demo: true } });
  expect(await host.call('session.anvandare', {})).toEqual({ ok: true, value: { kalla: 'datorn', anvandare: [] } });
  const user = { anvandareId: '00000000-0000-4000-8000-000000000001' };
  expect(await host.call('session.loggaIn', user)).toEqual({ ok: false, error: { code: 'anvandaren-finns-inte-har' } });
  await host.close();
  expect(await host.call('session.hamta', {})).toEqual(stopped);
});
