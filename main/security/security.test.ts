import { FuseV1Options } from '@electron/fuses';
import type { IpcMainInvokeEvent, WebFrameMain } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { externalOpener, isSafeLink } from './external-links.ts';
import { fuses } from './fuses.ts';
import { holdPage } from './navigation.ts';
import { cutNetwork, mayLoad } from './network.ts';
import { denyPermissions, permissions } from './permissions.ts';
import { protectContent } from './screen-capture.ts';
import { isOurSender } from './sender.ts';
import { contentsDouble, sessionDouble } from './testing/session-double.ts';
import { guardedPreferences } from './web-preferences.ts';

const hostile = [
  'https://evil.se/',
  'http://127.0.0.1/',
  'https://evil.se/?next=app://aktnara/',
  'app://aktnara.evil.se/',
  'app://evil/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:https://evil.se/x',
  'about:blank',
  'chrome://settings',
  'ms-msdt:/id',
  'smb://evil.se/share',
  '\\\\evil.se\\share',
  '',
];

describe('items 2–6 and 8–11: what a page may do', () => {
  test.each(['win32', 'linux', 'darwin'] as const)('on %s', (platform) => {
    expect(guardedPreferences(platform, false)).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      enableDeprecatedPaste: false,
      devTools: false,
      safeDialogs: true,
      spellcheck: platform === 'win32',
    });
  });
});

describe('item 5: permissions', () => {
  const { session, ask, check, device, capture, bluetooth } = sessionDouble();
  denyPermissions(session);

  test.each([...Object.keys(permissions), 'a-permission-of-2030', 'constructor', '__proto__'])(
    '%s is denied, asked and checked',
    (permission) => {
      expect([ask(permission), check(permission)]).toEqual([false, false]);
    },
  );
  test('devices, screen capture and Bluetooth pairing are denied', () => {
    expect([device(), capture(), bluetooth()]).toEqual([false, null, { confirmed: false }]);
  });
});

describe('items 12–14: navigation, windows, webview', () => {
  const opened: string[] = [];
  const contents = contentsDouble();
  holdPage(contents.contents, (url) => opened.push(url));

  test.each(hostile)('the page does not go to %j', (url) => {
    expect(contents.emit('will-navigate', { url })).toBe('prevented');
    expect(contents.emit('will-redirect', { url })).toBe('prevented');
    expect(contents.emit('will-frame-navigate', { url, isMainFrame: true })).toBe('prevented');
    expect(contents.emit('will-frame-navigate', { url, isMainFrame: false })).toBe('prevented');
  });
  test('it may reload itself, but not in a frame', () => {
    const url = 'app://aktnara/index.html';
    expect(contents.emit('will-navigate', { url })).toBe('allowed');
    expect(contents.emit('will-frame-navigate', { url, isMainFrame: true })).toBe('allowed');
    expect(contents.emit('will-frame-navigate', { url, isMainFrame: false })).toBe('prevented');
  });
  test.each([...hostile, 'app://aktnara/', 'https://www.riksdagen.se/'])('no window opens for %j', (url) => {
    expect(contents.open(url)).toEqual({ action: 'deny' });
    expect(opened.at(-1)).toBe(url);
  });
  test('no webview attaches', () => {
    expect(contents.emit('will-attach-webview', {})).toBe('prevented');
  });
});

