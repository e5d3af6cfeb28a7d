import { afterEach, beforeEach, expect, it } from 'vitest';
import { anteckningHuvud } from '../../shared/domain/anteckning/records.ts';
import { anteckningRecord, anvandare, ids, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { createMeta } from './meta.ts';
import { openDatabase } from './open-database.ts';
import { fill, testKey, testReplica } from './testing/replica.ts';

const [personId, utredningId] = [uuid(100), uuid(101)];
const scope = `akt:${personId}`;
const noter = Array.from({ length: 2100 }, (_, n) =>
  anteckningRecord(personId, uuid(1000 + n), { dokumentation: { slag: 'utredning', id: utredningId } }),
);
const huvudOfNote = JSON.parse(JSON.stringify(anteckningHuvud(noter[0]?.data as Parameters<typeof anteckningHuvud>[0])));

let place: ReturnType<typeof testReplica>;
beforeEach(() => {
  place = testReplica(anvandare.handlaggare.id);
  const replica = place.open();
  fill(replica, [personRecord(personId), utredningRecord(personId, utredningId), ...noter]);
  replica.close();
});
afterEach(() => place.remove());

/** What another version of the program left: its heads, and what it noted of how it made them. */
function left(sql: string, made: (heads: Record<string, string>) => Record<string, string> | undefined): void {
  const db = openDatabase(place.file, testKey);
  db.exec(sql);
  const meta = createMeta(db);
  const heads = made(meta.get('heads') ?? {});
  if (heads) meta.set('heads', heads);
  else meta.drop('heads');
  db.close();
}
function opened() {
  const replica = place.open();
  const heads = replica.heads(scope);
  const unsigned = replica.unsignedOf(ids.handlaggare).length;
  replica.close();
  return { noter: heads.flatMap(({ type, huvud }) => (type === 'anteckning' ? [huvud] : [])), heads, unsigned };
}
const older = `UPDATE record SET huvud = json_object('signerad', 'nej') WHERE type = 'anteckning'`;

it('heads that another version made are made anew when the replica is opened, and what is read by them is right', () => {
  left(older, (heads) => ({ ...heads, anteckning: '[1,{"signerad":1}]' }));
  const { noter: now, unsigned } = opened();
  expect(now).toHaveLength(noter.length);
  for (const huvud of now) expect(huvud).toEqual(huvudOfNote);
  expect(unsigned).toBe(noter.length);
});

it('a replica of a version that noted nothing, and a document that version could not read, get their heads too', () => {
  left(`UPDATE record SET huvud = 'null' WHERE type = 'anteckning'`, () => undefined);
  expect(opened().noter[0]).toEqual(huvudOfNote);
});

it('a type that has no head any more is its own head again', () => {
  left(`UPDATE record SET huvud = '{}' WHERE type = 'utredning'`, (heads) => ({ ...heads, utredning: '[1,{}]' }));
  expect(opened().heads.find(({ type }) => type === 'utredning')?.huvud).toEqual(utredningRecord(personId, utredningId).data);
});

it('one that ended half-way goes on at the next start, and heads of this version are left as they are', () => {
  left(`${older} AND rid % 2 = 0`, (heads) => ({ ...heads, anteckning: '' }));
  expect(opened().noter.filter((huvud) => huvud.langd === huvudOfNote.langd)).toHaveLength(noter.length);
  left(older, (heads) => heads);
  expect(opened().noter[0]).toEqual({ signerad: 'nej' });
});
