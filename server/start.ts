import type { FastifyInstance } from 'fastify';
import { rulebook as productRulebook, type Rulebook } from '../shared/domain/rulebook/commands.ts';
import { createApp } from './http/app.ts';
import { withoutPersonalData } from './http/errors.ts';
import { startJobs } from './jobs/jobs.ts';
import { mayName, protectNamed } from './jobs/protect-named.ts';
import { reconcileKir } from './jobs/reconcile-kir.ts';
import { runAlone } from './jobs/run-alone.ts';
import { chooseKir, type KirSettings } from './kir/choose-kir.ts';
import type { Kir } from './kir/kir.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './store/embedded-postgres.ts';
import { importDemo, readManifest } from './store/import-demo.ts';
import { openStore, type Store } from './store/store.ts';
import { isTenantName } from './store/tenant.ts';
import { createAct } from './sync/act.ts';
import type { Hooks } from './sync/hooks.ts';
import { type Clock, systemClock } from './util/clock.ts';
import { StartupError } from './util/startup-error.ts';

export type ServerOptions = {
  /** Without one, PostgreSQL is started in `dataDir`. */
  databaseUrl?: string | undefined;
  /** Needed without `databaseUrl`. */
  dataDir?: string | undefined;
  /** 0 = any free one. Default 0. */
  port?: number;
  /** Default 127.0.0.1. TLS is the business of a proxy in front. */
  host?: string;
  /** False: no port is opened, requests come by `app.inject` alone. Default true. */
  listen?: boolean;
  /** Made when it is missing. */
  tenant?: { tenant: string; kommun: string } | undefined;
  /** A folder that `npm run demo` wrote, loaded into the tenant when that is empty; names the tenant when none is given. */
  importDir?: string | undefined;
  /** The register of residents. Default: `kir.ndjson` in `importDir`, if it is there. */
  kir?: KirSettings | Kir | undefined;
  /** Sign-in by choosing a user. Default false. */
  demo?: boolean;
  /** Of one user at one address. Default 6000. */
  requestsPerMinute?: number;
  /** To the database, at most. Default 10. */
  connections?: number;
  /** Default false. */
  trustProxy?: boolean;
  /** A level of pino, or `silent`. Default `silent`. */
  logLevel?: string;
  /** Default: the product's. */
  rulebook?: Rulebook;
  clock?: Clock;
  hooks?: Hooks;
};

export type RunningServer = {
  /** `http://127.0.0.1:<port>`; empty when nothing listens. */
  url: string;
  port: number;
  /** The tenant the server was started for: the option's, else the manifest's. */
  tenant: string | undefined;
  /** Of that tenant. */
  epoch: string | undefined;
  /** How many records the import loaded. */
  imported: number;
  store: Store;
  app: FastifyInstance;
  /** Lets requests under way end, then closes the database and, when it is ours, ends it. */
  close(): Promise<void>;
};

