import { katalogScope } from '../../shared/domain/scope.ts';
import { type CallInput, type CallName, type CallOutput, calls } from '../../shared/ipc/contract.ts';
import type { KommandoSvar, SessionVy, StatusVy } from '../../shared/ipc/views.ts';
import type { IsoInstant } from '../../shared/util/datum.ts';
import type { Blobs } from '../blobs/blobs.ts';
import { type AskKir, createKir } from '../services/kir.ts';
import { CallFailure, nowOf } from '../services/service.ts';
import { createServices } from '../services/services.ts';
import type { SyncReplica } from '../sync/ports.ts';
import { createSync, type Sync } from '../sync/sync.ts';
import { TransportError } from '../sync/transport-error.ts';
import { bindPort } from './bind-port.ts';
import type { ComputerUser } from './computer-users.ts';
import { type Contact, createContactKeeper, storedContact } from './contact.ts';
import { copyOutside } from './copy-outside.ts';
import type { CoreDeps } from './deps.ts';
import { createDiskRoom } from './disk-room.ts';
import { documentPort } from './document-port.ts';
import type { SignedIn as Answer } from './identity.ts';
import { krisPort } from './kris-port.ts';
import { describeError } from './log.ts';
import { withOutboxEvents } from './outbox-events.ts';
import { createOwnDocuments, type OwnDocuments } from './own-documents.ts';
import { createOwnScans } from './own-scans.ts';
import { readableReplica } from './readable-replica.ts';
import { belongsTo, contactKey, serverKey } from './replica-settings.ts';
import { serverAddress } from './server-address.ts';
import { actorOf, describeUser, sessionView } from './session-view.ts';
import { sokPort } from './sok-port.ts';
import { statusOf } from './status.ts';
import { createThrottle } from './throttle.ts';
import { createTokenKeeper } from './token-keeper.ts';
import { openUserBlobs } from './user-blobs.ts';
import { openUserFritext } from './user-fritext.ts';
import { aterskapadKey, isDamage, openUserReplica, type UserReplica } from './user-replica.ts';

/** Between two status events; the last one always comes. */
const statusMs = 250;
/** Between two looks at the clock: a lease that ends locks the screen, not only the next call. */
const lockMs = 60_000;
/** Between two looks at which documents are to be sent or fetched. */
const documentsMs = 500;
const probeKey = 'karna:plats';

export type SignedIn = {
  readonly userId: string;
  readonly sync: Sync;
  view(): SessionVy;
  status(): StatusVy;
  contact(): Contact;
  /** Undefined when what holds them could not be opened. */
  readonly documents: OwnDocuments | undefined;
  /** Answers a call of the services. */
  serve(name: CallName, input: unknown): unknown;
  /** Resolves when what was served as saved is on disk in the second copy too. */
  copied(): Promise<void>;
  close(): Promise<void>;
  abandon(): void;
};

export type SignInParts = {
  user: ComputerUser;
  /** The server's, when it was reached; without it the lease decides. */
  answer?: Answer;
  /** What is known of the contact with the server, when the replica may not know it. */
  contact?: Contact;
  /** The user has worked on this computer before. */
  known: boolean;
  /** What is known to be wrong with the replica. */
  damage?: unknown;
  /** Keeps who the user is, for a sign-in with no network. */
  remember: (user: ComputerUser) => void;
  /** The replica was found to be damaged while in use. */
  damaged?: (found: SignedIn, user: ComputerUser, error: unknown) => void;
};

/**
 * Opens the user's own replica on this computer and starts sync for it.
 * @throws CallFailure `lasen-utgatt`, `kontot-stangt`, `aterskapad-last`; ReplicaError
 */
export async function openSignedIn(deps: CoreDeps, parts: SignInParts): Promise<SignedIn> {
  const opened = await openUserReplica(deps, parts.user.id, parts);
  let blobs: Blobs | undefined;
  try {
    blobs = await openUserBlobs(deps, parts.user.id);
    return begin(deps, parts, opened, blobs);
  } catch (error) {
    blobs?.close();
    opened.replica.close();
    throw error;
  }
}

