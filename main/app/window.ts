import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { appUrl } from '../security/app-protocol.ts';
import { protectContent } from '../security/screen-capture.ts';
import { guardedPreferences } from '../security/web-preferences.ts';
import { minimumSize, placeWindow, readWindowState, type WindowState } from './window-state.ts';

export type WindowOptions = {
  platform: NodeJS.Platform;
  development: boolean;
  /** The preload script's absolute path. */
  preload: string;
  /** Of all screens now. */
  workAreas: Rectangle[];
  stateFile: string;
};

/** What the window is made with; shown when its page is ready, so that no white flash comes first. */
export function windowOptions({ platform, development, preload, workAreas, stateFile }: WindowOptions): BrowserWindowConstructorOptions {
  const { maximized: _maximized, ...place } = placeWindow(readWindowState(stateFile), workAreas);
  return {
    ...place,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Aktnära',
    show: false,
    autoHideMenuBar: true,
    webPreferences: { ...guardedPreferences(platform, development), preload },
  };
}

/** Shows our page in a new window and remembers where the window was. */
export async function openMainWindow(
  window: BrowserWindow,
  options: WindowOptions,
  report: (message: string, cause?: unknown) => void,
): Promise<void> {
  protectContent(window, options.platform);
  window.once('ready-to-show', () => {
    if (readWindowState(options.stateFile)?.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(options.stateFile, JSON.stringify(state));
    } catch (error) {
      report('the window position was not saved', error);
    }
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    report(`the page ended: ${reason}`);
    window.webContents.reload();
  });
  await window.loadURL(appUrl);
}

export const preloadPath = (mainDir: string): string => join(mainDir, '..', 'preload', 'preload.cjs');
export const rendererPath = (mainDir: string): string => join(mainDir, '..', 'renderer');
