import { expect, test } from 'vitest';
import { aktMedKatalog, testAktualisering } from '../testing/aktualisering.ts';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import type { Aktualisering } from './records.ts';

const [a, b] = [testId(310), testId(311)];
const withPosts = (over: Partial<Aktualisering> = {}): TestRecord[] =>
  aktMedKatalog(
    { type: 'aktualisering', id: a, data: testAktualisering(over) },
    { type: 'aktualisering', id: b, data: testAktualisering({ datum: '2026-08-20' }) },
  );
const koppla = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  testDecide(
    'aktualisering.koppla',
    { personId: akt.person, utredningId: akt.utredning, aktualiseringIds: [a, b], ...over },
    stateOf(records),
    testContext(actor),
  );

test('UTR-07 FORB-14 those left over are connected; why they were left out is history, and the time counts from the earliest', () => {
  const utelamnad = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z', skal: 'Väntar på fullmakt' };
  const records = withPosts({ utelamnad });
  const state = stateOf(applied(records, koppla(records)));
  expect(state.get('aktualisering', a)).toEqual(testAktualisering({ utredningId: akt.utredning }));
  expect(state.get('utredning', akt.utredning)?.inkomDatum).toBe('2026-08-20');
});

const avslutad = withPosts().map((record) =>
  record.type === 'utredning' ? { ...record, data: { ...record.data, slutdatum: '2026-10-01' } } : record,
);

test.each<[string, TestRecord[], object, object]>([
  ['one examined already', withPosts({ utredningId: testId(21) }), {}, { code: 'redan-kopplad', field: 'aktualiseringIds.0' }],
  ['one that is not there', withPosts(), { aktualiseringIds: [a, testId(99)] }, { code: 'finns-inte', field: 'aktualiseringIds.1' }],
  ['none', withPosts(), { aktualiseringIds: [] }, { code: 'ogiltig-indata', field: 'aktualiseringIds' }],
  ['one twice', withPosts(), { aktualiseringIds: [a, a] }, { code: 'ogiltig-indata', field: 'aktualiseringIds' }],
  ['to an ended utredning', avslutad, {}, { code: 'utredningen-avslutad', field: 'utredningId' }],
  ['to no utredning', withPosts(), { utredningId: testId(99) }, { code: 'finns-inte', field: 'utredningId' }],
])('UTR-07 refused: %s', (_, records, over, rejection) => {
  expect(koppla(records, over)).toEqual(rejection);
});

test('UTR-07 refused: by staff of a utförare', () => {
  expect(koppla(withPosts(), {}, testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
});
