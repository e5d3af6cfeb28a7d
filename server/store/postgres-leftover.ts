import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StartupError } from '../util/startup-error.ts';

/** Held by the server that started the cluster, as long as it lives. */
export const ownerLock = 'select pg_try_advisory_lock(6407231) as mine';

/**
 * Looks after a PostgreSQL that an earlier server left behind in the cluster. A server that was killed leaves PostgreSQL
 * running: nobody holds the owner lock, and it is stopped. A dead PostgreSQL leaves a postmaster.pid whose number may since
 * belong to any process, so the port it names is asked, not the number.
 * @throws StartupError `data-dir-in-use` when a server that lives owns the cluster
 */
export async function clearLeftover(leftover: { cluster: string; password: string; stop: () => Promise<void> }): Promise<void> {
  const pidFile = join(leftover.cluster, 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const port = Number(lines[3]);
  if (!port) return;
  const state = await ask(port, leftover.password);
  if (state === 'owned') {
    throw new StartupError(
      'data-dir-in-use',
      `Another server is running in ${leftover.cluster} (PostgreSQL process ${lines[0]}). Stop it, or choose another place with --data-dir.`,
    );
  }
  if (state === 'abandoned') await leftover.stop();
  else await rm(pidFile, { force: true });
}

async function ask(port: number, password: string): Promise<'owned' | 'abandoned' | 'dead'> {
  for (let attempt = 0; attempt < 120; attempt++) {
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: 'postgres',
      password,
      database: 'postgres',
      connectionTimeoutMillis: 5000,
    });
    // An error on the connection also rejects the call under way, where it is handled.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rows } = await client.query<{ mine: boolean }>(ownerLock);
      return rows[0]?.mine ? 'abandoned' : 'owned';
    } catch (error) {
      // 57P03: PostgreSQL is there and still starting or ending.
      if ((error as { code?: string }).code !== '57P03') return 'dead';
      await wait(250);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return 'owned';
}
