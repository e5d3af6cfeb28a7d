import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDataDir } from './data-dir.ts';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aktnara-data-dir-'));
  await writeFile(join(folder, 'file'), 'x');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('makes the folder, with those above it', async () => {
  await makeDataDir(join(folder, 'a', 'b'));
  expect((await stat(join(folder, 'a', 'b'))).isDirectory()).toBe(true);
});

it('gives up where a folder that is there takes no new ones', () => {
  const missing = Object.assign(new Error('missing'), { code: 'ENOENT' });
  const refuse = () => {
    throw missing;
  };
  expect(() => makeFolder(join(folder, 'c', 'd'), refuse)).toThrow(missing);
});

it.each([
  ['file', 'is a file, not a folder'],
  ['file/below', 'lies in a file, not in a folder'],
])('%s: says that it %s, and what to do', async (path, reason) => {
  const dir = join(folder, ...path.split('/'));
  await expect(makeDataDir(dir)).rejects.toMatchObject({
    code: 'data-dir-unusable',
    message: `The data directory ${dir} ${reason}. Choose another with --data-dir.`,
  });
});

// Root may write everywhere, and Windows has other rights.
it.skipIf(process.getuid === undefined || process.getuid() === 0)('says that this user may not write there', async () => {
  const dir = join(folder, 'closed');
  await makeDataDir(dir);
  await chmod(dir, 0o500);
  await expect(makeDataDir(dir)).rejects.toMatchObject({ message: expect.stringContaining('may not be made or written in by this user') });
});
