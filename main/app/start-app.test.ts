import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IpcMainInvokeEvent } from 'electron';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { callChannel, eventChannel } from '../../shared/ipc/channels.ts';
import { words } from '../../shared/words/start.ts';
import { builtThreads } from '../core/built-threads.ts';
import type { CoreWorkerOptions } from '../core/core-host.ts';
import { appPrivileges } from '../security/app-protocol.ts';
import { switches } from '../security/harden.ts';
import { coreDouble } from '../webhost/testing/core-double.ts';
import { startApp } from './start-app.ts';
import { electronDouble } from './testing/electron-double.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-app-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const threads = builtThreads(new URL('file:///program/dist/main/'), '/program/resources');
const server = { serverUrl: 'https://aktnara.kommunen.se', tenant: 'kommunen' };
type Options = Partial<Parameters<typeof electronDouble>[0]> & {
  env?: NodeJS.ProcessEnv;
  platform?: NodeJS.Platform;
  settings?: object | null;
};

function program({ env = {}, platform = 'win32', settings = server, ...rest }: Options = {}) {
  if (settings) writeFileSync(join(folder, 'aktnara.json'), JSON.stringify(settings));
  const double = electronDouble({ userData: folder, ...rest });
  const core = coreDouble();
  const given: CoreWorkerOptions[] = [];
  const reports: string[] = [];
  const running = startApp({
    electron: double.electron,
    env,
    platform,
    mainDir: join(folder, 'dist', 'main'),
    threads,
    resourcesDir: join(folder, 'resources'),
    report: (message) => reports.push(message),
    startCore: (options) => {
      given.push(options);
      double.log.push('core');
      return core.core;
    },
  });
  return { ...double, core, given, reports, running };
}
async function started(options?: Options) {
  const running = program(options);
  running.ready();
  await running.running;
  return running;
}

describe('starting', () => {
  test('sandbox, switches and scheme come before Electron is ready, all else after', async () => {
    const { log, privileged, ready, running } = program();
    expect(log).toEqual(['enableSandbox', ...switches.map((name) => `switch ${name}`), 'schemes', 'switch lang=sv', 'whenReady']);
    expect(privileged).toEqual([{ scheme: 'app', privileges: appPrivileges }]);
    ready();
    await running;
    expect(log.slice(log.indexOf('whenReady') + 1)).toEqual(['core', 'menu', 'window', 'content protection true', 'load app://aktnara/']);
  });

  test('an installed program goes to the server of IT’s file, whatever its environment names', async () => {
    const env = { AKTNARA_SERVER: 'https://annan.se', AKTNARA_TENANT: 'annan' };
    expect((await started({ env })).given).toMatchObject([server]);
  });

  test('the core gets the municipality’s server and keys from the system’s store', async () => {
    const { given } = await started();
    expect(given).toMatchObject([{ ...server, dataDir: join(folder, 'data'), ...threads }]);
    expect(given[0]?.keys.provkorning).toBe(false);
    expect(await given[0]?.keys.get('a')).toHaveLength(32);
  });

  test('the window is guarded, and its session denies, before its page loads', async () => {
    const { windows, session } = await started();
    expect(windows).toHaveLength(1);
    expect(windows[0]?.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: false,
    });
    expect(session.ask('media')).toBe(false);
    expect(session.request('https://evil.se/')).toEqual({ cancel: true });
    expect([...session.schemes.keys()].sort()).toEqual(['app', 'http', 'https']);
  });

  test('a second program gives way to the first and opens nothing', async () => {
    const { running, log, windows } = program({ hasLock: false });
    await running;
    expect(log).toEqual(['quit']);
    expect(windows).toEqual([]);
  });

  test('starting it again brings the window forward', async () => {
    const { app, windows, log } = await started();
    app.emit('second-instance');
    expect(log).toContain('restore');
    expect(windows[0]?.focused).toBe(1);
  });
});

