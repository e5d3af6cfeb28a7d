import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type Place = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; isProgram: (path: string) => boolean };

const here: Place = { platform: process.platform, env: process.env, isProgram };

/** An installed Chrome, Edge or Chromium, the first found, or null. AKTNARA_CHROMIUM names one outright. */
export function findBrowser({ platform, env, isProgram }: Place = here): string | null {
  const { AKTNARA_CHROMIUM: named } = env;
  if (named) return isProgram(named) ? named : null;
  return candidates(platform, env).find((path) => isProgram(path)) ?? null;
}

function candidates(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`));
  }
  if (platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  const names = ['google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'chromium', 'chromium-browser'];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Flags for any Chromium started here; as root it refuses to run sandboxed (containers, CI). */
export function browserFlags(isRoot = process.getuid?.() === 0): string[] {
  return isRoot ? ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] : ['--disable-background-networking'];
}

/** Whether a window can be shown at all: a Linux without a display has none. */
export const hasDisplay = ({ platform, env }: Pick<Place, 'platform' | 'env'> = here): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/**
 * Opens `url` as an app window with a profile of its own in `profileDir`, so that neither the user's tabs nor their
 * extensions come near case data.
 * @returns ends when the window's browser has ended; rejects when it does not start
 */
export function openWindow(
  browser: string,
  url: string,
  profileDir: string,
): { pid: number | undefined; closed: Promise<void>; close(): void } {
  const child = spawn(
    browser,
    [
      `--app=${url}`,
      `--user-data-dir=${profileDir}`,
      '--window-size=1366,768',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-sync',
      '--disable-extensions',
      ...browserFlags(),
    ],
    { stdio: 'ignore' },
  );
  const closed = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
  return { pid: child.pid, closed, close: () => child.kill() };
}
