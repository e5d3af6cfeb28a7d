import { expect, test } from 'vitest';
import { browserFlags, findBrowser, hasDisplay } from './browser.ts';

const found = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...programs: string[]) =>
  findBrowser({ platform, env, isProgram: (path) => programs.includes(path) });

// Paths are put together as the machine does it that runs.
test.skipIf(process.platform === 'win32')('Chrome goes before Edge before Chromium', () => {
  const env = { PATH: '/usr/local/bin:/usr/bin' };
  expect(found('linux', env, '/usr/bin/chromium', '/usr/bin/microsoft-edge', '/usr/local/bin/google-chrome')).toBe(
    '/usr/local/bin/google-chrome',
  );
  expect(found('linux', env, '/usr/bin/chromium', '/usr/bin/microsoft-edge')).toBe('/usr/bin/microsoft-edge');
  expect(found('linux', {}, '/snap/bin/chromium')).toBe('/snap/bin/chromium');
});
test('Windows: where the installers put them', () => {
  const env = {
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local',
  };
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  expect(found('win32', env, edge)).toBe(edge);
});
test('none', () => expect(found('linux', { PATH: '/usr/bin' })).toBeNull());
test('AKTNARA_CHROMIUM names one, and no other is taken for it', () => {
  expect(found('linux', { AKTNARA_CHROMIUM: '/opt/c', PATH: '/usr/bin' }, '/opt/c', '/usr/bin/chromium')).toBe('/opt/c');
  expect(found('linux', { AKTNARA_CHROMIUM: '/opt/none', PATH: '/usr/bin' }, '/usr/bin/chromium')).toBeNull();
});
test('only root goes without the sandbox', () => {
  expect(browserFlags(true)).toContain('--no-sandbox');
  expect(browserFlags(false)).not.toContain('--no-sandbox');
});
test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['win32', {}, true],
] as const)('a display: %s %j', (platform, env, expected) => expect(hasDisplay({ platform, env })).toBe(expected));
