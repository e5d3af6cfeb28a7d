import { describe, expect, test } from 'vitest';
import { aktAv } from '../akt.ts';
import { attAvsluta } from '../arende/att-avsluta.ts';
import { testDecide } from '../testing/decide.ts';
import { testKatalog } from '../testing/katalog.ts';
import { akt, stateOf, testAkt, testContext, testId } from '../testing/state.ts';

describe('the order a store keeps its records in', () => {
  test('decides nothing: the same changes and the same history of a command, record by record', () => {
    const records = [...testAkt(), ...testKatalog()];
    const kvitterat = attAvsluta(aktAv(stateOf(records)), '2026-11-20').kvitterat;
    const avsluta = (ordning: typeof records) =>
      testDecide('arende.avsluta', { personId: akt.person, datum: '2026-11-20', kvitterat }, stateOf(ordning), {
        ...testContext(),
        kommandoId: testId(900),
      });
    const decided = avsluta(records);
    expect(decided).toHaveLength(4);
    expect(avsluta(records.toReversed())).toEqual(decided);
  });
});
