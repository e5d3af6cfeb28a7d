import { describe, expect, test } from 'vitest';
import {
  bekraftadI,
  bevakningId,
  bifall,
  efter,
  get,
  med,
  ny,
  order,
  orderId,
  pagar,
  personal,
  signatur,
  timmar,
  u,
} from '../testing/bestallning.ts';
import { type TestRecord, testActor, testId } from '../testing/state.ts';

const bestalld = (records: TestRecord[]) => get(records, 'bestallning', orderId(2));

describe('BEST-KOP', () => {
  test('BEST-KOP-05 -06 -09 FRAGA-27 from the day after; the earlier ends the day before, on the day of the avbrott', () => {
    const after = efter(pagar(), ny(pagar()));
    expect(bestalld(after)).toMatchObject({ bestalltDatum: '2026-12-11', gallerFran: '2026-12-11', ersatter: orderId(1) });
    expect(bestalld(after).gallerTom).toBeUndefined();
    expect(get(after, 'bestallning', orderId(1)).gallerTom).toBe('2026-12-10');
  });

  test('BEST-KOP-06 the end follows the beslut', () => {
    const before = pagar({ gallerTom: '2027-06-30' }, { giltigTom: '2027-06-30' });
    expect(bestalld(efter(before, ny(before)))).toMatchObject({ gallerTom: '2027-06-30', ersattGallerTom: '2027-06-30' });
  });

  test('BEST-KOP-04 the sender is the user; what was attached goes along', () => {
    const before = pagar({ bestallare: signatur, bifogadAnteckning: 'Vill träffas på kvällar.' });
    const after = efter(before, ny(before, {}, testActor({ id: testId(3), namn: 'Ulla Ström' })));
    expect(bestalld(after)).toMatchObject({ bestallare: { namn: 'Ulla Ström' }, bifogadAnteckning: 'Vill träffas på kvällar.' });
  });

  test('FORB-35 the handläggare confirms: a bevakning, and never none', () => {
    const before = med(
      bifall(1, 'assistans'),
      order(1, { utforareId: u.kommunal, insatser: ['Biträde av assistans'], ...timmar('Månad'), bekraftad: '2026-11-02' }),
    );
    const over = { utforareId: u.egetVal, insatser: ['Personlig assistans'], ...timmar('Månad') };
    expect(ny(before, over)).toEqual({ code: 'ogiltig-indata', field: 'bevakningId' });
    expect(get(efter(before, ny(before, { ...over, bevakningId })), 'bevakning', bevakningId).datum).toBe('2026-12-11');
  });

  test('BEST-KOP-07 hours as granted, or as the earlier order had them', () => {
    const before = med(
      bifall(1, 'assistans'),
      order(1, {
        utforareId: u.kommunal,
        insatser: ['Biträde av assistans'],
        ...timmar('Månad', 600),
        avvikelser: ['omfattning'],
        bekraftad: '2026-11-02',
      }),
    );
    const over = { utforareId: u.kommunal, insatser: ['Biträde av assistans'] };
    expect(bestalld(efter(before, ny(before, { ...over, ...timmar('Månad', 600) }))).avvikelser).toEqual(['omfattning']);
    expect(bestalld(efter(before, ny(before, { ...over, ...timmar('Månad') }))).avvikelser).toBeUndefined();
    expect(ny(before, { ...over, ...timmar('Månad', 700) })).toEqual({ code: 'avviker-fran-beslut', field: 'omfattning' });
  });

  test('BEST-KOP-01 a second avbrott goes on from the latest order', () => {
    const forsta = efter(pagar(), ny(pagar()));
    const bekraftad = forsta.map((one) => (one.id === orderId(2) ? order(2, { ...bestalld(forsta), ...bekraftadI(1) }) : one));
    const andra = ny(bekraftad, { bestallningId: orderId(3), tidigareId: orderId(2), avbrottsdatum: '2027-01-31' });
    expect(get(efter(bekraftad, andra), 'bestallning', orderId(2)).gallerTom).toBe('2027-01-31');
    expect(ny(bekraftad, { bestallningId: orderId(3) })).toEqual({ code: 'redan-bestallt' });
  });

  test.each([
    [
      'FRAGA-26 not confirmed: it is taken back instead',
      { bekraftad: undefined, bekraftelse: undefined },
      {},
      {},
      { code: 'inte-bekraftad' },
    ],
    ['taken back', { bekraftad: undefined, bekraftelse: undefined, borttagen: { ...signatur, orsak: 'x' } }, {}, {}, { code: 'borttagen' }],
    ['FRAGA-26 the avbrott lies before the start', {}, {}, { avbrottsdatum: '2026-10-31' }, { code: 'datum-fore', field: 'avbrottsdatum' }],
    ['the order had ended by itself', { gallerTom: '2026-12-09' }, {}, {}, { code: 'datum-efter', field: 'avbrottsdatum' }],
    ['the bifall ends with the avbrott', {}, { giltigTom: '2026-12-10' }, {}, { code: 'datum-efter', field: 'avbrottsdatum' }],
    ['of a beslut marked as wrong', {}, { felmarkerad: true }, {}, { code: 'inget-bifall' }],
    ['AVSL-01 of a closed case', {}, { avslutad: signatur }, {}, { code: 'arendet-avslutat' }],
    [
      'BEST-KOP-07 another utförare than the catalogue has',
      {},
      {},
      { utforareId: u.kommunal },
      { code: 'utforare-stammer-inte', field: 'utforareId' },
    ],
    ['BEST-KOP-07 another insats', {}, {}, { insatser: ['Ledsagarservice'] }, { code: 'insats-stammer-inte', field: 'insatser' }],
    ['a taken id', {}, {}, { bestallningId: orderId(1) }, { code: 'finns-redan' }],
    ['no such order', {}, {}, { tidigareId: orderId(9) }, { code: 'finns-inte', field: 'tidigareId' }],
  ])('%s: refused', (_, over, beslut, input, rejection) => {
    expect(ny(pagar(over, beslut), input)).toEqual(rejection);
  });

  test('the role: an utförare orders nothing', () => {
    expect(ny(pagar(), {}, personal(u.rekrytering))).toEqual({ code: 'behorighet-saknas' });
  });
});
