import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appPrivileges, appRequestHandler, isAppUrl } from './app-protocol.ts';
import { rootFile } from './root-file.ts';

let folder: string;
let handle: (request: Request) => Promise<Response>;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-app-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-evil'));
  writeFileSync(join(folder, 'renderer', 'index.html'), 'page');
  writeFileSync(join(folder, 'renderer', 'assets', 'å ä.css'), 'style');
  for (const name of [
    'pdf.worker.js',
    'wasm/jbig2.wasm',
    'cmaps/H.bcmap',
    'standard_fonts/FoxitSerif.pfb',
    'standard_fonts/LiberationSans-Bold.ttf',
  ]) {
    mkdirSync(join(folder, 'renderer', 'pdfjs', dirname(name)), { recursive: true });
    writeFileSync(join(folder, 'renderer', 'pdfjs', name), 'part of pdf.js');
  }
  writeFileSync(join(folder, 'renderer', 'assets', 'pdf.worker.js'), 'another');
  writeFileSync(join(folder, 'renderer', 'program.exe'), 'MZ');
  writeFileSync(join(folder, 'renderer-evil', 'index.html'), 'secret');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'renderer-evil'), join(folder, 'renderer', 'linked'));
  handle = appRequestHandler(join(folder, 'renderer'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('item 1 and 18: app://', () => {
  test.each([
    ['app://aktnara/', 'text/html; charset=utf-8', 'page'],
    ['app://aktnara/index.html?x=1#y', 'text/html; charset=utf-8', 'page'],
    ['app://aktnara/assets/%C3%A5%20%C3%A4.css', 'text/css; charset=utf-8', 'style'],
  ])('%s is served with the content policy', async (url, type, body) => {
    const response = await handle(new Request(url));
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, body]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
  });

  test("VY-01 the thread that reads PDFs compiles the decoders it brings; the page compiles nothing and starts no one else's thread", async () => {
    const policyOf = async (path: string) =>
      (await handle(new Request(`app://aktnara${path}`))).headers.get('content-security-policy') ?? '';
    expect(await policyOf('/pdfjs/pdf.worker.js')).toMatch(/script-src 'self' 'wasm-unsafe-eval';/);
    expect(await policyOf('/pdfjs/pdf.worker.js')).toMatch(/worker-src 'none'/);
    for (const path of ['/', '/assets/pdf.worker.js', '/pdfjs/%70df.worker.js']) {
      expect(await policyOf(path)).toMatch(/script-src 'self';/);
      expect(await policyOf(path)).toMatch(/worker-src 'self'/);
    }
  });

  test.each([
    ['wasm/jbig2.wasm', 'application/wasm'],
    ['cmaps/H.bcmap', 'application/octet-stream'],
    ['standard_fonts/FoxitSerif.pfb', 'application/octet-stream'],
    ['standard_fonts/LiberationSans-Bold.ttf', 'font/ttf'],
  ])('VY-01 what it asks for is served: %s', async (name, type) => {
    const response = await handle(new Request(`app://aktnara/pdfjs/${name}`));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
  });

  test('HEAD has no body', async () => {
    expect(await (await handle(new Request('app://aktnara/', { method: 'HEAD' }))).text()).toBe('');
  });

  test.each([
    'app://aktnara/../secret.txt',
    'app://aktnara/..%2fsecret.txt',
    'app://aktnara/%2e%2e%2fsecret.txt',
    'app://aktnara/..%5c..%5csecret.txt',
    'app://aktnara/%252e%252e%252fsecret.txt',
    'app://aktnara/..%2frenderer-evil%2findex.html',
    'app://aktnara/linked/index.html',
    'app://aktnara/assets',
    'app://aktnara/program.exe',
    'app://aktnara/secret.txt%00.css',
    'app://aktnara/%E0%A4%A',
    'app://aktnara//etc/passwd',
    'app://aktnara/C%3A%5CWindows%5Cwin.txt',
  ])('%s is not there', async (url) => {
    const response = await handle(new Request(url));
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  test.each(['app://evil/', 'app://aktnara.evil/', 'app://aktnara:1/', 'https://aktnara/'])('%s is another’s', async (url) => {
    expect((await handle(new Request(url))).status).toBe(403);
  });

  test.each(['POST', 'PUT', 'DELETE'])('%s is no way in', async (method) => {
    expect((await handle(new Request('app://aktnara/', { method }))).status).toBe(405);
  });

  test('the scheme bypasses nothing', () => {
    expect(appPrivileges).toMatchObject({ bypassCSP: false, corsEnabled: false, allowServiceWorkers: false, allowExtensions: false });
  });
});

test('a root that is itself a link is served', async () => {
  symlinkSync(join(folder, 'renderer'), join(folder, 'current'));
  expect(await rootFile(join(folder, 'current'), '/')).toMatchObject({ mediaType: 'text/html; charset=utf-8' });
});

describe('which URL is our page’s', () => {
  test.each(['app://aktnara/', 'app://aktnara', 'app://aktnara/index.html?a#b'])('%s is', (url) => expect(isAppUrl(url)).toBe(true));
  test.each([
    '',
    'about:blank',
    'app:',
    'app://',
    'app://evil/?app://aktnara/',
    'app://aktnara.evil/',
    'app://aktnara@evil/',
    'app://user:pass@aktnara/',
    'app://aktnara:8080/',
    'apps://aktnara/',
    'https://evil/?next=app://aktnara/',
    'https://evil/#app://aktnara/',
    'https://aktnara/',
    'file:///aktnara/',
    'file://aktnara/index.html',
    'javascript:alert(1)//app://aktnara/',
    'data:text/html,app://aktnara/',
    'blob:app://aktnara/x',
    'filesystem:app://aktnara/temporary/x',
    'view-source:app://aktnara/',
  ])('%j is not', (url) => expect(isAppUrl(url)).toBe(false));
});
