import { existsSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anvandare, katalogRecords, personRecord, uuid } from '../services/testing/records.ts';
import type { OpenReplica } from './replica.ts';
import { fill, putOf, testReplica } from './testing/replica.ts';

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
beforeEach(() => {
  place = testReplica(anvandare.handlaggare.id);
  replica = place.open();
});
afterEach(() => place.remove());

const logMb = () => statSync(`${place.file}-wal`).size / 1024 / 1024;

it('a log that a fill has made large is moved by the thread, begins anew, and is gone when the replica closes', async () => {
  fill(replica, katalogRecords);
  const long = 'x'.repeat(40_000);
  let largest = 0;
  for (let n = 0; logMb() >= largest; n += 1) {
    largest = logMb();
    // More than the log may grow to before it is waited for: it never began anew.
    expect(largest).toBeLessThan(80);
    replica.applySlice([putOf(personRecord(uuid(n), { telefon: long }))]);
    await replica.tidyLog();
  }
  expect(largest).toBeGreaterThan(16);
  replica.close();
  expect(existsSync(`${place.file}-wal`)).toBe(false);
  replica = place.open();
  expect(replica.record('person', uuid(0))?.data.telefon).toBe(long);
  replica.close();
});
