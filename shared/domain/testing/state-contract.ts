import { expect, it } from 'vitest';
import type { State } from '../command.ts';
import { type StoredRecord, schemaNumber } from '../records.ts';
import { aktScope, katalogScope } from '../scope.ts';
import { akt, type TestRecord, testAkt, testId, testVerkstallighet } from './state.ts';

export type ScopedRecord = Pick<StoredRecord, 'type' | 'id' | 'scope' | 'schema' | 'data'>;

const annan = testId(900);
const organisation = testId(901);
const inScope = (scope: string, { type, id, data }: TestRecord): ScopedRecord => ({ type, id, scope, schema: schemaNumber(type), data });
const person = testAkt().flatMap((record) => (record.type === 'person' ? [record] : []))[0] ?? missing();
function missing(): never {
  throw new Error('the test akt has no person');
}

/** An akt, another person's akt, and a catalogue. */
const records: ScopedRecord[] = [
  ...testAkt().map((record) => inScope(aktScope(akt.person), record)),
  inScope(aktScope(annan), { type: 'person', id: annan, data: { ...person.data, personnummer: '199904122380' } }),
  inScope(aktScope(annan), { type: 'verkstallighet', id: testId(902), data: testVerkstallighet() }),
  inScope(katalogScope, { type: 'organisation', id: organisation, data: { namn: 'LSS Myndighet', ordning: 1 } }),
];

/**
 * What a rule may rely on of the state it decides from, whoever keeps the records. The order of a list is not promised: rules
 * sort (`i-ordning.ts`).
 * @param make the state of one scope among these records, with one number that the command names
 */
export function stateContract(
  name: string,
  make: (records: ScopedRecord[], scope: string, nummer: string) => State | Promise<State>,
): void {
  const ids = (found: { id: string }[]) => found.map(({ id }) => id).sort();
  const ofAkt = async (nummer = '') => make(records, aktScope(akt.person), nummer);

  it(`${name}: a record is found by its type and id together`, async () => {
    const state = await ofAkt();
    expect(state.get('utredning', akt.utredning)).toMatchObject({ typ: 'LSS Utredning' });
    expect(state.get('verkstallighet', akt.utredning)).toBeUndefined();
    expect(state.get('utredning', testId(999))).toBeUndefined();
  });

  it(`${name}: a list is all of one type, each with its id and data`, async () => {
    const state = await ofAkt();
    expect(ids(state.list('verkstallighet'))).toEqual([akt.lssInsatser, akt.verkstallighet].sort());
    expect(state.list('person')).toEqual([expect.objectContaining({ id: akt.person, data: person.data })]);
    expect(state.list('beslut')).toEqual([]);
  });

  it(`${name}: another person's akt is not there`, async () => {
    const state = await ofAkt();
    expect(state.get('person', annan)).toBeUndefined();
    expect(state.get('verkstallighet', testId(902))).toBeUndefined();
    expect(ids(state.list('person'))).toEqual([akt.person]);
  });

  it(`${name}: the catalogue and the akt are asked apart`, async () => {
    const state = await ofAkt();
    expect(state.katalog('organisation', organisation)).toEqual({ namn: 'LSS Myndighet', ordning: 1 });
    expect(ids(state.katalogLista('organisation'))).toEqual([organisation]);
    expect(state.get('organisation', organisation)).toBeUndefined();
    expect(state.list('organisation')).toEqual([]);
    expect(state.katalog('utredning', akt.utredning)).toBeUndefined();
    expect(state.katalog('person', annan)).toBeUndefined();
    expect(state.katalogLista('verkstallighet')).toEqual([]);
  });

  it(`${name}: who has a personnummer is known over all akter`, async () => {
    expect((await ofAkt('199904122380')).personMedNummer('199904122380')).toBe(annan);
    expect((await ofAkt(person.data.personnummer)).personMedNummer(person.data.personnummer)).toBe(akt.person);
    expect((await ofAkt('198001012389')).personMedNummer('198001012389')).toBeUndefined();
  });
}
