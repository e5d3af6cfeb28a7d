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

  it('FORB-63 that is not sent yet is taken out of the queue with its effect, and is the draft it was; one that is sent is not', () => {
    save('Ringde modern.');
    const andra = uuid(103);
    save('Ringde fadern.', { anteckningId: andra, rubrikKod: 'ANNAN', rev: uuid(301) }, uuid(201));
    replica.markSent([uuid(200)]);
    expect(replica.withdraw(uuid(200), draft)).toBe(false);
    expect([replica.record('anteckning', noteId) === undefined, replica.draft(draft.nyckel)]).toEqual([false, undefined]);
    save('Ringde igen.', { anteckningId: uuid(104), rubrikKod: 'TREDJE', rev: uuid(302) }, uuid(202));
    expect(replica.withdraw(uuid(201), draft)).toBe(true);
    reopen();
    expect(replica.record('anteckning', andra)).toBeUndefined();
    expect(replica.draft(draft.nyckel)).toEqual(draft);
    // The server takes no gap.
    expect(replica.unanswered({ commands: 9, bytes: 1e6 }).map(({ id, seq }) => [id, seq])).toEqual([
      [uuid(200), 1],
      [uuid(202), 2],
    ]);
    expect(replica.outboxRow(uuid(201))).toMatchObject({ state: 'settled' });
    expect(replica.withdraw(uuid(201), draft)).toBe(false);
    save('Ringde en gång till.', { anteckningId: uuid(105), rubrikKod: 'FJARDE', rev: uuid(303) }, uuid(203));
    expect(replica.outboxRow(uuid(203))?.seq).toBe(3);
  });

  it('lays nothing over a record of another akt, whatever id it names', () => {
    const [annan, deras] = [uuid(110), uuid(111)];
    fill(replica, [personRecord(annan), utredningRecord(annan, deras)]);
    const before = replica.record('utredning', deras);
    expect(before).toMatchObject({ scope: `akt:${annan}` });
    save('Ringde modern.', { anteckningId: deras });
    expect(replica.record('utredning', deras)).toEqual(before);
    expect(replica.record('anteckning', deras)).toBeUndefined();
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

describe('OSL 26:1 asked anew for an akt that was refused', () => {
  const annans = uuid(150);
  const nekat = '2026-11-20T09:00:00.000Z';
  let nr = 400;
  const nyttId = () => {
    nr += 1;
    return uuid(nr);
  };
  const taUpp = (over: object = {}) => {
    const ids = { bevakningId: nyttId(), rev: nyttId() };
    const input = { personId: annans, personnummer: '199904122380', enhet: 'lss', grund: 'samtycke', skal: 'Söker', ...ids };
    const id = nyttId();
    expect(replica.runCommand({ id, name: 'person.taUpp', version: 1, input, at, actor, ...over })).toEqual([]);
    return id;
  };
  const kontakt = (namn: string, kontaktId: string, basRev: string | null = null, rev = nyttId()) => {
    const input = { personId: annans, kontaktId, basRev, kontakt: { typ: 'anhorig', namn, rev } };
    const id = nyttId();
    const form = { nyckel: `kontakt:${annans}:ny`, titel: 'Kontakt', data: { namn } };
    const decision = replica.runCommand({ id, name: 'kontakt.spara', version: 1, input, at, actor, form, iAnnanAkt: true });
    expect(decision).toEqual([]);
    return { id, rev };
  };
  const nekas = (id: string, code: string) =>
    replica.storeResults([
      { seq: replica.outboxRow(id)?.seq ?? 0, id, outcome: 'refused', version: 101, at: nekat, code: code as 'finns-inte' },
    ]);
  const rader = () =>
    replica.outbox().map(({ name, state, seq, input }) => [seq, name, state, (input as { kontakt?: { namn: string } }).kontakt?.namn]);

  it('takes along what was refused for want of it: in its order, before what was written since, with form and time', () => {
    const forsta = taUpp();
    const [moderns, faderns] = [uuid(351), uuid(352)];
    const modern = kontakt('Modern', moderns);
    const igen = kontakt('Modern, nytt', moderns, modern.rev);
    const fadern = kontakt('Fadern', faderns);
    nekas(forsta, 'finns-inte');
    for (const { id } of [modern, igen]) nekas(id, 'atkomst-saknas');
    nekas(fadern.id, 'ogiltig-indata');
    const andra = taUpp({ avgor: forsta });
    const sedan = kontakt('Systern', uuid(353));
    expect(rader()).toEqual([
      [1, 'person.taUpp', 'settled', undefined],
      [2, 'kontakt.spara', 'settled', 'Modern'],
      [3, 'kontakt.spara', 'settled', 'Modern, nytt'],
      // Refused for another reason: it waits for the user.
      [4, 'kontakt.spara', 'refused', 'Fadern'],
      [5, 'person.taUpp', 'queued', undefined],
      [6, 'kontakt.spara', 'queued', 'Modern'],
      [7, 'kontakt.spara', 'queued', 'Modern, nytt'],
      [8, 'kontakt.spara', 'queued', 'Systern'],
    ]);
    const nya = replica.outbox().slice(-3, -1);
    expect(nya).toMatchObject([
      { at, form: { data: { namn: 'Modern' } } },
      { at, form: { data: { namn: 'Modern, nytt' } } },
    ]);
    expect(
      nya.map(({ id }) => [modern.id, igen.id].includes(id)),
      'under an id the server has given no answer to',
    ).toEqual([false, false]);
    expect(replica.unanswered({ commands: 10, bytes: 1e6 }).map(({ seq }) => seq)).toEqual([5, 6, 7, 8]);

    // The akt comes, and with it all of it is seen at once.
    replica.storeResults([{ seq: 5, id: andra, outcome: 'ok', version: 102, at: nekat }]);
    replica.applySlice([putOf(personRecord(annans))]);
    expect(replica.inScope(`akt:${annans}`, 'kontakt').map(({ data }) => data.namn)).toEqual(['Modern, nytt', 'Systern']);
    // Refused once more, nothing is lost, and it can be asked for again.
    for (const { id } of nya) nekas(id, 'atkomst-saknas');
    expect(replica.outboxCounts()).toMatchObject({ refused: 3 });
    expect(sedan.id).toBeDefined();
  });

  it('also what was never made: a registration that is sent again, put right, brings what waited for it', () => {
    const bo = uuid(160);
    const kir = { status: 'ejKontrollerad', at };
    const registrera = (personnummer: string, over: object = {}) => {
      const { fodelsedatum: _f, kundnummer: _k, enheter: _e, ...person } = personRecord(bo).data as Record<string, unknown>;
      const id = nyttId();
      const input = { personId: bo, person: { ...person, personnummer }, enhet: 'lss', kir, rev: nyttId() };
      const decision = replica.runCommand({ id, name: 'person.registrera', version: 1, input, at, actor, ...over });
      expect(decision, JSON.stringify(decision)).toBeInstanceOf(Array);
      return id;
    };
    const forst = registrera('198001062390');
    const input = { personId: bo, kontaktId: uuid(361), basRev: null, kontakt: { typ: 'anhorig', namn: 'Modern', rev: uuid(362) } };
    const modern = nyttId();
    expect(replica.runCommand({ id: modern, name: 'kontakt.spara', version: 1, input, at, actor })).toBeInstanceOf(Array);
    nekas(forst, 'behorighet-saknas');
    nekas(modern, 'akten-finns-inte');
    expect(replica.record('kontakt', uuid(361))).toBeUndefined();
    registrera('198001062390', { avgor: forst });
    expect(replica.record('kontakt', uuid(361))).toMatchObject({ pending: true, data: { namn: 'Modern' } });
    expect(
      rader()
        .slice(-2)
        .map(([, ...rest]) => rest),
    ).toEqual([
      ['person.registrera', 'queued', undefined],
      ['kontakt.spara', 'queued', 'Modern'],
    ]);
  });

  it('is one write: a full disk in the middle of it leaves all as it was', () => {
    const forsta = taUpp();
    const rad = kontakt('Modern', uuid(351));
    nekas(forsta, 'finns-inte');
    nekas(rad.id, 'atkomst-saknas');
    const before = rader();
    replica.close();
    const db = openDatabase(place.file, testKey);
    replica = replicaOn(
      db,
      { anvandareId: actor.id, clock: { now: () => new Date(at) }, newId: randomUUID },
      createCheckpointer(place.file, testKey, () => 0),
    );
    // The row that would be off Att åtgärda cannot be written.
    db.exec(`CREATE TEMP TRIGGER full BEFORE UPDATE ON main.outbox WHEN NEW.state = 'settled' AND NEW.name = 'kontakt.spara'
      BEGIN SELECT RAISE(ABORT, 'full'); END`);
    expect(() => taUpp({ avgor: forsta })).toThrow();
    expect(rader()).toEqual(before);
    db.exec('DROP TRIGGER full');
    taUpp({ avgor: forsta });
    expect(rader().map(([, name, state]) => [name, state])).toEqual([
      ['person.taUpp', 'settled'],
      ['kontakt.spara', 'settled'],
      ['person.taUpp', 'queued'],
      ['kontakt.spara', 'queued'],
    ]);
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
