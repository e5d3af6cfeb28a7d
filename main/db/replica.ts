import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { id as idField } from '../../shared/domain/fields.ts';
import { anvandare } from '../../shared/domain/katalog/records.ts';
import { rulebook as productRulebook, type Rulebook } from '../../shared/domain/rulebook/commands.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { isSame } from '../../shared/util/merge.ts';
import { createAccessLog } from './access-log.ts';
import { createAnswers } from './answers.ts';
import { createApplySlice } from './apply-slice.ts';
import { createBase } from './base.ts';
import { createBucketCursors } from './bucket-cursors.ts';
import { createBucketDigests } from './bucket-digests.ts';
import { createBucketSets } from './bucket-sets.ts';
import { createCare, type Unreadable } from './care.ts';
import { type Checkpointer, createCheckpointer } from './checkpointer.ts';
import type { Key } from './cipher.ts';
import { createCounts } from './counts.ts';
import { createDocuments } from './documents.ts';
import { createDrafts } from './draft.ts';
import { ReplicaError, toReplicaError, withReplicaErrors } from './errors.ts';
import { createFristUppskjutna } from './frist-uppskjutna.ts';
import { createFrister } from './frister.ts';
import { createLookAlikes } from './look-alikes.ts';
import { createMeta } from './meta.ts';
import { createNoteChanges, createNoteSource, type NoteSource } from './note-changes.ts';
import { openDatabase } from './open-database.ts';
import { createOutbox } from './outbox.ts';
import { createOutboxRows } from './outbox-rows.ts';
import { createPersonSearch } from './person-search.ts';
import type { Clock, Hooks, NewId, Replica, SyncDocuments, SyncReplica } from './ports.ts';
import { type Copied, readCopy } from './read-copy.ts';
import { createRebase } from './rebase.ts';
import { createRecordIds } from './record-ids.ts';
import { createRecordReads } from './record-reads.ts';
import { createRecordStore } from './record-store.ts';
import { createRemoval } from './removal.ts';
import { createRunCommand } from './run-command.ts';
import { copyName, finishSalvage, isSalvaged } from './salvaged-file.ts';
import { createSearchTable } from './search-table.ts';
import { createSecondCopy, type SecondCopy } from './second-copy.ts';
import { createSeen } from './seen.ts';
import { createSettings } from './setting.ts';
import { renewHeads } from './stored-heads.ts';
import { createWriter, notify } from './transaction.ts';
import { createUnreceived } from './unreceived.ts';

export type ReplicaOptions = {
  file: string;
  /** 256 random bits, as bytes or hexadecimal digits. */
  key: Key;
  /** Whose replica this is: one user's commands and one user's records. */
  anvandareId: string;
  clock: Clock;
  newId: NewId;
  hooks?: Hooks;
  /** Hears of records that are kept and not handed out, for they are not what their types say. */
  onUnreadable?: (found: Unreadable[]) => void;
  /** Hears what is wrong with the second copy; the replica is whole then. */
  copyFault?: (error: unknown) => void;
  /** Default: the product's. */
  rulebook?: Rulebook;
};

/** The replica as services ({@link Replica}) and sync ({@link SyncReplica}) use it. */
export type OpenReplica = Replica &
  SyncReplica &
  SyncDocuments & {
    /** Writes a copy, encrypted with the same key, to a file that does not exist (`VACUUM INTO`). */
    backupTo(file: string): void;
    /** Resolves when what was saved is on disk in the second copy too. */
    copied(): Promise<void>;
    /** What an index of the notes follows. `id` is this file's own: another replica has another. */
    notes: { id: string; source: NoteSource; forget(before: number): void };
    /** Left as by a killed process: nothing is copied any more. */
    abandonCopy(): void;
    close(): void;
  };

const actorSchema = anvandare.extend({ id: idField });

/**
 * Opens the encrypted replica (ARCHITECTURE 7), or makes it.
 * @throws ReplicaError with the codes of `errors.ts`; the file is then untouched. `databasen-skadad`: see quarantineAndSalvage
 */
export function openReplica(options: ReplicaOptions): OpenReplica {
  const { file, key, clock, copyFault = () => {} } = options;
  if (isSalvaged(file)) finishSalvage(file, clock.now());
  const copied = readCopy(copyName(file), key);
  if (copied && !sizeOf(file)) throw new ReplicaError('databasen-skadad', { forlust: 'saknas' });
  const hasLog = sizeOf(`${file}-wal`) > 0;
  const db = openWith(file, key, copied);
  try {
    checkIsNewest(createMeta(db).get('copied') ?? 0, copied, hasLog);
    const log = createCheckpointer(file, key, () => sizeOf(`${file}-wal`));
    return replicaOn(db, options, log, { copy: createSecondCopy(copyName(file), key, copyFault), copied });
  } catch (error) {
    db.close();
    throw toReplicaError(error);
  }
}

