import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredRecord } from '../../../shared/domain/records.ts';
import type { Hooks, PagePut } from '../ports.ts';
import { type OpenReplica, openReplica } from '../replica.ts';

export const testKey = 'a1'.repeat(32);

/** A folder of a test's own, with the replica in it. */
export function testReplica(anvandareId: string) {
  const dir = mkdtempSync(join(tmpdir(), 'aktnara-db-'));
  const file = join(dir, 'replica.db');
  const open = (hooks?: Hooks, at = file): OpenReplica =>
    openReplica({
      file: at,
      key: testKey,
      anvandareId,
      clock: { now: () => new Date('2026-11-20T12:00:00.000Z') },
      newId: randomUUID,
      ...(hooks ? { hooks } : {}),
    });
  return { dir, file, open, remove: () => rmSync(dir, { recursive: true }) };
}

/** Gives a replica buckets and records, as a server's answer would. */
export function fill(
  replica: OpenReplica,
  records: StoredRecord[],
  buckets = ['katalog', 'org:lss'],
  serverTime = '2026-11-20T10:00:00.000Z',
) {
  replica.storeHead({
    t: 'head',
    epoch: '00000000-0000-4000-8000-0000000000ee',
    serverTime,
    version: 100,
    buckets,
    lastSeq: 0,
    results: [],
    anvandare: null,
  });
  const cursors = buckets.map((bucket) => ({ bucket, version: 100, fill: null }));
  replica.applySlice(
    records.map((record) => putOf(record)),
    { cursors, version: 100, agreedAt: null },
  );
}

/** A document as the server sends it: its text, and what that says. */
export function asSent(document: unknown): { json: string; data: unknown } {
  const json = JSON.stringify(document);
  return { json, data: JSON.parse(json) };
}

export function putOf({ data, ...record }: Omit<StoredRecord, 'type'> & { type: string }, buckets?: string[]): PagePut {
  return { t: 'put', buckets: buckets ?? [record.scope === 'katalog' ? 'katalog' : 'org:lss'], record, ...asSent(data) };
}
