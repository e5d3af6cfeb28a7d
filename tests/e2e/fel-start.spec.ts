import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './fixtures/host-process.ts';
import { test as base, expect } from './fixtures/test.ts';

/** Starting where something is in the way: one clear line that says what to do, and a code that is not 0. */
type Run = { child: ChildProcess; said: () => string; ended: Promise<number | null> };
const test = base.extend<{ folder: string; run: (script: string, ...args: string[]) => Run; takenPort: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'aktnara-e2e-start-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  // After `folder`, so that what runs in it has ended when it goes.
  run: async ({ folder: _ }, use) => {
    const runs: Run[] = [];
    await use((script, ...args) => {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], { cwd: root });
      let text = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
          text += chunk;
        });
      }
      const one: Run = { child, said: () => text, ended: new Promise((resolve) => child.once('close', resolve)) };
      runs.push(one);
      return one;
    });
    for (const { child, ended } of runs) {
      child.kill('SIGTERM');
      await ended;
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  takenPort: async ({}, use) => {
    const server: Server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    await use(String(typeof address === 'object' ? address?.port : 0));
    await new Promise((resolve) => server.close(resolve));
  },
});

const start = ['--persons', '20', '--no-open'] as const;

test('npm start says that the folder is in use, and that the port is taken; the folder can be used again', async ({
  folder,
  run,
  takenPort,
}) => {
  const first = run('scripts/start.ts', '--data', folder, '--port', '0', ...start);
  await expect.poll(first.said, { timeout: 60_000 }).toContain('Open this address once');
  const second = run('scripts/start.ts', '--data', folder, '--port', '0', ...start);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain('Aktnära is already started with this folder. Stop it, or choose another with --data.');
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(0);

  const third = run('scripts/start.ts', '--data', folder, '--port', takenPort, ...start);
  expect(await third.ended).toBe(1);
  expect(third.said()).toContain(`Port ${takenPort} is in use by another program. Choose another with --port, or none to take a free one.`);
});

test('the web host says that its port is taken, and ends with 3', async ({ folder, run, takenPort }) => {
  const args = ['--data', folder, '--server', 'http://127.0.0.1:1', '--tenant', 'kommun', '--renderer', join(root, 'dist', 'renderer')];
  const host = run('main/webhost/main.ts', ...args, '--port', takenPort);
  expect(await host.ended).toBe(3);
  expect(host.said().trim()).toBe(`port ${takenPort} on 127.0.0.1 is in use by another program`);
});

test('npm start says that its folder cannot be one', async ({ folder, run }) => {
  const file = join(folder, 'file');
  await writeFile(file, 'x');
  for (const [data, reason] of [
    [file, 'is a file, not a folder'],
    [join(file, 'below'), 'lies in a file, not in a folder'],
  ] as const) {
    const started = run('scripts/start.ts', '--data', data, '--port', '0', ...start);
    expect(await started.ended).toBe(1);
    expect(started.said()).toContain(`The data directory ${data} ${reason}. Choose another with --data.\n`);
    expect(started.said()).not.toContain('    at ');
  }
});