/** The second copy has been read with the key: what the key does not open is damaged. */
function openWith(file: string, key: Key, copied: Copied | undefined): Database.Database {
  try {
    return openDatabase(file, key);
  } catch (error) {
    const blamed = error instanceof ReplicaError && error.code === 'databasen-fel-nyckel' && copied !== undefined && copied.nr > 0;
    throw blamed ? new ReplicaError('databasen-skadad', { cause: error }) : error;
  }
}

/** There is a file with something in it, or a salvaged one on its way to its place. */
export const replicaIsThere = (file: string): boolean => sizeOf(file) > 0 || isSalvaged(file);

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/**
 * The copy is at most one write ahead of the replica, and none when the program closed it, which leaves no log: what lags
 * further behind has lost its log, or is an older file in the newer one's place.
 */
function checkIsNewest(here: number, copied: Copied | undefined, hasLog: boolean): void {
  const ahead = (copied?.nr ?? 0) - here;
  if (ahead > 1 || (ahead === 1 && !hasLog)) throw new ReplicaError('databasen-skadad', { forlust: hasLog ? 'aldre' : 'loggen' });
}

/** The replica in an opened database; it closes it. */
export function replicaOn(
  db: Database.Database,
  {
    anvandareId,
    clock,
    newId,
    hooks = { step: () => {} },
    rulebook = productRulebook,
    onUnreadable = () => {},
  }: Omit<ReplicaOptions, 'file' | 'key'>,
  log: Checkpointer,
  beside?: { copy: SecondCopy; copied: Copied | undefined },
): OpenReplica {
  const localWrites = new Set<() => void>();
  const onLocalWrite = () => notify(localWrites);
  const writer = createWriter(db);
  const meta = createMeta(db);
  const sets = createBucketSets(db, writer);
  const search = createSearchTable(db, meta, writer);
  const ids = createRecordIds(db, meta, writer);
  const digests = createBucketDigests(sets, writer);
  const notes = createNoteChanges(db);
  const store = createRecordStore(db, { ids, search, digests, notes });
  renewHeads({ meta, store, writer });
  const care = createCare((found) => {
    onUnreadable(found);
    writer.readAnew([...new Set(found.map(({ scope }) => scope))]);
  });
  const reads = createRecordReads(db, care, ids);
  const outbox = createOutbox(db);
  const base = createBase(db, ids);
  const drafts = createDrafts(db);
  const settings = createSettings(db);
  const rebase = createRebase({ rulebook, outbox, base, store, reads, meta, hooks });
  const answers = createAnswers({ outbox, meta, rebase, writer, newId });
  const cursors = createBucketCursors(db, sets, meta);
  const { forgetSeen, ...seen } = createSeen(db, meta, writer);
  const { logAccess, ...accessLog } = createAccessLog(db, writer, onLocalWrite);
  const { begin: beginFrister, fristerReady, computeFristerSome, ...klocka } = createFrister(db, { meta, reads, writer, clock });
  const {
    stateOf: _stateOf,
    unsignedIn: _unsignedIn,
    lastWrittenIn: _lastWrittenIn,
    personsAfter: _personsAfter,
    listIn: _listIn,
    ...published
  } = reads;

  const unreceived = beside && createUnreceived(db, { outbox, drafts, settings, meta, rebase, writer, copy: beside.copy });
  if (meta.get('clientId') === undefined) writer.write(() => meta.set('clientId', newId()));
  if (meta.get('notes') === undefined) writer.writeBulk(() => meta.set('notes', newId()));

  if (beside?.copied && beside.copied.nr > (meta.get('copied') ?? 0)) unreceived?.takeOver(beside.copied);
  unreceived?.begin();
  beginFrister();

  const sync: SyncReplica = {
    identity: () => ({ clientId: meta.get('clientId') ?? '', epoch: meta.get('epoch') ?? null }),
    onLocalWrite(listener) {
      localWrites.add(listener);
      return () => localWrites.delete(listener);
    },
    unanswered: answers.unanswered,
    markSent: answers.markSent,
    storeResults: (results) => writer.writeBulk((touch) => answers.storeWithin(results, touch)),
    refuseUnsendable: (id, code) => answers.refuseUnsendable(id, code, clock.now().toISOString()),
    startOver(epoch) {
      writer.write(() => {
        answers.newClient(true);
        cursors.refill(cursors.cursors().map(({ bucket }) => bucket));
        meta.drop('covered');
        if (epoch !== (meta.get('epoch') ?? null)) {
          forgetSeen();
          meta.drop('begun');
        }
        if (epoch === null) meta.drop('epoch');
        else meta.set('epoch', epoch);
      });
    },
    countReceived: outbox.countReceived,
    hasUnsent: () => outbox.anyUnsent() || accessLog.accessEntries(1).length > 0,
    pullState: () => ({ cursors: cursors.cursors(), resultsAfter: answers.resultsAfter() }),
    storeHead(head) {
      writer.writeBulk((touch) => {
        meta.set('epoch', head.epoch);
        const actor = actorSchema.safeParse(head.anvandare);
        if (actor.success && actor.data.id === anvandareId) meta.set('actor', actor.data);
        if (!isSame(meta.get('tjanster') ?? [], head.tjanster ?? [])) {
          meta.set('tjanster', head.tjanster ?? []);
          // The catalogue's view tells of them.
          touch(katalogScope);
        }
        cursors.grant(head.buckets);
        answers.storeWithin(head.results, touch);
        answers.prune(head.serverTime);
      });
    },
    refill: (buckets) => writer.write(() => cursors.refill(buckets)),
    scopeOf: (id) => store.get(id)?.scope ?? rebase.baseScope(id),
    ...createApplySlice({ meta, sets, cursors, store, rebase, outbox, writer }),
    ...createRemoval({ outbox, base, sets, cursors, store, rebase, writer }),
    ...createCounts(store, base, sets, digests),
    deferIds: () => writer.writeBulk(() => ids.defer()),
    idsWaiting: ids.waiting,
    indexIdsSome: (limit) => writer.writeBulk(() => ids.indexSome(limit)),
    suspendSearch: () => writer.writeBulk(() => search.suspend()),
    fristerReady,
    computeFristerSome,
    searchReady: search.ready,
    rebuildSearchSome: (limit) => writer.writeBulk(() => search.rebuildSome(limit)),
    ...accessLog,
    tidyLog: log.tidy,
    agreedAt: () => meta.get('agreedAt') ?? null,
  };

  const methods = withReplicaErrors<Omit<OpenReplica, 'notes'>>({
    ...sync,
    ...published,
    ...klocka,
    ...createFristUppskjutna(db),
    ...createDocuments(db),
    filings: outbox.filings,
    drafted: drafts.drafted,
    isFilingSettled: outbox.isFilingSettled,
    ...createOutboxRows(outbox, rulebook),
    withdraw: (id, draft) =>
      writer.write((touch) => {
        if (!answers.withdraw(id, draft.savedAt, touch)) return false;
        drafts.saveDraft(draft);
        return true;
      }),
    settle: (id) => writer.write(() => outbox.settle(id)),
    draft: drafts.draft,
    drafts: drafts.drafts,
    saveDraft: (draft) => writer.write(() => drafts.saveDraft(draft)),
    dropDraft: (nyckel) => writer.write(() => drafts.dropDraft(nyckel)),
    moveDraft: (nyckel, draft) =>
      writer.write(() => {
        drafts.saveDraft(draft);
        if (draft.nyckel !== nyckel) drafts.dropDraft(nyckel);
      }),
    tjanster: () => meta.get('tjanster') ?? [],
    setting: settings.setting,
    setSetting: (nyckel, varde) => writer.write(() => settings.setSetting(nyckel, varde)),
    ...seen,
    logAccess,
    searchPersons: createPersonSearch(db),
    lookAlikes: createLookAlikes(db, ids),
    runCommand: createRunCommand({ rulebook, outbox, drafts, meta, reads, rebase, writer, newId, onLocalWrite }),
    onChange: writer.onChange,
    backupTo(to) {
      writer.settle();
      db.prepare('VACUUM INTO ?').run(to);
    },
    copied: async () => unreceived?.settled(),
    abandonCopy: () => unreceived?.close(),
    close() {
      unreceived?.close();
      log.close();
      // Slices that are open end with it: the page that they are of comes again.
      db.close();
    },
  });
  const forget = (before: number) => writer.writeBulk(() => notes.forget(before));
  return { ...methods, notes: { id: meta.get('notes') ?? '', source: createNoteSource(db, writer.settle), forget } };
}
