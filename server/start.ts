import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { State } from '../shared/domain/command.ts';
import { nattensKlockslag } from '../shared/domain/etjanst/natt.ts';
import { rulebook as productRulebook, type Rulebook } from '../shared/domain/rulebook/commands.ts';
import { type BlobSettings, chooseBlobs } from './blobs/choose-blobs.ts';
import { wholeOf } from './blobs/receive.ts';
import type { Vault } from './blobs/vault.ts';
import type { DigitalPost } from './digital-post/digital-post-port.ts';
import { type HttpDigitalPostSettings, httpDigitalPost } from './digital-post/http-digital-post.ts';
import { egenEtjanst } from './etjanst/etjanst-port.ts';
import { type HttpEtjanstSettings, httpEtjanst } from './etjanst/http-etjanst.ts';
import { createApp } from './http/app.ts';
import { withoutPersonalData } from './http/errors.ts';
import type { TellKirLimit } from './http/kir-route.ts';
import { clearStrayParts } from './jobs/clear-stray-parts.ts';
import { deliverMessages, mayDeliver } from './jobs/deliver-messages.ts';
import { divideAkter, divideName } from './jobs/divide-akter.ts';
import { dropOldNotices } from './jobs/drop-old-notices.ts';
import { followAnsokningar, tellsApplicant } from './jobs/follow-ansokningar.ts';
import { followKontakter, tellsKontakt } from './jobs/follow-kontakter.ts';
import { type Job, type Jobs, startJobs } from './jobs/jobs.ts';
import { type NightlyOn, type NightOutcome, nightly, nightlyName, runNight } from './jobs/nightly.ts';
import { mayName, protectNamed } from './jobs/protect-named.ts';
import { reconcileKir } from './jobs/reconcile-kir.ts';
import { maySendBeslut, sendBeslut, sendBeslutName } from './jobs/send-beslut.ts';
import { maySendDigitalPost, sendDigitalPost, sendDigitalPostName } from './jobs/send-digital-post.ts';
import { sendNotices, sendNoticesJob, sendNoticesName } from './jobs/send-notices.ts';
import { tellKirLimit } from './jobs/tell-kir-limit.ts';
import { chooseKir, type KirSettings } from './kir/choose-kir.ts';
import type { Kir } from './kir/kir.ts';
import { type NoticeSettings, noticesOn, type Ports, portsOf, refuseTexts, unset } from './notices.ts';
import { handOver } from './portal/hand-over.ts';
import { createPortalMessages, type PortalMessages } from './portal/messages.ts';
import { openPortal, type PortalSettings } from './portal/open-portal.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './store/embedded-postgres.ts';
import { importDemo, readManifest } from './store/import-demo.ts';
import { UnreadableRecord } from './store/read-document.ts';
import { openStore, type Store, type StoreOptions } from './store/store.ts';
import { isTenantName } from './store/tenant.ts';
import { type Act, createAct, createActMany } from './sync/act.ts';
import type { SyncDependencies } from './sync/dependencies.ts';
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
  /** False: no port is opened, requests come by `app.inject` alone, and the server does nothing by itself. Default true. */
  listen?: boolean;
  /** Made when it is missing. */
  tenant?: { tenant: string; kommun: string } | undefined;
  /** A folder that `npm run demo` wrote, loaded into the tenant when that is empty; names the tenant when none is given. */
  importDir?: string | undefined;
  /** The register of residents. Default: `kir.ndjson` in `importDir`, if it is there. */
  kir?: KirSettings | Kir | undefined;
  /** Where the bytes of documents lie. Default: folders of `dataDir`; without that, documents are records alone. */
  blobs?: BlobSettings | undefined;
  /** Sign-in by choosing a user. Default false. */
  demo?: boolean;
  /** Of one user at one address. Default 6000. */
  requestsPerMinute?: number;
  /** To the database, at most. Default 10. */
  connections?: number;
  /** Of the database. Default: 30 s for a statement, 10 s for a lock. */
  timeouts?: StoreOptions['timeouts'];
  /** Default false. */
  trustProxy?: boolean;
  /** When the night's run is due, by the clocks of Sweden. Default 02:00. */
  nightlyAt?: string;
  /** An external e-service. Default: our own. */
  etjanst?: HttpEtjanstSettings | undefined;
  /** The förmedlare of digital post. Default: none, which is said. */
  digitalPost?: HttpDigitalPostSettings | DigitalPost | undefined;
  /** The citizens' e-service, under an origin of its own. Default: none. */
  portal?: PortalSettings | undefined;
  /** How people are told outside the e-service. Default: by nothing, which is said. */
  notices?: NoticeSettings | undefined;
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
  /** The citizens' e-service, where it is opened; `url` as `url` above. */
  portal: { url: string; app: FastifyInstance } | undefined;
  /** Runs the latest night's run of a tenant now, what has come since it was done too. */
  runNightly(tenant: string): Promise<NightOutcome>;
  /** Sends what is due of a tenant's notices now. */
  sendNotices(tenant: string): Promise<void>;
  /** What the citizen's e-service reads and writes of messages. */
  messages: PortalMessages;
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
    const store = await openStore(database.url, {
      connections: options.connections ?? 10,
      onError,
      onUnreadable: (tenant, found) =>
        app?.log.error({ tenant, records: found.map(({ record }) => record) }, 'the catalogue has records that cannot be read'),
      ...(options.timeouts ? { timeouts: options.timeouts } : {}),
    });
    closers.push(() => store.close());
    if (tenantName) await store.ensureTenant(tenantName.tenant, tenantName.kommun);
    const imported = options.importDir === undefined ? 0 : await importDemo(store, options.importDir, tenantName);
    const tellOperator = (what: string) => app?.log.error(what);
    const kir = options.kir && 'sok' in options.kir ? options.kir : chooseKir(options.kir, options.importDir, tellOperator);
    const tell: Tell = (what, cause, about) => app?.log.error({ ...(cause ? withoutPersonalData(cause) : {}), ...about }, what);
    const onJobError = (cause: unknown) => tell('job', cause);
    const digitalPost =
      options.digitalPost && ('deliver' in options.digitalPost ? options.digitalPost : httpDigitalPost(options.digitalPost));
    let jobs: Jobs | undefined;
    // One for what clients send and for what the server does by itself: what follows on a command follows whoever it is of.
    const on: SyncDependencies = {
      store,
      rulebook,
      clock,
      hooks,
      tjanster: digitalPost ? ['digitalPost'] : [],
      onSetAside: (error, command) => {
        const cause = (error as Error).cause ?? error;
        tell('a command is set aside', cause, { command, ...(cause instanceof UnreadableRecord ? { record: cause.record } : {}) });
      },
      onUnstorable: (cause, command) => tell('a command holds what the database cannot', cause, { command }),
      onCommands: (changed, names) => {
        for (const name of own.after(names)) void jobs?.soon(name, changed).catch(onJobError);
      },
      onNotices: (changed) => void jobs?.soon(sendNoticesName, changed).catch(onJobError),
      onBytes: (changed) => {
        for (const name of [sendBeslutName, sendDigitalPostName]) void jobs?.soon(name, changed).catch(onJobError);
      },
    };
    const blobs = blobsOf(options);
    const vault = blobs && chooseBlobs(blobs, store);
    const note = (what: string, about: object) => app?.log.info(about, what);
    const notices = options.notices ?? {};
    const ports = portsOf(notices);
    closers.push(async () => {
      for (const port of Object.values(ports)) port.close();
    });
    for (const { kommun } of await store.listTenants()) refuseTexts(notices, kommun);
    const own = ownWork(
      on,
      {
        ...{ kir, vault, nightlyAt: options.nightlyAt ?? nattensKlockslag, etjanst: options.etjanst, digitalPost },
        notices: { ...notices, ports },
      },
      tell,
      note,
    );
    const tenantNames = async () => (await store.listTenants()).map(({ tenant }) => tenant);
    if (options.listen !== false) jobs = await startJobs(database.url, tenantNames, own.jobs, onJobError);
    closers.push(async () => jobs?.close());
    // What two units still read together, and a night that the server was off in, are not to wait for the clock.
    for (const each of await tenantNames()) for (const name of [divideName, nightlyName]) await jobs?.soon(name, each);
    app = await createApp(on, {
      demo: options.demo ?? false,
      requestsPerMinute: options.requestsPerMinute ?? 6000,
      trustProxy: options.trustProxy ?? false,
      logLevel,
      kir,
      vault,
      tellKirLimit: own.tellKirLimit,
    });
    const running = app;
    if (options.listen !== false) {
      for (const what of unset(ports)) running.log.warn(what);
      if (!digitalPost) running.log.warn('No digital post is set (--digital-post-url): nobody is offered it, and letters go by post.');
    }
    closers.push(() => running.close());
    const port = await listen(running, host, options);
    const tenant = tenantName && (await store.findTenant(tenantName.tenant));
    const portal =
      options.portal &&
      (await openOwnPortal(on, own, vault, options.portal, { ...options, host, logLevel, tenant: tenant?.tenant }, closers));
    const url = urlOf(host, port);
    return {
      url,
      port,
      tenant: tenant?.tenant,
      epoch: tenant?.epoch,
      imported,
      store,
      app: running,
      portal,
      ...{ runNightly: own.runNightly, sendNotices: own.sendNotices },
      messages: own.messages,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The citizens' e-service beside the server: another origin, with nothing of the sync's. */
async function openOwnPortal(
  on: SyncDependencies,
  own: Pick<OwnWork, 'handOver' | 'act' | 'messages'>,
  vault: Vault | undefined,
  settings: PortalSettings,
  options: Omit<ServerOptions, 'tenant'> & { host: string; logLevel: string; tenant: string | undefined },
  closers: (() => Promise<unknown>)[],
): Promise<RunningServer['portal']> {
  const { host = options.host } = settings;
  const tenant = settings.tenant ?? options.tenant;
  if (tenant === undefined || !(await on.store.findTenant(tenant)))
    throw new StartupError('bad-setting', 'The portal is one municipality’s: give --portal-tenant, or --tenant.');
  let port = 0;
  const { demo = false, trustProxy = false, logLevel } = options;
  const app = await openPortal(
    { store: on.store, clock: on.clock, handOver: own.handOver, act: own.act, messages: own.messages, vault },
    settings,
    { tenant, host, demo, trustProxy, logLevel },
    () => port,
  );
  if (!settings.scanner && options.listen !== false)
    app.log.warn('No virus scanner is set (--clamd): files that citizens send are opened here, and no scanner has looked at them.');
  closers.push(() => app.close());
  port = await listen(app, host, { listen: options.listen ?? true, port: settings.port }, '--portal-port');
  return { url: settings.url ?? urlOf(host, port), app };
}

const urlOf = (host: string, port: number): string => (port === 0 ? '' : `http://${host.includes(':') ? `[${host}]` : host}:${port}`);

/** The night's run decides so much side by side: more would only wait for the database. */
const doors = 3;

type Tell = (what: string, cause: unknown, about?: object) => void;

type OwnWork = {
  jobs: Job[];
  after(names: string[]): string[];
  tellKirLimit: TellKirLimit;
  runNightly: RunningServer['runNightly'];
  sendNotices: RunningServer['sendNotices'];
  messages: PortalMessages;
  handOver: ReturnType<typeof handOver>;
  act: Act;
};

/** What the server does by itself, and which of it is to be done soon after commands of these names. */
function ownWork(
  on: SyncDependencies,
  {
    kir,
    vault,
    nightlyAt,
    etjanst,
    digitalPost,
    notices,
  }: {
    kir: Kir | undefined;
    vault: Vault | undefined;
    nightlyAt: string;
    etjanst: HttpEtjanstSettings | undefined;
    digitalPost: DigitalPost | undefined;
    notices: NoticeSettings & { ports: Ports };
  },
  tell: Tell,
  note: (what: string, about: object) => void,
): OwnWork {
  const act = createAct(on);
  const protect = protectNamed(on.store.namedMembers, act, (about) => tell('a protection could not be passed on', undefined, about));
  const deliver = deliverMessages(on.store.waitingMessages, act, (about) => tell('a message could not be delivered', undefined, about));
  const divide = divideAkter(on.store.undividedAkter, act);
  const onUnread = (cause: unknown, akt: object) => tell('an answer of the register of residents cannot be read', cause, { akt });
  const reconcile = kir && reconcileKir(on.store.ejKontrollerade, act, kir, { clock: on.clock, onUnread });
  const catalogueOf = async (tenant: string) => {
    const found = await on.store.findTenant(tenant);
    return found && on.store.catalogueOf(found);
  };
  const anvandare = async (tenant: string) => (await catalogueOf(tenant))?.list('anvandare') ?? [];
  const utskick = {
    ...{ act, clock: on.clock },
    async catalogue(tenant: string): Promise<Pick<State, 'katalogLista'> | undefined> {
      const found = await catalogueOf(tenant);
      return found && { katalogLista: (type) => found.list(type) };
    },
  };
  const digital = sendDigitalPost({
    ...utskick,
    port: digitalPost,
    waiting: (tenant) => on.store.waitingUtskick(tenant, 'digitalPost'),
    bytes: async (tenant, document, sha256) => (vault ? wholeOf(on.store, vault, tenant, document, sha256) : undefined),
    pace: {
      ...{ take: on.store.takeDigital, begin: on.store.beginDigital },
      ...{ postpone: on.store.postponeDigital, drop: on.store.dropDigital },
    },
    tell: {
      away: (about) => tell('digital post cannot be sent now', undefined, about),
      left: (about) => tell('what became of a letter by digital post could not be noted', undefined, about),
    },
  });
  const beslut = sendBeslut({
    ...utskick,
    waiting: (tenant) => on.store.waitingUtskick(tenant, 'etjanst'),
    onLeft: (about) => tell('a beslut could not be sent to the e-service', undefined, about),
  });
  const clearStray = (from: Vault) => {
    const remove = async (tenant: string, object: string) => {
      await from.delete(tenant, object);
      await on.store.forgetPart(tenant, object);
    };
    return clearStrayParts({ stray: on.store.strayParts, remove, dropOrphans: on.store.dropOrphanBlobs }, on.clock);
  };
  const onFailed = (cause: unknown, about: object) => tell('the systemförvaltare could not be told', cause, about);
  const tellLimit = tellKirLimit(anvandare, act, { clock: on.clock, onFailed });
  const { store } = on;
  const night: NightlyOn = {
    nights: {
      ...{ rows: store.aktiveringar, take: store.takeNight, pass: store.passNight, hold: store.holdNight },
      ...{ release: store.releaseNight, count: store.countNight, finish: store.finishNight },
    },
    acts: Array.from({ length: doors }, () => createActMany(on)),
    etjanst: etjanst ? httpEtjanst(etjanst) : egenEtjanst,
    clock: on.clock,
    klockslag: nightlyAt,
    tell: {
      done: (about) => note('the night’s run is done', about),
      left: (about) => tell('a record is left by the night’s run', undefined, about),
    },
  };
  const onLeft = (about: object) => tell('an application is not handed over yet', undefined, about);
  const hand = handOver({ store, act, kir, clock: on.clock, onLeft });
  const follow = followAnsokningar(
    {
      ...{ handOver: (tenant) => hand(tenant), follow: store.followPortalAnsokningar },
      async dropOldDrafts(tenant, savedBefore) {
        await store.dropOldPortalDrafts(tenant, savedBefore);
        await store.dropOldPortalInkomster(tenant, savedBefore);
      },
    },
    on.clock,
  );
  const notiser = noticesOn(on, act, notices, {
    away: (about) => tell('notices cannot be sent now', undefined, about),
    left: (about) => tell('nobody could be told that a notice was not sent', undefined, about),
  });
  const kontakter = followKontakter(store.followPortalKontakter);
  return {
    act,
    // Whoever has sent it has sent it: what fails here is done by the clock.
    handOver: (tenant, id) => hand(tenant, id).catch((cause: unknown) => tell('an application is not handed over yet', cause, { tenant })),
    messages: createPortalMessages(on.store, act),
    runNightly: (tenant) => runNight(night, tenant, true),
    sendNotices: (tenant) => sendNotices(notiser, tenant),
    tellKirLimit: (...given) => void tellLimit(...given),
    jobs: [
      ...(reconcile ? [reconcile] : []),
      protect,
      divide,
      deliver,
      beslut,
      digital,
      nightly(night),
      sendNoticesJob(notiser),
      follow,
      kontakter,
      dropOldNotices(store.dropOldNotices, on.clock),
      ...(vault ? [clearStray(vault)] : []),
    ],
    after: (names) => [
      ...(reconcile && names.includes('person.registrera') ? [reconcile.name] : []),
      ...(names.some(mayName) ? [protect.name] : []),
      ...(names.some(mayDeliver) ? [deliver.name] : []),
      ...(names.some(maySendBeslut) ? [beslut.name] : []),
      ...(names.some(maySendDigitalPost) ? [digital.name] : []),
      ...(names.some(tellsApplicant) ? [follow.name] : []),
      ...(names.some(tellsKontakt) ? [kontakter.name] : []),
    ],
  };
}

/** Sealed bytes and the keys to them beside each other protect against a copy of the bytes alone: for trial. */
const blobsOf = ({ blobs, dataDir }: ServerOptions): BlobSettings | undefined =>
  blobs ?? (dataDir === undefined ? undefined : { at: { dir: join(dataDir, 'dokument') }, keyDir: join(dataDir, 'nycklar') });

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

async function listen(app: FastifyInstance, host: string, options: { listen?: boolean; port?: number }, flag = '--port'): Promise<number> {
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
        `Port ${options.port} on ${host} is taken by another program. Stop that one, or choose another with ${flag}.`,
        cause,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartupError('address-unusable', `This computer has no address ${host}. Choose another with --host.`, cause);
    }
    if (code === 'EACCES') {
      throw new StartupError(
        'address-unusable',
        `Port ${options.port} may not be opened by this user. Choose one above 1023 with ${flag}.`,
        cause,
      );
    }
    throw cause;
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
