import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Rejection } from '../../../shared/domain/command.ts';
import { katalogScope, type RecordType, type StoredRecord, schemaNumber } from '../../../shared/domain/records.ts';
import { openReplica } from '../../db/replica.ts';
import { createServices } from '../services.ts';
import { anvandare, katalogRecords } from './records.ts';

/** The services over a replica of the catalogue and the given records, in a file of its own, for tests. */
export function testServices(records: StoredRecord[]) {
  const folder = mkdtempSync(join(tmpdir(), 'aktnara-tjanster-'));
  let now = Date.parse('2026-11-20T09:00:00.000Z');
  const clock = { now: () => new Date(now) };
  const { handlaggare } = anvandare;
  const replica = openReplica({
    file: join(folder, 'replica.db'),
    key: randomBytes(32),
    anvandareId: handlaggare.id,
    clock,
    newId: randomUUID,
  });
  const epoch = randomUUID();
  const buckets = ['katalog', 'org:lss'];
  let version = 1;

  /** Gives the replica records as a pull would. */
  function apply(changed: StoredRecord[]): void {
    version += 1;
    const items = changed.map(({ data, ...record }) => ({
      t: 'put' as const,
      buckets: [record.scope === katalogScope ? 'katalog' : 'org:lss'],
      record: { ...record, version },
      json: JSON.stringify(data),
      data,
    }));
    const cursors = buckets.map((bucket) => ({ bucket, version, fill: null }));
    replica.applySlice(items, { cursors, version, agreedAt: clock.now().toISOString() });
  }

  const as = (actor: Actor) => createServices({ replica, actor: () => actor, clock, newId: randomUUID });
  const head = { t: 'head' as const, epoch, version, buckets, lastSeq: 0, results: [], anvandare: handlaggare };
  replica.storeHead({ ...head, serverTime: clock.now().toISOString() });
  apply([...katalogRecords, ...records]);

  return {
    replica,
    call: as(handlaggare),
    as,
    apply,
    /** Lets a second pass. */
    tick(): void {
      now += 1000;
    },
    accessLog: () => replica.accessEntries(1000),
    record(type: RecordType, id: string): StoredRecord {
      const post = replica.record(type, id);
      if (!post) throw new Error(`no ${type} ${id}`);
      return { type, id, scope: post.scope, version: post.version, schema: schemaNumber(type), data: post.data };
    },
    /** The server refuses a command; its records are then as given. */
    answer(commandId: string, { code, field }: Rejection, changed: StoredRecord[]): void {
      const seq = replica.outboxRow(commandId)?.seq ?? 0;
      const at = clock.now().toISOString();
      replica.storeResults([{ seq, id: commandId, outcome: 'refused', version, at, code, ...(field ? { field } : {}) }]);
      apply(changed);
    },
    close(): void {
      replica.close();
      rmSync(folder, { recursive: true });
    },
  };
}