describe('item 15: links out', () => {
  const allowed = async (url: string) => url.startsWith('https://www.riksdagen.se/') || url === 'mailto:stod@kommunen.example';
  const opener = (opened: string[], isAllowed = allowed) =>
    externalOpener({ openExternal: async (url) => void opened.push(url) }, (error) => expect.unreachable(String(error)), isAllowed);
  test.each(hostile)('%j does not open', async (url) => {
    const opened: string[] = [];
    const open = opener(opened);
    open(url);
    open('https://www.riksdagen.se/');
    await vi.waitFor(() => expect(opened).toEqual(['https://www.riksdagen.se/']));
  });
  test.each([
    'http://www.riksdagen.se/',
    'https://www.riksdagen.se@evil.se/',
    'https://user@www.riksdagen.se/',
    'https://www.riksdagen.se:8443/',
    'mailto:stod@kommunen.example?bcc=evil@evil.se',
    'tel:112;phone-context=evil',
    'ms-word:ofe|u|https://evil.se',
  ])('%j does not open, whatever is allowed', (url) => expect(isSafeLink(url)).toBe(false));

  test('HJALP-02 what the catalogue has opens, a page or a mail address, and nothing else', async () => {
    const opened: string[] = [];
    const open = opener(opened);
    for (const url of ['https://www.riksdagen.se/sv/dokument', 'https://evil.se/', 'mailto:evil@evil.se', 'mailto:stod@kommunen.example'])
      open(url);
    await vi.waitFor(() => expect(opened).toEqual(['https://www.riksdagen.se/sv/dokument', 'mailto:stod@kommunen.example']));
  });

  test('a browser that does not start is reported', async () => {
    const told = Promise.withResolvers<unknown>();
    externalOpener({ openExternal: () => Promise.reject(new Error('no browser')) }, told.resolve, allowed)('https://www.riksdagen.se/');
    expect(await told.promise).toEqual(new Error('no browser'));
  });
});

describe('item 17: who calls', () => {
  const frame = (data: Partial<WebFrameMain>) => ({
    senderFrame: { parent: null, detached: false, url: 'app://aktnara/', ...data } as WebFrameMain,
  });
  test('our page', () => expect(isOurSender(frame({}))).toBe(true));
  test.each(hostile)('not %j', (url) => expect(isOurSender(frame({ url }))).toBe(false));
  test('not a frame inside our page, whatever its address', () => {
    expect(isOurSender(frame({ parent: frame({}).senderFrame }))).toBe(false);
  });
  test('not a frame that has gone', () => {
    expect(isOurSender({ senderFrame: null } as Pick<IpcMainInvokeEvent, 'senderFrame'>)).toBe(false);
    expect(isOurSender(frame({ detached: true }))).toBe(false);
  });
});

describe('the page has no network', () => {
  const { session, request, schemes } = sessionDouble();
  cutNetwork(session, false);

  test.each([
    'http://127.0.0.1/',
    'https://kommunen.se/',
    'ws://127.0.0.1/ws',
    'wss://evil.se/',
    'ftp://evil.se/',
    'file:///etc/passwd',
    'devtools://x',
    'blob:https://evil.se/x',
    'app://evil/',
    'x',
  ])('%s is cancelled', (url) => expect(request(url)).toEqual({ cancel: true }));
  test.each(['app://aktnara/assets/app.js', 'data:image/png;base64,AA=='])('%s loads', (url) =>
    expect(request(url)).toEqual({ cancel: false }),
  );
  test('http and https lead nowhere also past that', async () => {
    expect([...schemes.keys()].sort()).toEqual(['http', 'https']);
    for (const answer of schemes.values()) expect((await answer(new Request('https://evil.se/'))).type).toBe('error');
  });
  test('the developer tools load in development only', () => {
    expect([mayLoad('devtools://devtools/x', true), mayLoad('devtools://devtools/x', false)]).toEqual([true, false]);
  });
});

describe('item 19: fuses', () => {
  test('every one that can be set is set', () => {
    const all = Object.values(FuseV1Options).filter((value) => typeof value === 'number');
    expect(
      Object.keys(fuses)
        .filter((key) => key !== 'version')
        .map(Number)
        .sort(),
    ).toEqual(all.sort());
  });
  test('the program runs no foreign code', () => {
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: false,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    });
  });
});

test.each([
  ['win32', [true]],
  ['linux', []],
] as const)('on %s the window is kept out of screenshots where the system can', (platform, calls) => {
  const made: boolean[] = [];
  protectContent({ setContentProtection: (on) => void made.push(on) }, platform);
  expect(made).toEqual(calls);
});
