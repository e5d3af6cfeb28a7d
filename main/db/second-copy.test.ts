import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anvandare, katalogRecords, personRecord, uuid } from '../services/testing/records.ts';
import { readCopy } from './read-copy.ts';
import type { OpenReplica } from './replica.ts';
import { createSecondCopy } from './second-copy.ts';
import { copyReplica } from './testing/file-faults.ts';
import { fill, testKey, testReplica } from './testing/replica.ts';

let onSync = () => {};
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>();
  const fdatasync: typeof fs.fdatasync = Object.assign((...args: Parameters<typeof fs.fdatasync>) => {
    onSync();
    fs.fdatasync(...args);
  }, fs.fdatasync);
  return { ...fs, fdatasync };
});

const actor = anvandare.handlaggare;
const personId = uuid(100);
const savedAt = '2026-11-20T08:00:00.000Z';

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
beforeEach(() => {
  place = testReplica(actor.id);
  replica = place.open();
  fill(replica, [...katalogRecords, personRecord(personId)]);
});
afterEach(() => {
  onSync = () => {};
  replica.close();
  place.remove();
});

const copyFile = () => `${place.file}.kopia`;
const copied = () => readCopy(copyFile(), testKey);
let nr = 0;
function save(): string {
  nr += 1;
  const id = uuid(3000 + nr);
  const name = nr % 2 === 1 ? 'kundlista.laggTill' : 'kundlista.taBort';
  expect(Array.isArray(replica.runCommand({ id, name, version: 1, input: { personId }, at: savedAt, actor, dropDraft: 'a' }))).toBe(true);
  return id;
}
const answer = (id: string, seq: number) => ({ seq, id, outcome: 'ok' as const, version: 101, at: savedAt });

test('ARCHITECTURE 7 the second copy has each save, encrypted, and is emptied when all is received', async () => {
  replica.saveDraft({ nyckel: 'a', personId, titel: 'Utkast', data: 'Halv mening', savedAt });
  expect(copied()).toMatchObject({ whole: true, drafts: [{ nyckel: 'a', data: '"Halv mening"' }], commands: [], unsent: 0 });
  const id = save();
  await replica.copied();
  expect(copied()).toMatchObject({ drafts: [], commands: [{ id, name: 'kundlista.laggTill' }], unsent: 1, nextSeq: 2 });
  const bytes = readFileSync(copyFile());
  for (const word of ['Halv', 'kundlista', personId]) expect(bytes.includes(word)).toBe(false);
  const grown = statSync(copyFile()).size;

  replica.storeResults([answer(id, 1)]);
  expect(copied()).toMatchObject({ whole: true, commands: [], drafts: [], unsent: 0, nextSeq: 2 });
  expect(statSync(copyFile()).size).toBeLessThan(grown / 4);
});

test('ARCHITECTURE 7 a refused command stays in the second copy until its author has decided', async () => {
  const id = save();
  await replica.copied();
  replica.storeResults([{ seq: 1, id, outcome: 'refused', code: 'atkomst-saknas', version: 101, at: savedAt }]);
  expect(copied()).toMatchObject({ commands: [{ id, state: 'refused' }], unsent: 0 });
  replica.settle(id);
  expect(copied()).toMatchObject({ commands: [] });
});

test('ARCHITECTURE 7 what a transaction that failed would have written is not in the second copy', () => {
  const id = save();
  const input = { personId };
  expect(() => replica.runCommand({ id, name: 'kundlista.taBort', version: 1, input, at: savedAt, actor })).toThrow();
  expect(copied()).toMatchObject({ whole: true, commands: [{ id, name: 'kundlista.laggTill' }], unsent: 1 });
});

test('ARCHITECTURE 7 a long text typed on and on does not make the second copy grow without end', async () => {
  const data = 'Lång text. '.repeat(20_000);
  for (let n = 0; n < 60; n += 1) {
    replica.saveDraft({ nyckel: 'a', personId, titel: 'Utkast', data: `${n} ${data}`, savedAt });
    await replica.copied();
  }
  expect(statSync(copyFile()).size).toBeLessThan(3_000_000);
  expect(copied()?.drafts[0]?.data).toContain('"59 Lång');
});

