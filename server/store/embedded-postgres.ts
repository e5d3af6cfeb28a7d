import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { makeDataDir } from '../util/data-dir.ts';
import { StartupError } from '../util/startup-error.ts';
import { keepConnected } from './kept-connection.ts';
import { keepRunning } from './kept-process.ts';
import { type Binaries, barrier, findBinaries, findRunAs, type RunAs } from './postgres-binaries.ts';
import { clearLeftover, ownerLock } from './postgres-leftover.ts';

const run = promisify(execFile);

export type EmbeddedPostgresOptions = {
  /** Made when missing. Holds the cluster (`pg`) and its password. */
  dataDir: string;
  /** False: everything in `dataDir` is deleted by `stop`. */
  persistent: boolean;
  /** False only for tests and simulations: quicker, and a power cut may cost the cluster. Default true. */
  fsync?: boolean;
  /** Told when PostgreSQL has ended by itself, and when it would not start again. */
  onError?: (error: unknown) => void;
};

export type EmbeddedPostgres = {
  /** Connection URL of the database `aktnara`. */
  url: string;
  port: number;
  /** Makes another, empty database in the same PostgreSQL and returns its URL. */
  createDatabase(name: string): Promise<string>;
  /** Ends PostgreSQL and waits until no process of it is left. */
  stop(): Promise<void>;
};

/**
 * Starts a real PostgreSQL of our own on a free port of 127.0.0.1, in a data directory that only it and we read. One that ends by
 * itself is started again there.
 * @throws StartupError when the directory is in use by a running server, cannot be reached, or PostgreSQL will not start
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, persistent, fsync = true, onError = () => undefined } = options;
  const cluster = join(dataDir, 'pg');
  const runAs = await findRunAs();
  await prepareDataDir(dataDir, runAs);
  const binaries = await findBinaries(runAs, join(dataDir, 'postgres'));
  const password = await initialise(dataDir, cluster, fsync, binaries, runAs);
  await clearLeftover({ cluster, password, stop: () => stopCluster(cluster, binaries, runAs) });

  const port = await freePort();
  const keeper = await keepRunning(() => launch(cluster, port, fsync, binaries, runAs), onError);

  const urlOf = (database: string) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  // The server notices by its own connections what is lost; this one only marks the cluster as owned.
  const quiet = { onError: () => undefined };
  let disown: () => Promise<void>;
  try {
    disown = await keepConnected({ connectionString: urlOf('postgres') }, (owner) => owner.query(ownerLock), quiet);
    await createDatabase(urlOf('postgres'), 'aktnara');
  } catch (cause) {
    await keeper.end((child) => void child.kill('SIGINT'));
    throw new StartupError('database-failed', `PostgreSQL started in ${dataDir} but could not be used.`, cause);
  }

  return {
    url: urlOf('aktnara'),
    port,
    createDatabase: async (name) => {
      await createDatabase(urlOf('postgres'), name);
      return urlOf(name);
    },
    stop: async () => {
      await disown();
      await keeper.end(() => stopCluster(cluster, binaries, runAs));
      if (!persistent) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function prepareDataDir(dataDir: string, runAs: RunAs): Promise<void> {
  await makeDataDir(dataDir);
  await letPass(dataDir, runAs);
  const closed = await barrier(dataDir, runAs);
  if (closed === undefined) return;
  throw new StartupError(
    'data-dir-unusable',
    `PostgreSQL runs as the system user postgres, which may not pass through ${closed}. Choose another place with --data-dir.`,
  );
}

/**
 * PostgreSQL's user has to pass through the data directory, and through the folders of a test or a trial around it, which
 * are made private below the system's temporary one. Passing shows no names; what lies inside is closed on its own.
 */
async function letPass(dataDir: string, runAs: RunAs): Promise<void> {
  if (runAs.uid === undefined) return;
  const temporary = resolve(tmpdir());
  for (let folder = resolve(dataDir); folder === resolve(dataDir) || folder.startsWith(temporary + sep); folder = dirname(folder)) {
    const { mode, uid } = await stat(folder);
    if (uid === 0) await chmod(folder, (mode & 0o7777) | 0o011);
  }
}

/** Makes the cluster the first time. @returns the password of its superuser */
async function initialise(dataDir: string, cluster: string, fsync: boolean, { initdb }: Binaries, runAs: RunAs): Promise<string> {
  const passwordFile = join(dataDir, 'postgres.password');
  const known = await readFile(passwordFile, 'utf8').catch(() => undefined);
  if (known !== undefined) return known.trim();
  // The password file is written last: without it the cluster was never finished, and nothing was ever stored in it.
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const forInitdb = join(dataDir, 'initdb.password');
  await writeFile(forInitdb, password, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    await chown(cluster, runAs.uid, runAs.gid);
    await chown(forInitdb, runAs.uid, runAs.gid);
  }
  const settings = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${forInitdb}`, '--encoding=UTF8', '--locale=C'];
  if (!fsync) settings.push('--no-sync');
  try {
    const making = run(initdb, [`--pgdata=${cluster}`, ...settings], { ...runAs, cwd: dataDir });
    endWithHost(making.child, 'SIGTERM');
    await making;
  } catch (cause) {
    throw new StartupError('database-failed', `A PostgreSQL database could not be made in ${cluster}: ${lastLine(cause)}`, cause);
  } finally {
    await rm(forInitdb, { force: true });
  }
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  return password;
}

async function launch(cluster: string, port: number, fsync: boolean, { postgres }: Binaries, runAs: RunAs): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    max_wal_size: '4GB',
    log_min_messages: 'warning',
    lc_messages: 'C',
    ...(fsync ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', cluster, '-p', String(port), ...flags], {
    ...runAs,
    cwd: cluster,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  endWithHost(child, 'SIGINT');
  let said = '';
  let ready = false;
  await new Promise<void>((resolve, reject) => {
    const fail = (cause?: unknown) =>
      reject(new StartupError('database-failed', `PostgreSQL did not start in ${cluster}: ${said.trim().split('\n').at(-1) ?? ''}`, cause));
    child.once('error', fail);
    child.once('exit', () => fail());
    child.stderr.on('data', (chunk: Buffer) => {
      // Only the start is of interest; later lines may quote data. While it recovers, whoever asks too early fills the log.
      if (ready) return;
      said = (said + chunk.toString('utf8')).slice(-20_000);
      ready = said.includes('ready to accept connections');
      if (ready) resolve();
    });
  });
  return child;
}

/** From its first moment: who is interrupted while PostgreSQL starts leaves none behind. */
function endWithHost(child: ChildProcess, signal: NodeJS.Signals): void {
  const end = () => child.kill(signal);
  process.on('exit', end);
  child.once('exit', () => process.off('exit', end));
}

/** Fast shutdown: open transactions are rolled back, what is committed is on disk. */
async function stopCluster(cluster: string, { pgCtl }: Binaries, runAs: RunAs): Promise<void> {
  await run(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60'], { ...runAs, cwd: cluster });
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // An error on the connection also rejects the query under way.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
}

const lastLine = (error: unknown): string =>
  String((error as { stderr?: string }).stderr || error)
    .trim()
    .split('\n')
    .at(-1) ?? '';
