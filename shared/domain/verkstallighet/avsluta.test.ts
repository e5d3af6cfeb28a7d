import { describe, expect, test } from 'vitest';
import { aktAv } from '../akt.ts';
import { aktFel } from '../arende/akt-fel.ts';
import {
  bekraftadI,
  beslutId,
  bifall,
  efter,
  get,
  kor,
  med,
  order,
  orderId,
  personal,
  signatur,
  u,
  verk,
  verkId,
} from '../testing/bestallning.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';

const avsluta = (records: TestRecord[], over: object = {}, actor = testActor(), kommandoId?: string) =>
  kor(
    'verkstallighet.avsluta',
    { verkstallighetId: verkId(1), avslutsdatum: '2026-11-30', bekraftad: true, beslutIds: [beslutId(1)], ...over },
    records,
    actor,
    kommandoId,
  );
const pagar = (beslut: object = {}, ...mer: TestRecord[]) =>
  med(bifall(1, 'kontaktperson', beslut), verk(1), order(1, bekraftadI(1)), ...mer);
const borttagen = { ...signatur, orsak: 'Fel' };

describe('verkstallighet.avsluta', () => {
  test('VERK-10 VERK-11 VERK-12 FORB-41 closed, and the beslut ends with it', () => {
    const after = efter(pagar(), avsluta(pagar(), { orsak: 'Insatsen behövs inte längre' }, testActor(), testId(700)));
    expect(get(after, 'verkstallighet', verkId(1))).toMatchObject({
      slutdatum: '2026-11-30',
      avslut: { namn: 'Karin Ek', orsak: 'Insatsen behövs inte längre' },
    });
    expect(get(after, 'beslut', beslutId(1))).toMatchObject({ giltigTom: '2026-11-30', rev: testId(700) });
  });

  test('FRAGA-31 a later end is moved, an earlier one stays', () => {
    const senare = pagar({ giltigTom: '2027-12-31' });
    expect(get(efter(senare, avsluta(senare)), 'beslut', beslutId(1)).giltigTom).toBe('2026-11-30');
    const tidigare = pagar({ giltigTom: '2026-11-15' });
    const after = efter(tidigare, avsluta(tidigare, { beslutIds: [] }));
    expect(get(after, 'beslut', beslutId(1)).giltigTom).toBe('2026-11-15');
    expect(efter(tidigare, avsluta(tidigare))).toEqual(after);
  });

  test('AVSL-01 the order that is carried out there ends with it; one of something else does not', () => {
    const before = pagar({}, bifall(2), verk(2), order(2, bekraftadI(2)), order(3, { beslutId: beslutId(1), borttagen }));
    const after = efter(before, avsluta(before));
    expect([1, 2, 3].map((n) => get(after, 'bestallning', orderId(n)).gallerTom)).toEqual(['2026-11-30', undefined, undefined]);
  });

  test.each([
    ['an end before it', { gallerTom: '2026-11-20' }, [], '2026-11-20'],
    ['an end after it', { gallerTom: '2027-01-31' }, [], '2026-11-30'],
    ['begins after it', { gallerFran: '2026-12-01' }, [], undefined],
    [
      'an avbrott ended it, and another goes on from it',
      { gallerTom: '2026-12-10' },
      [order(2, { beslutId: beslutId(1), gallerFran: '2026-12-11', ersatter: orderId(1) })],
      '2026-12-10',
    ],
  ])('AVSL-01 the order in it: %s', (_, over, mer, gallerTom) => {
    const before = med(bifall(1), verk(1), order(1, { ...bekraftadI(1), ...over }), ...mer);
    const after = efter(before, avsluta(before));
    expect(get(after, 'bestallning', orderId(1)).gallerTom).toBe(gallerTom);
    expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
  });

  test('FRAGA-31 of LSS Insatser the user chooses', () => {
    const before = med(bifall(1), bifall(2));
    const over = { verkstallighetId: akt.lssInsatser, beslutIds: [beslutId(2)] };
    const after = efter(before, avsluta(before, over));
    expect(get(after, 'beslut', beslutId(1)).giltigTom).toBeUndefined();
    expect(get(after, 'beslut', beslutId(2)).giltigTom).toBe('2026-11-30');
    expect(get(after, 'verkstallighet', akt.lssInsatser).slutdatum).toBe('2026-11-30');
  });

  describe('AVSL-01 FORB-24 FORB-43 what begins later', () => {
    const koppling = { slag: 'serie' as const, id: testId(270) };
    const manad = (n: number, giltigFran: string, giltigTom: string) => bifall(n, 'utokning', { koppling, giltigFran, giltigTom });
    const serie = () =>
      med(
        ...[manad(1, '2026-11-01', '2026-11-30'), manad(2, '2026-12-01', '2026-12-31'), manad(3, '2027-01-01', '2027-01-31')],
        verk(1),
        ...[1, 2].map((n) => order(n, { ...bekraftadI(1), gallerFran: n === 1 ? '2026-11-01' : '2026-12-01' })),
        order(3, { gallerFran: '2027-01-01' }),
      );
    const stang = (beslutIds: string[]) =>
      avsluta(serie(), { avslutsdatum: '2026-11-20', beslutIds, orsak: 'Insatsen behövs inte längre' });
    const efterat = (beslutIds: string[]) => efter(serie(), stang(beslutIds));

    test('the months that have not begun never do, and their orders are taken back, in the same operation', () => {
      const after = efterat([beslutId(1), beslutId(2)]);
      expect(get(after, 'verkstallighet', verkId(1)).slutdatum).toBe('2026-11-20');
      expect(get(after, 'beslut', beslutId(1))).toMatchObject({ giltigTom: '2026-11-20' });
      expect(get(after, 'beslut', beslutId(2))).toMatchObject({ aldrigPaborjad: { namn: 'Karin Ek' }, giltigTom: '2026-12-01' });
      expect(get(after, 'bestallning', orderId(1)).gallerTom).toBe('2026-11-20');
      expect(get(after, 'bestallning', orderId(2))).toMatchObject({ borttagen: { orsak: 'Insatsen behövs inte längre' } });
      expect(get(after, 'bestallning', orderId(2)).bekraftelse).toBeUndefined();
      expect(get(after, 'beslut', beslutId(3)), 'ordered, and taken in nowhere').not.toHaveProperty('aldrigPaborjad');
      expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
    });
    test('a month that is to go on elsewhere is left as it is, to be ordered anew', () => {
      const after = efterat([beslutId(1)]);
      expect(get(after, 'beslut', beslutId(2))).toEqual(get(serie(), 'beslut', beslutId(2)));
      expect(get(after, 'bestallning', orderId(2)).borttagen).toBeDefined();
      expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
    });
    test('opened again they can begin again', () => {
      const after = efterat([beslutId(1), beslutId(2)]);
      const beslut = [
        { id: beslutId(1), giltigTom: '2026-11-30' },
        { id: beslutId(2), giltigTom: '2026-12-31' },
      ];
      const igen = efter(after, kor('verkstallighet.oppnaIgen', { verkstallighetId: verkId(1), beslut }, after));
      for (const n of [1, 2]) expect(get(igen, 'beslut', beslutId(n))).toEqual(get(serie(), 'beslut', beslutId(n)));
      expect(aktFel(aktAv(stateOf(igen)))).toEqual([]);
    });
    test('its own bifall', () => {
      const before = pagar({ giltigFran: '2026-12-01' });
      const after = efter(before, avsluta(before));
      expect(get(after, 'beslut', beslutId(1)).aldrigPaborjad).toBeDefined();
      expect(get(after, 'bestallning', orderId(1)).borttagen).toBeDefined();
      expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
    });
    test('an order that goes on after an avbrott: the one before it ends with the verkställighet', () => {
      const gar = order(2, { ...bekraftadI(1), beslutId: beslutId(1), gallerFran: '2026-12-11', ersatter: orderId(1) });
      const before = med(bifall(1), verk(1), order(1, { ...bekraftadI(1), gallerTom: '2026-12-10' }), gar);
      const after = efter(before, avsluta(before));
      expect(get(after, 'bestallning', orderId(1)).gallerTom).toBe('2026-11-30');
      expect(get(after, 'bestallning', orderId(2)).borttagen).toBeDefined();
      expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
    });
  });

  test('FORB-28 of a pair under LSS Insatser both end, whichever was ticked', () => {
    const koppling = { slag: 'stodfamilj' as const, id: testId(270) };
    const before = med(bifall(1, 'stodfamilj', { koppling }), bifall(2, 'korttidsvistelse', { koppling }));
    const after = efter(before, avsluta(before, { verkstallighetId: akt.lssInsatser, beslutIds: [beslutId(2)] }));
    expect([1, 2].map((n) => get(after, 'beslut', beslutId(n)).giltigTom)).toEqual(['2026-11-30', '2026-11-30']);
  });

  test('FORB-28 of a stödfamilj pair both end, as they hold for the same days', () => {
    const koppling = { slag: 'stodfamilj' as const, id: testId(270) };
    const before = med(bifall(1, 'stodfamilj', { koppling }), bifall(2, 'korttidsvistelse', { koppling }), verk(1));
    expect(avsluta(before)).toEqual({ code: 'andrad-av-annan', field: 'beslutIds' });
    const after = efter(before, avsluta(before, { beslutIds: [beslutId(1), beslutId(2)] }));
    expect(get(after, 'beslut', beslutId(2)).giltigTom).toBe('2026-11-30');
  });

  test('VERK-14 FRAGA-32 an utförare closes its own, with a reason; what is locked follows though it cannot read it all', () => {
    const mia = personal(u.rekrytering);
    const orsak = 'Insatsen behövs inte längre';
    expect(avsluta(pagar(), {}, mia)).toEqual({ code: 'skal-kravs', field: 'orsak' });
    const after = efter(pagar(), avsluta(pagar(), { orsak, beslutIds: [] }, mia));
    expect(get(after, 'beslut', beslutId(1)).giltigTom).toBe('2026-11-30');
    expect(avsluta(pagar(), { orsak }, personal(u.kommunal))).toEqual({ code: 'utforarens-verkstallighet' });
    expect(avsluta(med(), { orsak, verkstallighetId: akt.lssInsatser, beslutIds: [] }, personal(testId(41)))).toEqual({
      code: 'utforarens-verkstallighet',
    });
  });

  test.each([
    ['FORB-41 without the locked beslut', pagar(), { beslutIds: [] }, { code: 'andrad-av-annan', field: 'beslutIds' }],
    [
      'a beslut of something else',
      pagar({}, bifall(2)),
      { beslutIds: [beslutId(1), beslutId(2)] },
      { code: 'annan-kopplad', field: 'beslutIds' },
    ],
    ['a beslut that is not there', pagar(), { beslutIds: [beslutId(1), beslutId(2)] }, { code: 'finns-inte', field: 'beslutIds' }],
    ['an end before the start', pagar(), { avslutsdatum: '2026-10-31' }, { code: 'datum-fore', field: 'avslutsdatum' }],
    [
      'a bifall that begins later and is carried out elsewhere too',
      pagar({ giltigFran: '2026-12-01' }, verk(2, { beslutId: beslutId(1) })),
      {},
      { code: 'datum-fore', field: 'avslutsdatum' },
    ],
    ['a reason the municipality does not have', pagar(), { orsak: 'Vet ej' }, { code: 'finns-inte-i-katalogen', field: 'orsak' }],
    ['without the tick (FRAGA-32)', pagar(), { bekraftad: false }, { code: 'ogiltig-indata', field: 'bekraftad' }],
    ['closed already', med(bifall(1), verk(1, { slutdatum: '2026-12-31', avslut: signatur })), {}, { code: 'verkstallighet-avslutad' }],
    ['ended before today', med(bifall(1), verk(1, { slutdatum: '2026-11-19' })), {}, { code: 'verkstallighet-avslutad' }],
    ['not there', med(), {}, { code: 'finns-inte' }],
  ])('%s: refused', (_, records, over, rejection) => {
    expect(avsluta(records, over)).toEqual(rejection);
  });

  test('FRAGA-08 an end that was planned ahead can be brought forward', () => {
    const before = med(bifall(1), verk(1, { slutdatum: '2026-12-31' }));
    expect(get(efter(before, avsluta(before)), 'verkstallighet', verkId(1)).slutdatum).toBe('2026-11-30');
  });
});