test.each([
  ['gone', () => rmSync(copyFile())],
  ['not readable', () => writeFileSync(copyFile(), readFileSync(copyFile()).fill(0, 40, 80))],
])('ARCHITECTURE 7 a second copy that is %s is made again from the replica', (_, spoil) => {
  const id = save();
  replica.close();
  spoil();
  replica = place.open();
  expect(copied()).toMatchObject({ whole: true, commands: [{ id }], unsent: 1 });
});

test('ARCHITECTURE 7 the write that a program ended before the commit of is taken over', () => {
  const ids = [save(), save()];
  const earlier = { nyckel: 'b', personId, titel: 'Utkast', data: 1, savedAt };
  replica.saveDraft(earlier);
  const killed = join(place.dir, 'sedan');
  copyReplica(place.file, killed);
  const copy = createSecondCopy(join(killed, 'replica.db.kopia'), testKey, () => {});
  const now = copied();
  const [row] = now?.commands ?? [];
  if (!now || !row) throw new Error('nothing was copied');
  const lost = { ...row, nr: 3, id: uuid(9), seq: 3 };
  copy.rewrite([{ nr: now.nr + 1, nextSeq: 4, unsent: 3, commands: [...now.commands, lost] }], true);
  copy.close();

  const again = place.open(undefined, join(killed, 'replica.db'));
  expect(again.unanswered({ commands: 9, bytes: 1e6 }).map(({ seq, id }) => [seq, id])).toEqual([
    [1, ids[0]],
    [2, ids[1]],
    [3, uuid(9)],
  ]);
  expect(again.drafts()).toEqual([]);
  again.close();
});

/** What the disk has when the copy has been given a write and the replica has not: opened again. */
function endedWithin(write: () => void): OpenReplica {
  const killed = join(place.dir, 'sedan');
  onSync = () => copyReplica(place.file, killed);
  write();
  onSync = () => {};
  return place.open(undefined, join(killed, 'replica.db'));
}

test('ARCHITECTURE 7 a command that is taken over does not go before what waits in its scope', () => {
  const first = save();
  replica.storeResults([{ seq: 1, id: first, outcome: 'refused', code: 'akt-olaslig', version: 101, at: savedAt }]);
  expect(replica.unanswered({ commands: 9, bytes: 1e6 })).toEqual([]);
  let later = '';
  const again = endedWithin(() => {
    later = save();
  });
  expect(again.unanswered({ commands: 9, bytes: 1e6 }).map(({ seq, id }) => [seq, id])).toEqual([
    [2, first],
    [3, later],
  ]);
  again.close();
});

test('ARCHITECTURE 7 a choice, and a refusal that the user is done with, are taken over too', () => {
  const id = save();
  replica.storeResults([{ seq: 1, id, outcome: 'refused', code: 'atkomst-saknas', version: 101, at: savedAt }]);
  const settled = endedWithin(() => replica.settle(id));
  expect(settled.outboxRow(id)?.state).toBe('settled');
  settled.close();
  const chosen = endedWithin(() => replica.setSetting('karna:kontakt', { stangt: savedAt }));
  expect(chosen.setting('karna:kontakt')).toEqual({ stangt: savedAt });
  chosen.close();
});

test('ARCHITECTURE 7 ended within the first write of a session: the replica is whole, and the write is taken over', async () => {
  save();
  await replica.copied();
  replica.close();
  replica = place.open();
  // What the disk has when the copy has been given the write and the replica has not.
  const killed = join(place.dir, 'sedan');
  onSync = () => copyReplica(place.file, killed);
  replica.saveDraft({ nyckel: 'b', personId, titel: 'Utkast', data: 'Första ordet', savedAt });
  const again = place.open(undefined, join(killed, 'replica.db'));
  expect(again.draft('b')?.data).toBe('Första ordet');
  again.close();
});

test('ARCHITECTURE 7 bytes gone bad cost the frames they stand in, and it is known', () => {
  const ids = [save(), save(), save()];
  const bytes = readFileSync(copyFile());
  const frames: number[] = [];
  for (let at = bytes.indexOf('AKT2'); at >= 0; at = bytes.indexOf('AKT2', at + 1)) frames.push(at);
  const at = frames.at(-2) ?? 0;
  replica.close();
  writeFileSync(copyFile(), Buffer.from(bytes).fill(0, at + 8, at + 40));
  expect(copied()).toMatchObject({ whole: false, commands: [{ id: ids[0] }, { id: ids[2] }], unsent: 3, nextSeq: 4 });
  replica = place.open();
});
