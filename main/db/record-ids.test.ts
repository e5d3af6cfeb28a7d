import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anvandare, katalogRecords, personRecord, uuid } from '../services/testing/records.ts';
import { openDatabase } from './open-database.ts';
import type { OpenReplica } from './replica.ts';
import { fill, putOf, testKey, testReplica } from './testing/replica.ts';

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
beforeEach(() => {
  place = testReplica(anvandare.handlaggare.id);
  replica = place.open();
});
afterEach(() => {
  replica.close();
  place.remove();
});

/** Numbers whose ids come in no order. */
const mixed = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + ((n * 7) % (to - from)));
const put = (numbers: number[]) => replica.applySlice(numbers.map((n) => putOf(personRecord(uuid(n)))));
const leave = (n: number) => replica.applySlice([{ t: 'leave', bucket: 'org:lss', id: uuid(n), version: 50 }]);
const isHere = (n: number) => replica.scopeOf(uuid(n)) === `akt:${uuid(n)}` && replica.record('person', uuid(n)) !== undefined;
const crash = () => {
  // Nothing of closing writes: the file is as a killed process leaves it.
  replica.close();
  replica = place.open();
};

/** What the file has: records, and how many of them the index has where they are. */
function inFile(): { records: number; indexed: number; index: number; mark: unknown } {
  const db = openDatabase(place.file, testKey);
  const count = (sql: string) => db.prepare<[], number>(sql).pluck().get() ?? -1;
  const found = {
    records: count('SELECT count(DISTINCT id) FROM record'),
    indexed: count('SELECT count(*) FROM record r JOIN record_id i ON i.id = r.id AND i.rid = r.rid'),
    index: count('SELECT count(*) FROM record_id'),
    mark: db.prepare("SELECT varde FROM meta WHERE nyckel = 'indexedRid'").pluck().get(),
  };
  db.close();
  return found;
}
function expectWholeIndex(records: number): void {
  while (!replica.indexIdsSome(7));
  expect(replica.idsWaiting()).toBe(0);
  expect(replica.countRecords()).toBe(records);
  expect(inFile()).toEqual({ records, indexed: records, index: records, mark: undefined });
}
describe.each([
  ['a large fill', katalogRecords],
  ['a first fill', []],
])('ids of %s', (_, records) => {
  const before = records.length;
  beforeEach(() => fill(replica, records));

  it('outside of one every id goes into the index at once', () => {
    put(mixed(1000, 1030));
    expect(replica.idsWaiting()).toBe(0);
    expect(inFile()).toMatchObject({ indexed: before + 30, mark: undefined });
    expect(replica.indexIdsSome(7)).toBe(true);
  });

  it('wait meanwhile: their records are found, brought again, and removed as any other', () => {
    put([1000]);
    replica.deferIds();
    put(mixed(1001, 1040));
    expect(replica.idsWaiting()).toBe(39);
    expect(inFile()).toMatchObject({ records: before + 40, index: before + 1 });
    put(mixed(1000, 1040));
    expect(replica.countRecords()).toBe(before + 40);
    leave(1005);
    expect(isHere(1005)).toBe(false);
    expect(mixed(1006, 1040).every(isHere)).toBe(true);
    expectWholeIndex(before + 39);
    expect(mixed(1006, 1040).every(isHere)).toBe(true);
  });

  it('a crash at any slice of taking them in: nothing twice, nothing missing', () => {
    replica.deferIds();
    put(mixed(1000, 1040));
    for (let slices = 0; slices < 7; slices += 1) {
      crash();
      expect(mixed(1000, 1040).every(isHere)).toBe(true);
      for (let n = 0; n < slices; n += 1) expect(replica.indexIdsSome(7)).toBe(n === 5);
      expect(mixed(1000, 1040).every(isHere)).toBe(true);
      put(mixed(1000, 1040));
      expect(replica.countRecords()).toBe(before + 40);
    }
    expectWholeIndex(before + 40);
  });

  it('a record removed between two slices is in the index no more, after a crash neither', () => {
    replica.deferIds();
    put(mixed(1000, 1040));
    replica.indexIdsSome(20);
    leave(1001);
    leave(1039);
    crash();
    expect([1001, 1039].map(isHere)).toEqual([false, false]);
    leave(1002);
    expectWholeIndex(before + 37);
  });

  it('a record that gets the number of a removed one from before the fill is found after a crash', () => {
    put([1000]);
    replica.deferIds();
    leave(1000);
    put([1001, 1002]);
    crash();
    expect([1000, 1001, 1002].map(isHere)).toEqual([false, true, true]);
    expectWholeIndex(before + 2);
  });

  it('a transaction that did not happen leaves no id behind', () => {
    replica.deferIds();
    put([1000]);
    // What the table does not take.
    const broken = putOf({ ...personRecord(uuid(1002)), version: Number.NaN });
    expect(() => replica.applySlice([putOf(personRecord(uuid(1001))), broken])).toThrow();
    expect(replica.idsWaiting()).toBe(1);
    expect([1000, 1001].map(isHere)).toEqual([true, false]);
    put([1001]);
    expectWholeIndex(before + 2);
  });

  it('ids that still wait when a new fill begins are not forgotten', () => {
    replica.deferIds();
    put(mixed(1000, 1010));
    crash();
    replica.deferIds();
    put(mixed(1010, 1020));
    expect(replica.idsWaiting()).toBe(20);
    expectWholeIndex(before + 20);
  });
});
