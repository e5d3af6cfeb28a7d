import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from './settings.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const file = (content: string) => {
  const path = join(folder, `${crypto.randomUUID()}.json`);
  writeFileSync(path, content);
  return path;
};
const good = { serverUrl: 'https://aktnara.kommunen.se', tenant: 'kommunen' };

test('the first file that is there', () => {
  const files = [join(folder, 'none.json'), file(JSON.stringify(good)), file('{}')];
  expect(readSettings({}, files)).toEqual({ ok: true, settings: good });
});

test('the environment goes before files', () => {
  const env = { AKTNARA_SERVER: 'http://127.0.0.1:8000', AKTNARA_TENANT: 'demo' };
  expect(readSettings(env, [file(JSON.stringify(good))])).toEqual({
    ok: true,
    settings: { serverUrl: 'http://127.0.0.1:8000', tenant: 'demo' },
  });
});

test('nowhere', () => expect(readSettings({}, [join(folder, 'none.json')])).toEqual({ ok: false, problem: 'missing' }));

test.each([
  '{',
  '[]',
  '{}',
  JSON.stringify({ ...good, serverUrl: 'http://aktnara.kommunen.se' }),
  JSON.stringify({ ...good, serverUrl: 'file:///x' }),
  JSON.stringify({ ...good, tenant: '../other' }),
  JSON.stringify({ ...good, more: 1 }),
])('%s is refused with its file, and no other file is read instead', (content) => {
  const path = file(content);
  expect(readSettings({}, [path, file(JSON.stringify(good))])).toMatchObject({ ok: false, problem: 'malformed', file: path });
});