function begin(
  deps: CoreDeps,
  { user, answer, contact: known, remember, damaged }: SignInParts,
  opened: UserReplica,
  blobs: Blobs | undefined,
): SignedIn {
  const { clock, newId, timers, random, hooks, events, keys, log } = deps;
  const { replica } = opened;
  let { aterskapad } = opened;
  let described = describeUser(replica, user);
  let sparad: IsoInstant | null = null;
  let drafts = replica.drafts().length;
  const room = createDiskRoom({
    timers,
    probe: () => replica.setSetting(probeKey, nowOf(clock)),
    changed: () => statusEvents.request(),
    fault: (error) => fault('disk', error),
  });
  const setSetting = (nyckel: string, varde: unknown) => room.whenRoom(() => replica.setSetting(nyckel, varde));
  const contact = createContactKeeper({
    clock,
    leaseDays: deps.leaseDays,
    stored: known ?? storedContact(replica.setting(contactKey), replica.agreedAt()),
    write: (now) => setSetting(contactKey, now),
  });
  const address = serverAddress(deps.serverUrl);
  let itsOwn = belongsTo(replica, address);
  const anotherAddress = !itsOwn;
  // What another server says of this user counts only when the user has said that it is theirs.
  const mine = itsOwn ? answer : undefined;
  // The fresh replica does not know it: it stands there however the program ends.
  if (known) setSetting(contactKey, known);
  if (mine) contact.reached();
  const shut = contact.lock();
  // Signed in by another server than the replica's, the user is to be able to say that it is theirs; nothing is read before that.
  if (shut && (mine || !answer)) throw new CallFailure(aterskapad && shut === 'lasen-utgatt' ? 'aterskapad-last' : shut);
  const token = createTokenKeeper(deps, { setting: replica.setting, setSetting }, user.id, itsOwn);
  const scans = blobs && createOwnScans(deps, { replica, blobs, changed: () => events.emit({ event: 'skanning' }), fault });
  const binder = bindPort(deps);
  const sok = sokPort(deps);
  const fritext = openUserFritext(deps, opened, user.id, {
    rests: () => sync.status().fas === 'vilar' && replica.searchReady(),
    fault: (event, error) => fault(event, error),
  });
  const ports = {
    ...{ replica: readableReplica(replica, room), actor: () => actorOf(replica, user), clock, newId },
    binder: binder.port,
    kris: krisPort(deps),
    kopia: copyOutside(deps),
    skrivare: deps.skrivare,
    sok: sok.port,
    fritext,
    documents:
      blobs &&
      documentPort(deps, blobs, {
        fetch: async (id) => documents?.sync.fetch(id),
        lageOf: (id) => documents?.lageOf(id),
        unsent: () => documents?.sync.unsent() ?? [],
      }),
    scans: scans?.port,
  };
  const server = { serverUrl: deps.serverUrl, tenant: deps.tenant, token: token.current };
  const kir = deps.kirFactory(server);
  const askServer: AskKir = (personnummer, signal) =>
    isKnown() ? kir(personnummer, signal) : Promise.reject(new TransportError('The user has not said that the server is theirs'));
  const askKir = createKir(ports, askServer, (error) => {
    // Not reached is everyday; what the server refuses, or answers that cannot be read, somebody should see.
    if (!(error instanceof TransportError) || error.code !== undefined) log({ event: 'kir', ...describeError(error) });
  });
  const handlers = {
    ...createServices(ports),
    /** Answers later; the calls after it do not wait. */
    'kir.sok': ({ personnummer }: { personnummer: string }) => askKir(personnummer),
    'synk.godkannServer': () => {
      if (!itsOwn) {
        token.drop();
        setSetting(serverKey, address);
        itsOwn = true;
        if (answer) token.store(answer);
      }
      sync.acceptServer();
      return status();
    },
    'session.aterskapadLast': () => {
      aterskapad = undefined;
      setSetting(aterskapadKey, null);
      events.emit({ event: 'session', session: view() });
      return view();
    },
  };
  const unsentBytes = () => documents?.sync.unsent().length ?? 0;
  const status = () => statusOf(sync.status(), replica, { utkast: drafts, bytes: unsentBytes() }, { sparad, full: room.isFull() });
  const statusEvents = createThrottle(timers, statusMs, () => told(() => events.emit({ event: 'status', status: status() })));
  const sync = createSync({
    replica: withContact(
      // What only the bytes are missing of is unsent too.
      {
        ...withOutboxEvents(replica, () => events.emit({ event: 'utkorg' })),
        hasUnsent: () => replica.hasUnsent() || unsentBytes() > 0,
      },
      () => {
        contact.reached();
        told(lockMayHaveChanged);
      },
    ),
    transport: deps.transportFactory(server),
    clock,
    timers,
    random,
    ...(hooks ? { hooks } : {}),
    anotherAddress,
    onStatus: ({ ansluten, fas }) => {
      statusEvents.request();
      if (ansluten && fas === 'vilar') documentsMayMove.request();
      if (fas === 'vilar') fritext?.mayHaveChanged();
    },
    onError(error) {
      // A server that is not reached, or says no, is shown in the status; what else goes wrong is a fault of the program.
      if (error instanceof TransportError) {
        if (error.code === 'unauthorised') void renewToken();
        if (error.code === 'forbidden') accountClosed();
        return;
      }
      fault('sync', error);
    },
  });
  const documents = createOwnDocuments(deps, {
    replica,
    blobs,
    userId: user.id,
    server,
    isKnown: () => isKnown(),
    fas: () => sync.status().fas,
    moved: () => statusEvents.request(),
    fault,
  });
  const documentsMayMove = createThrottle(timers, documentsMs, () => told(() => documents?.sync.wake()));
  const forget = replica.onChange((scopes) => {
    documents?.sync.changed(scopes);
    documentsMayMove.request();
    events.changed(scopes);
    fritext?.mayHaveChanged();
    statusEvents.request();
    if (scopes.includes(katalogScope)) told(userMayHaveChanged);
  });

  /** What goes wrong with nobody waiting for an answer. */
  function fault(event: string, error: unknown): void {
    log({ event, ...describeError(error) });
    room.notice(error);
    if (isDamage(error)) damaged?.(self, described, error);
  }
  function told(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      fault('event', error);
    }
  }

  const view = () => ({ ...sessionView(described, keys.provkorning, aterskapad), ...lockNow() });
  const lockNow = () => {
    const last = contact.lock();
    return last ? { last } : {};
  };
  let lock = contact.lock();

  /** Locked or open again: the window shows it at once. */
  function lockMayHaveChanged(): void {
    const now = contact.lock();
    if (now === lock) return;
    lock = now;
    events.emit({ event: 'session', session: view() });
  }

  /** The server is the replica's, as far as anybody knows: what it says of the user counts, and it may be asked. */
  const isKnown = (): boolean => itsOwn && sync.status().nyServer === undefined;

  function accountClosed(): void {
    if (!isKnown()) return;
    told(contact.closed);
    // Locked, whether or not it could be kept.
    told(lockMayHaveChanged);
  }

  let lockTimer: unknown;
  function watchLock(): void {
    told(() => {
      if (!contact.lock()) contact.seen();
    });
    told(lockMayHaveChanged);
    lockTimer = timers.setTimeout(watchLock, lockMs);
  }

  async function renewToken(): Promise<void> {
    try {
      const given = await token.renew();
      if (given === 'new') void sync.kick(); // how it goes is told by the status
      if (given === 'closed') accountClosed();
    } catch (error) {
      fault('token', error);
    }
  }

  /** Another name, function or role in the catalogue is the user's from now on. */
  function userMayHaveChanged(): void {
    const now = describeUser(replica, described);
    if (JSON.stringify(now) === JSON.stringify(described)) return;
    described = now;
    room.whenRoom(() => remember(now));
    events.emit({ event: 'session', session: view() });
  }

  function serve(name: CallName, input: unknown): unknown {
    const { writes, whenLocked } = calls[name];
    const shut = contact.lock();
    if (shut && !whenLocked) {
      told(lockMayHaveChanged);
      throw new CallFailure(shut);
    }
    const handler = handlers[name as keyof typeof handlers] as (input: unknown) => unknown;
    const output = watchDisk(() => {
      if (!shut) contact.seen();
      if (name === 'kommando.kor') documents?.check(input as CallInput<'kommando.kor'>);
      return handler(input);
    });
    if (writes && !isRefusal(output)) {
      sparad = nowOf(clock);
      drafts = replica.drafts().length;
      statusEvents.request();
    }
    if (name === 'kommando.kor' && !isRefusal(output)) told(() => documents?.filed(input as CallInput<'kommando.kor'>));
    if (name === 'kommando.kor' || name === 'utkorg.avgjord' || name === 'meddelande.angra') {
      events.emit({ event: 'utkorg' });
      // What was refused and is done with has bytes that nobody needs.
      documentsMayMove.request();
    }
    const written = writtenDraft(name, input, output);
    if (written) events.emit({ event: 'utkast', ...written });
    return output;
  }

  function watchDisk<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      room.notice(error);
      if (isDamage(error)) damaged?.(self, described, error);
      throw error;
    }
  }

  function silence(): void {
    timers.clearTimeout(lockTimer);
    room.stop();
    statusEvents.stop();
    documentsMayMove.stop();
    scans?.stop();
    binder.stop();
    sok.stop();
    fritext?.stop();
    token.stop();
    forget();
  }

  const self: SignedIn = {
    userId: user.id,
    sync,
    view,
    status,
    contact: contact.current,
    documents,
    serve,
    copied: replica.copied,
    async close() {
      room.flush();
      silence();
      await Promise.all([sync.stop(), documents?.sync.stop(), fritext?.close()]);
      told(() => documents?.drop(ports.documents?.forhandsvisningar.keys() ?? []));
      blobs?.close();
      replica.close();
    },
    abandon() {
      silence();
      replica.abandonCopy();
      void Promise.all([sync.stop(), documents?.sync.stop(), fritext?.close()]).finally(() => {
        blobs?.close();
        replica.close();
      });
    },
  };
  if (mine) token.store(mine);
  if (itsOwn) setSetting(serverKey, address);
  watchLock();
  room.whenRoom(() => remember(described));
  documents?.sync.start();
  scans?.start();
  void sync.start(); // resolves after the first round; how it went is told by the status
  return self;
}

const isRefusal = (output: unknown): boolean => (output as Partial<KommandoSvar> | null)?.ok === false;

/** The draft that a call wrote or ended, if it did: other windows that show it follow. */
function writtenDraft(name: CallName, input: unknown, output: unknown): { nyckel: string; sparad: string | null } | undefined {
  const { nyckel, utkast } = input as { nyckel?: string; utkast?: string };
  if (name === 'utkast.spara' && nyckel !== undefined) return { nyckel, sparad: (output as CallOutput<'utkast.spara'>).sparad };
  if (name === 'utkast.kasta' && nyckel !== undefined) return { nyckel, sparad: null };
  return name === 'kommando.kor' && utkast !== undefined && !isRefusal(output) ? { nyckel: utkast, sparad: null } : undefined;
}

/** The replica for sync, telling when the server has answered this user. */
const withContact = (replica: SyncReplica, reached: () => void): SyncReplica => ({
  ...replica,
  storeHead(head) {
    replica.storeHead(head);
    reached();
  },
});
