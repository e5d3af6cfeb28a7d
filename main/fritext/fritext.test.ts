import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tolkaFritext } from '../../shared/domain/sok/fritext.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { ReplicaError } from '../db/errors.ts';
import { openToRead } from '../db/open-database.ts';
import type { OpenReplica } from '../db/replica.ts';
import { fill, putOf, testKey, testReplica } from '../db/testing/replica.ts';
import { anteckningRecord, anvandare, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { type OpenFritext, openFritext } from './fritext.ts';
import { FritextFault } from './fritext-fault.ts';
import { indexKey } from './open-index.ts';
import { threadBy } from './thread.ts';

const [personId, utredningId] = [uuid(100), uuid(101)];
const dokumentation = { slag: 'utredning' as const, id: utredningId };
const note = (n: number, text: string, version = 1) => ({
  ...anteckningRecord(personId, uuid(n), { dokumentation, text: fromPlainText(text), rev: uuid(900 + version) }),
  version,
});

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
let index: OpenFritext;
let file: string;
let faults: unknown[];
let told: (() => void)[];
beforeEach(() => {
  place = testReplica(anvandare.handlaggare.id);
  replica = place.open();
  file = join(place.dir, 'fritext.db');
  fill(replica, [personRecord(personId), utredningRecord(personId, utredningId)]);
  faults = [];
  told = [];
  open();
});
afterEach(async () => {
  await index.close();
  replica.close();
  place.remove();
});

function open(): void {
  index = openFritext({
    ...{ replica: place.file, key: testKey, id: replica.notes.id, index: file, start: threadBy() },
    changed() {
      for (const tell of told) tell();
    },
    fault: (error) => faults.push(error),
  });
}
const put = (...records: ReturnType<typeof note>[]) => replica.applySlice(records.map((record) => putOf(record)));
const remove = (n: number) => replica.applySlice([putOf({ ...note(n, ''), version: 9 }, [])]);

function found(text: string): string[] {
  const tolkad = tolkaFritext(text);
  if (!tolkad.ok) throw new Error(tolkad.hjalp);
  return [...index.kandidater(tolkad.fraga)].flat().map((rid) => replica.noteAt(rid)?.id ?? 'gone');
}
/** Wakes it, and waits until what is asked for is so. */
function until(holds: () => boolean): Promise<void> {
  index.wake();
  return new Promise((resolve) => {
    const look = () => holds() && resolve();
    told.push(look);
    look();
  });
}
/** The words as FTS5 has them in its pages. */
function isKept(word: string): boolean {
  const db = openToRead(file, indexKey(testKey));
  try {
    const tables = db.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'ord\\_%\\_data' ESCAPE '\\'`).pluck().all() as string[];
    return tables.some((table) =>
      (db.prepare(`SELECT block FROM ${table}`).pluck().all() as Buffer[]).some((block) => block.includes(word)),
    );
  } finally {
    db.close();
  }
}

test('SVERK-08 a thread of its own takes in what is there, what is new, what is changed and what goes', async () => {
  put(note(1, 'Bor i gruppboendet'), note(2, 'Hemlighetsxyz'));
  await until(() => found('boende').length > 0);
  expect(found('boende')).toEqual([uuid(1)]);
  put(note(3, 'Telefonsamtal'), note(1, 'Har flyttat', 2));
  remove(2);
  await until(() => found('telefonsamtal').length > 0 && !isKept('hemlighetsxyz'));
  expect(found('flyttat')).toEqual([uuid(1)]);
  expect(found('boende')).toEqual([]);
  expect(isKept('gruppboendet')).toBe(false);
  expect(isKept('telefonsamtal')).toBe(true);
  expect(faults).toEqual([]);
});

test('SVERK-08 nothing of it can be read on the disk, and its key is not the replica’s', async () => {
  put(note(1, 'Hemlighetsxyz'));
  await until(() => found('hemlighetsxyz').length > 0);
  for (const part of ['', '-wal']) {
    expect(existsSync(file + part) && readFileSync(file + part).includes('hemlighetsxyz')).toBe(false);
  }
  expect(() => openToRead(file, testKey)).toThrow('databasen-skadad');
});

test('SVERK-08 it goes on where it was the next time', async () => {
  put(note(1, 'Hembesök'));
  await until(() => found('hembesök').length > 0);
  await index.close();
  put(note(2, 'Telefonsamtal'));
  remove(1);
  open();
  await until(() => found('telefonsamtal').length > 0);
  expect(found('hembesök')).toEqual([]);
});

test.each<[string, () => void]>([
  ['is no database', () => writeFileSync(file, Buffer.alloc(20_000, 7))],
  ['has lost a page', () => writeFileSync(file, readFileSync(file).fill(0, 8192, 12_288))],
  ['is another replica’s', () => replica.close()],
])('SVERK-08 an index that %s is made anew', async (_, spoil) => {
  put(note(1, 'Hembesök'));
  await until(() => found('hembesök').length > 0);
  await index.close();
  spoil();
  if (_.startsWith('is another')) {
    place.remove();
    const dir = place;
    place = testReplica(anvandare.handlaggare.id);
    replica = place.open();
    fill(replica, [personRecord(personId), utredningRecord(personId, utredningId)]);
    put(note(2, 'Hembesök'));
    expect(dir.file).not.toBe(place.file);
    file = join(place.dir, 'fritext.db');
  }
  open();
  await until(() => found('hembesök').length > 0);
  put(note(3, 'Telefonsamtal'));
  await until(() => found('telefonsamtal').length > 0);
  expect(found('hembesök')).toHaveLength(1);
});

test('SVERK-08 what breaks while it is used is made anew once; then there is none, and nothing else stops', async () => {
  put(note(1, 'Hembesök'));
  await until(() => found('hembesök').length > 0);
  for (const round of [1, 2]) {
    expect(index.lage()).toBeDefined();
    // The table that all of it is found by.
    const broken = { ord: ['x"'], borjan: false };
    expect([...index.kandidater([broken])]).toEqual([]);
    expect(faults).toHaveLength(round);
    if (round === 1) await until(() => found('hembesök').length === 1);
  }
  await expect.poll(() => index.lage(), { timeout: 4000 }).toBeUndefined();
  expect(found('hembesök')).toEqual([]);
});

test('closing leaves nothing open, and it is not woken again', async () => {
  put(note(1, 'Hembesök'));
  await until(() => found('hembesök').length > 0);
  await index.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
  index.wake();
  expect(found('hembesök')).toEqual([]);
});

test('SVERK-08 one that is damaged when it is first read is made anew, and its fault is never the replica’s', async () => {
  put(note(1, 'Hembesök'));
  await until(() => index.lage()?.hel === true);
  writeFileSync(file, readFileSync(file).fill(7, 0, 4096));
  writeFileSync(`${file}-wal`, '');
  await until(() => found('hembesök').length > 0);
  for (const fault of faults) {
    expect(fault).toBeInstanceOf(FritextFault);
    expect(fault).not.toBeInstanceOf(ReplicaError);
  }
  expect(faults.map((fault) => (fault as FritextFault).code)).toContain('databasen-skadad');
});

test('SVERK-08 a file that cannot be taken away ends the search, and nothing else', async () => {
  await index.close();
  for (const part of ['', '-wal', '-shm']) rmSync(file + part, { force: true });
  // In its place something that is no file, and is not taken away as one.
  mkdirSync(join(file, 'inne'), { recursive: true });
  open();
  put(note(1, 'Hembesök'));
  index.wake();
  await vi.waitFor(() => expect(index.lage()).toBeUndefined(), { timeout: 30_000 });
  expect(found('hembesök')).toEqual([]);
  expect(faults.length).toBeGreaterThan(0);
});

test('SVERK-08 a search that was begun on the index before this one ends, and does no harm to it', async () => {
  for (let n = 1; n < 6; n += 1) put(note(n, `Hembesök ${n}`));
  await until(() => found('hembesök').length === 5);
  const tolkad = tolkaFritext('hembesök');
  if (!tolkad.ok) throw new Error(tolkad.hjalp);
  const begun = index.kandidater(tolkad.fraga)[Symbol.iterator]();
  begun.next();
  expect([...index.kandidater([{ ord: ['x"'], borjan: false }])]).toEqual([]);
  await until(() => found('hembesök').length === 5);
  for (let next = begun.next(); !next.done; next = begun.next());
  expect(index.lage()).toBeDefined();
  expect(faults).toHaveLength(1);
  expect(found('hembesök')).toHaveLength(5);
});
