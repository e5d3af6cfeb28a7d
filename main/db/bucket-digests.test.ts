import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import { anvandare, katalogRecords, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { openDatabase } from './open-database.ts';
import { digestText, emptyDigest, turnDigest } from './record-digest.ts';
import type { OpenReplica } from './replica.ts';
import { fill, putOf, testKey, testReplica } from './testing/replica.ts';

const actor = anvandare.handlaggare;
const [personId, utredningId, kontaktId] = [uuid(100), uuid(101), uuid(102)];
const scope = aktScope(personId);
const kontakt = { typ: 'anhorig' as const, namn: 'Per', rev: uuid(7) };
const at = '2026-11-20T08:00:00.000Z';
const buckets = ['katalog', 'org:lss', 'utforare:1'];
const kontaktRecord = { type: 'kontakt', id: kontaktId, scope, version: 1, schema: 1, data: kontakt } as const;

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
/** What the server holds, by bucket. */
let held: Map<string, Map<string, number>>;
beforeEach(() => {
  place = testReplica(actor.id);
  replica = place.open();
  const records = [...katalogRecords, personRecord(personId), utredningRecord(personId, utredningId), kontaktRecord];
  fill(replica, records, buckets);
  held = new Map(buckets.map((bucket) => [bucket, new Map()]));
  for (const one of records) held.get(one.scope === 'katalog' ? 'katalog' : 'org:lss')?.set(one.id, one.version);
});
afterEach(() => {
  replica.close();
  place.remove();
});

function expected(): Record<string, string> {
  return Object.fromEntries(
    [...held].flatMap(([bucket, records]) => {
      const digest = emptyDigest();
      for (const [id, version] of records) turnDigest(digest, 1, id, version);
      return records.size > 0 || replica.digests()[bucket] !== undefined ? [[bucket, digestText(digest)]] : [];
    }),
  );
}
const agrees = () => expect(replica.digests()).toEqual(expected());
const taBort = (id: string) =>
  replica.runCommand({ id, name: 'kontakt.taBort', version: 1, input: { personId, kontaktId, basRev: kontakt.rev }, at, actor });

describe('what each bucket holds, as a digest', () => {
  it('has the hash that the server has', () => {
    const digest = emptyDigest();
    turnDigest(digest, 1, '00000000-0000-7000-8000-000000000001', 17);
    expect(digestText(digest)).toBe('1 1cc57c594905862f');
  });

  it('follows what the server puts, moves and takes, and what is lost', () => {
    agrees();
    replica.applySlice([putOf({ ...personRecord(personId), version: 2 }, ['org:lss', 'utforare:1'])]);
    held.get('org:lss')?.set(personId, 2);
    held.get('utforare:1')?.set(personId, 2);
    agrees();
    replica.applySlice([{ t: 'leave', bucket: 'org:lss', id: personId, version: 3 }]);
    held.get('org:lss')?.delete(personId);
    agrees();
    replica.applySlice([{ t: 'leave', bucket: 'org:lss', id: kontaktId, version: 3 }]);
    held.get('org:lss')?.delete(kontaktId);
    agrees();
    replica.storeHead({
      t: 'head',
      epoch: uuid(1),
      serverTime: at,
      version: 100,
      buckets: buckets.slice(0, 2),
      lastSeq: 0,
      results: [],
      anvandare: null,
    });
    held.delete('utforare:1');
    agrees();
    while (!replica.purgeSome(1));
    agrees();
    replica.close();
    replica = place.open();
    agrees();
  });

  it('is of the server’s records: what a command here changes, makes or takes away is no part of it', () => {
    const laggTill = { id: uuid(201), name: 'kundlista.laggTill', version: 1, input: { personId }, at, actor };
    expect(replica.runCommand(laggTill)).toBeInstanceOf(Array);
    agrees();
    expect(taBort(uuid(202))).toBeInstanceOf(Array);
    expect(replica.record('kontakt', kontaktId)).toBeUndefined();
    agrees();
    replica.storeResults([{ seq: 2, id: uuid(202), outcome: 'refused', code: 'atkomst-saknas', version: 101, at }]);
    expect(replica.record('kontakt', kontaktId)).toBeDefined();
    agrees();
  });

  it('a transaction that failed has no part of it', () => {
    expect(taBort(uuid(202))).toBeInstanceOf(Array);
    expect(() =>
      replica.applySlice([putOf({ ...personRecord(personId), version: 9 }), putOf({ ...personRecord(uuid(300)), version: Number.NaN })]),
    ).toThrow();
    agrees();
    replica.applySlice([putOf({ ...personRecord(personId), version: 2 })]);
    held.get('org:lss')?.set(personId, 2);
    agrees();
  });

  it('007 makes it of what an older file holds', () => {
    const before = replica.digests();
    replica.close();
    const older = openDatabase(place.file, testKey);
    for (const column of ['antal', 'hog', 'lag']) older.exec(`ALTER TABLE bucket_set DROP COLUMN ${column}`);
    // What later versions added is not there either.
    for (const index of [
      'record_dokument',
      'record_dokument_bytes',
      'bevakning_agare',
      'bevakning_klar',
      'lss_insatser_av',
      'beslut_fattat',
      'uppfoljning_alla',
      'eansokan_inkommen',
      'eansokan_avslutad',
      'meddelande_alla',
      'brevlage_alla',
      'inkomstblankett_alla',
      'franvaro_slut',
      'franvarounderlag_om',
      'verkstallighet_alla',
    ])
      older.exec(`DROP INDEX ${index}`);
    older.exec('DROP TABLE frist; DROP TABLE frist_kvar; DROP TABLE ivotid; DROP TABLE anteckning_andrad');
    older.exec('ALTER TABLE seen DROP COLUMN innan');
    older.pragma('user_version = 6');
    older.close();
    replica = place.open();
    expect(replica.digests()).toEqual(before);
    agrees();
  });
});
