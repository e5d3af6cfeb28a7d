import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataFolderTakenError, holdDataFolder } from './data-folder.ts';

let folder: string;
let children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-mapp-'));
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  children = [];
  rmSync(folder, { recursive: true });
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
async function another() {
  const child = fork(new URL('./testing/hold-child.ts', import.meta.url), [folder], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  children.push(child);
  const [said] = (await once(child, 'message')) as [string];
  return { child, said };
}

test('one program at a time has a data folder: another is refused in words, and gets it after a kill -9', async () => {
  const { child, said } = await another();
  expect(said).toBe('held');
  expect((await another()).said).toMatch(/^Aktnära är redan igång på den här datorn med mappen .* Inget har ändrats\.$/);
  expect(() => holdDataFolder(folder)).toThrow(DataFolderTakenError);
  await kill(child);
  const letGo = holdDataFolder(folder);
  expect(() => holdDataFolder(folder)).toThrow(DataFolderTakenError);
  expect((await another()).said).toMatch(/^Aktnära är redan igång/);
  letGo();
  expect((await another()).said).toBe('held');
});
