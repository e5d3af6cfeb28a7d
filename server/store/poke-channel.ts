import { sql } from 'kysely';
import type { Database } from './database.ts';
import { keepConnected } from './kept-connection.ts';

const channel = 'aktnara_poke';

/** Tells all nodes on the database that a tenant has news. */
export const notifyPoke = (db: Database, tenant: string): Promise<unknown> => sql`select pg_notify(${channel}, ${tenant})`.execute(db);

/**
 * Hears the pokes of all nodes on one database, on a connection of its own (LISTEN). What was missed while that was lost
 * cannot be known, so then every tenant may have news.
 * @param heard the tenant that has news; undefined: any may have
 * @returns ends it
 */
export function listenForPokes(
  url: string,
  heard: (tenant: string | undefined) => void,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  return keepConnected(
    { connectionString: url, application_name: 'aktnara poke' },
    (client) => {
      client.on('notification', ({ payload }) => heard(payload));
      return client.query(`listen ${channel}`);
    },
    { onError, onAgain: () => heard(undefined) },
  );
}
