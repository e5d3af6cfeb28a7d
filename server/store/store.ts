import { sql } from 'kysely';
import { appendAccess } from './access-log.ts';
import { commandsOnAkt } from './akt-historik.ts';
import { aktiveringar } from './aktiveringar.ts';
import { addDataKey, dataKeys } from './blob-keys.ts';
import { beginBlobParts, blobPartDone, blobParts, dropBlob, forgetPart, objectsOf, strayParts, wholeReceived } from './blob-parts.ts';
import {
  blobNotReceived,
  blobReceived,
  countReceived,
  dokumentById,
  dropOrphanBlobs,
  forgetReceived,
  receivedAs,
} from './blob-received.ts';
import { type Catalogue, createCatalogues } from './catalogue.ts';
import { findClient } from './client.ts';
import { type Database, openDatabase, type Reader, type Timeouts, type Tx, timeoutsOf } from './database.ts';
import { overDatabase } from './database-of.ts';
import { beginDigital, dropDigital, postponeDigital, takeDigital } from './digital-post.ts';
import { ejKontrollerade } from './ej-kontrollerade.ts';
import { kirQuestions, skyddByNumber } from './kir-questions.ts';
import { migrate } from './migrate.ts';
import { namedMembers, protectedContacts, protectedNumbers } from './named-members.ts';
import { countNight, finishNight, holdNight, listNights, passNight, releaseNight, takeNight } from './nights.ts';
import {
  beginNotice,
  dropOldNotices,
  giveUpNotices,
  noticeReceivers,
  noticeTold,
  recoverNotices,
  settleNotice,
  takeNotices,
  untoldNotices,
} from './notices.ts';
import { kunderByEarlierNumber, kunderByNumber, personRecord } from './person-record.ts';
import { listenForPokes, notifyPoke } from './poke-channel.ts';
import {
  dropOldPortalDrafts,
  dropPortalDraft,
  followPortalAnsokningar,
  portalAnsokan,
  portalAnsokanHanded,
  portalAnsokanRefused,
  portalAnsokningar,
  savePortalAnsokan,
  sentPortalAnsokningar,
} from './portal-ansokningar.ts';
import { godkannandenFor } from './portal-godkannanden.ts';
import { dropOldPortalInkomster, dropPortalInkomst, portalInkomst, portalInkomster, savePortalInkomst } from './portal-inkomster.ts';
import { followPortalKontakter, portalKontakter, portalProfil } from './portal-kontakter.ts';
import { portalMessages } from './portal-messages.ts';
import {
  actInPortal,
  beginPortalSession,
  beginPortalSignIn,
  endPortalSession,
  findPortalSession,
  takePortalSignIn,
} from './portal-sessions.ts';
import { recordsBeyond } from './pull-rows.ts';
import type { UnreadableRecord } from './read-document.ts';
import { ensureTenant, findTenant, listTenants, newEpoch, prune, type Tenant } from './tenant.ts';
import { type Burst, inTransaction } from './transaction.ts';
import { undividedAkter } from './undivided-akter.ts';
import { waitingMessages } from './waiting-messages.ts';
import { waitingUtskick } from './waiting-utskick.ts';

/** A read or an operation of this folder, on the store's own database. */
type Bound<Of> = Of extends (db: never, ...given: infer Given) => infer Answer ? (...given: Given) => Answer : never;

/** Who asks, and may they: for the two kinds of requests on connections of their own. */
type Callers = {
  /** @param tenant any text: callers have it from addresses and from tokens that are not verified yet */
  findTenant: Bound<typeof findTenant>;
  /** @param tx to read in; without one, by itself */
  catalogueOf(tenant: Pick<Tenant, 'tenant' | 'epoch' | 'catalogue_version'>, tx?: Reader | Burst): Promise<Catalogue>;
};

