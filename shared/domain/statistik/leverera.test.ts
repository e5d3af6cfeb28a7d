import { expect, test } from 'vitest';
import { isRejection } from '../command.ts';
import { testDecideAny } from '../testing/decide.ts';
import { applied, stateOf, testActor, testContext, testId } from '../testing/state.ts';
import { beskrivning, beskrivningId, lssbeskrivning } from '../testing/statistik.ts';

const records = [beskrivning(1, lssbeskrivning())];
const chef = testActor({ namn: 'Ulla Ström', roller: ['enhetschef'] });
const input = (over: object = {}) => ({
  ...{ leveransId: testId(900), register: 'lss', dag: '2026-10-01', beskrivningId: beskrivningId(1), rader: 14, kunder: 14, avvisade: 2 },
  ...{ skyddade: 1, filnamn: 'LSS 2026-10-01.txt', storlek: 600, sha256: 'ab'.repeat(32) },
  ...over,
});
const kor = (over: object = {}, med = records, actor = chef) =>
  testDecideAny('statistik.leverera', input(over), stateOf(med), testContext(actor, '2026-10-20T09:00:00.000Z'));

test('STAT-07 what was saved to be delivered is noted for all: when, by whom, and what to know the file by', () => {
  const efter = applied(records, kor());
  const leverans = stateOf(efter).katalog('statistikleverans', testId(900));
  expect(leverans).toMatchObject({ namn: 'LSS-insatser den 1 oktober', exempel: true, rader: 14, avvisade: 2, av: { namn: 'Ulla Ström' } });
  // A colleague saves it too, corrected: both stand.
  const tva = applied(efter, kor({ leveransId: testId(901), rader: 15 }, efter));
  expect(
    stateOf(tva)
      .katalogLista('statistikleverans')
      .map(({ data }) => data.rader),
  ).toEqual([14, 15]);
});

test.each([
  ['twice under one id', {}, 'finns-redan'],
  ['of a description that is gone', { leveransId: testId(901), beskrivningId: testId(999) }, 'finns-inte-i-katalogen'],
  ['of another register', { leveransId: testId(901), register: 'solPagaende' }, 'finns-inte-i-katalogen'],
  ['of a day to come', { leveransId: testId(901), dag: '2027-10-01' }, 'datum-i-framtiden'],
  ['of a day that the list is not of', { leveransId: testId(901), dag: '2026-10-02' }, 'stammer-inte-med-katalogen'],
])('STAT-07 not %s', (_, over, kod) => {
  const decision = kor(over, applied(records, kor()));
  expect(isRejection(decision) && decision.code).toBe(kod);
});
