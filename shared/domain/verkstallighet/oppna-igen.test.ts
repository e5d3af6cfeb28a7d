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
import { akt, stateOf, type TestRecord, testActor, testAkt, testId } from '../testing/state.ts';

const stangdLss = (slutdatum: string, over: object = {}): TestRecord => {
  const lss = testAkt().find(({ id }) => id === akt.lssInsatser);
  if (lss?.type !== 'verkstallighet') throw new Error('no LSS Insatser');
  return { ...lss, data: { ...lss.data, slutdatum, ...over } };
};
const pagar = (beslut: object = {}, ...mer: TestRecord[]) =>
  med(bifall(1, 'kontaktperson', beslut), verk(1), order(1, bekraftadI(1)), ...mer);

describe('verkstallighet.oppnaIgen', () => {
  const igen = (records: TestRecord[], beslut: object[] = [{ id: beslutId(1), giltigTom: null }], actor = testActor(), n = 1) =>
    kor('verkstallighet.oppnaIgen', { verkstallighetId: verkId(n), beslut }, records, actor);
  const stangd = (...mer: TestRecord[]) => {
    const stangda = [
      bifall(1, 'kontaktperson', { giltigTom: '2026-11-10', avslutad: signatur }),
      verk(1, { slutdatum: '2026-11-10', avslut: signatur }),
    ];
    return med(...stangda.filter(({ id }) => !mer.some((one) => one.id === id)), ...mer);
  };

  test('VERK-13 FORB-42 open, with the end that was said for the beslut; it can be ordered again', () => {
    const after = efter(stangd(), igen(stangd()));
    expect(get(after, 'verkstallighet', verkId(1))).toEqual(get([verk(1)], 'verkstallighet', verkId(1)));
    expect(get(after, 'beslut', beslutId(1))).toEqual(get([bifall(1)], 'beslut', beslutId(1)));
    const till = efter(stangd(), igen(stangd(), [{ id: beslutId(1), giltigTom: '2027-01-31' }]));
    expect(get(till, 'beslut', beslutId(1)).giltigTom).toBe('2027-01-31');
  });

  test.each([
    ['until further notice', null, undefined],
    ['to a day', '2027-01-31', '2027-01-31'],
    ['no longer than it went', '2026-11-10', '2026-11-10'],
  ])('FORB-42 the order that ended with it goes on as far as the beslut does: %s', (_, giltigTom, gallerTom) => {
    const before = stangd(order(1, { ...bekraftadI(1), gallerTom: '2026-11-10' }));
    const after = efter(before, igen(before, [{ id: beslutId(1), giltigTom }]));
    expect(get(after, 'bestallning', orderId(1)).gallerTom).toBe(gallerTom);
    expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
  });

  test('VERK-13 what was closed by mistake is as it was when it is opened again', () => {
    const before = pagar();
    const input = { verkstallighetId: verkId(1), avslutsdatum: '2026-11-20', bekraftad: true, beslutIds: [beslutId(1)] };
    const after = efter(before, kor('verkstallighet.avsluta', input, before));
    const igenOppen = efter(after, igen(after));
    expect(get(igenOppen, 'verkstallighet', verkId(1))).toEqual(get(before, 'verkstallighet', verkId(1)));
    expect(get(igenOppen, 'beslut', beslutId(1))).toEqual(get(before, 'beslut', beslutId(1)));
    expect(get(igenOppen, 'bestallning', orderId(1))).toEqual(get(before, 'bestallning', orderId(1)));
  });

  test.each([
    ['ended before it', { gallerTom: '2026-11-05' }, []],
    ['FORB-34 was sent with an end of its own', { gallerTom: '2026-11-10', avvikelser: ['gallerTom' as const] }, []],
    [
      'another goes on from it',
      { gallerTom: '2026-11-10' },
      [order(2, { beslutId: beslutId(1), gallerFran: '2026-11-11', ersatter: orderId(1) })],
    ],
  ])('FORB-42 an order keeps its end that %s', (_, over, mer) => {
    const before = stangd(order(1, { ...bekraftadI(1), ...over }), ...mer);
    const after = efter(before, igen(before));
    expect(get(after, 'bestallning', orderId(1)).gallerTom).toBe(over.gallerTom);
    expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
  });

  test('FORB-42 of LSS Insatser the user names those that go on', () => {
    const before = med(
      stangdLss('2026-11-10'),
      bifall(1, 'kontaktperson', { giltigTom: '2026-11-10' }),
      bifall(2, 'kontaktperson', { giltigTom: '2026-11-10' }),
    );
    const input = { verkstallighetId: akt.lssInsatser, beslut: [{ id: beslutId(2), giltigTom: null }] };
    const after = efter(before, kor('verkstallighet.oppnaIgen', input, before));
    expect([get(after, 'beslut', beslutId(1)).giltigTom, get(after, 'beslut', beslutId(2)).giltigTom]).toEqual(['2026-11-10', undefined]);
  });

  test('FRAGA-61 what the form showed has been changed since: refused, and taken when it is seen', () => {
    const before = stangd(bifall(2, 'kontaktperson', { giltigTom: '2026-11-10' }));
    const oppna = (sett: object) =>
      kor('verkstallighet.oppnaIgen', { verkstallighetId: verkId(1), beslut: [{ id: beslutId(1), giltigTom: null }], sett }, before);
    const [sedd, nu] = ['2026-11-09', '2026-11-10'].map((giltigTom) => [{ id: beslutId(1), giltigTom }]);
    expect(oppna({ slutdatum: '2026-11-09', beslut: nu })).toEqual({ code: 'andrad-av-annan' });
    for (const beslut of [sedd, [{ id: beslutId(1), giltigTom: null }], []])
      expect(oppna({ slutdatum: '2026-11-10', beslut })).toEqual({ code: 'andrad-av-annan' });
    // Of what it does not change, it may have shown something else.
    expect(oppna({ slutdatum: '2026-11-10', beslut: [...(nu ?? []), { id: beslutId(2), giltigTom: null }] })).toBeInstanceOf(Array);
  });

  test('FORB-42 FORB-43 what the case was closed before can begin again, and the two of a pair together', () => {
    const koppling = { slag: 'stodfamilj' as const, id: testId(270) };
    const aldrig = { koppling, giltigFran: '2026-12-01', giltigTom: '2026-12-01', avslutad: signatur, aldrigPaborjad: signatur };
    const before = med(
      ...[bifall(1, 'stodfamilj', aldrig), bifall(2, 'korttidsvistelse', aldrig)],
      verk(1, { startdatum: '2026-12-01', slutdatum: '2026-12-01', avslut: signatur, aldrigPaborjad: signatur }),
    );
    const after = efter(before, igen(before));
    const igenom = bifall(1, 'stodfamilj', { koppling, giltigFran: '2026-12-01' });
    expect(get(after, 'beslut', beslutId(1))).toEqual(get([igenom], 'beslut', beslutId(1)));
    for (const falt of ['giltigTom', 'avslutad', 'aldrigPaborjad']) expect(get(after, 'beslut', beslutId(2))).not.toHaveProperty(falt);
    expect(get(after, 'verkstallighet', verkId(1))).not.toHaveProperty('aldrigPaborjad');
    expect(aktFel(aktAv(stateOf(after)))).toEqual([]);
  });

  test('FORB-24 the month of a series goes no further than its month', () => {
    const koppling = { slag: 'serie' as const, id: testId(270) };
    const before = med(
      bifall(1, 'utokning', { koppling, giltigFran: '2026-11-01', giltigTom: '2026-11-10', avslutad: signatur }),
      verk(1, { slutdatum: '2026-11-10', avslut: signatur }),
    );
    for (const giltigTom of [null, '2026-12-01'])
      expect(igen(before, [{ id: beslutId(1), giltigTom }])).toEqual({ code: 'datum-efter', field: 'beslut' });
    expect(igen(before, [{ id: beslutId(1), giltigTom: '2026-11-30' }])).toBeInstanceOf(Array);
  });

  test('BEST-GEN-02 beside another bifall of its insats only with a reason that one of the two keeps', () => {
    const bredvid = (over: object = {}, deras: object = {}) =>
      stangd(
        bifall(1, 'kontaktperson', { giltigTom: '2026-11-10', avslutad: signatur, ...over }),
        bifall(2, 'kontaktperson', { giltigFran: '2026-11-15', samtidigSkal: undefined, ...deras }),
      );
    expect(igen(bredvid())).toEqual({ code: 'bifall-bredvid', field: 'beslut' });
    expect(igen(bredvid(), [{ id: beslutId(1), giltigTom: '2026-11-14' }])).toBeInstanceOf(Array);
    expect(igen(bredvid({}, { samtidigSkal: 'Två behövs' }))).toBeInstanceOf(Array);
    expect(igen(bredvid({ samtidigSkal: 'Två behövs' }))).toBeInstanceOf(Array);
    // One that never began has held beside nothing.
    const aldrig = { giltigFran: '2026-11-16', giltigTom: '2026-11-16', avslutad: signatur, aldrigPaborjad: signatur };
    expect(igen(bredvid(aldrig))).toEqual({ code: 'bifall-bredvid', field: 'beslut' });
  });

  test.each([
    ['FORB-42 without a word on the beslut', igen(stangd(), []), { code: 'inget-valt', field: 'beslut' }],
    [
      'an end before the beslut begins',
      igen(stangd(), [{ id: beslutId(1), giltigTom: '2026-10-31' }]),
      { code: 'datum-fore', field: 'beslut' },
    ],
    [
      'a beslut of something else',
      igen(
        stangd(bifall(2)),
        [1, 2].map((n) => ({ id: beslutId(n), giltigTom: null })),
      ),
      { code: 'annan-kopplad', field: 'beslut' },
    ],
    [
      'a beslut that is not there',
      igen(
        stangd(),
        [1, 2].map((n) => ({ id: beslutId(n), giltigTom: null })),
      ),
      { code: 'finns-inte', field: 'beslut' },
    ],
    ['VERK-03 another is open', igen(stangd(verk(2, { beslutId: beslutId(1) }))), { code: 'verkstallighet-finns' }],
    [
      'FORB-42 one whose bifall was marked as wrong after the case was closed',
      igen(stangd(bifall(1, 'kontaktperson', { giltigTom: '2026-11-10', avslutad: signatur, felmarkerad: true })), []),
      { code: 'inget-bifall' },
    ],
    ['one that is open', igen(pagar()), { code: 'verkstallighet-oppen' }],
    ['not there', igen(med()), { code: 'finns-inte' }],
    ['by an utförare', igen(stangd(), [], personal(u.rekrytering)), { code: 'behorighet-saknas' }],
    [
      'VERK-01 LSS Insatser beside another',
      igen(med(verk(1, { lssInsatser: true, slutdatum: '2026-11-10' })), []),
      { code: 'lss-insatser-finns' },
    ],
  ])('%s: refused', (_, decision, rejection) => {
    expect(decision).toEqual(rejection);
  });
});
