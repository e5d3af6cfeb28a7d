import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { aktScope } from '../../shared/domain/scope.ts';
import { anvandare, ids, katalogRecords, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { fill, putOf, testReplica } from './testing/replica.ts';

const [personId, utredningId, annan] = [uuid(100), uuid(101), uuid(110)];
const actor = anvandare.handlaggare;
const sha256 = 'a'.repeat(64);
const at = '2026-11-20T08:00:00.000Z';
const dokument = (id: string, data: object, person = personId) => ({
  type: 'dokument',
  id,
  scope: aktScope(person),
  version: 1,
  schema: 1,
  data,
});

function rig() {
  const place = testReplica(actor.id);
  const replica = place.open();
  fill(replica, [...katalogRecords, personRecord(personId), personRecord(annan), utredningRecord(personId, utredningId)]);
  const file = (dokumentId: string, knytsTill = utredningId) => {
    const id = randomUUID();
    const uppgifter = { dokumentId, rubrik: 'Utlåtande', typ: 'Utlåtande', sha256, storlek: 10, sidor: 1 };
    const input = { personId, ...uppgifter, knytsTill: { type: 'utredning', id: knytsTill } };
    return { id, decision: replica.runCommand({ id, name: 'dokument.arkivera', version: 1, input, at, actor }) };
  };
  return { replica, file, answer: (id: string, over: object) => replica.storeResults([{ seq: 1, id, at, ...over } as never]), place };
}

test('documents are found by their id, their akt and the name of their bytes; one that cannot be read names none', () => {
  const { replica, place } = rig();
  const data = { sha256, storlek: 10, skapad: { anvandareId: ids.kollega } };
  const named = (id: string, scope: string) => ({ id, scope, version: expect.any(Number), sha256, storlek: 10, skapadAv: ids.kollega });
  replica.applySlice([
    putOf(dokument(uuid(1), data)),
    putOf(dokument(uuid(2), { ...data, sha256: 'b'.repeat(64) })),
    putOf(dokument(uuid(3), data, annan)),
    putOf(dokument(uuid(4), { ...data, storlek: 'stor' })),
  ]);
  expect(replica.document(uuid(1))).toEqual(named(uuid(1), aktScope(personId)));
  expect([uuid(4), uuid(5), utredningId].map(replica.document)).toEqual([undefined, undefined, undefined]);
  expect(replica.documentsIn(aktScope(personId)).map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
  const both = replica.documentsNaming([sha256, 'c'.repeat(64)]);
  expect(both.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([named(uuid(1), aktScope(personId)), named(uuid(3), aktScope(annan))]);
  replica.close();
  place.remove();
});

test('what a command files is told until it is received, or its refusal is settled', () => {
  const { replica, file, answer, place } = rig();
  const [dokumentId, moved] = [uuid(900), uuid(901)];
  const { id } = file(dokumentId);
  expect(replica.filings()).toEqual([{ id: dokumentId, sha256 }]);
  answer(id, { outcome: 'refused', version: 1, code: 'finns-inte' });
  expect(replica.filings()).toEqual([{ id: dokumentId, sha256 }]);
  expect(replica.isFilingSettled(dokumentId)).toBe(false);
  replica.settle(id);
  expect(replica.filings()).toEqual([]);
  expect(replica.isFilingSettled(dokumentId)).toBe(true);

  // Refused once, and taken when it was sent again: settled, and received.
  const first = file(moved);
  answer(first.id, { outcome: 'refused', version: 1, code: 'finns-inte' });
  replica.settle(first.id);
  const second = file(moved);
  expect(replica.filings()).toEqual([{ id: moved, sha256 }]);
  answer(second.id, { outcome: 'ok', version: 2 });
  expect(replica.filings()).toEqual([]);
  expect(replica.isFilingSettled(moved)).toBe(false);
  replica.close();
  place.remove();
});
