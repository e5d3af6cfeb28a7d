import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kundlistaId } from '../../shared/domain/kundlista/records.ts';
import type { StoredRecord } from '../../shared/domain/records.ts';
import { aktScope, anvandarScope } from '../../shared/domain/scope.ts';
import { anvandare, katalogRecords, personRecord, uuid } from '../services/testing/records.ts';
import { openDatabase } from './open-database.ts';
import type { OpenReplica } from './replica.ts';
import { fill, putOf, testKey, testReplica } from './testing/replica.ts';

const actor = anvandare.handlaggare;
const [anna, bo] = [uuid(100), uuid(101)];
const at = '2026-11-20T08:00:00.000Z';
const scope = anvandarScope(actor.id);
const [buckets, listId] = [['katalog', 'org:lss', scope], kundlistaId(actor.id)];

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
beforeEach(() => {
  place = testReplica(actor.id);
  replica = place.open();
  fill(replica, [...katalogRecords, personRecord(anna), personRecord(bo)], buckets);
});
afterEach(() => {
  replica.close();
  place.remove();
});

const add = (personId: string, n = 1) =>
  replica.runCommand({ id: uuid(200 + n), name: 'kundlista.laggTill', version: 1, input: { personId }, at, actor });
const received = (n: number, version: number) => replica.storeResults([{ seq: n, id: uuid(200 + n), outcome: 'ok', version, at }]);
const list = (version: number, personer: string[], more: Partial<StoredRecord> = {}) =>
  putOf({ type: 'kundlista', id: listId, scope, version, schema: 1, data: { personer }, ...more }, [scope]);
const cursors = (version: number) => ({
  ...{ cursors: buckets.map((bucket) => ({ bucket, version, fill: null })), version, agreedAt: null },
});
const shown = () => {
  const post = replica.record('kundlista', listId);
  return post && { personer: post.data.personer, version: post.version, pending: post.pending };
};

describe('a command that the server has taken, while not all up to it has come', () => {
  beforeEach(() => {
    add(anna);
    received(1, 105);
  });

  it.each([
    [104, 'does not have it yet: it is laid over', { personer: [bo, anna], version: 104, pending: true }],
    [105, 'has it: it is as it came', { personer: [bo], version: 105, pending: false }],
    [109, 'was changed since: it is as it came', { personer: [bo], version: 109, pending: false }],
  ])('a record of version %i %s', (version, _, expected) => {
    replica.applySlice([list(version, [bo])]);
    expect(shown()).toEqual(expected);
  });

  it('is laid over nothing any more once all up to it is here', () => {
    replica.applySlice([list(104, [bo])], cursors(104));
    expect(shown()).toMatchObject({ pending: true });
    replica.applySlice([], cursors(105));
    expect(shown()).toEqual({ personer: [bo], version: 104, pending: false });
  });

  it('another that waits is laid over what has it', () => {
    add(bo, 2);
    replica.applySlice([list(105, [anna])]);
    expect(shown()).toEqual({ personer: [anna, bo], version: 105, pending: true });
  });
});

it('a record that comes broken does not take away what waits on it: it is decided without that one', () => {
  add(anna);
  const [pending] = [shown()];
  replica.applySlice([putOf({ type: 'kundlista', id: listId, scope, version: 104, schema: 1, data: {} }, [scope])], cursors(104));
  expect(shown()).toEqual({ ...pending, version: 104 });
});

describe('a record of the server under what waits here', () => {
  const kontaktId = uuid(300);
  const kontakt = (version: number, schema = 1) =>
    putOf({
      ...{ type: 'kontakt', id: kontaktId, scope: aktScope(anna), version, schema },
      data: { typ: 'ovrig', namn: 'Per', rev: uuid(400), nytt: 1 },
    });
  const run = (n: number, name: string, input: object) =>
    replica.runCommand({ id: uuid(200 + n), name, version: 1, input: { personId: anna, kontaktId, ...input }, at, actor });
  const remove = (n: number) => run(n, 'kontakt.taBort', { basRev: uuid(400) });
  const save = (n: number, basRev: string | null, rev = uuid(401)) =>
    run(n, 'kontakt.spara', { basRev, kontakt: { typ: 'ovrig', namn: 'Pär', rev } });
  const post = () => replica.record('kontakt', kontaktId);

  it('taken away and made again here it is the same one: its version is the server’s, and it comes back as it was', () => {
    replica.applySlice([kontakt(103)], cursors(103));
    for (const decision of [remove(1), save(2, null)]) expect(decision).not.toHaveProperty('code');
    expect(post()).toMatchObject({ version: 103, pending: true, data: { namn: 'Pär' } });
    for (const [seq, id] of [uuid(201), uuid(202)].entries())
      replica.storeResults([{ seq: seq + 1, id, outcome: 'refused', version: 104, at, code: 'andrad-av-annan' }]);
    expect(post()).toMatchObject({ version: 103, pending: false, data: { namn: 'Per', nytt: 1 } });
  });

  it('what a newer program wrote keeps its number when it is edited here, so that it is never raised twice', () => {
    replica.applySlice([kontakt(103, 7)], cursors(103));
    save(1, uuid(400));
    replica.close();
    const db = openDatabase(place.file, testKey);
    expect(db.prepare('SELECT schema, pending FROM record WHERE id = ?').get(kontaktId)).toEqual({ schema: 7, pending: 1 });
    db.close();
    replica = place.open();
  });

  it('what is run again tells its history as it did: by the same id', () => {
    replica.applySlice([kontakt(103)], cursors(103));
    save(1, uuid(400));
    const told = () => replica.inScope(aktScope(anna), 'handelse').map(({ id }) => id);
    const [forst] = told();
    expect(forst).toBeDefined();
    replica.applySlice([
      putOf({ ...personRecord(bo), scope: aktScope(anna), id: uuid(301), type: 'kontakt', data: kontakt(104).data, version: 104 }),
    ]);
    expect(told()).toEqual([forst]);
  });
});
