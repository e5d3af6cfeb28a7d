import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { kirContract } from '../testing/kir-contract.ts';
import { KirUnavailable } from './kir.ts';
import { registerFile } from './register-file.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'aktnara-kir-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const post = {
  personnummer: '199904122380',
  fodelsedatum: '1999-04-12',
  efternamn: 'Ek',
  fornamn: 'Åsa',
  skydd: 'ingen',
  folkbokfordIKommunen: true,
};

kirContract('a register in a file', () => {
  const file = join(directory, 'kir.ndjson');
  writeFileSync(file, `${JSON.stringify(post)}\n`);
  const fail = (how: 'away' | 'nonsense') => (how === 'away' ? rmSync(file) : writeFileSync(file, 'no register\n'));
  return { kir: registerFile(file), fail };
});

it('REG-02 a register in a file finds a person by number, and knows whom it does not have', async () => {
  const file = join(directory, 'kir.ndjson');
  writeFileSync(file, `${JSON.stringify({ ...post, personnummer: '198001012389' })}\n\n${JSON.stringify(post)}\n`);
  const kir = registerFile(file);
  expect(await kir.sok('199904122380')).toEqual(post);
  expect(await kir.sok('191212121212')).toBeUndefined();
});

it('FRAGA-05 a file that is gone or broken is no answer; when it is back it is read', async () => {
  const file = join(directory, 'kir.ndjson');
  const kir = registerFile(file);
  await expect(kir.sok(post.personnummer)).rejects.toThrow(KirUnavailable);
  writeFileSync(file, `{"personnummer":"${post.personnummer}"}\n`);
  await expect(kir.sok(post.personnummer)).rejects.toThrow(KirUnavailable);
  writeFileSync(file, JSON.stringify(post));
  expect(await kir.sok(post.personnummer)).toEqual(post);
});
