import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ended, endStarted, listening, postgresLock, start } from './testing/server-process.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'aktnara-main-'));
});
afterAll(async () => {
  await endStarted();
  await rm(dir, { recursive: true, force: true });
});

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });

describe('npm run server', () => {
  it('explains its settings', async () => {
    const { code, out } = await ended(start({}, '--help'));
    expect(code).toBe(0);
    for (const flag of ['--port', '--database-url', 'DATABASE_URL', '--demo', '--import', '--new-epoch']) expect(out).toContain(flag);
  });

  it('keeps its data over a stop, a kill -9 and a new epoch, leaves no process, and two do not share a folder', async () => {
    const dataDir = join(dir, 'data');
    const settings = ['--data-dir', dataDir, '--port', '0', '--tenant', 'angelby', '--kommun', 'Ängelby'];
    const health = async (url: string) => ((await (await fetch(`${url}/health`)).json()) as { tenants: { epoch: string }[] }).tenants;
    const first = start({}, ...settings);
    const [before] = await health(await listening(first));
    const second = await ended(start({}, ...settings));
    expect(second).toMatchObject({ code: 1, err: expect.stringMatching(/Another server is running .*--data-dir/) });
    const firstPostgres = (await postgresLock(dataDir)).port;
    first.kill('SIGTERM');
    expect(await ended(first)).toMatchObject({ code: 0 });
    expect(await answers(firstPostgres)).toBe(false);

    const killed = start({}, ...settings);
    await listening(killed);
    const orphan = (await postgresLock(dataDir)).port;
    killed.kill('SIGKILL');
    await ended(killed);
    expect(await answers(orphan)).toBe(true);
    const third = start({}, ...settings);
    const url = await listening(third);
    expect(await answers(orphan)).toBe(false);
    expect(await health(url)).toEqual([before]);
    third.kill('SIGINT');
    expect(await ended(third)).toMatchObject({ code: 0 });

    // What a power cut leaves: the file of a PostgreSQL that is gone, with the number of a process that lives.
    await writeFile(join(dataDir, 'pg', 'postmaster.pid'), `${process.pid}\n${join(dataDir, 'pg')}\n1\n1\n\n\n\n\n`);
    const epoch = await ended(start({}, '--data-dir', dataDir, '--new-epoch'));
    expect(epoch).toMatchObject({ code: 0, out: expect.stringMatching(/^angelby: new epoch [0-9a-f-]{36}\n$/) });
    expect(epoch.out).not.toContain(before?.epoch);
    const night = await ended(start({}, '--data-dir', dataDir, '--run-nightly'));
    expect(night).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^angelby: the night of \d{4}-\d\d-\d\d: 0 activated, 0 failed, 0 ended, 0 could not be read\.\n$/),
    });
  }, 60_000);

  it('says in plain words why it cannot start, and ends with 1', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const file = join(dir, 'a-file');
    await writeFile(file, '');
    const dataDir = join(dir, 'taken');
    const cases: [string[], RegExp][] = [
      [['--data-dir', dataDir, '--port', port], new RegExp(`Port ${port} .* is taken`)],
      [['--database-url', `postgresql://nobody@127.0.0.1:1/none`], /database at 127\.0\.0\.1:1\/none cannot be reached/],
      [['--database-url', 'nonsense'], /DATABASE_URL.*cannot be reached|not a URL/],
      [['--data-dir', join(file, 'below')], /lies in a file, not in a folder/],
      [['--port', 'abc'], /--port is a whole number/],
      [['--prot', '1'], /--prot.*See --help/],
      [['--data-dir', dataDir, '--tenant', 'Ängelby'], /tenant's name/],
      [['--data-dir', dataDir, '--import', join(dir, 'nowhere')], /nowhere.*npm run demo/],
      [['--data-dir', dataDir, '--new-epoch', '--tenant', 'finns-inte'], /no such municipality/],
      [['--data-dir', dataDir, '--run-nightly', '--tenant', 'finns-inte'], /no such municipality/],
      [['--data-dir', dataDir, '--blob-store-lost', 'finns-inte', '--log-level', 'silent'], /no such municipality/],
    ];
    try {
      for (const [args, message] of cases) {
        const { code, err } = await ended(start({}, ...args));
        expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(message) });
        expect(err.trim().split('\n'), err).toHaveLength(1);
      }
    } finally {
      taken.close();
    }
  }, 60_000);

  it.skipIf(process.getuid?.() !== 0)(
    'as root, lets PostgreSQL pass through private temporary folders, and names any other that is closed',
    async () => {
      const closed = await mkdtemp(join(tmpdir(), 'aktnara-closed-'));
      const below = join(closed, 'data');
      const refused = await ended(start({ TMPDIR: join(dir, 'elsewhere') }, '--data-dir', below, '--new-epoch'));
      expect(refused).toMatchObject({ code: 1, err: expect.stringContaining(`may not pass through ${closed}.`) });
      const passed = await ended(start({}, '--data-dir', below, '--new-epoch'));
      expect(passed).toMatchObject({ code: 1, err: expect.stringContaining('no such municipality') });
      await rm(closed, { recursive: true });
    },
  );
});
