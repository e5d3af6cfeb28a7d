import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import { tolkaFritext } from '../../shared/domain/sok/fritext.ts';
import { fromPlainText } from '../../shared/domain/text/text.ts';
import { memoryReplica } from '../db/testing/memory-replica.ts';
import { fill, putOf } from '../db/testing/replica.ts';
import { anteckningRecord, anvandare, personRecord, signeradAv, utredningRecord, uuid } from '../services/testing/records.ts';
import { NotOfThisReplica } from './follow.ts';
import { borjanAv, kvartalAv, platserFor } from './plats.ts';
import { type IndexInMemory, indexInMemory } from './testing/index-in-memory.ts';

const [personId, utredningId] = [uuid(100), uuid(101)];
const dokumentation = { slag: 'utredning' as const, id: utredningId };
const note = (n: number, text: string, over: object = {}) =>
  anteckningRecord(personId, uuid(n), { dokumentation, text: fromPlainText(text), ...over });

const open = () =>
  memoryReplica({
    anvandareId: anvandare.handlaggare.id,
    clock: { now: () => new Date('2026-11-20T12:00:00.000Z') },
    newId: () => crypto.randomUUID(),
  });
let replica: ReturnType<typeof open>;
let index: IndexInMemory;
beforeEach(() => {
  replica = open();
  fill(replica, [personRecord(personId), utredningRecord(personId, utredningId)]);
  index = indexInMemory(replica.notes);
});
afterEach(() => {
  index.close();
  replica.close();
});

const put = (...records: ReturnType<typeof note>[]) => replica.applySlice(records.map((record) => putOf(record)));
const remove = (...records: ReturnType<typeof note>[]) => replica.applySlice(records.map((record) => putOf({ ...record, version: 9 }, [])));
function found(text: string): string[] {
  const tolkad = tolkaFritext(text);
  if (!tolkad.ok) throw new Error(tolkad.hjalp);
  return index.rids(tolkad.fraga).map((rid) => replica.noteAt(rid)?.id ?? 'gone');
}
const inFile = (word: string) => index.pages().includes(word);

