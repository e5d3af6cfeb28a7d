import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kundlistaId } from '../../shared/domain/kundlista/records.ts';
import type { StoredRecord } from '../../shared/domain/records.ts';
import { anvandarScope } from '../../shared/domain/scope.ts';
import { anvandare, katalogRecords, personRecord, uuid } from '../services/testing/records.ts';
import type { OpenReplica } from './replica.ts';
import { fill, putOf, testReplica } from './testing/replica.ts';

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
