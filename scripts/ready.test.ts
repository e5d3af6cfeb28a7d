import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/** A project as small as one can be, with the real `ready.mjs`. */
let project: string;
let started: ChildProcess | undefined;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'aktnara-ready-'));
  mkdirSync(join(project, 'scripts'));
  copyFileSync(join(import.meta.dirname, 'ready.mjs'), join(project, 'scripts', 'ready.mjs'));
  write('package.json', JSON.stringify({ private: true, type: 'module', scripts: { start: 'node scripts/ready.mjs run.ts' } }));
  write('package-lock.json', '{}');
});
afterEach(() => {
  if (started?.exitCode === null && started.signalCode === null) started.kill('SIGKILL');
  rmSync(project, { recursive: true, force: true });
});

const write = (file: string, text: string) => writeFileSync(join(project, file), text);

/** As after `npm ci`. */
function installed(): void {
  mkdirSync(join(project, 'node_modules', 'node', 'bin'), { recursive: true });
  symlinkSync(process.execPath, join(project, 'node_modules', 'node', 'bin', 'node'));
  const lock = createHash('sha256').update(readFileSync(join(project, 'package-lock.json')));
  write('node_modules/.aktnara-installed', lock.digest('hex'));
}

/** `closed`: everything that was started has ended, for each of them holds the other end of the pipe. Settles with what they said. */
function watch(child: ChildProcess): { line: (part: string) => Promise<string>; closed: Promise<string> } {
  started = child;
  let said = '';
  const waiting: ((line: string) => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface(stream).on('line', (line) => {
      said += `${line}\n`;
      for (const hears of waiting) hears(line);
    });
  }
  const closed = new Promise<string>((resolve) => child.once('close', () => resolve(said)));
  const line = (part: string) =>
    new Promise<string>((resolve, reject) => {
      waiting.push((one) => one.includes(part) && resolve(one));
      void closed.then(() => reject(new Error(said)));
    });
  return { line, closed };
}

// Windows ends a process without asking it.
describe.skipIf(process.platform === 'win32')('what npm start runs ends with npm', () => {
  test.each([
    ['SIGTERM to npm alone, as supervisors send it', (npm: number) => process.kill(npm, 'SIGTERM')],
    ['SIGINT to all, as Ctrl+C sends it', (npm: number) => process.kill(-npm, 'SIGINT')],
  ])(
    '%s: neither the server nor its PostgreSQL is left',
    async (_what, stop) => {
      installed();
      const server = pathToFileURL(join(import.meta.dirname, '..', 'server', 'main.ts'));
      const data = join(project, 'data');
      write('run.ts', `process.argv.push('--port', '0', '--data-dir', ${JSON.stringify(data)}); await import('${server}');`);
      const env = { ...process.env, PATH: `${dirname(process.execPath)}:${process.env.PATH}` };
      const npm = spawn('npm', ['start', '--silent'], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
      const { line, closed } = watch(npm);
      await line('listens on');
      const postgres = Number(readFileSync(join(data, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);
      expect(process.kill(postgres, 0)).toBe(true);
      stop(npm.pid ?? 0);
      await closed;
      expect(() => process.kill(postgres, 0)).toThrow('ESRCH');
    },
    120_000,
  );
});

describe('npm ci', () => {
  const run = (npm: string) => {
    write('npm.mjs', npm);
    write('run.ts', 'console.log("it runs");');
    const env = { ...process.env, npm_execpath: join(project, 'npm.mjs') };
    return watch(
      spawn(process.execPath, [join('scripts', 'ready.mjs'), 'run.ts'], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  };
  const node = `import { mkdirSync, symlinkSync } from 'node:fs';
    mkdirSync('node_modules/node/bin', { recursive: true });
    symlinkSync(process.execPath, 'node_modules/node/bin/' + (process.platform === 'win32' ? 'node.exe' : 'node'));`;

  test('is silent about engines that will not run it, and about nothing else', async () => {
    const said = await run(`${node}
      console.error('npm warn EBADENGINE   required: { node: ">=22" },');
      console.error('npm warn deprecated old@1.0.0: it is old');
      console.error('npm error code EBADENGINE');`).closed;
    expect(said).not.toContain('npm warn EBADENGINE');
    expect(said).toContain('npm warn deprecated old@1.0.0: it is old\nnpm error code EBADENGINE\n');
    expect(said).toContain('it runs');
  });
  test('that fails says so, and nothing is run', async () => {
    const said = await run(`${node} process.exitCode = 7;`).closed;
    expect(said).toContain('npm ci failed.');
    expect(said).not.toContain('it runs');
    expect(started?.exitCode).toBe(7);
  });
});