describe('SVERK-08 the index follows the replica', () => {
  test('finds words, beginnings and parts; å ä ö are themselves, however they were typed', () => {
    put(note(1, 'Bor i gruppboendet.'), note(2, 'Möte med Åsa'), note(3, 'Boendestöd'));
    index.follow();
    expect(found('boende').sort()).toEqual([uuid(1), uuid(3)]);
    expect(found('grupp')).toEqual([uuid(1)]);
    put(note(4, 'Har elrullstol'));
    index.follow();
    expect(found('rullstol')).toEqual([uuid(4)]);
    expect(found('mo\u0308te a\u030asa')).toEqual([uuid(2)]);
    expect(found('mote')).toEqual([]);
    expect(found('boende möte')).toEqual([]);
  });

  test('the latest handelsedatum comes first, over days and quarters', () => {
    const days = ['2025-02-01', '2026-11-02', '2026-11-01', '2024-12-31', '2026-01-01'];
    put(...days.map((handelsedatum, n) => note(n + 1, 'Telefonsamtal', { handelsedatum })));
    index.follow();
    expect(found('telefonsamtal')).toEqual([uuid(2), uuid(3), uuid(5), uuid(1), uuid(4)]);
  });

  test('a changed text is found by its new words, and its old words are gone from the file', () => {
    put(note(1, 'Hemlighetsxyz'), note(2, 'Annat'));
    index.follow();
    expect(inFile('hemlighetsxyz')).toBe(true);
    put({ ...note(1, 'Nyskrivet', { rev: uuid(901) }), version: 2 });
    index.follow();
    expect(found('hemlighetsxyz')).toEqual([]);
    expect(found('nyskrivet')).toEqual([uuid(1)]);
    index.tidy();
    expect(inFile('hemlighetsxyz')).toBe(false);
    expect(inFile('nyskrivet')).toBe(true);
  });

  test('a note that moves to another day is found once', () => {
    put(note(1, 'Hembesök'));
    index.follow();
    put({ ...note(1, 'Hembesök', { handelsedatum: '2025-01-01' }), version: 2 });
    index.follow();
    expect(found('hembesök')).toEqual([uuid(1)]);
  });

  test('words of notes that leave the replica leave the file', () => {
    put(note(1, 'Hemlighetsxyz i gruppboendexyz'), note(2, 'Annat ord'), note(3, 'Hemlighetsxyz', { handelsedatum: '2020-01-01' }));
    index.follow();
    remove(note(1, ''), note(3, ''));
    index.follow();
    index.tidy();
    expect(inFile('hemlighetsxyz')).toBe(false);
    expect(inFile('boendexyz')).toBe(false);
    expect(found('annat')).toEqual([uuid(2)]);
  });

  test('a lost right takes the words of all that was in it', () => {
    put(note(1, 'Hemlighetsxyz'));
    index.follow();
    const head = { t: 'head' as const, epoch: uuid(1), version: 100, buckets: ['katalog'], lastSeq: 0, results: [], anvandare: null };
    replica.storeHead({ ...head, serverTime: '2026-11-20T08:00:00.000Z' });
    while (!replica.purgeSome(1));
    index.follow();
    index.tidy();
    expect(found('hemlighetsxyz')).toEqual([]);
    expect(inFile('hemlighetsxyz')).toBe(false);
  });

  test('a signature changes no words, and nothing is written for it', () => {
    put(note(1, 'Hembesök'));
    index.follow();
    put({ ...note(1, 'Hembesök', { signerad: signeradAv() }), version: 2 });
    index.follow();
    expect(index.tidy()).toBe(false);
    expect(found('hembesök')).toEqual([uuid(1)]);
  });

  test('a row that was the last one, and its number another note has now', () => {
    put(note(1, 'Hembesök'));
    index.follow();
    const [row] = index.rids([{ ord: ['hembesök'], borjan: false }]);
    remove(note(1, ''));
    put(note(2, 'Nätverksmöte'));
    expect(replica.noteAt(row ?? 0)?.id).toBe(uuid(2));
    index.follow();
    expect(found('nätverksmöte')).toEqual([uuid(2)]);
    expect(found('hembesök')).toEqual([]);
  });

  test.each([
    ['looked at between', true],
    ['not looked at between', false],
  ])('the same where the last row was no note: %s', (_, between) => {
    const contact = { type: 'kontakt' as const, id: uuid(50), scope: aktScope(personId), version: 1, schema: 1 };
    const kontakt = { ...contact, data: { typ: 'anhorig', namn: 'Per', rev: uuid(7) } };
    replica.applySlice([putOf(kontakt)]);
    index.follow();
    replica.applySlice([putOf({ ...kontakt, version: 9 }, [])]);
    if (between) index.follow();
    put(note(2, 'Nätverksmöte'));
    index.follow();
    expect(found('nätverksmöte')).toEqual([uuid(2)]);
  });

  test('rows that were the last ones, the lower taken away first, and not looked at between', () => {
    const post = (n: number) => {
      const kontakt = { type: 'kontakt' as const, id: uuid(n), scope: aktScope(personId), version: 1, schema: 1 };
      return { ...kontakt, data: { typ: 'anhorig', namn: 'Per', rev: uuid(7) } };
    };
    replica.applySlice([50, 51].map((n) => putOf(post(n))));
    index.follow();
    for (const n of [50, 51]) replica.applySlice([putOf({ ...post(n), version: 9 }, [])]);
    put(note(2, 'Nätverksmöte'), note(3, 'Hembesök'), note(4, 'Telefonsamtal'));
    index.follow(1);
    expect([...found('nätverksmöte'), ...found('hembesök'), ...found('telefonsamtal')]).toEqual([uuid(2), uuid(3), uuid(4)]);
  });

  test('ended between the replica and the index it goes on where it was', () => {
    put(note(1, 'Hembesök'), note(2, 'Telefonsamtal'));
    expect(() => index.some(1, true)).toThrow('crash');
    expect(found('hembesök')).toEqual([]);
    index.some(1);
    put({ ...note(1, 'Nätverksmöte', { rev: uuid(901) }), version: 2 });
    remove(note(2, ''));
    expect(() => index.some(1, true)).toThrow('crash');
    index.follow(1);
    expect(found('nätverksmöte')).toEqual([uuid(1)]);
    expect([...found('hembesök'), ...found('telefonsamtal')]).toEqual([]);
  });

  test('changes that it has taken in may be forgotten; it belongs to the replica still', () => {
    put(note(1, 'Hembesök'), note(2, 'Annat'));
    index.follow();
    remove(note(2, ''));
    put({ ...note(1, 'Telefonsamtal', { rev: uuid(901) }), version: 2 });
    index.follow();
    replica.notes.forget(index.some(10).nr);
    index.follow();
    put({ ...note(1, 'Nätverksmöte', { rev: uuid(902) }), version: 3 });
    index.follow();
    expect(found('nätverksmöte')).toEqual([uuid(1)]);
  });

  test('an index of another replica, and one that lacks changes, is told to be made anew', () => {
    put(note(1, 'Hembesök'), note(2, 'Annat'));
    index.follow();
    expect(() => indexInMemory({ ...replica.notes, id: uuid(7) }).follow()).not.toThrow();
    for (const n of [2, 3, 4]) put({ ...note(1, `Ny text ${n}`, { rev: uuid(900 + n) }), version: n });
    replica.notes.forget(replica.notes.source.lastChange());
    expect(() => index.follow()).toThrow(NotOfThisReplica);
    const other = open();
    expect(() => indexInMemory({ id: replica.notes.id, source: other.notes.source }).follow()).not.toThrow();
    other.close();
  });

  test('a document that is no note is found by nothing, and keeps nobody from the rest', () => {
    const broken = { ...note(1, 'Hembesök'), data: { ...(note(1, '').data as object), text: { type: 'doc' } } };
    put(broken, note(2, 'Telefonsamtal'));
    index.follow();
    expect(found('telefonsamtal')).toEqual([uuid(2)]);
    expect(found('hembesök')).toEqual([]);
  });

  test('whatever was done in whatever pieces, it finds what an index made now finds', () => {
    const words = ['gruppboende', 'möte', 'hembesök', 'åsa', 'telefonsamtal'];
    let seed = 7;
    const below = (n: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * n);
    };
    for (let step = 1; step <= 300; step += 1) {
      const n = 1 + below(20);
      const text = `${words[below(words.length)]} och ${words[below(words.length)]}`;
      const handelsedatum = `202${below(7)}-0${1 + below(9)}-1${below(9)}`;
      if (below(4) === 0) {
        if (replica.record('anteckning', uuid(n))) remove(note(n, ''));
      } else put({ ...note(n, text, { handelsedatum, rev: uuid(1000 + step) }), version: 100 + step });
      if (below(5) === 0) index.some(1 + below(3));
      if (below(40) === 0) index.tidy();
    }
    index.follow(3);
    const kept = words.map(found).map((rows) => rows.toSorted());
    index.close();
    index = indexInMemory(replica.notes);
    index.follow();
    expect(words.map(found).map((rows) => rows.toSorted())).toEqual(kept);
    expect(kept.flat().length).toBeGreaterThan(5);
    expect(kept.flat()).not.toContain('gone');
  });
});

describe('places', () => {
  test.each(['2026-01-01', '2026-03-31', '2026-02-29', '1900-01-01', '2199-12-31'])('%s lies in its quarter', (day) => {
    const { dag, over } = platserFor(day);
    const kvartal = kvartalAv(dag[0]);
    expect(kvartal).toBe((Number(day.slice(0, 4)) - 1900) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3));
    expect([kvartalAv(dag[1] - 1), kvartalAv(over[0]), kvartalAv(over[1] - 1)]).toEqual([kvartal, kvartal, kvartal]);
    expect(dag[1]).toBeLessThanOrEqual(over[0]);
    expect(dag[0]).toBeGreaterThanOrEqual(borjanAv(kvartal));
  });

  test('days come after each other; what is no day, or far away, has a place too', () => {
    const start = (day: unknown) => platserFor(day).dag[0];
    const days = [
      undefined,
      '0001-01-01',
      '1999-12-31',
      '2000-01-01',
      '2000-01-02',
      '2000-02-01',
      '2000-03-31',
      '2000-04-01',
      '9999-12-31',
    ];
    expect(days.map(start)).toEqual(days.map(start).toSorted((a, b) => a - b));
  });
});
