import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';

const channel = 'aktnara_poke';
const retryMs = 1000;

/** Tells all nodes on the database that a tenant has news. */
export const notifyPoke = (db: Database, tenant: string): Promise<unknown> => sql`select pg_notify(${channel}, ${tenant})`.execute(db);

/**
 * Hears the pokes of all nodes on one database, on a connection of its own (LISTEN). A lost connection is made anew; what
 * was missed meanwhile cannot be known, so then every tenant may have news.
 * @param heard the tenant that has news; undefined: any may have
 * @returns ends it
 */
export async function listenForPokes(
  url: string,
  heard: (tenant: string | undefined) => void,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'aktnara poke' });
    next.on('error', onError);
    next.on('notification', ({ payload }) => heard(payload));
    try {
      await next.connect();
      next.on('end', reconnectLater);
      await next.query(`listen ${channel}`);
      client = next;
    } catch (error) {
      next.off('end', reconnectLater);
      await next.end().catch(onError);
      throw error;
    }
  }

  function reconnectLater(): void {
    if (closed) return;
    retry = setTimeout(() => {
      connect().then(
        () => heard(undefined),
        (error: unknown) => {
          onError(error);
          reconnectLater();
        },
      );
    }, retryMs);
  }

  await connect();
  return async () => {
    closed = true;
    clearTimeout(retry);
    await client?.end();
  };
}
