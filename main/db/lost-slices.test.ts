import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { anvandare, katalogRecords, personRecord, uuid } from '../services/testing/records.ts';
import { createCheckpointer } from './checkpointer.ts';
import { openDatabase } from './open-database.ts';
import { readCopy } from './read-copy.ts';
import { type OpenReplica, replicaOn } from './replica.ts';
import { copyName } from './salvaged-file.ts';
import { createSecondCopy } from './second-copy.ts';
import { fill, putOf, testKey, testReplica } from './testing/replica.ts';

const anna = uuid(100);
const actor = anvandare.handlaggare;

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
let isFull = false;
beforeEach(() => {
  place = testReplica(actor.id);
  place.open().close();
  const db = openDatabase(place.file, testKey);
  // The commit of what is large finds the disk full, and what is small has room.
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => {
    const statement = prepare(sql);
    if (sql !== 'COMMIT') return statement;
    const run = () => {
      if (!isFull) return statement.run();
      isFull = false;
      throw new Error('disk full');
    };
    return { run };
  }) as typeof db.prepare;
  replica = replicaOn(
    db,
    { anvandareId: actor.id, clock: { now: () => new Date('2026-11-20T12:00:00.000Z') }, newId: randomUUID },
    createCheckpointer(place.file, testKey, () => 0),
    { copy: createSecondCopy(copyName(place.file), testKey, () => {}), copied: undefined },
  );
  fill(replica, [...katalogRecords, personRecord(anna)]);
});
afterEach(() => {
  replica.close();
  place.remove();
});

it('what the user saves between slices that are lost stays in the second copy when the next slice is refused', async () => {
  const slice = () => replica.applySlice([putOf(personRecord(uuid(101)))], undefined, true);
  slice();
  isFull = true;
  replica.runCommand({
    ...{ id: uuid(200), name: 'kundlista.laggTill', version: 1, input: { personId: anna } },
    ...{ at: '2026-11-20T08:00:00.000Z', actor },
  });
  expect(isFull, 'the slice was not committed').toBe(false);
  expect(slice).toThrow();
  await replica.copied();
  expect(readCopy(copyName(place.file), testKey)?.commands.map(({ id }) => id)).toEqual([uuid(200)]);
});

it('slices that are open when the replica closes come again, and nothing else is gone', () => {
  const there = replica.countRecords();
  replica.saveDraft({
    nyckel: 'note:x',
    titel: 'Anteckning',
    personId: anna,
    data: { text: 'sparad' },
    savedAt: '2026-11-20T08:00:00.000Z',
  });
  replica.deferIds();
  replica.applySlice([putOf(personRecord(uuid(101)))], undefined, true);
  expect(replica.countRecords()).toBe(there + 1);
  replica.close();
  replica = place.open();
  expect(replica.countRecords()).toBe(there);
  expect(replica.record('person', uuid(101))).toBeUndefined();
  expect(replica.draft('note:x')?.data).toEqual({ text: 'sparad' });
  replica.applySlice([putOf(personRecord(uuid(101)))]);
  while (!replica.indexIdsSome(7));
  expect(replica.record('person', uuid(101))).toBeDefined();
  expect(replica.countRecords()).toBe(there + 1);
});