describe('not starting, in words, with no core and no window', () => {
  const refused = async (options: Options) => {
    const { errors, log, windows, given } = await started(options);
    expect([windows, given]).toEqual([[], []]);
    expect(log.at(-1)).toBe('quit');
    expect(errors[0]?.[0]).toBe('Aktnära kunde inte starta');
    return errors[0]?.[1];
  };
  test('no server is set', async () => expect(await refused({ settings: null })).toContain('vilken server'));
  test('a server without encryption', async () => {
    expect(await refused({ settings: { ...server, serverUrl: 'http://aktnara.kommunen.se' } })).toContain('aktnara.json');
  });
  test('a computer without a keyring', async () =>
    expect(await refused({ protectedKeys: false, platform: 'linux' })).toContain('nyckelring'));
  test('an environment that names a server, and no file of IT’s', async () => {
    expect(await refused({ settings: null, env: { AKTNARA_SERVER: 'https://annan.se', AKTNARA_TENANT: 'annan' } })).toContain(
      'vilken server',
    );
  });
  test('the trial switch does not open an installed program', async () => {
    expect(await refused({ protectedKeys: false, env: { AKTNARA_TRIAL_KEYS: '1' } })).toContain('nyckelring');
  });
});

describe('a run from the sources', () => {
  test('is told by its environment where its server is', async () => {
    const env = { AKTNARA_DATA: folder, AKTNARA_TRIAL_KEYS: '1', AKTNARA_SERVER: 'https://annan.se', AKTNARA_TENANT: 'annan' };
    const { given } = await started({ isPackaged: false, protectedKeys: false, env });
    expect(given).toMatchObject([{ serverUrl: 'https://annan.se', tenant: 'annan' }]);
  });
  test('may have a folder of its own and trial keys, and says so', async () => {
    const { given } = await started({ isPackaged: false, protectedKeys: false, env: { AKTNARA_DATA: folder, AKTNARA_TRIAL_KEYS: '1' } });
    expect(given[0]?.keys.provkorning).toBe(true);
  });
});

describe('calls and events', () => {
  const event = (contentsId: number) =>
    ({
      senderFrame: { parent: null, detached: false, url: 'app://aktnara/' },
      sender: { id: contentsId },
    }) as unknown as IpcMainInvokeEvent;
  test('the window’s calls reach the core, another contents’ do not', async () => {
    const { handlers, core } = await started();
    const call = handlers.get(callChannel);
    expect(await call?.(event(1), { name: 'status.hamta', input: {} })).toMatchObject({ ok: true });
    expect(await call?.(event(2), { name: 'status.hamta', input: {} })).toMatchObject({ ok: false });
    expect(core.calls).toHaveLength(1);
  });
  test('the core’s events reach the window', async () => {
    const { windows, core } = await started();
    core.tell({ event: 'utkorg' });
    expect(windows[0]?.sent).toEqual([[eventChannel, { event: 'utkorg' }]]);
  });
});

describe('ending', () => {
  test('closing the window closes the core first, then the program', async () => {
    const { app, core, exited, log } = await started();
    app.emit('window-all-closed');
    expect(log).not.toContain('exit');
    expect(await exited).toBe(0);
    await core.core.ended;
    expect(log.slice(-2)).toEqual(['quit', 'exit']);
  });
  test('a data folder in use is said so in words, and no core is started', async () => {
    await started();
    const { errors, given } = await started();
    expect(errors).toEqual([[words.startadeInte, expect.stringMatching(/^Aktnära är redan igång på den här datorn med mappen /)]]);
    expect(given).toEqual([]);
  });
  test('remembers where the window was', async () => {
    const { app, exited, windows } = await started();
    windows[0]?.emit('close');
    app.emit('window-all-closed');
    await exited;
    expect(JSON.parse(readFileSync(join(folder, 'fonster.json'), 'utf8'))).toEqual({
      x: 10,
      y: 20,
      width: 1400,
      height: 800,
      maximized: false,
    });
    const next = await started();
    expect(next.windows[0]?.options).toMatchObject({ x: 10, y: 20, width: 1400, height: 800 });
  });
});
