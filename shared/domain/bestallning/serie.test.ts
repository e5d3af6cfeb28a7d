import { describe, expect, test } from 'vitest';
import { beslutId, bifall, efter, get, kor, med, order, orderId, skickaInput, timmar, u, verkId } from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { stateOf, type TestRecord, testId } from '../testing/state.ts';
import { serieAttBestalla } from './serie.ts';

const skicka = (records: TestRecord[], over: object) => kor('bestallning.skicka', skickaInput(1, over), records);

describe('FORB-24 the months of a series', () => {
  const koppling = { slag: 'serie', id: testId(271) } as const;
  const manad = (n: number, giltigFran: string, giltigTom: string, over: object = {}) =>
    bifall(n, 'utokning', { koppling, giltigFran, giltigTom, ...over });
  const manader = [
    manad(1, '2026-11-10', '2026-11-30'),
    manad(2, '2026-12-01', '2026-12-31', { omfattning: { minuter: 600, enhet: 'År' } }),
    manad(3, '2027-01-01', '2027-01-15'),
  ];
  const forsta = { utforareId: u.egetVal, insatser: ['Pers ass tillf utök'], gallerFran: '2026-11-10', gallerTom: '2026-11-30' };
  const med2och3 = [2, 3].map((n) => ({ beslutId: beslutId(n), bestallningId: orderId(n), bevakningId: testId(340 + n) }));
  const serie = (records: TestRecord[], over: object = {}) =>
    skicka(med(...records), { ...forsta, ...timmar('År'), serie: med2och3, ...over });

  test('are ordered together, each with the dates and hours of its beslut, its own reminder, and one verkställighet', () => {
    const verkstallighet = { verkstallighetId: verkId(1), organisationId: kat.organisation };
    const after = efter(med(...manader), serie(manader, { verkstallighet, bestallningstext: 'Ring före.' }));
    const lika = { utforareId: u.egetVal, insatser: ['Pers ass tillf utök'], bestalltDatum: '2026-11-20', bestallningstext: 'Ring före.' };
    expect([1, 2, 3].map((n) => get(after, 'bestallning', orderId(n)))).toMatchObject([
      { ...lika, beslutId: beslutId(1), gallerFran: '2026-11-10', gallerTom: '2026-11-30', omfattning: { minuter: 1230 } },
      { ...lika, beslutId: beslutId(2), gallerFran: '2026-12-01', gallerTom: '2026-12-31', omfattning: { minuter: 600 } },
      { ...lika, beslutId: beslutId(3), gallerFran: '2027-01-01', gallerTom: '2027-01-15', omfattning: { minuter: 1230 } },
    ]);
    expect([340, 342, 343].map((n) => get(after, 'bevakning', testId(n)).datum)).toEqual(['2026-11-20', '2026-12-01', '2027-01-01']);
    expect(
      after.filter(({ type, data }) => type === 'verkstallighet' && 'utforareId' in data && data.utforareId === u.egetVal),
    ).toHaveLength(1);
  });

  test('a difference of the first is its own', () => {
    const decision = serie(manader, { gallerFran: '2026-11-15', avvikelser: ['gallerFran'] });
    const after = efter(med(...manader), decision);
    expect(get(after, 'bestallning', orderId(1))).toMatchObject({ gallerFran: '2026-11-15', avvikelser: ['gallerFran'] });
    expect(get(after, 'bestallning', orderId(2))).not.toHaveProperty('avvikelser');
  });

  test('which can be ordered together: those left of the same series, in the order of time', () => {
    const utanfor = [
      bifall(4, 'utokning'),
      manad(5, '2027-02-01', '2027-02-28', { felmarkerad: true }),
      manad(6, '2027-03-01', '2027-03-31', { koppling: { slag: 'serie', id: testId(272) } }),
      manad(7, '2027-04-01', '2027-04-30', { utfall: 'avslag' }),
    ];
    const state = stateOf(med(...[...manader].reverse(), ...utanfor, order(3)));
    const fakta = { insatser: state.katalogLista('insats'), beslut: state.list('beslut'), bestallningar: state.list('bestallning') };
    const fran = (n: number) => {
      const beslut = state.list('beslut').find(({ id }) => id === beslutId(n));
      return beslut && serieAttBestalla(fakta, beslut).map(({ id }) => id);
    };
    expect(fran(1)).toEqual([beslutId(2)]);
    expect(fran(3)).toEqual([beslutId(1), beslutId(2)]);
    expect(fran(4)).toEqual([]);
  });

  test.each([
    ['a month that was ordered meanwhile', [order(4, { beslutId: beslutId(3) })], {}, { code: 'redan-bestallt', field: 'serie' }],
    ['a beslut of another series', [], { serie: [{ ...med2och3[0], beslutId: beslutId(4) }] }, { code: 'finns-inte', field: 'serie' }],
    ['no such beslut', [], { serie: [{ ...med2och3[0], beslutId: testId(999) }] }, { code: 'finns-inte', field: 'serie' }],
    [
      'the same month twice',
      [],
      { serie: [med2och3[0], { ...med2och3[1], beslutId: beslutId(2) }] },
      { code: 'finns-redan', field: 'serie' },
    ],
    ['the same id twice', [], { serie: [{ ...med2och3[0], bestallningId: orderId(1) }] }, { code: 'finns-redan', field: 'serie' }],
    [
      'a taken id',
      [bifall(4), order(4)],
      { serie: [{ ...med2och3[0], bestallningId: orderId(4) }] },
      { code: 'finns-redan', field: 'serie' },
    ],
  ] as [string, TestRecord[], object, object][])('all or none: refused with %s', (_, mer, over, rejection) => {
    expect(serie([...manader, bifall(4, 'utokning', { koppling: { slag: 'serie', id: testId(272) } }), ...mer], over)).toEqual(rejection);
  });
});
