import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell } from 'electron';
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
  workerUrl: new URL('./core-worker.js', import.meta.url),
  documents: {
    workerUrl: new URL('./documents-worker.js', import.meta.url).href,
    resources: join(import.meta.dirname, '..', '..', 'resources'),
  },
  scanWorkerUrl: new URL('./scan-worker.js', import.meta.url).href,
  bindWorkerUrl: new URL('./bind-worker.js', import.meta.url).href,
  resourcesDir: process.resourcesPath,
  report,
}).catch((error: unknown) => {
  report('the program failed', error);
  app.exit(1);
});
