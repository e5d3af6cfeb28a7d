import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anteckningHuvud } from '../../shared/domain/anteckning/records.ts';
import {
  anteckningRecord,
  anvandare,
  ids,
  katalogRecords,
  personRecord,
  signeradAv,
  utredningRecord,
  uuid,
} from '../services/testing/records.ts';
import { openDatabase } from './open-database.ts';
import type { Replica, SyncReplica } from './ports.ts';
import type { OpenReplica } from './replica.ts';
import { fill, putOf, testKey, testReplica } from './testing/replica.ts';

const [personId, utredningId] = [uuid(100), uuid(101)];
const scope = `akt:${personId}`;
const dokumentation = { slag: 'utredning' as const, id: utredningId };

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

describe('reading records', () => {
  it('is both ports at once', () => {
    const services: Replica = replica;
    const sync: SyncReplica = replica;
    expect([services, sync]).toEqual([replica, replica]);
  });

  it('the heads of an akt: notes without their text, other records whole, types of other versions not at all', () => {
    const note = anteckningRecord(personId, uuid(102), { dokumentation });
    fill(replica, [...katalogRecords, personRecord(personId), utredningRecord(personId, utredningId), note]);
    replica.applySlice([putOf({ type: 'okand', id: 'o', scope, version: 5, schema: 1, data: { a: 1 } }, ['org:lss'])]);
    const heads = replica.heads(scope);
    expect(heads.map(({ type, id, version }) => [type, id, version])).toEqual([
      ['anteckning', uuid(102), 1],
      ['person', personId, 1],
      ['utredning', utredningId, 1],
    ]);
    expect(heads[0]?.huvud).toEqual(JSON.parse(JSON.stringify(anteckningHuvud(note.data as Parameters<typeof anteckningHuvud>[0]))));
    expect(heads[2]?.huvud).toEqual(utredningRecord(personId, utredningId).data);
    expect(replica.katalog('frastext')).toHaveLength(2);
    expect(replica.inScope(scope, 'anteckning')).toMatchObject([{ id: uuid(102), pending: false, version: 1, data: note.data }]);
    expect(replica.record('person', uuid(102))).toBeUndefined();
  });

  it('a tree needs nothing but the index for its notes', () => {
    replica.close();
    const db = openDatabase(place.file, testKey);
    const plan = db.prepare(`EXPLAIN QUERY PLAN SELECT id, type, version, huvud FROM record WHERE scope = 'x'`).all() as {
      detail: string;
    }[];
    db.close();
    replica = place.open();
    expect(plan.map(({ detail }) => detail)).toEqual(['SEARCH record USING COVERING INDEX record_scope (scope=?)']);
  });

  it('MINA-01 open utredningar of a handläggare, and ROLL: nobody else’s', () => {
    fill(replica, [
      utredningRecord(personId, uuid(1)),
      utredningRecord(personId, uuid(2), { slutdatum: '2026-10-01' }),
      utredningRecord(personId, uuid(3), { ansvarigHandlaggareId: ids.kollega }),
    ]);
    expect(replica.openUtredningarOf(ids.handlaggare).map(({ id }) => id)).toEqual([uuid(1)]);
  });

  it('FORB-16 unsigned notes of their author: not the signed, not the felmarkerade', () => {
    const felmarkerad = { ...signeradAv(), orsak: 'Fel person' };
    fill(replica, [
      anteckningRecord(personId, uuid(1), { dokumentation }),
      anteckningRecord(personId, uuid(2), { dokumentation, signerad: signeradAv() }),
      anteckningRecord(personId, uuid(3), { dokumentation, signerad: signeradAv(), felmarkerad }),
      anteckningRecord(personId, uuid(4), { dokumentation, sparad: signeradAv(ids.kollega) }),
    ]);
    expect(replica.unsignedOf(ids.handlaggare).map(({ id }) => id)).toEqual([uuid(1)]);
  });

  it('what was done in an akt after what the user has seen of it', () => {
    const handelse = (n: number, version: number, of = scope) =>
      putOf({
        ...{ type: 'handelse', id: uuid(n), scope: of, version, schema: 1 },
        data: { kommando: 'kontakt.spara', at: '2026-11-20T08:00:00.000Z', anvandareId: ids.kollega, namn: 'K', poster: [] },
      });
    fill(replica, [...katalogRecords, personRecord(personId), utredningRecord(personId, utredningId)]);
    expect(replica.seenVersion(scope)).toBeUndefined();
    replica.markSeen([scope]);
    const seen = replica.seenVersion(scope) ?? 0;
    replica.applySlice([handelse(10, seen + 1), handelse(11, seen + 2), handelse(12, seen + 3, `akt:${uuid(40)}`)]);
    expect(replica.handelserAfter(scope, seen).map(({ id }) => id)).toEqual([uuid(10), uuid(11)]);
    expect(replica.handelserAfter(scope, seen + 1).map(({ id }) => id)).toEqual([uuid(11)]);
    replica.markSeen([scope, `akt:${uuid(40)}`]);
    expect(replica.seenVersion(scope)).toBe(seen + 2);
    expect(replica.seenVersion(`akt:${uuid(40)}`)).toBe(seen + 3);
    replica.close();
    replica = place.open();
    expect(replica.seenVersion(scope)).toBe(seen + 2);
  });

  it('what the latest opening had that was new is there after a reopen, until it is said to be seen', () => {
    const handelse = (n: number, version: number) =>
      putOf({
        ...{ type: 'handelse', id: uuid(n), scope, version, schema: 1 },
        data: { kommando: 'kontakt.spara', at: '2026-11-20T08:00:00.000Z', anvandareId: ids.kollega, namn: 'K', poster: [] },
      });
    fill(replica, [...katalogRecords, personRecord(personId), utredningRecord(personId, utredningId)]);
    replica.markOpened(scope, undefined);
    const seen = replica.seenVersion(scope) ?? 0;
    expect(replica.seenBefore(scope)).toBeUndefined();
    replica.applySlice([handelse(10, seen + 1)]);
    replica.markOpened(scope, seen);
    replica.markOpened(scope, undefined);
    replica.close();
    replica = place.open();
    expect([replica.seenBefore(scope), replica.seenVersion(scope)]).toEqual([seen, seen + 1]);
    replica.markSeen([scope]);
    expect([replica.seenBefore(scope), replica.seenVersion(scope)]).toEqual([undefined, seen + 1]);
  });

  it('another epoch hands out versions anew, and nothing is seen of them; the same one keeps what was seen', () => {
    fill(replica, [...katalogRecords, personRecord(personId), utredningRecord(personId, utredningId)]);
    const { epoch } = replica.identity();
    replica.markOpened(scope, undefined);
    replica.markOpened(scope, replica.seenVersion(scope));
    replica.startOver(epoch);
    expect(replica.seenVersion(scope)).toBeDefined();
    replica.startOver('another');
    expect([replica.seenVersion(scope), replica.seenBefore(scope)]).toEqual([undefined, undefined]);
    expect(replica.begunVersion(), 'until the first of the new ones are here').toBeUndefined();
  });

  it('drafts and settings are what was saved last, after a reopen too', () => {
    const draft = { nyckel: 'n', personId: null, titel: 'T', data: { text: 'ett' }, savedAt: '2026-11-20T08:00:00.000Z' };
    replica.saveDraft(draft);
    replica.saveDraft({ ...draft, data: { text: 'två' }, savedAt: '2026-11-20T08:00:01.000Z' });
    replica.setSetting('s', [1]);
    replica.close();
    replica = place.open();
    expect(replica.drafts()).toEqual([{ ...draft, data: { text: 'två' }, savedAt: '2026-11-20T08:00:01.000Z' }]);
    expect(replica.setting('s')).toEqual([1]);
    expect(replica.setting('okänd')).toBeUndefined();
    replica.dropDraft('n');
    expect(replica.draft('n')).toBeUndefined();
  });
});