/**
 * Starts the central server.
 * @throws StartupError with words for the operator; whatever was started is ended again
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { rulebook = productRulebook, clock = systemClock, hooks = {}, host = '127.0.0.1', logLevel = 'silent' } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (let closer = closers.pop(); closer; closer = closers.pop()) await closer();
  };
  try {
    const tenantName = await tenantOf(options);
    // The log is opened with the app; what goes wrong in the database before that ends the start.
    let app: FastifyInstance | undefined;
    const onError = (error: unknown) => app?.log.error(withoutPersonalData(error), 'database connection');
    const onDatabaseError = (error: unknown) => app?.log.error(withoutPersonalData(error), 'the database of our own');
    const database = await databaseOf(options, onDatabaseError);
    if (database.stop) closers.push(database.stop);
    const store = await openStore(database.url, { connections: options.connections ?? 10, onError });
    closers.push(() => store.close());
    if (tenantName) await store.ensureTenant(tenantName.tenant, tenantName.kommun);
    const imported = options.importDir === undefined ? 0 : await importDemo(store, options.importDir, tenantName);
    const tellOperator = (what: string) => app?.log.error(what);
    const kir = options.kir && 'sok' in options.kir ? options.kir : chooseKir(options.kir, options.importDir, tellOperator);
    const tenantNames = async () => (await store.listTenants()).map(({ tenant }) => tenant);
    const onJobError = (error: unknown) => app?.log.error(withoutPersonalData(error), 'job');
    const reconcile =
      kir &&
      reconcileKir(store.ejKontrollerade, createAct({ store, rulebook, clock, hooks }), kir, {
        clock,
        onUnread: (cause, akt) =>
          app?.log.error({ ...withoutPersonalData(cause), akt }, 'an answer of the register of residents cannot be read'),
      });
    const protect = protectNamed(store.namedMembers, createAct({ store, rulebook, clock, hooks }));
    const jobs =
      reconcile && options.listen !== false ? await startJobs(database.url, tenantNames, [reconcile, protect], onJobError) : undefined;
    if (jobs) closers.push(() => jobs.close());
    // Where nothing is asked of a register there are no jobs by the clock: then it is done here, and at the next start.
    const alone = jobs ? undefined : runAlone(protect, onJobError);
    if (alone) {
      closers.push(() => alone.close());
      if (options.listen !== false) for (const each of await tenantNames()) alone.soon(each);
    }
    app = await createApp(
      {
        store,
        rulebook,
        clock,
        hooks,
        onSetAside: (cause, command) =>
          app?.log.error({ ...withoutPersonalData((cause as Error).cause ?? cause), command }, 'a command is set aside'),
        onCommands: (changed, names) => {
          if (!names.some(mayName)) return;
          if (jobs) void jobs.soon(protect.name, changed).catch(onJobError);
          else alone?.soon(changed);
        },
        ...(jobs && reconcile
          ? { onRegistered: (registered: string) => void jobs.soon(reconcile.name, registered).catch(onJobError) }
          : {}),
      },
      {
        demo: options.demo ?? false,
        requestsPerMinute: options.requestsPerMinute ?? 6000,
        trustProxy: options.trustProxy ?? false,
        logLevel,
        kir,
      },
    );
    const running = app;
    closers.push(() => running.close());
    const port = await listen(running, host, options);
    const tenant = tenantName && (await store.findTenant(tenantName.tenant));
    const url = port === 0 ? '' : `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    return { url, port, tenant: tenant?.tenant, epoch: tenant?.epoch, imported, store, app: running, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function databaseOf(
  { databaseUrl, dataDir }: ServerOptions,
  onError: (error: unknown) => void,
): Promise<{ url: string; stop?: EmbeddedPostgres['stop'] }> {
  if (databaseUrl !== undefined) return { url: databaseUrl };
  if (dataDir === undefined) throw new StartupError('bad-setting', 'Give a database (DATABASE_URL) or a folder for one (--data-dir).');
  return startEmbeddedPostgres({ dataDir, persistent: true, onError });
}

async function tenantOf({ tenant, importDir }: ServerOptions): Promise<{ tenant: string; kommun: string } | undefined> {
  if (tenant && !isTenantName(tenant.tenant)) {
    throw new StartupError(
      'bad-setting',
      `The tenant's name stands in addresses: a to z, digits and hyphens, at most 40. "${tenant.tenant}" is not.`,
    );
  }
  return tenant ?? (importDir === undefined ? undefined : readManifest(importDir));
}

async function listen(app: FastifyInstance, host: string, options: ServerOptions): Promise<number> {
  if (options.listen === false) {
    await app.ready();
    return 0;
  }
  try {
    await app.listen({ host, port: options.port ?? 0 });
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'EADDRINUSE') {
      throw new StartupError(
        'port-taken',
        `Port ${options.port} on ${host} is taken by another program. Stop that one, or choose another with --port.`,
        cause,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartupError('address-unusable', `This computer has no address ${host}. Choose another with --host.`, cause);
    }
    if (code === 'EACCES') {
      throw new StartupError(
        'address-unusable',
        `Port ${options.port} may not be opened by this user. Choose one above 1023 with --port.`,
        cause,
      );
    }
    throw cause;
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
