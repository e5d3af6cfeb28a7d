import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import { anvandare, katalogRecords, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { openDatabase } from './open-database.ts';
import type { OpenReplica } from './replica.ts';
import { fill, putOf, testKey, testReplica } from './testing/replica.ts';

const actor = anvandare.handlaggare;
const [personId, utredningId, kontaktId] = [uuid(100), uuid(101), uuid(102)];
const scope = aktScope(personId);
const kontakt = { typ: 'anhorig' as const, namn: 'Per', rev: uuid(7) };
const at = '2026-11-20T08:00:00.000Z';

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
beforeEach(() => {
  place = testReplica(actor.id);
  replica = place.open();
  fill(replica, [
    ...katalogRecords,
    personRecord(personId),
    utredningRecord(personId, utredningId),
    { type: 'kontakt', id: kontaktId, scope, version: 1, schema: 1, data: kontakt },
  ]);
});
afterEach(() => {
  replica.close();
  place.remove();
});

const grant = (buckets: string[]) =>
  replica.storeHead({ t: 'head', epoch: uuid(1), serverTime: at, version: 100, buckets, lastSeq: 0, results: [], anvandare: null });
function purge(): number {
  let slices = 1;
  while (!replica.purgeSome(1)) slices += 1;
  return slices;
}
const removeKontakt = () =>
  replica.runCommand({ id: uuid(200), name: 'kontakt.taBort', version: 1, input: { personId, kontaktId, basRev: kontakt.rev }, at, actor });

describe('what goes when a bucket is lost', () => {
  it('records, heads and search; in slices, whatever waits on them; the outbox stays', () => {
    removeKontakt();
    expect(replica.record('kontakt', kontaktId)).toBeUndefined();
    grant(['katalog']);
    expect(purge()).toBeGreaterThan(1);
    expect(replica.heads(scope)).toEqual([]);
    expect(replica.scopeOf(kontaktId)).toBeUndefined();
    expect(replica.searchPersons({ slag: 'efternamn', borjan: 'ek' }, 10).personIds).toEqual([]);
    expect(replica.unanswered({ commands: 10, bytes: 1000 }).map(({ id }) => id)).toEqual([uuid(200)]);
    expect(replica.countRecords()).toBe(katalogRecords.length);
    expect(replica.pullState().cursors.map(({ bucket }) => bucket)).toEqual(['katalog']);
    // The refusal that follows has nothing to put back.
    replica.storeResults([{ seq: 1, id: uuid(200), outcome: 'refused', version: 101, at, code: 'atkomst-saknas' }]);
    expect(replica.scopeOf(kontaktId)).toBeUndefined();
  });

  it('INK-01 receipts that say what stood in an answer go with the role that read it, in an akt that stays', () => {
    const [blankettId, svarId] = [uuid(300), uuid(301)];
    const skickad = { anvandareId: actor.id, namn: actor.namn, at };
    const blankett = {
      ar: 2026,
      formularId: uuid(302),
      avgiftsenhet: 'lss',
      lage: 'inlamnad' as const,
      skickad,
      sista: '2026-12-20',
      svarId,
      rev: uuid(303),
    };
    const svar = { enhet: 'lss', blankettId, svar: [], inlamnat: at };
    const post = { scope, version: 1, schema: 1 };
    grant(['katalog', 'org:lss', 'avgift:lss']);
    replica.applySlice([
      putOf({ ...post, type: 'inkomstblankett', id: blankettId, data: blankett }),
      putOf({ ...post, type: 'inkomstsvar', id: svarId, data: svar }, ['avgift:lss']),
    ]);
    const avgift = { ...actor, roller: [...actor.roller, 'avgiftshandlaggare' as const] };
    const input = { personId, blankettId, svarId, basRev: blankett.rev, rev: uuid(304), anteckning: 'Pension 987 654 kr' };
    expect(replica.runCommand({ id: uuid(310), name: 'inkomst.klar', version: 1, input, at, actor: avgift })).toBeInstanceOf(Array);
    replica.storeResults([{ seq: 1, id: uuid(310), outcome: 'ok', version: 101, at }]);
    const klar = { ...skickad, anteckning: input.anteckning };
    replica.applySlice([putOf({ ...post, version: 101, type: 'inkomstsvar', id: svarId, data: { ...svar, klar } }, ['avgift:lss'])], {
      cursors: ['katalog', 'org:lss', 'avgift:lss'].map((bucket) => ({ bucket, version: 101, fill: null })),
      version: 101,
      agreedAt: null,
    });
    expect(JSON.stringify(replica.outbox())).toContain('987 654');
    grant(['katalog', 'org:lss']);
    purge();
    expect(replica.record('person', personId)).toBeDefined();
    expect(replica.record('inkomstsvar', svarId)).toBeUndefined();
    expect(JSON.stringify(replica.outbox())).not.toContain('987 654');
  });

  it('a record that another bucket holds too stays', () => {
    replica.applySlice([putOf({ ...personRecord(personId), version: 2 }, ['org:lss', 'utforare:1'])]);
    grant(['katalog', 'utforare:1']);
    purge();
    expect(replica.heads(scope).map(({ type }) => type)).toEqual(['person']);
    expect(replica.counts()).toEqual({ katalog: katalogRecords.length, 'utforare:1': 1 });
  });

  it('a bucket lost and gained again is filled from the start', () => {
    grant(['katalog']);
    grant(['katalog', 'org:lss']);
    expect(replica.pullState().cursors).toContainEqual({ bucket: 'org:lss', version: null, fill: null });
    replica.applySlice([putOf(personRecord(personId))]);
    purge();
    expect(replica.heads(scope).map(({ type }) => type)).toEqual(['person']);
  });
});

describe('two rows of one record, as two programs in one folder made them', () => {
  /** What the second program wrote, which did not know the id's place. */
  function doubled(): void {
    replica.close();
    const db = openDatabase(place.file, testKey);
    db.exec(`
      INSERT INTO record (id, type, scope, version, schema, hink, fill, pending, huvud, data)
      SELECT id, type, scope, version, schema, hink, fill, pending, huvud, data FROM record WHERE scope <> 'katalog'`);
    db.close();
    replica = place.open();
  }
  const endless = 100;

  it('the sweep of a fill takes the second away, and ends', () => {
    doubled();
    expect(replica.heads(scope)).toHaveLength(6);
    replica.refill(['org:lss']);
    replica.applySlice([putOf(personRecord(personId)), putOf(utredningRecord(personId, utredningId))], {
      cursors: [{ bucket: 'org:lss', version: 110, fill: null }],
      version: 110,
      agreedAt: null,
    });
    let slices = 1;
    while (!replica.sweepSome('org:lss', 1) && slices < endless) slices += 1;
    expect(slices).toBeLessThan(endless);
    expect(replica.heads(scope).map(({ id }) => id)).toEqual([personId, utredningId]);
    expect(replica.counts()).toEqual({ katalog: katalogRecords.length, 'org:lss': 2 });
    expect(replica.searchPersons({ slag: 'efternamn', borjan: 'ek' }, 10).personIds).toEqual([personId]);
  });

  it('a lost bucket loses both, and the purge ends', () => {
    doubled();
    grant(['katalog']);
    let slices = 1;
    while (!replica.purgeSome(1) && slices < endless) slices += 1;
    expect(slices).toBeLessThan(endless);
    expect(replica.heads(scope)).toEqual([]);
    expect(replica.countRecords()).toBe(katalogRecords.length);
  });
});

describe('what a fill did not bring', () => {
  const finish = () => replica.applySlice([], { cursors: [{ bucket: 'org:lss', version: 110, fill: null }], version: 110, agreedAt: null });

  it('is swept when the fill is done, and not before', () => {
    replica.refill(['org:lss']);
    expect(replica.dueSweeps()).toEqual([]);
    replica.applySlice([putOf(personRecord(personId))]);
    finish();
    expect(replica.dueSweeps()).toEqual([{ bucket: 'org:lss', count: 2 }]);
    while (!replica.sweepSome('org:lss', 1)) expect(replica.record('person', personId)).toBeDefined();
    expect(replica.heads(scope).map(({ type }) => type)).toEqual(['person']);
    expect(replica.dueSweeps()).toEqual([]);
  });

  it('a note that waits for the server survives the sweep of its akt, and what was swept stays away', () => {
    const input = { personId, kontaktId: uuid(103), basRev: null, kontakt: { ...kontakt, rev: uuid(8) } };
    replica.runCommand({ id: uuid(201), name: 'kontakt.spara', version: 1, input, at, actor });
    removeKontakt();
    replica.refill(['org:lss']);
    replica.applySlice([putOf(personRecord(personId))]);
    finish();
    while (!replica.sweepSome('org:lss', 10));
    expect(replica.record('kontakt', uuid(103))).toMatchObject({ pending: true, version: 0 });
    expect(replica.scopeOf(kontaktId)).toBeUndefined();
    expect(replica.counts()['org:lss']).toBe(1);
  });
});

describe('counts compare what the server is known to have', () => {
  it('made here does not count, deleted here does, until the server says so', () => {
    const known = replica.counts();
    removeKontakt();
    const input = { personId, kontaktId: uuid(103), basRev: null, kontakt: { ...kontakt, rev: uuid(8) } };
    replica.runCommand({ id: uuid(201), name: 'kontakt.spara', version: 1, input, at, actor });
    expect(replica.counts()).toEqual(known);
    replica.applySlice([{ t: 'leave', bucket: 'org:lss', id: kontaktId, version: 101 }]);
    expect(replica.counts()['org:lss']).toBe((known['org:lss'] ?? 0) - 1);
  });

  it('a leave that is older than the record changes nothing', () => {
    replica.applySlice([putOf({ ...personRecord(personId), version: 50 })]);
    replica.applySlice([{ t: 'leave', bucket: 'org:lss', id: personId, version: 49 }]);
    expect(replica.record('person', personId)?.version).toBe(50);
  });
});
