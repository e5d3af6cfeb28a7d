import { randomUUID } from 'node:crypto';
import { bucketsOfAnvandare, bucketsOfScope, partOf } from '../../../shared/domain/buckets.ts';
import { type Actor, isRejection, type Rejection, reject } from '../../../shared/domain/command.ts';
import { kanLasaAkt } from '../../../shared/domain/lasare.ts';
import { type RecordData, type RecordType, recordSchemas, type StoredRecord, schemaNumber } from '../../../shared/domain/records.ts';
import { decideCommand, readCommand, scopeOf } from '../../../shared/domain/rulebook/commands.ts';
import { katalogScope, personOfScope } from '../../../shared/domain/scope.ts';
import { stateOf, type TestRecord } from '../../../shared/domain/testing/state.ts';
import { memoryReplica } from '../../db/testing/memory-replica.ts';
import { asSent } from '../../db/testing/replica.ts';
import { indexInMemory } from '../../fritext/testing/index-in-memory.ts';
import type { BindPort, Clock, CopyPort, DocumentPort, FritextPort, ScanPort, SkrivarPort, SokPort } from '../ports.ts';
import { createServices } from '../services.ts';
import { anvandare, katalogRecords } from './records.ts';

/** A record as the server has it, before it has given it a version. */
export type GivenRecord = Pick<StoredRecord, 'type' | 'id' | 'scope' | 'data'>;

/**
 * The services over a replica in memory that holds what a pull of these records would give this user: what lies in buckets of
 * others is not there. Sync is absent; the test is the server.
 * @throws ZodError for a record that could not exist
 */
