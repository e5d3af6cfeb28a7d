import { randomUUID } from 'node:crypto';
import { bucketsOfAnvandare, bucketsOfScope, partOf } from '../../../shared/domain/buckets.ts';
import { type Actor, type Change, isRejection, reject, type State } from '../../../shared/domain/command.ts';
import { isIntagbar, isRecordType, type StoredRecord, schemaNumber } from '../../../shared/domain/records.ts';
import { decideCommand, readCommand } from '../../../shared/domain/rulebook/commands.ts';
import { katalogScope, personOfScope } from '../../../shared/domain/scope.ts';
import type { BucketCursor, CommandResult, PullLine, PullRequest, PushedCommand, PushRequest } from '../../../shared/protocol/protocol.ts';
import { digestText, emptyDigest, turnDigest } from '../../db/record-digest.ts';
import { TransportError } from '../transport-error.ts';

type Held = Omit<StoredRecord, 'type'> & { type: string; buckets: string[] };
type Leave = { bucket: string; id: string; version: number };
type Stored = {
  version: number;
  records: Map<string, Held>;
  leaves: Leave[];
  clients: Map<string, { lastSeq: number; results: CommandResult[] }>;
  log: Map<string, CommandResult>;
};

/** A server in memory that keeps the protocol: for tests of sync. The real one is met in tests/sim. */
export function createSyncServer(options: { pageSize?: number } = {}) {
  let epoch = randomUUID() as string;
  let horizon = 0;
  let stored: Stored = { version: 0, records: new Map(), leaves: [], clients: new Map(), log: new Map() };
  const pageSize = options.pageSize ?? 5000;
  const listeners = new Set<() => void>();
  /** Commands that took effect, by id: each once, if all is well. */
  const effects: string[] = [];

  const inScope = (scope: string) => [...stored.records.values()].filter((record) => record.scope === scope);

  const schemaOf = (id: string) => stored.records.get(id)?.schema;

  function bucketsIn(scope: string, records: Held[]): Map<string, string[]> {
    const parts = records.flatMap(({ type, id, data }) => (isRecordType(type) && schemaOf(id) === 1 ? [partOf(type, id, data)] : []));
    const known = bucketsOfScope(scope, parts);
    const ofScope = known.values().next().value ?? [];
    return new Map(records.map(({ id }) => [id, known.get(id) ?? ofScope]));
  }

  /** Writes changes of one scope at the next version, as the real server does: buckets follow. */
  function write(scope: string, changes: (Change | { op: 'put'; type: string; id: string; data: unknown; schema?: number })[]): number {
    stored.version += 1;
    const { version, records, leaves } = stored;
    for (const change of changes) {
      if (change.op === 'delete') {
        for (const bucket of records.get(change.id)?.buckets ?? []) leaves.push({ bucket, id: change.id, version });
        records.delete(change.id);
        continue;
      }
      const { type, id, data } = change;
      const schema = 'schema' in change && change.schema ? change.schema : isRecordType(type) ? schemaNumber(type) : 1;
      const within = isRecordType(type) && isIntagbar(type) ? (records.get(id)?.scope ?? scope) : scope;
      records.set(id, { type, id, scope: within, version, schema, data, buckets: records.get(id)?.buckets ?? [] });
    }
    for (const [id, buckets] of bucketsIn(scope, inScope(scope))) {
      const record = records.get(id);
      if (!record) continue;
      for (const bucket of record.buckets.filter((one) => !buckets.includes(one))) leaves.push({ bucket, id, version });
      if (buckets.join() !== record.buckets.join()) record.version = version;
      record.buckets = buckets;
    }
    for (const listener of listeners) listener();
    return version;
  }

  function stateOf(scope: string): State {
    const get = (id: string, type: string, within: string) => {
      const record = stored.records.get(id);
      return record?.type === type && record.scope === within ? (record.data as never) : undefined;
    };
    return {
      get: (type, id) => get(id, type, isIntagbar(type) ? (stored.records.get(id)?.scope ?? scope) : scope),
      list: (type) => inScope(scope).flatMap((record) => (record.type === type ? [{ id: record.id, data: record.data as never }] : [])),
      katalog: (type, id) => get(id, type, katalogScope),
      katalogLista: (type) =>
        inScope(katalogScope).flatMap((record) => (record.type === type ? [{ id: record.id, data: record.data as never }] : [])),
      annan: (other) => ({ get: (type, id) => get(id, type, other), list: stateOf(other).list }),
      personMedNummer: (personnummer) =>
        [...stored.records.values()].find(
          (record) => record.type === 'person' && (record.data as { personnummer?: unknown }).personnummer === personnummer,
        )?.id,
    };
  }

  const actorOf = (userId: string): Actor => ({ ...(stored.records.get(userId)?.data as Actor), id: userId });

  /** A user writes only where they may read, as the real server says. */
  function isBeyond(scope: string, actor: Actor): boolean {
    const person = stored.records.get(personOfScope(scope) ?? '');
    const readable = bucketsOfAnvandare(actor);
    return person !== undefined && !person.buckets.some((bucket) => readable.includes(bucket));
  }

  function handle(command: PushedCommand, userId: string): CommandResult {
    const at = '2026-11-20T10:00:00.000Z';
    const { seq, id, name, version, input } = command;
    const earlier = stored.log.get(id);
    if (earlier) return { ...earlier, seq };
    const actor = actorOf(userId);
    const read = readCommand(name, version, input, actor);
    const scope = read.ok ? read.value.scope : '';
    const decision = isBeyond(scope, actor)
      ? reject('atkomst-saknas')
      : decideCommand(read, stateOf(scope), { now: command.at, actor, kommandoId: id });
    const result: CommandResult = isRejection(decision)
      ? { seq, id, outcome: 'refused', version: stored.version, at, ...decision }
      : { seq, id, outcome: 'ok', version: decision.length > 0 ? write(scope, decision) : stored.version, at };
    if (result.outcome === 'ok') effects.push(id);
    stored.log.set(id, result);
    return result;
  }

  function push({ clientId, epoch: theirs, commands }: PushRequest, userId: string) {
    checkEpoch(theirs);
    const client = stored.clients.get(clientId) ?? { lastSeq: 0, results: [] };
    stored.clients.set(clientId, client);
    const results = commands.map((command) => {
      if (command.seq > client.lastSeq + 1) throw new TransportError('gap', { code: 'gap' });
      if (command.seq > client.lastSeq) {
        client.results.push(handle(command, userId));
        client.lastSeq = command.seq;
      }
      const result = client.results.find(({ seq }) => seq === command.seq);
      if (result?.id !== command.id) throw new TransportError('gap', { code: 'gap' });
      return result;
    });
    return { epoch, lastSeq: client.lastSeq, results };
  }

  function checkEpoch(theirs: string | null): void {
    if (theirs !== null && theirs !== epoch) throw new TransportError('epoch-changed', { code: 'epoch-changed', epoch });
  }

  function pull(request: PullRequest, userId: string): string[] {
    checkEpoch(request.epoch);
    const actor = actorOf(userId);
    const buckets = bucketsOfAnvandare(actor);
    const known = new Map((request.epoch === null ? [] : request.cursors).map((cursor) => [cursor.bucket, cursor]));
    const { version, records, leaves, clients } = stored;
    if ([...known.values()].some((cursor) => (cursor.version ?? 0) > version)) throw new TransportError('ahead', { code: 'client-ahead' });
    const lines: PullLine[] = [];
    const refills: PullLine[] = [];
    const put = ({ buckets: of, type, ...record }: Held): PullLine => ({
      t: 'put',
      b: of.filter((b) => buckets.includes(b)),
      r: { type, ...record },
    });
    const place = ({ scope, id }: { scope: string; id: string }) => `${scope} ${id}`;

    const cursors = buckets.map((bucket): BucketCursor => {
      const cursor = known.get(bucket);
      const at = cursor?.fill?.at ?? cursor?.version ?? undefined;
      if (cursor && at !== undefined && at >= horizon) return { ...cursor };
      if (cursor && at !== undefined) refills.push({ t: 'refill', bucket });
      return { bucket, version: null, fill: { at: version, scope: '', id: '' } };
    });
    for (const cursor of cursors) {
      if (!cursor.fill) continue;
      const { fill } = cursor;
      const left = [...records.values()].filter((r) => r.buckets.includes(cursor.bucket) && place(r) > place(fill));
      const now = left.sort((a, b) => (place(a) < place(b) ? -1 : 1)).slice(0, Math.max(0, pageSize - lines.length));
      lines.push(...now.map(put));
      const last = now.at(-1);
      if (now.length === left.length) Object.assign(cursor, { version: fill.at, fill: null });
      else if (last) cursor.fill = { at: fill.at, scope: last.scope, id: last.id };
    }
    const from = (bucket: string) => known.get(bucket)?.version ?? Number.POSITIVE_INFINITY;
    const changed = [...records.values()].filter((r) => r.buckets.some((bucket) => r.version > from(bucket)));
    const gone = leaves.filter((leave) => leave.version > from(leave.bucket));
    const lost = ({ id }: Leave) => (records.get(id)?.buckets.some((b) => buckets.includes(b)) === false ? { lost: true as const } : {});
    const all = [...gone.map((leave): PullLine => ({ t: 'leave', ...leave, ...lost(leave) })), ...changed.map(put)];
    const versionOf = (line: PullLine) => (line.t === 'put' ? line.r.version : line.t === 'leave' ? line.version : 0);
    all.sort((a, b) => versionOf(a) - versionOf(b));
    const room = Math.max(1, pageSize - lines.length);
    const cut = all.length > room ? versionOf(all[room] as PullLine) - 1 : version;
    const upTo = Math.max(cut, versionOf(all[0] ?? { t: 'end' }));
    lines.push(...all.filter((line) => versionOf(line) <= upTo));
    for (const cursor of cursors)
      if (known.get(cursor.bucket)?.version != null && cursor.version !== null) cursor.version = Math.max(cursor.version, upTo);

    const client = clients.get(request.clientId);
    const results = client?.results.filter(({ seq }) => seq > request.resultsAfter) ?? [];
    const counts = Object.fromEntries(buckets.map((b) => [b, [...records.values()].filter((r) => r.buckets.includes(b)).length]));
    const digests = Object.fromEntries(
      buckets.map((bucket) => {
        const digest = emptyDigest();
        for (const { id, version: at, buckets: of } of records.values()) if (of.includes(bucket)) turnDigest(digest, 1, id, at);
        return [bucket, digestText(digest)];
      }),
    );
    const more = cursors.some((cursor) => cursor.version === null || cursor.version < version);
    return [
      {
        t: 'head',
        epoch,
        serverTime: '2026-11-20T10:00:00.000Z',
        version,
        buckets,
        lastSeq: client?.lastSeq ?? 0,
        results,
        anvandare: actor,
        ...(more && refills.length === 0 && cursors.some(({ fill }) => fill) ? { next: cursors } : {}),
      },
      ...refills,
      ...lines,
      { t: 'cursors', cursors, more, digests, ...(request.counts ? { counts } : {}) } as const,
      { t: 'end' } as const,
    ].map((line) => JSON.stringify(line));
  }

  return {
    write,
    push,
    pull,
    effects,
    /** Records that a user's replica is to hold, by id. */
    heldBy(userId: string): Map<string, { version: number; data: unknown }> {
      const buckets = bucketsOfAnvandare(actorOf(userId));
      const held = [...stored.records.values()].filter((record) => record.buckets.some((bucket) => buckets.includes(bucket)));
      return new Map(held.map(({ id, version, data }) => [id, { version, data }]));
    },
    /** Of these records, those that are there and not the user's. */
    lostOf(userId: string, ids: string[]): string[] {
      const buckets = bucketsOfAnvandare(actorOf(userId));
      return ids.filter((id) => stored.records.get(id)?.buckets.some((bucket) => buckets.includes(bucket)) === false);
    },
    get version(): number {
      return stored.version;
    },
    /** Drops the tombstones up to now. */
    prune(): void {
      horizon = stored.version;
      stored.leaves = [];
    },
    /** Loses a record without a trace, as a defect would. */
    lose(id: string): void {
      stored.records.delete(id);
    },
    backup: (): Stored => structuredClone(stored),
    restore(backup: Stored): void {
      stored = structuredClone(backup);
      epoch = randomUUID();
    },
    onChange(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
export type SyncServer = ReturnType<typeof createSyncServer>;