/** The server's state, all of it in PostgreSQL: what others may read and do of it, each by a name. */
export type Store = Callers & {
  /** For those who read: they stand in no push's way. */
  readers: Callers;
  /** Runs `work` in a transaction whose statements are sent in bursts. */
  transaction<T>(work: (tx: Burst) => Promise<T>): Promise<T>;
  /** Reads in one snapshot, on connections that no push waits for. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** @throws when the database does not answer, or not soon */
  answers(): Promise<void>;
  /** Whether snapshots stand in line for a connection. */
  pagesWait(): boolean;
  listTenants: Bound<typeof listTenants>;
  ensureTenant: Bound<typeof ensureTenant>;
  findClient: Bound<typeof findClient>;
  appendAccess: Bound<typeof appendAccess>;
  personRecord: Bound<typeof personRecord>;
  kunderByEarlierNumber: Bound<typeof kunderByEarlierNumber>;
  kunderByNumber: Bound<typeof kunderByNumber>;
  commandsOnAkt: Bound<typeof commandsOnAkt>;
  ejKontrollerade: Bound<typeof ejKontrollerade>;
  kirQuestions: Bound<typeof kirQuestions>;
  skyddByNumber: Bound<typeof skyddByNumber>;
  namedMembers: Bound<typeof namedMembers>;
  protectedNumbers: Bound<typeof protectedNumbers>;
  protectedContacts: Bound<typeof protectedContacts>;
  undividedAkter: Bound<typeof undividedAkter>;
  aktiveringar: Bound<typeof aktiveringar>;
  takeNight: Bound<typeof takeNight>;
  passNight: Bound<typeof passNight>;
  holdNight: Bound<typeof holdNight>;
  releaseNight: Bound<typeof releaseNight>;
  countNight: Bound<typeof countNight>;
  finishNight: Bound<typeof finishNight>;
  listNights: Bound<typeof listNights>;
  godkannandenFor: Bound<typeof godkannandenFor>;
  beginPortalSession: Bound<typeof beginPortalSession>;
  findPortalSession: Bound<typeof findPortalSession>;
  actInPortal: Bound<typeof actInPortal>;
  endPortalSession: Bound<typeof endPortalSession>;
  beginPortalSignIn: Bound<typeof beginPortalSignIn>;
  takePortalSignIn: Bound<typeof takePortalSignIn>;
  portalAnsokningar: Bound<typeof portalAnsokningar>;
  portalAnsokan: Bound<typeof portalAnsokan>;
  savePortalAnsokan: Bound<typeof savePortalAnsokan>;
  dropPortalDraft: Bound<typeof dropPortalDraft>;
  dropOldPortalDrafts: Bound<typeof dropOldPortalDrafts>;
  sentPortalAnsokningar: Bound<typeof sentPortalAnsokningar>;
  portalAnsokanHanded: Bound<typeof portalAnsokanHanded>;
  portalAnsokanRefused: Bound<typeof portalAnsokanRefused>;
  followPortalAnsokningar: Bound<typeof followPortalAnsokningar>;
  takeNotices: Bound<typeof takeNotices>;
  beginNotice: Bound<typeof beginNotice>;
  settleNotice: Bound<typeof settleNotice>;
  recoverNotices: Bound<typeof recoverNotices>;
  untoldNotices: Bound<typeof untoldNotices>;
  noticeTold: Bound<typeof noticeTold>;
  noticeReceivers: Bound<typeof noticeReceivers>;
  dropOldNotices: Bound<typeof dropOldNotices>;
  portalMessages: Bound<typeof portalMessages>;
  /** What a kund was sent of inkomstblanketter and answered, and what she has typed in one (MEDB-06). */
  portalInkomster: Bound<typeof portalInkomster>;
  portalInkomst: Bound<typeof portalInkomst>;
  savePortalInkomst: Bound<typeof savePortalInkomst>;
  dropPortalInkomst: Bound<typeof dropPortalInkomst>;
  dropOldPortalInkomster: Bound<typeof dropOldPortalInkomster>;
  waitingMessages: Bound<typeof waitingMessages>;
  waitingUtskick: Bound<typeof waitingUtskick>;
  takeDigital: Bound<typeof takeDigital>;
  beginDigital: Bound<typeof beginDigital>;
  postponeDigital: Bound<typeof postponeDigital>;
  dropDigital: Bound<typeof dropDigital>;
  followPortalKontakter: Bound<typeof followPortalKontakter>;
  portalKontakter: Bound<typeof portalKontakter>;
  portalProfil: Bound<typeof portalProfil>;
  recordsBeyond: Bound<typeof recordsBeyond>;
  dataKeys: Bound<typeof dataKeys>;
  addDataKey: Bound<typeof addDataKey>;
  blobParts: Bound<typeof blobParts>;
  beginBlobParts: Bound<typeof beginBlobParts>;
  objectsOf: Bound<typeof objectsOf>;
  blobPartDone: Bound<typeof blobPartDone>;
  dropBlob: Bound<typeof dropBlob>;
  wholeReceived: Bound<typeof wholeReceived>;
  strayParts: Bound<typeof strayParts>;
  dropOrphanBlobs: Bound<typeof dropOrphanBlobs>;
  forgetPart: Bound<typeof forgetPart>;
  dokumentById: Bound<typeof dokumentById>;
  receivedAs: Bound<typeof receivedAs>;
  blobReceived: Bound<typeof blobReceived>;
  blobNotReceived: Bound<typeof blobNotReceived>;
  countReceived: Bound<typeof countReceived>;
  forgetReceived: Bound<typeof forgetReceived>;
  /** Tells all nodes that a tenant has news. A failure is logged: clients also ask by themselves. */
  poke(tenant: string): Promise<void>;
  /** @param heard undefined: any tenant may have news */
  onPoke(heard: (tenant: string | undefined) => void): void;
  /** Drops tombstones up to and including a version and raises the horizon to it. */
  prune(tenant: string, through: number): Promise<void>;
  /** Gives the tenant (undefined: all) a new epoch, after a restore; what waited to be told to somebody may have been. */
  newEpoch(tenant?: string): Promise<{ tenant: string; epoch: string }[]>;
  close(): Promise<void>;
};

