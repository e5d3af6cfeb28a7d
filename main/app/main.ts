import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell } from 'electron';
import { builtThreads } from '../core/built-threads.ts';
import { consoleLog, describeError } from '../core/log.ts';
import { startApp } from './start-app.ts';

// Messages of errors may quote case data: only their kind and place are logged.
const report = (message: string, cause?: unknown) => consoleLog({ event: message, ...(cause === undefined ? {} : describeError(cause)) });

// Not awaited here: Electron becomes ready only when this module has been evaluated.
startApp({
  electron: { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell },
  env: process.env,
  platform: process.platform,
  mainDir: import.meta.dirname,
  threads: builtThreads(new URL('./', import.meta.url), join(import.meta.dirname, '..', '..', 'resources')),
  resourcesDir: process.resourcesPath,
  report,
}).catch((error: unknown) => {
  report('the program failed', error);
  app.exit(1);
});
