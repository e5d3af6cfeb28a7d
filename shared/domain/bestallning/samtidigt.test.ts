import { describe, expect, test } from 'vitest';
import { aktAv } from '../akt.ts';
import { aktFel } from '../arende/akt-fel.ts';
import { bifall, efter, get, kor, med, order, orderId, signatur, skickaInput } from '../testing/bestallning.ts';
import { stateOf, type TestRecord } from '../testing/state.ts';

/** Two bifall on kontaktperson that hold for the same days, of which the second is ordered. */
const tva = (over: object = {}): TestRecord[] => med(bifall(1, 'kontaktperson', { samtidigSkal: 'Två behövs' }), bifall(2), order(2, over));
const skicka = (records: TestRecord[], over: object = {}) =>
  kor('bestallning.skicka', skickaInput(1, { sedda: [], samtidigSkal: undefined, ...over }), records);

describe('BEST-GEN-02 two orders that run side by side', () => {
  test('need that the sender was shown the other, and a reason that the order keeps', () => {
    const nekat = { code: 'bestallning-samtidigt', field: 'samtidigSkal' };
    expect(skicka(tva())).toEqual(nekat);
    expect(skicka(tva(), { samtidigSkal: 'Två kontaktpersoner' })).toEqual(nekat);
    expect(skicka(tva(), { sedda: [orderId(2)] })).toEqual(nekat);
    const after = efter(tva(), skicka(tva(), { sedda: [orderId(2)], samtidigSkal: 'Två kontaktpersoner' }));
    expect(get(after, 'bestallning', orderId(1)).samtidigSkal).toBe('Två kontaktpersoner');
    expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
  });

  test.each<[string, TestRecord[]]>([
    ['the other ended before', tva({ gallerTom: '2026-10-31' })],
    ['the other was taken back', tva({ borttagen: { ...signatur, orsak: 'Fel' } })],
    ['the other is of another insats', med(bifall(1), bifall(2, 'dagligVerksamhet'), order(2))],
  ])('no reason is asked where %s', (_, records) => {
    const after = efter(records, skicka(records));
    expect(get(after, 'bestallning', orderId(1))).not.toHaveProperty('samtidigSkal');
  });

  test('the order of a felmarkerat bifall still runs beside the new one', () => {
    const records = med(bifall(1), bifall(2, 'kontaktperson', { felmarkerad: true }), order(2, { bekraftad: '2026-11-02' }));
    expect(skicka(records)).toEqual({ code: 'bestallning-samtidigt', field: 'samtidigSkal' });
  });

  test('what an older program queued is taken: it was not asked', () => {
    expect(skicka(tva(), { sedda: null })).not.toHaveProperty('code');
  });

  test('one that was taken back does not come back beside another', () => {
    const records = [...tva(), order(1, { borttagen: { ...signatur, orsak: 'Fel' } })];
    expect(kor('bestallning.angraTaBort', { bestallningId: orderId(1) }, records)).toEqual({ code: 'bestallning-bredvid' });
  });
});

test('BEST-GEN-02 aktFel names what holds or runs side by side without a reason', () => {
  const utan = { samtidigSkal: undefined };
  const fel = (...mer: TestRecord[]) => aktFel(aktAv(stateOf(med(...mer))));
  expect(fel(bifall(1), bifall(2, 'kontaktperson', utan))).toEqual([expect.stringContaining('hold for the same days')]);
  expect(fel(bifall(1), bifall(2, 'kontaktperson', { giltigFran: '2026-10-01', giltigTom: '2026-10-31' }))).toEqual([]);
  expect(fel(bifall(1), bifall(2, 'kontaktperson', { samtidigSkal: 'Två' }), order(1), order(2))).toEqual([]);
  const felmarkerat = bifall(2, 'kontaktperson', { felmarkerad: true, ...utan });
  expect(fel(bifall(1), felmarkerat, order(1), order(2, { bekraftad: '2026-11-02' }))).toEqual([
    expect.stringContaining('run for the same days'),
  ]);
});
