import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tolkaFritext } from '../../shared/domain/sok/fritext.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { memoryReplica } from '../db/testing/memory-replica.ts';
import { fill, putOf } from '../db/testing/replica.ts';
import { anteckningRecord, anvandare, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { createKeeper } from './keeper.ts';
import { type IndexInMemory, indexInMemory } from './testing/index-in-memory.ts';
import type { FromFritext } from './worker-messages.ts';

const [personId, utredningId] = [uuid(100), uuid(101)];
const note = (n: number, text: string) =>
  anteckningRecord(personId, uuid(n), { dokumentation: { slag: 'utredning', id: utredningId }, text: fromPlainText(text) });

const open = () =>
  memoryReplica({
    anvandareId: anvandare.handlaggare.id,
    clock: { now: () => new Date('2026-11-20T12:00:00.000Z') },
    newId: () => crypto.randomUUID(),
  });
let replica: ReturnType<typeof open>;
let index: IndexInMemory;
let keeper: ReturnType<typeof createKeeper>;
let free: number;
let opens: () => void;
let told: FromFritext[];
/** What waits for a minute to pass. */
let later: (() => void) | undefined;
const failed = vi.fn();

beforeEach(() => {
  replica = open();
  fill(replica, [personRecord(personId), utredningRecord(personId, utredningId)]);
  index = indexInMemory(replica.notes);
  [free, told, later, opens] = [1e12, [], undefined, () => undefined];
  failed.mockClear();
  keeper = createKeeper({
    open() {
      opens();
      return { tables: index.tables, close: () => undefined };
    },
    openSource: () => ({ ...replica.notes.source, close: () => undefined }),
    replika: replica.notes.id,
    free: () => free,
    timers: {
      setTimeout: (run) => {
        later = run;
        return run;
      },
      clearTimeout: (run) => {
        if (later === run) later = undefined;
      },
    },
    breathe: () => Promise.resolve(),
    post: (message) => told.push(message),
    failed,
  });
});
afterEach(() => {
  keeper.end();
  index.close();
  replica.close();
  expect(failed).not.toHaveBeenCalled();
});

const put = (...records: ReturnType<typeof note>[]) => replica.applySlice(records.map((record) => putOf(record)));
const remove = (n: number) => replica.applySlice([putOf({ ...note(n, ''), version: 9 }, [])]);
function found(text: string): string[] {
  const tolkad = tolkaFritext(text);
  if (!tolkad.ok) throw new Error(tolkad.hjalp);
  return index.rids(tolkad.fraga).map((rid) => replica.noteAt(rid)?.id ?? 'gone');
}
const inFile = (word: string) => index.pages().includes(word);
/** It has had its turn: what it told last. */
async function rested(): Promise<FromFritext | undefined> {
  await vi.waitFor(() => expect(['lage', 'fullt']).toContain(told.at(-1)?.slag));
  // Until it tells no more.
  for (let before = -1; before !== told.length; ) {
    before = told.length;
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
  return told.at(-1);
}
async function wake(): Promise<FromFritext | undefined> {
  told = [];
  keeper.wake();
  return rested();
}
async function aMinuteLater(): Promise<FromFritext | undefined> {
  told = [];
  expect(later).toBeDefined();
  later?.();
  return rested();
}

test('SVERK-08 on a disk with little room new notes wait and deleted words leave; with room again it goes on by itself', async () => {
  put(note(1, 'Hemlighetsxyz'), note(2, 'Telefonsamtal'));
  expect(await wake()).toMatchObject({ slag: 'lage', hel: true, stadad: true });
  free = 400e6;
  remove(1);
  put({ ...note(2, 'Hembesök'), version: 2 }, note(3, 'Nätverksmöte'));
  expect(await wake(), 'it is told that not all is searched').toEqual({ slag: 'fullt' });
  expect(told).toContainEqual(expect.objectContaining({ slag: 'lage', hel: false, stadad: true }));
  expect(inFile('hemlighetsxyz')).toBe(false);
  expect(found('hembesök'), 'what was changed is found').toEqual([uuid(2)]);
  expect(found('nätverksmöte')).toEqual([]);
  expect(await aMinuteLater(), 'still none').toEqual({ slag: 'fullt' });
  free = 1e12;
  expect(await aMinuteLater()).toMatchObject({ slag: 'lage', hel: true });
  expect(found('nätverksmöte')).toEqual([uuid(3)]);
  expect(later, 'and looks no more').toBeUndefined();
});

test('SVERK-08 with hardly any room all waits, and is done when there is some', async () => {
  put(note(1, 'Hemlighetsxyz'));
  await wake();
  free = 10e6;
  remove(1);
  expect(await wake()).toEqual({ slag: 'fullt' });
  expect(inFile('hemlighetsxyz')).toBe(true);
  free = 60e6;
  expect(await aMinuteLater()).toMatchObject({ slag: 'lage', hel: true, stadad: true });
  expect(inFile('hemlighetsxyz')).toBe(false);
});

test('SVERK-08 a disk that is full in the middle of it loses nothing', async () => {
  put(note(1, 'Telefonsamtal'));
  await wake();
  index.fill(true);
  put(...Array.from({ length: 400 }, (_, n) => note(1000 + n, `Hembesök ord${n}xyz annat${n * 7}ord`)));
  expect(await wake()).toEqual({ slag: 'fullt' });
  expect(found('hembesök')).toEqual([]);
  expect(await aMinuteLater()).toEqual({ slag: 'fullt' });
  index.fill(false);
  expect(await aMinuteLater()).toMatchObject({ slag: 'lage', hel: true });
  expect(found('hembesök')).toHaveLength(400);
  expect(found('telefonsamtal')).toEqual([uuid(1)]);
});

test('SVERK-08 an index that cannot be opened for want of room is opened when there is some', async () => {
  put(note(1, 'Telefonsamtal'));
  opens = () => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  };
  expect(await wake()).toEqual({ slag: 'fullt' });
  opens = () => undefined;
  expect(await aMinuteLater()).toMatchObject({ slag: 'lage', hel: true });
  expect(found('telefonsamtal')).toEqual([uuid(1)]);
});

test('ended it looks no more', async () => {
  free = 10e6;
  await wake();
  keeper.end();
  expect(later).toBeUndefined();
});