/** For what is under way to end and PostgreSQL to have heard it, when the store is closed. */
const goodbyeMs = 5000;

export type StoreOptions = {
  connections: number;
  timeouts?: Partial<Timeouts>;
  onError: (error: unknown) => void;
  /** Records of a municipality's catalogue cannot be read. */
  onUnreadable?: (tenant: string, found: UnreadableRecord[]) => void;
};

/**
 * @param options.connections at most so many to the database, a tenth of them for pages of a pull; one more listens, and two make tables and load
 * @throws StartupError when the database cannot be reached, or is newer than this program
 */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  const { connections, onError, timeouts: given = {} } = options;
  const timeouts = timeoutsOf(given);
  // Hundreds of clients pull when one has saved. A save must not stand in their queue, nor wait for the processor behind several of
  // their pages, each of which is some milliseconds of it.
  const forPages = Math.max(1, Math.floor(connections / 10));
  const { pool, db } = openDatabase(url, Math.max(1, connections - forPages), onError, timeouts);
  const pages = openDatabase(url, forPages, onError, timeouts);
  const { db: patient } = openDatabase(url, 2, onError);
  const destroy = () => Promise.all([db.destroy(), pages.db.destroy(), patient.destroy()]);
  const listeners = new Set<(tenant: string | undefined) => void>();
  let stopListening: () => Promise<void>;
  try {
    await migrate(patient, placeOf(url));
    stopListening = await listenForPokes(
      url,
      (tenant) => {
        for (const listener of listeners) listener(tenant);
      },
      onError,
    );
  } catch (error) {
    await destroy();
    throw error;
  }
  const poke = coalesced((tenant: string) => notifyPoke(db, tenant).then(() => undefined, onError));
  const catalogueOf = createCatalogues(options.onUnreadable);
  const callers = (on: Database): Callers => ({
    findTenant: (tenant) => findTenant(on, tenant),
    catalogueOf: (tenant, tx = on) => catalogueOf(tx, tenant),
  });
  return overDatabase<Store>(
    { db, patient },
    {
      ...callers(db),
      readers: callers(pages.db),
      transaction: (work) => inTransaction(pool, work),
      snapshot: (work) => pages.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
      answers: () => within(3000, sql`select 1`.execute(db)),
      pagesWait: () => pages.pool.waitingCount > 0,
      listTenants: () => listTenants(db),
      ensureTenant: (...given) => ensureTenant(db, ...given),
      findClient: (...given) => findClient(db, ...given),
      appendAccess: (...given) => appendAccess(db, ...given),
      kunderByEarlierNumber: (...given) => kunderByEarlierNumber(db, ...given),
      kunderByNumber: (...given) => kunderByNumber(db, ...given),
      personRecord: (...given) => personRecord(db, ...given),
      commandsOnAkt: (...given) => commandsOnAkt(db, ...given),
      ejKontrollerade: (...given) => ejKontrollerade(db, ...given),
      kirQuestions: (...given) => kirQuestions(db, ...given),
      skyddByNumber: (...given) => skyddByNumber(db, ...given),
      namedMembers: (...given) => namedMembers(db, ...given),
      protectedNumbers: (...given) => protectedNumbers(db, ...given),
      protectedContacts: (...given) => protectedContacts(db, ...given),
      undividedAkter: (...given) => undividedAkter(db, ...given),
      aktiveringar: (...given) => aktiveringar(db, ...given),
      takeNight: (...given) => takeNight(db, ...given),
      passNight: (...given) => passNight(db, ...given),
      holdNight: (...given) => holdNight(db, ...given),
      releaseNight: (...given) => releaseNight(db, ...given),
      // It counts all of a night: as long as that takes.
      countNight: (...given) => countNight(patient, ...given),
      finishNight: (...given) => finishNight(patient, ...given),
      listNights: (...given) => listNights(db, ...given),
      godkannandenFor: (...given) => godkannandenFor(db, ...given),
      beginPortalSession: (...given) => beginPortalSession(db, ...given),
      findPortalSession: (...given) => findPortalSession(db, ...given),
      actInPortal: (...given) => actInPortal(db, ...given),
      endPortalSession: (...given) => endPortalSession(db, ...given),
      beginPortalSignIn: (...given) => beginPortalSignIn(db, ...given),
      takePortalSignIn: (...given) => takePortalSignIn(db, ...given),
      portalAnsokningar: (...given) => portalAnsokningar(db, ...given),
      portalAnsokan: (...given) => portalAnsokan(db, ...given),
      savePortalAnsokan: (...given) => savePortalAnsokan(db, ...given),
      dropPortalDraft: (...given) => dropPortalDraft(db, ...given),
      dropOldPortalDrafts: (...given) => dropOldPortalDrafts(db, ...given),
      sentPortalAnsokningar: (...given) => sentPortalAnsokningar(db, ...given),
      portalAnsokanHanded: (...given) => portalAnsokanHanded(db, ...given),
      portalAnsokanRefused: (...given) => portalAnsokanRefused(db, ...given),
      followPortalAnsokningar: (...given) => followPortalAnsokningar(db, ...given),
      takeNotices: (...given) => takeNotices(db, ...given),
      beginNotice: (...given) => beginNotice(db, ...given),
      settleNotice: (...given) => settleNotice(db, ...given),
      recoverNotices: (...given) => recoverNotices(db, ...given),
      untoldNotices: (...given) => untoldNotices(db, ...given),
      noticeTold: (...given) => noticeTold(db, ...given),
      dropOldNotices: (...given) => dropOldNotices(db, ...given),
      noticeReceivers: (...given) => noticeReceivers(db, ...given),
      portalMessages: (...given) => portalMessages(db, ...given),
      portalInkomster: (...given) => portalInkomster(db, ...given),
      portalInkomst: (...given) => portalInkomst(db, ...given),
      savePortalInkomst: (...given) => savePortalInkomst(db, ...given),
      dropPortalInkomst: (...given) => dropPortalInkomst(db, ...given),
      dropOldPortalInkomster: (...given) => dropOldPortalInkomster(db, ...given),
      waitingMessages: (...given) => waitingMessages(db, ...given),
      waitingUtskick: (...given) => waitingUtskick(db, ...given),
      takeDigital: (...given) => takeDigital(db, ...given),
      beginDigital: (...given) => beginDigital(db, ...given),
      postponeDigital: (...given) => postponeDigital(db, ...given),
      dropDigital: (...given) => dropDigital(db, ...given),
      followPortalKontakter: (...given) => followPortalKontakter(db, ...given),
      portalKontakter: (...given) => portalKontakter(db, ...given),
      portalProfil: (...given) => portalProfil(db, ...given),
      recordsBeyond: (...given) => recordsBeyond(db, ...given),
      dataKeys: (...given) => dataKeys(db, ...given),
      addDataKey: (...given) => addDataKey(db, ...given),
      blobParts: (...given) => blobParts(db, ...given),
      beginBlobParts: (...given) => beginBlobParts(db, ...given),
      objectsOf: (...given) => objectsOf(db, ...given),
      blobPartDone: (...given) => blobPartDone(db, ...given),
      wholeReceived: (...given) => wholeReceived(db, ...given),
      dropBlob: (...given) => dropBlob(db, ...given),
      strayParts: (...given) => strayParts(db, ...given),
      dropOrphanBlobs: (...given) => dropOrphanBlobs(db, ...given),
      forgetPart: (...given) => forgetPart(db, ...given),
      dokumentById: (...given) => dokumentById(db, ...given),
      receivedAs: (...given) => receivedAs(db, ...given),
      blobReceived: (...given) => blobReceived(db, ...given),
      blobNotReceived: (...given) => blobNotReceived(db, ...given),
      countReceived: (...given) => countReceived(patient, ...given),
      forgetReceived: (...given) => forgetReceived(patient, ...given),
      poke,
      onPoke: (heard) => {
        listeners.add(heard);
      },
      prune: (tenant, through) => patient.transaction().execute((tx) => prune(tx, tenant, through)),
      async newEpoch(tenant) {
        await giveUpNotices(patient, tenant, new Date().toISOString());
        return newEpoch(db, tenant);
      },
      async close() {
        // A goodbye over a road that has died is never answered, and the process is to end all the same.
        const goodbye = Promise.all([stopListening(), destroy()]);
        await within(goodbyeMs, goodbye).catch(onError);
      },
    },
  );
}

/** Host, port and database of a connection URL, without user and password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL (which is not a URL)';
  const { host, pathname } = new URL(url);
  return `${host || 'localhost'}${pathname}`;
}

async function within(ms: number, answer: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`no answer within ${ms / 1000} s`)), ms);
  try {
    await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** While a call for a tenant is under way, all that come wait for one more, which began after them. */
function coalesced(call: (tenant: string) => Promise<void>): (tenant: string) => Promise<void> {
  const running = new Map<string, { now: Promise<void>; next?: Promise<void> }>();
  return (tenant) => {
    const under = running.get(tenant);
    if (under) {
      under.next ??= under.now.then(() => start(tenant));
      return under.next;
    }
    return start(tenant);
  };
  function start(tenant: string): Promise<void> {
    const now = call(tenant).finally(() => {
      if (running.get(tenant)?.now === now && !running.get(tenant)?.next) running.delete(tenant);
    });
    running.set(tenant, { now });
    return now;
  }
}
