import { expect, test } from 'vitest';
import { med } from '../testing/bestallning.ts';
import { mote, moteId } from '../testing/mote.ts';
import { akt, stateOf, type TestRecord, testActor } from '../testing/state.ts';
import { utskriftsutbud } from './utbud.ts';

const forslag = (records: TestRecord[]) =>
  utskriftsutbud(stateOf(records), { personId: akt.person, objekt: { type: 'mote', id: moteId(1) }, actor: testActor(), dag: '2026-11-19' })
    .val[0];
const skyddad = (records: TestRecord[]): TestRecord[] =>
  records.map((one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, skydd: 'sekretessmarkering' } } : one));

test('MOTE-05 a kallelse to a meeting comes first, filled in; of a protected kund not with where they are visited', () => {
  const hemma = med(mote(1, { plats: 'Storgatan 1' }));
  expect(forslag(hemma)).toMatchObject({
    val: { slag: 'kallelse' },
    forslag: { motesdag: '2026-11-20', fran: '10:00', till: '11:00', plats: 'Storgatan 1', galler: 'Gå igenom behoven' },
  });
  expect(forslag(skyddad(hemma))?.forslag).not.toHaveProperty('plats');
  expect(forslag(skyddad(med(mote(1, { slag: 'kontoret', plats: 'Stadshuset' }))))?.forslag?.plats).toBe('Stadshuset');
});
