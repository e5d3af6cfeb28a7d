import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PortTakenError } from '../../main/webhost/start-web-host.ts';
import { defaultDataDir } from './data-dir.ts';
import { electronBinary } from './electron-binary.ts';
import { runStage } from './run-stage.ts';
import { sourceHash } from './source-hash.ts';
import { readStartArgs } from './start-args.ts';
import { startOnFreePort } from './start-on-free-port.ts';
import { writeWhole } from './write-whole.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aktnara-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};

describe('what a build was made from', () => {
  const hash = () => sourceHash(folder, ['src', 'vite.config.ts']);
  beforeEach(() => {
    write('src/a.ts', '1');
    write('src/deep/b.ts', '2');
    write('vite.config.ts', '3');
  });
  test('is the same for the same files', () => expect(hash()).toBe(hash()));
  test.each<[string, () => void]>([
    ['a byte', () => write('src/deep/b.ts', '3')],
    ['a new file', () => write('src/c.ts', '')],
    ['a removed file', () => rmSync(join(folder, 'src', 'a.ts'))],
    ['a removed root', () => rmSync(join(folder, 'vite.config.ts'))],
    ['two files that swap contents', () => [write('src/a.ts', '2'), write('src/deep/b.ts', '1')]],
  ])('changes with %s', (_what, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });
  test('does not change with tests or with files elsewhere', () => {
    const before = hash();
    write('src/a.test.ts', 'x');
    write('other/x.ts', 'x');
    expect(hash()).toBe(before);
  });
});

describe('npm start’s arguments', () => {
  const read = (...argv: string[]) => readStartArgs(argv, '/default');
  test('none', () => {
    expect(read()).toEqual({ kind: 'start', args: { data: resolve('/default'), port: undefined, persons: 500, web: false, open: true } });
  });
  test('all', () => {
    expect(read('--data', '/d', '--port', '0', '--persons', '7', '--web', '--no-open')).toEqual({
      kind: 'start',
      args: { data: resolve('/d'), port: 0, persons: 7, web: true, open: false },
    });
  });
  test('--help and --smoke', () => expect([read('--help').kind, read('--smoke').kind]).toEqual(['help', 'smoke']));
  test.each([
    ['--port', 'x'],
    ['--port', '65536'],
    ['--port', ''],
    ['--port', '-1'],
    ['--persons', '0'],
    ['--persons', '1.5'],
    ['--data', ''],
    ['--other'],
    ['more'],
    ['--port'],
  ])('wrong: %s %s', (...argv) =>
    expect(read(...argv.filter((one) => one !== undefined))).toMatchObject({ kind: 'wrong', message: expect.stringContaining('--help') }),
  );
});

describe('the port', () => {
  const taken = (...ports: number[]) => {
    const said: string[] = [];
    const start = async (port: number) => {
      if (ports.includes(port)) throw new PortTakenError(port);
      return port;
    };
    return { said, run: (wanted?: number) => startOnFreePort(wanted, 10, start, (line) => said.push(line)) };
  };
  test('the first when it is free', async () => expect(await taken().run()).toBe(10));
  test('the next free one, and it is said', async () => {
    const { run, said } = taken(10, 11);
    expect(await run()).toBe(12);
    expect(said).toEqual(['Port 10 is in use by another program; trying 11.', 'Port 11 is in use by another program; trying 12.']);
  });
  test('any, when all near are taken', async () => {
    expect(await taken(...Array.from({ length: 30 }, (_, index) => 10 + index)).run()).toBe(0);
  });
  test('one that was asked for is not exchanged', async () => {
    await expect(taken(5).run(5)).rejects.toThrow('port 5 on 127.0.0.1 is in use');
  });
  test('another failure is no reason to try on', async () => {
    await expect(
      startOnFreePort(
        undefined,
        10,
        () => Promise.reject(new Error('disk')),
        () => {},
      ),
    ).rejects.toThrow('disk');
  });
});

test.each([
  [{ platform: 'linux', env: { AKTNARA_DATA: '/mine' } }, '/mine'],
  [{ platform: 'linux', env: {} }, join('/home/a', '.local', 'share', 'aktnara')],
  [{ platform: 'linux', env: { XDG_DATA_HOME: '/x' } }, join('/x', 'aktnara')],
  [{ platform: 'linux', env: {}, isRoot: true }, '/var/lib/aktnara/start'],
  [{ platform: 'darwin', env: {} }, join('/home/a', 'Library', 'Application Support', 'Aktnara', 'start')],
] as const)('data folder of %j', (machine, expected) => {
  expect(defaultDataDir({ home: '/home/a', isRoot: false, ...machine })).toBe(expected);
});

describe('a stage', () => {
  const run = (script: string, limitMs = 20_000) => {
    const seen: Buffer[] = [];
    return runStage([process.execPath, '-e', script], { cwd: folder, limitMs, write: (chunk) => seen.push(chunk) }).then((result) => ({
      ...result,
      seen: Buffer.concat(seen).toString(),
    }));
  };
  test('gives exit code and all output, and shows it', async () => {
    const result = await run('console.log("out"); console.error("err"); process.exitCode = 3');
    expect(result.code).toBe(3);
    expect([...result.output.split('\n')].sort()).toEqual(['', 'err', 'out']);
    expect(result.seen).toBe(result.output);
  });
  test('that hangs is ended, with what it started', async () => {
    const grandchild = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
    const result = await run(grandchild, 500);
    expect(result.code).toBe(124);
    expect(result.output).toContain('it hung');
  });
  test('that cannot start says so', async () => {
    const result = await runStage([join(folder, 'none')], { cwd: folder, limitMs: 1000, write: () => {} });
    expect(result).toMatchObject({ code: 127, output: expect.stringContaining('ENOENT') });
  });
});

describe('a file written whole', () => {
  test('replaces what was there', async () => {
    write('out', 'before');
    await writeWhole(join(folder, 'out'), Buffer.from('after'));
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('after');
    expect(readdirSync(folder)).toEqual(['out']);
  });
});

describe('Electron’s program', () => {
  test('is found where its installer put it', () => {
    write('node_modules/electron/path.txt', 'electron\n');
    expect(electronBinary(folder)).toBeNull();
    write('node_modules/electron/dist/electron', '');
    expect(electronBinary(folder)).toBe(join(folder, 'node_modules', 'electron', 'dist', 'electron'));
  });
  test('is not downloaded when it is not there', () => expect(electronBinary(folder)).toBeNull());
});

test.each([
  ['tests/sim/main.ts', ['--sedes', '2'], 'npm run sim --'],
  ['tests/sim/main.ts', ['--seed', '-1'], 'npm run sim --'],
  ['scripts/bench/main.ts', ['--jsno'], 'npm run bench --'],
  ['scripts/bench/main.ts', ['--only', 'client'], '--only takes server'],
])('%s %j: what it takes is said in words', (script, args, said) => {
  const root = dirname(dirname(import.meta.dirname));
  const { status, stderr } = spawnSync(process.execPath, [join(root, script), ...args], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain(said);
  expect(stderr).not.toMatch(/^\s+at /m);
});
