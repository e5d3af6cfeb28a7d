import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { anvandare, katalogRecords, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { createCheckpointer } from './checkpointer.ts';
import { ReplicaError } from './errors.ts';
import { openDatabase } from './open-database.ts';
import { type OpenReplica, replicaOn } from './replica.ts';
import { fill, putOf, testKey, testReplica } from './testing/replica.ts';

const actor = anvandare.handlaggare;
const [personId, utredningId, noteId] = [uuid(100), uuid(101), uuid(102)];
const at = '2026-11-20T08:00:00.000Z';
const draft = { nyckel: 'utkast', personId, titel: 'Anteckning', data: { text: 'Ett halvt' }, savedAt: at };

let place: ReturnType<typeof testReplica>;
let replica: OpenReplica;
beforeEach(() => {
  place = testReplica(actor.id);
  replica = place.open();
  fill(replica, [...katalogRecords, personRecord(personId), utredningRecord(personId, utredningId)]);
});
afterEach(() => {
  replica.close();
  place.remove();
});

function save(text: string, over: Record<string, unknown> = {}, id = uuid(200)) {
  const input = {
    personId,
    anteckningId: noteId,
    dokumentation: { slag: 'utredning', id: utredningId },
    rubrikKod: 'JOURNAL',
    handelsedatum: '2026-11-01',
    text: fromPlainText(text),
    basRev: null,
    rev: uuid(300),
    ...over,
  };
  return replica.runCommand({ id, name: 'anteckning.spara', version: 1, input, at, actor, dropDraft: draft.nyckel });
}
function reopen(): void {
  replica.close();
  replica = place.open();
}

describe('a command (ARCHITECTURE 4, 6)', () => {
  it('accepted: effect, outbox row and dropped draft are one transaction that survives a reopen', () => {
    replica.saveDraft(draft);
    expect(save('Ringde modern.')).toHaveLength(2);
    reopen();
    expect(replica.record('anteckning', noteId)).toMatchObject({ pending: true, version: 0, scope: `akt:${personId}` });
    expect(replica.outbox()).toMatchObject([{ id: uuid(200), seq: 1, state: 'queued', name: 'anteckning.spara', at, quiet: false }]);
    expect(replica.draft(draft.nyckel)).toBeUndefined();
  });

  it('FRAGA-61 keeps the form it was sent from over a reopen', () => {
    const form = { nyckel: draft.nyckel, titel: draft.titel, data: draft.data };
    expect(
      replica.runCommand({ id: uuid(200), name: 'kundlista.laggTill', version: 1, input: { personId }, at, actor, form }),
    ).toHaveLength(1);
    reopen();
    expect(replica.outboxRow(uuid(200))?.form).toEqual(form);
    expect(replica.outbox()).toMatchObject([{ form }]);
  });

  it('refused: nothing is written and the draft stays', () => {
    replica.saveDraft(draft);
    expect(save(' ')).toEqual({ code: 'tom-text', field: 'text' });
    expect(save('Ett', { dokumentation: 'fel' })).toMatchObject({ code: 'ogiltig-indata' });
    expect(replica.outbox()).toEqual([]);
    expect(replica.draft(draft.nyckel)).toEqual(draft);
  });

  it('the same command id is never queued twice', () => {
    save('Ett');
    expect(() => save('Två', { anteckningId: uuid(103) })).toThrow('UNIQUE');
    expect(replica.outbox()).toHaveLength(1);
    expect(replica.record('anteckning', uuid(103))).toBeUndefined();
  });

  it('listeners hear of it after it is on disk, and their faults are not its faults', async () => {
    const heard: unknown[] = [];
    replica.onChange((scopes) => heard.push([scopes, replica.outbox().length]));
    replica.onLocalWrite(() => heard.push('write'));
    save('Ett');
    expect(heard).toEqual([[[`akt:${personId}`], 1], 'write']);
  });

  it('the server copy under a pending change is kept once, and put back when the command is refused', () => {
    save('Ett');
    replica.storeResults([{ seq: 1, id: uuid(200), outcome: 'refused', version: 101, at, code: 'finns-redan' }]);
    expect(replica.record('anteckning', noteId)).toBeUndefined();
    expect(replica.outboxRow(uuid(200))).toMatchObject({ state: 'refused', rejection: { code: 'finns-redan' }, answeredAt: at });
  });

  it('housekeeping is quiet: not counted, and its receipt is not kept', () => {
    const input = { personId };
    replica.runCommand({ id: uuid(201), name: 'senaste.oppnad', version: 1, input, at, actor });
    expect(replica.outboxCounts()).toEqual({ unsent: 0, refused: 0, conflicts: 0 });
    expect(replica.unanswered({ commands: 10, bytes: 1000 })).toHaveLength(1);
    replica.storeResults([{ seq: 1, id: uuid(201), outcome: 'refused', version: 101, at, code: 'finns-inte' }]);
    expect(replica.outboxCounts().refused).toBe(0);
  });
});

describe('what is no JSON', () => {
  it('keeps nobody from the rest: a draft, a choice and a command are there as the text they are, and the command reaches the server', () => {
    replica.saveDraft(draft);
    replica.saveDraft({ ...draft, nyckel: 'annat' });
    replica.setSetting('val', 1);
    save('Ett', {}, uuid(201));
    replica.close();
    const db = openDatabase(place.file, testKey);
    db.exec(`UPDATE draft SET data = '{"text":"Ett' WHERE nyckel = 'annat'; UPDATE setting SET varde = 'x' WHERE nyckel = 'val'`);
    db.exec(`UPDATE outbox SET input = '{"text":"Ett'`);
    db.close();
    replica = place.open();
    expect(replica.drafts().map(({ data }) => data)).toEqual(['{"text":"Ett']);
    expect(replica.setting('val')).toBe('x');
    expect(replica.outbox().map(({ input }) => input)).toEqual(['{"text":"Ett']);
    expect(replica.unanswered({ commands: 9, bytes: 1e6 })).toMatchObject([{ id: uuid(201), input: '{"text":"Ett' }]);
    // The server refuses what it cannot read, and the akt is the server's again.
    replica.storeResults([{ seq: 1, id: uuid(201), outcome: 'refused', version: 101, at, code: 'ogiltig-indata' }]);
    expect(replica.record('anteckning', noteId)).toBeUndefined();
    expect(replica.outboxCounts().refused).toBe(1);
  });
});

describe('a full disk', () => {
  it('is told to the caller; text and outbox are as before, and all works when there is room', () => {
    replica.saveDraft(draft);
    replica.close();
    const db = openDatabase(place.file, testKey);
    replica = replicaOn(
      db,
      { anvandareId: actor.id, clock: { now: () => new Date(at) }, newId: randomUUID },
      createCheckpointer(place.file, testKey, () => 0),
    );
    // SQLite says SQLITE_FULL when the database may not grow, as it does when the disk cannot.
    const most = db.pragma('max_page_count', { simple: true });
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`);
    const long = 'Långt. '.repeat(20_000);
    expect(() => save(long)).toThrow(new ReplicaError('disken-full'));
    expect(() => replica.saveDraft({ ...draft, data: { text: long } })).toThrow(new ReplicaError('disken-full'));
    expect(replica.outbox()).toEqual([]);
    expect(replica.record('anteckning', noteId)).toBeUndefined();
    expect(replica.draft(draft.nyckel)).toEqual(draft);
    db.pragma(`max_page_count = ${most}`);
    expect(save(long)).toHaveLength(2);
    expect(replica.draft(draft.nyckel)).toBeUndefined();
  });

  it('bulk writes do not wait for the disk, the user’s own do: also after a bulk write that failed', () => {
    replica.close();
    const db = openDatabase(place.file, testKey);
    replica = replicaOn(
      db,
      { anvandareId: actor.id, clock: { now: () => new Date(at) }, newId: randomUUID },
      createCheckpointer(place.file, testKey, () => 0),
    );
    const synchronous = () => db.pragma('synchronous', { simple: true });
    const set = vi.spyOn(db, 'pragma');
    const heard: unknown[] = [];
    replica.onChange(() => heard.push(synchronous()));
    const person = putOf(personRecord(uuid(900)));
    replica.applySlice([person]);
    expect(set.mock.calls.map(([text]) => text)).toEqual(['synchronous = NORMAL', 'synchronous = FULL', 'synchronous']);
    expect(heard).toEqual([2]);
    expect(() => replica.applySlice([{ ...person, json: null as never }])).toThrow();
    expect(synchronous()).toBe(2);
    set.mockClear();
    save('Ett');
    expect(set.mock.calls.map(([text]) => text)).toEqual(['synchronous']);
  });
});
