import { afterEach, beforeEach, expect, it } from 'vitest';
import { anteckningHuvud } from '../../shared/domain/anteckning/records.ts';
import { anteckningRecord, anvandare, ids, personRecord, utredningRecord, uuid } from '../services/testing/records.ts';
import { ReplicaError } from './errors.ts';
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

it('a document that is no JSON keeps nobody from the rest: it is taken away when heads are made anew, and the digest lacks it', () => {
  const id = noter[7]?.id ?? '';
  const before = digests();
  left(`UPDATE record SET data = '{' WHERE id = '${id}'`, (heads) => ({ ...heads, anteckning: '' }));
  expect(opened().noter).toHaveLength(noter.length - 1);
  expect(digests()['org:lss']).not.toBe(before['org:lss']);
  expect(digests().katalog).toBe(before.katalog);
});

it('one that is met in reading is told as damage', () => {
  const id = noter[7]?.id ?? '';
  left(`UPDATE record SET data = '{' WHERE id = '${id}'`, (heads) => heads);
  const replica = place.open();
  try {
    expect(() => replica.record('anteckning', id)).toThrow(new ReplicaError('databasen-skadad'));
    expect(replica.record('anteckning', noter[8]?.id ?? '')).toBeDefined();
  } finally {
    replica.close();
  }
});

function digests() {
  const replica = place.open();
  const found = replica.digests();
  replica.close();
  return found;
}

it.each(['"trasig"', '[]', 'null'])('what is no document, %s, is shown nowhere, and keeps nobody from the rest', (data) => {
  const [note, utredning] = [uuid(1000), utredningId];
  left(`UPDATE record SET data = '${data}' WHERE id IN ('${note}', '${utredning}')`, () => undefined);
  const { noter: shown, heads } = opened();
  expect(shown).toHaveLength(noter.length - 1);
  expect(heads.map(({ type }) => type)).not.toContain('utredning');
  const replica = place.open();
  expect([replica.record('anteckning', note), replica.record('utredning', utredning)]).toEqual([undefined, undefined]);
  expect(replica.record('person', personId)).toBeDefined();
  replica.close();
});
