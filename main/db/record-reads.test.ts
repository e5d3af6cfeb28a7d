import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterEach } from 'vitest';
import { stateContract } from '../../shared/domain/testing/state-contract.ts';
import { createCare } from './care.ts';
import { createMeta } from './meta.ts';
import { migrate } from './migrate.ts';
import { createRecordIds } from './record-ids.ts';
import { createRecordReads } from './record-reads.ts';
import { replicaOn } from './replica.ts';
import { fill } from './testing/replica.ts';
import { createWriter } from './transaction.ts';

let db: Database.Database;
afterEach(() => db.close());

stateContract('in the replica, for commands', (records, scope) => {
  db = new Database(':memory:');
  migrate(db);
  const clock = { now: () => new Date('2026-11-20T12:00:00.000Z') };
  const replica = replicaOn(db, { anvandareId: randomUUID(), clock, newId: randomUUID }, { tidy: async () => {}, close: () => {} });
  fill(
    replica,
    records.map((record) => ({ ...record, version: 1 })),
  );
  return createRecordReads(
    db,
    createCare(() => {}),
    createRecordIds(db, createMeta(db), createWriter(db)),
  ).stateOf(scope);
});