export function servicesOn({
  records,
  actor,
  tjanster = [],
  clock,
  documents,
  skrivare,
  kopia,
  scans,
  binder,
  sok,
  fritext: given,
}: {
  records: GivenRecord[];
  actor: Actor;
  /** What the server sends outside. */
  tjanster?: readonly string[] | undefined;
  clock: Clock;
  documents?: DocumentPort | undefined;
  skrivare?: SkrivarPort | undefined;
  kopia?: CopyPort | undefined;
  scans?: ScanPort | undefined;
  binder?: BindPort | undefined;
  sok?: SokPort | undefined;
  /** Without it an index in memory that never lags. */
  fritext?: FritextPort | undefined;
}) {
  const replica = memoryReplica({ anvandareId: actor.id, clock, newId: randomUUID });
  const fritext = given ?? indexInMemory(replica.notes).port;
  const mine = bucketsOfAnvandare(actor);
  const onServer = new Map<string, GivenRecord>();
  const scopes = new Set<string>();
  let version = 1;

  /** Gives the replica records as a pull would. */
  function apply(changed: GivenRecord[]): void {
    version += 1;
    for (const record of changed) {
      recordSchemas[record.type].parse(record.data);
      onServer.set(record.id, record);
      scopes.add(record.scope);
    }
    const items = [...new Set(changed.map(({ scope }) => scope))].flatMap((scope) => {
      const buckets = bucketsIn(scope);
      return changed
        .filter((record) => record.scope === scope)
        .map(({ data, type, id }) => ({
          t: 'put' as const,
          buckets: (buckets.get(id) ?? []).filter((bucket) => mine.includes(bucket)),
          record: { type, id, scope, version, schema: schemaNumber(type) },
          ...asSent(data),
        }));
    });
    const cursors = mine.map((bucket) => ({ bucket, version, fill: null }));
    replica.applySlice(items, { cursors, version, agreedAt: clock.now().toISOString() });
    // As a round of sync ends.
    while (!replica.computeFristerSome(100));
  }

  /** A pull brings a document of today's schema number that is not what its type says. */
  function applyBroken({ type, id, scope, data }: GivenRecord): void {
    version += 1;
    const record = { type, id, scope, version, schema: schemaNumber(type) };
    const cursors = mine.map((bucket) => ({ bucket, version, fill: null }));
    replica.applySlice([{ t: 'put', buckets: mine, record, ...asSent(data) }], {
      ...{ cursors, version, agreedAt: clock.now().toISOString() },
    });
  }

  function bucketsIn(scope: string): Map<string, string[]> {
    const parts = [...onServer.values()].filter((record) => record.scope === scope).map(({ type, id, data }) => partOf(type, id, data));
    return bucketsOfScope(scope, parts);
  }

  /** What commands of a scope are decided on at the server. */
  function serverState(scope: string) {
    const all = [...onServer.values()] as (GivenRecord & TestRecord)[];
    const isRead = (one: GivenRecord) => one.scope === scope || one.scope === katalogScope || one.type === 'eansokan';
    return stateOf(
      all.filter(isRead),
      all.filter((one) => !isRead(one)),
    );
  }

  /** What the server refuses before it asks the rules (server/sync/handle-commands.ts): an akt that is not there, or not the user's. */
  function reachFault(read: ReturnType<typeof readCommand>, by: Actor): Rejection | undefined {
    const personId = read.ok ? personOfScope(read.value.scope) : undefined;
    if (!read.ok || personId === undefined) return undefined;
    const { skaparAkt, overVaggen } = read.value.definition;
    const person = onServer.get(personId)?.data as RecordData<'person'> | undefined;
    if (!person) return skaparAkt ? undefined : reject('akten-finns-inte');
    return overVaggen || kanLasaAkt(by, personId, person) ? undefined : reject('atkomst-saknas');
  }

  /** Whoever the user is by now, as the server's catalogue has it. */
  function actorOnServer(): Actor {
    const now = onServer.get(actor.id);
    return now?.type === 'anvandare' ? { id: actor.id, ...(now.data as RecordData<'anvandare'>) } : actor;
  }

  /**
   * The server takes all that waits: each command is decided by the rulebook on what the server has, and a pull brings what came of it.
   * @param meanwhile what the server has had before that, and this replica not
   * @param never ids of what this replica has, and the server not: it refused that, or lost it
   */
  function push(meanwhile: GivenRecord[], never: readonly string[] = []): void {
    for (const record of meanwhile) onServer.set(record.id, record);
    for (const id of never) onServer.delete(id);
    const by = actorOnServer();
    for (const { seq, id, name, version: shape, input, at } of replica.unanswered({ commands: 100, bytes: 1 << 20 })) {
      const read = readCommand(name, shape, input, by);
      const scope = read.ok ? read.value.scope : katalogScope;
      const decision = reachFault(read, by) ?? decideCommand(read, serverState(scope), { now: at, actor: by, kommandoId: id });
      if (isRejection(decision)) {
        replica.storeResults([{ seq, id, outcome: 'refused', version, at, ...decision }]);
        continue;
      }
      replica.storeResults([{ seq, id, outcome: 'ok', version: version + 1, at }]);
      apply(
        decision.map((change) => {
          if (change.op === 'delete') throw new Error(`${name} takes ${change.type} away, which this server cannot`);
          return { type: change.type, id: change.id, scope: read.ok ? scopeOf(read.value, change) : scope, data: change.data };
        }),
      );
    }
    apply(meanwhile);
  }

  const as = (reader: Actor) =>
    createServices({ replica, actor: () => reader, clock, newId: randomUUID, documents, skrivare, kopia, scans, binder, sok, fritext });
  const head = {
    t: 'head' as const,
    epoch: randomUUID(),
    version,
    buckets: mine,
    lastSeq: 0,
    results: [],
    anvandare: actor,
    tjanster: [...tjanster],
  };
  replica.storeHead({ ...head, serverTime: clock.now().toISOString() });
  replica.onChange((touched) => {
    for (const scope of touched) scopes.add(scope);
  });
  apply(records);

  return {
    replica,
    call: as(actor),
    as,
    apply,
    applyBroken,
    push,
    accessLog: () => replica.accessEntries(1000),
    /** All of a type that the replica holds, in the order of their ids within each scope. */
    list: <T extends RecordType>(type: T): { id: string; data: RecordData<T> }[] =>
      [...scopes].flatMap((scope) => replica.inScope(scope, type)).map(({ id, data }) => ({ id, data })),
    record(type: RecordType, id: string): StoredRecord {
      const post = replica.record(type, id);
      if (!post) throw new Error(`no ${type} ${id}`);
      return { type, id, scope: post.scope, version: post.version, schema: schemaNumber(type), data: post.data };
    },
    /** The reader's right to a record is gone. */
    remove(type: RecordType, id: string): void {
      const { data, ...record } = this.record(type, id);
      version += 1;
      replica.applySlice([{ t: 'put', buckets: [], record: { ...record, version }, ...asSent(data) }]);
    },
    close: () => replica.close(),
  };
}

/** The services of Åsa Berg over the catalogue of these tests and the given records, and a clock that stands. */
export function testServices(records: StoredRecord[], documents?: DocumentPort, skrivare?: SkrivarPort, kopia?: CopyPort) {
  let now = Date.parse('2026-11-20T09:00:00.000Z');
  const clock = { now: () => new Date(now) };
  return {
    ...servicesOn({ records: [...katalogRecords, ...records], actor: anvandare.handlaggare, clock, documents, skrivare, kopia }),
    /** Lets a second pass. */
    tick(): void {
      now += 1000;
    },
  };
}
