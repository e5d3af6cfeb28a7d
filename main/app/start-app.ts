import { join } from 'node:path';
import { keyStoreWords, words } from '../../shared/words/start.ts';
import type { BuiltThreads } from '../core/built-threads.ts';
import { type CoreWorkerOptions, startCoreWorker } from '../core/core-host.ts';
import { DataFolderTakenError, holdDataFolder } from '../core/data-folder.ts';
import { fileKeyStore } from '../core/file-key-store.ts';
import { keepCore, type RunningCore } from '../core/keep-core.ts';
import type { KeyStore } from '../core/key-store.ts';
import { sendEvents } from '../ipc/events.ts';
import { handleCalls } from '../ipc/handler.ts';
import { appPrivileges, appScheme, serveApp } from '../security/app-protocol.ts';
import { hardenApp, hardenSession } from '../security/harden.ts';
import { electronSkrivare } from './electron-skrivare.ts';
import { KeyStoreError, safeKeyStore } from './key-store.ts';
import { menuTemplate } from './menu.ts';
import { readSettings, type Settings } from './settings.ts';
import { openMainWindow, preloadPath, rendererPath, windowOptions } from './window.ts';

/** What the shell uses of Electron; only main.ts imports it, so that the rest runs and is attacked without the binary. */
export type Electron = Pick<
  typeof import('electron'),
  'app' | 'BrowserWindow' | 'dialog' | 'ipcMain' | 'Menu' | 'protocol' | 'safeStorage' | 'screen' | 'session' | 'shell'
>;

export type AppOptions = {
  electron: Electron;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  /** Where main.js lies: preload, renderer and the core's worker lie beside it. */
  mainDir: string;
  threads: BuiltThreads;
  /** Where the installer put the program's resources. */
  resourcesDir: string;
  report: (message: string, cause?: unknown) => void;
  startCore?: (options: CoreWorkerOptions) => RunningCore;
};

/** Runs the program until it is closed. Everything before the first `await` happens before Electron is ready, as it must. */
export async function startApp(options: AppOptions): Promise<void> {
  const { electron, env, report } = options;
  const { app, dialog, protocol, shell } = electron;
  const development = !app.isPackaged;
  // A test or a trial run has its own folder, and with it its own single-instance lock.
  if (development && env.AKTNARA_DATA) app.setPath('userData', env.AKTNARA_DATA);
  if (!app.requestSingleInstanceLock()) return app.quit();

  // Until the core runs nothing leads out.
  let isAllowed: (url: string) => Promise<boolean> = () => Promise.resolve(false);
  hardenApp(app, shell, report, (url) => isAllowed(url));
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: appPrivileges }]);
  app.commandLine.appendSwitch('lang', 'sv');
  await app.whenReady();

  try {
    const core = await run(options, development);
    isAllowed = async (adress) => {
      const svar = await core.call('lank.far', { adress });
      return svar.ok && svar.value === true;
    };
  } catch (error) {
    report('the program did not start', error);
    dialog.showErrorBox(
      words.startadeInte,
      error instanceof Refusal || error instanceof DataFolderTakenError ? error.message : String(error),
    );
    app.quit();
  }
}

/** A reason not to start, in the user's words. */
class Refusal extends Error {}

async function run(
  { electron, env, platform, mainDir, threads, resourcesDir, report, startCore = startCoreWorker }: AppOptions,
  development: boolean,
) {
  const { app, BrowserWindow, ipcMain, Menu, screen, session } = electron;
  const userData = app.getPath('userData');
  // An installed program belongs to the server that IT's file names, whatever the user's environment says.
  const settings = settingsOf(development ? env : {}, join(resourcesDir, 'aktnara.json'), join(userData, 'aktnara.json'));
  const keys = await keysOf(electron, env, platform, join(userData, 'nycklar'), development);

  const dataDir = join(userData, 'data');
  // Electron's own lock is of the program; this one is of the folder, whoever works in it.
  const letGo = holdDataFolder(dataDir);
  let printing: Electron['BrowserWindow']['prototype'] | undefined;
  const skrivare = electronSkrivare(() => (printing?.isDestroyed() ? undefined : printing?.webContents));
  const core = await keepCore({
    start: () => startCore({ ...settings, dataDir, keys, ...threads, skrivare }),
    report,
  });
  closeBeforeQuit(app, core, letGo, report);

  hardenSession(session.defaultSession, development);
  serveApp(session.defaultSession.protocol, rendererPath(mainDir));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate));

  const windowed = {
    platform,
    development,
    preload: preloadPath(mainDir),
    workAreas: screen.getAllDisplays().map((display) => display.workArea),
    stateFile: join(userData, 'fonster.json'),
  };
  const window = new BrowserWindow(windowOptions(windowed));
  printing = window;
  handleCalls({ ipcMain, core, isOurWindow: (id) => !window.isDestroyed() && window.webContents.id === id, report });
  sendEvents(core, window.webContents);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  await openMainWindow(window, windowed, report);
  return core;
}

function settingsOf(env: NodeJS.ProcessEnv, ...files: [string, ...string[]]): Settings {
  const result = readSettings(env, files);
  if (result.ok) return result.settings;
  throw new Refusal(result.problem === 'missing' ? words.ingenServer(files[0]) : words.felIInstallningar(result.file, result.detail));
}

/** AKTNARA_TRIAL_KEYS: a trial or test run where there is no keyring. Keys lie in files, and the session says so. */
async function keysOf(
  electron: Electron,
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  folder: string,
  development: boolean,
): Promise<KeyStore> {
  if (development && env.AKTNARA_TRIAL_KEYS === '1') return fileKeyStore(folder);
  try {
    return await safeKeyStore({ safeStorage: electron.safeStorage, platform, folder });
  } catch (error) {
    throw error instanceof KeyStoreError ? new Refusal(keyStoreWords[error.problem]) : error;
  }
}

/** The core ends with everything on disk before the program does. */
function closeBeforeQuit(app: Electron['app'], core: RunningCore, letGo: () => void, report: AppOptions['report']): void {
  let _closing: Promise<void> | undefined;
  app.on('will-quit', (event) => {
    event.preventDefault();
    _closing ??= core
      .close()
      .catch((error: unknown) => report('the core did not close cleanly', error))
      .then(() => {
        letGo();
        app.exit(0);
      });
  });
}
