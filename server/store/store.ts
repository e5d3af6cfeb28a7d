import type { Change } from '../../shared/domain/command.ts';
import { type CatalogueOf, createCatalogues } from './catalogue.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';
import { listenForPokes, notifyPoke } from './poke-channel.ts';
import { lockScope } from './scope.ts';
import { newEpoch, prune, takeVersions } from './tenant.ts';
import { writeScope } from './write-scope.ts';

/** The server's state, all of it in PostgreSQL. */
export type Store = {
  db: Database;
  catalogueOf: CatalogueOf;
  /** Tells all nodes that a tenant has news. A failure is logged: clients also ask by themselves. */
  poke(tenant: string): Promise<void>;
  /** @param heard undefined: any tenant may have news */
  onPoke(heard: (tenant: string | undefined) => void): void;
  /**
   * Changes a scope outside the commands, as systemförvaltning and the simulation do: same lock, buckets, versions, poke.
   * @returns the version
   */
  changeScope(tenant: string, scope: string, changes: Change[]): Promise<number>;
  /** Drops tombstones up to and including a version and raises the horizon to it. */
  prune(tenant: string, through: number): Promise<void>;
  /** Gives the tenant (undefined: all) a new epoch, after a restore. */
  newEpoch(tenant?: string): Promise<{ tenant: string; epoch: string }[]>;
  close(): Promise<void>;
};

/**
 * @param options.connections at most so many to the database, one more listens
 * @throws StartupError when the database cannot be reached, or is newer than this program
 */
export async function openStore(url: string, options: { connections: number; onError: (error: unknown) => void }): Promise<Store> {
  const db = openDatabase(url, options.connections, options.onError);
  const listeners = new Set<(tenant: string | undefined) => void>();
  let stopListening: () => Promise<void>;
  try {
    await migrate(db, placeOf(url));
    stopListening = await listenForPokes(
      url,
      (tenant) => {
        for (const listener of listeners) listener(tenant);
      },
      options.onError,
    );
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const poke = async (tenant: string) => {
    await notifyPoke(db, tenant).catch(options.onError);
  };
  return {
    db,
    catalogueOf: createCatalogues(),
    poke,
    onPoke: (heard) => {
      listeners.add(heard);
    },
    async changeScope(tenant, name, changes) {
      const written = await db.transaction().execute(async (tx) => {
        const scope = await lockScope(tx, tenant, name);
        const version = await takeVersions(tx, tenant);
        await writeScope(tx, tenant, scope, changes, version);
        return version;
      });
      await poke(tenant);
      return written;
    },
    prune: (tenant, through) => db.transaction().execute((tx) => prune(tx, tenant, through)),
    newEpoch: (tenant) => newEpoch(db, tenant),
    async close() {
      await stopListening();
      await db.destroy();
    },
  };
}

/** Host, port and database of a connection URL, without user and password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL (which is not a URL)';
  const { host, pathname } = new URL(url);
  return `${host || 'localhost'}${pathname}`;
}
