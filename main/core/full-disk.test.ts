import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createCheckpointer } from '../db/checkpointer.ts';
import { openDatabase } from '../db/open-database.ts';
import { type OpenReplica, replicaOn } from '../db/replica.ts';
import { fill, testKey, testReplica } from '../db/testing/replica.ts';
import { createServices } from '../services/services.ts';
import { anvandare, katalogRecords, personRecord, uuid } from '../services/testing/records.ts';
import { createDiskRoom } from './disk-room.ts';
import { readableReplica } from './readable-replica.ts';

const actor = anvandare.handlaggare;
const personId = uuid(101);
const clock = { now: () => new Date('2026-11-20T09:00:00.000Z') };

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
let room: ReturnType<typeof createDiskRoom>;
let free: () => void;
let timer: (() => void) | undefined;
let told: boolean[];
const faults: unknown[] = [];

/** A replica on a disk that is full: SQLite says so when the database may not grow, as it does when the disk cannot. */
beforeEach(() => {
  place = testReplica(actor.id);
  const db = openDatabase(place.file, testKey);
  replica = replicaOn(
    db,
    { anvandareId: actor.id, clock, newId: randomUUID },
    createCheckpointer(place.file, testKey, () => 0),
  );
  fill(replica, [...katalogRecords, personRecord(personId)]);
  const most = db.pragma('max_page_count', { simple: true });
  free = () => db.pragma(`max_page_count = ${most}`);
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
  // What is left of room in pages that are begun.
  const write = [
    () => replica.logAccess({ id: randomUUID(), at: clock.now().toISOString(), action: 'sokt', personId: null, detail: 'x' }),
    () => replica.setSetting(randomUUID(), 'x'),
  ];
  for (const one of write) expect(() => Array.from({ length: 500 }, one)).toThrow('disken-full');
  faults.length = 0;
  told = [];
  room = createDiskRoom({
    timers: {
      setTimeout: (run) => {
        timer = run;
        return 1;
      },
      clearTimeout: () => {
        timer = undefined;
      },
    },
    probe: () => replica.setSetting(randomUUID(), 'prov'),
    changed: () => told.push(room.isFull()),
    fault: (error) => faults.push(error),
  });
});
afterEach(() => {
  replica.close();
  place.remove();
});

const services = () => createServices({ replica: readableReplica(replica, room), actor: () => actor, clock, newId: randomUUID });
const logged = () => replica.accessEntries(2000).filter(({ detail }) => detail !== 'x');

test('FRAGA-62 a full disk: a kund is found and read, and the access log has each of it when there is room', () => {
  const call = services();
  expect(call['sok.person']({ text: 'Ek*', arhundrade: 'alla' })).toMatchObject({ rader: [{ personId }] });
  expect(call['kund.oppna']({ personId })).toMatchObject({ personId });
  expect(call['kund.trad']({ personId })).not.toEqual([]);
  expect(told).toEqual([true]);
  expect(logged()).toEqual([]);

  timer?.();
  expect({ full: room.isFull(), logged: logged() }).toEqual({ full: true, logged: [] });
  free();
  timer?.();
  expect(room.isFull()).toBe(false);
  expect(told).toEqual([true, false]);
  expect(logged().map(({ action, personId: whom, detail }) => [action, whom, detail])).toEqual([
    ['sokt', null, 'Ek*'],
    ['oppnad', personId, undefined],
  ]);
  expect(call['kunder.senaste']({}).map((one) => one.personId)).toEqual([personId]);
  expect(faults).toEqual([]);
});

test('UTSK-05 FORB-49 a full disk: nothing is printed or copied out before its row of the access log is on disk', async () => {
  const left: string[] = [];
  const sha256 = 'a'.repeat(64);
  const call = createServices({
    ...{ replica: readableReplica(replica, room), actor: () => actor, clock, newId: randomUUID },
    documents: {
      read: async () => ({ size: 1, bytes: Buffer.from('x') }),
      render: () => Promise.reject(new Error('made of nothing')),
      put: () => Promise.reject(new Error('stored nowhere')),
      lageOf: () => 'mottagen',
      unsent: () => [],
      digest: (text) => text,
      forhandsvisningar: new Map([[sha256, { personId, om: [] }]]),
    },
    skrivare: { tar: 'pdf', lista: async () => [], skrivUt: async () => void left.push('paper') },
    kopia: { require: () => undefined, write: async () => String(left.push('file')) },
  });
  call['kund.oppna']({ personId });
  const kalla = { slag: 'forhandsvisning' as const, sha256 };
  const skrivUt = () =>
    call['dokument.skrivUt']({ kalla, titel: 'Brev', kontrollerad: false, skrivare: 'a', antal: 1, dubbelsidigt: 'nej' });
  const sparaKopia = () => call['dokument.sparaKopia']({ kalla, titel: 'Brev', kontrollerad: false, mapp: '/usb' });
  await expect(skrivUt()).rejects.toThrow('disken-full');
  await expect(sparaKopia()).rejects.toThrow('disken-full');
  expect(left).toEqual([]);
  free();
  timer?.();
  await skrivUt();
  await sparaKopia();
  expect(left).toEqual(['paper', 'file']);
  expect(logged().map(({ action }) => action)).toEqual(['oppnad', 'utskriven', 'last']);
});

test('a full disk: the user’s own words fail aloud and are never held in memory as if they were saved', () => {
  const call = services();
  const draft = { nyckel: 'a', personId, titel: 'Ny', data: 'Lång text. '.repeat(2000) };
  expect(() => call['utkast.spara'](draft)).toThrow('disken-full');
  expect(call['utkast.lista']({})).toEqual([]);
  free();
  call['utkast.spara'](draft);
  expect(call['utkast.hamta']({ nyckel: 'a' })).toMatchObject({ data: draft.data });
});

test('a full disk: what is held is written in its order, and at sign-out if there is room by then', () => {
  const call = services();
  call['kund.oppna']({ personId });
  free();
  // Room again, but what came first is still held: what comes now stands behind it.
  call['sok.person']({ text: 'Ek*', arhundrade: 'alla' });
  expect(logged()).toEqual([]);
  room.flush();
  expect(logged().map(({ action }) => action)).toEqual(['oppnad', 'sokt']);
});

test('a held write that fails for another reason is told and dropped; it holds up none after it', () => {
  expect(room.notice(new Error('annat'))).toBe(false);
  let attempts = 0;
  const broken = () => {
    attempts += 1;
    if (attempts === 1) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    throw new Error('trasig');
  };
  const written: string[] = [];
  room.whenRoom(broken);
  room.whenRoom(() => written.push('efter'));
  free();
  timer?.();
  expect(faults).toEqual([new Error('trasig')]);
  timer?.();
  expect(written).toEqual(['efter']);
  expect(room.isFull()).toBe(false);
});
