import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { anvandare } from '../services/testing/records.ts';
import { type ComputerUser, computerUsers } from './computer-users.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-datorn-'));
  file = join(folder, 'data', 'datorn.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const user = (who: keyof typeof anvandare, tenant = 'c1', over: Partial<ComputerUser> = {}): ComputerUser => {
  const { id, ...data } = anvandare[who];
  return { id, tenant, kommun: 'Provköping', anvandare: data, ...over };
};

test('FRAGA-61 who has signed in here is remembered, the latest first to choose, each municipality apart', () => {
  expect(computerUsers(file, 'c1').list()).toEqual([]);
  computerUsers(file, 'c1').remember(user('handlaggare'));
  computerUsers(file, 'c1').remember(user('kollega'));
  computerUsers(file, 'c1').remember(user('handlaggare', 'c1', { funktion: 'LSS-handläggare 3' }));
  computerUsers(file, 'c2').remember(user('utforarpersonal', 'c2'));
  const c1 = computerUsers(file, 'c1');
  expect(c1.list().map(({ id, funktion }) => [id, funktion])).toEqual([
    [anvandare.kollega.id, undefined],
    [anvandare.handlaggare.id, 'LSS-handläggare 3'],
  ]);
  expect(c1.find(anvandare.utforarpersonal.id)).toBeUndefined();
  expect(c1.latest()).toBeUndefined();
  expect(computerUsers(file, 'c2').latest()?.id).toBe(anvandare.utforarpersonal.id);
  expect(readdirSync(join(folder, 'data'))).toEqual(['datorn.json']);
});

test('a field of a newer version survives', () => {
  computerUsers(file, 'c1').remember(user('handlaggare'));
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), nytt: 1 }));
  computerUsers(file, 'c1').remember(user('kollega'));
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ nytt: 1, senast: anvandare.kollega.id });
});

test('a list that cannot be read is put aside and keeps nobody from signing in', () => {
  computerUsers(file, 'c1').remember(user('handlaggare'));
  writeFileSync(file, '{"format":1,');
  expect(computerUsers(file, 'c1').list()).toEqual([]);
  computerUsers(file, 'c1').remember(user('kollega'));
  expect(computerUsers(file, 'c1').latest()?.id).toBe(anvandare.kollega.id);
  expect(readFileSync(`${file}.skadad`, 'utf8')).toBe('{"format":1,');
});
