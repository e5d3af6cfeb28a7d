import { describe, expect, test } from 'vitest';
import type { Beslut } from '../beslut/records.ts';
import type { Ivorapport, Ivouppgift } from '../ivo/records.ts';
import { bekraftadI, beslutId, bifall, med, order, orderId, signatur, verk } from '../testing/bestallning.ts';
import { fristregler } from '../testing/fristregler.ts';
import { ivorapport, ivouppgift, rapportId } from '../testing/ivo.ts';
import { akt, stateOf, type TestRecord, testId } from '../testing/state.ts';
import { fristkatalog } from './frist.ts';
import { fristaktUtanAnteckningar } from './fristakt.ts';
import { type Bortfallen, type Ivolage, type Ivorad, ivorader, ivosiffror, type Kvartal, kvartalsdagar } from './ivo.ts';

const lista = (records: TestRecord[], kvartal: Kvartal, enhet = 'lss'): Ivorad[] => {
  const state = stateOf([...records, ...fristregler()]);
  const person = state.get('person', akt.person);
  if (!person) throw new Error('no person');
  const hel = {
    ...fristaktUtanAnteckningar(state, { id: akt.person, data: person }),
    ...{ osignerade: [], senastSkrivet: () => undefined },
  };
  return ivorader(hel, enhet, fristkatalog(state), kvartal);
};
const kv = (ar: number, nr: Kvartal['nr']): Kvartal => ({ ar, nr });
const kontakt = (beslutsdatum: string, over: Partial<Beslut> = {}) => bifall(1, 'kontaktperson', { beslutsdatum, ...over });
const lagen = (records: TestRecord[], ...kvartal: Kvartal[]): (Ivorad['lage'] | undefined)[] =>
  kvartal.map((one) => lista(records, one)[0]?.lage);
const ej: Ivolage = { slag: 'ejVerkstallt' };
const delvis: Ivolage = { ...ej, delvis: true };

test('KLOCK-07 a quarter has its days', () => {
  expect([1, 2, 3, 4].map((nr) => kvartalsdagar(kv(2028, nr as Kvartal['nr'])))).toEqual([
    { fran: '2028-01-01', till: '2028-03-31' },
    { fran: '2028-04-01', till: '2028-06-30' },
    { fran: '2028-07-01', till: '2028-09-30' },
    { fran: '2028-10-01', till: '2028-12-31' },
  ]);
});

describe('KLOCK-07 the report of a quarter (SoL 34:1–2, LSS 28 f–g §§)', () => {
  test.each<[string, (Ivolage | undefined)[]]>([
    ['2026-11-30', [undefined, ej, ej]],
    ['2026-09-30', [ej, ej, ej]],
    // Within three months: 31 March is in time.
    ['2026-12-31', [undefined, undefined, ej]],
  ])('decided %s and not carried out: in the quarter that it became late, and in each after that', (dag, expected) => {
    expect(lagen(med(kontakt(dag)), kv(2026, 4), kv(2027, 1), kv(2027, 2))).toEqual(expected);
  });

  test('all that a report tells of it', () => {
    expect(lista(med(kontakt('2026-11-30')), kv(2027, 1))).toEqual([
      {
        ...{ personId: akt.person, beslutId: beslutId(1), enhet: 'lss', grund: 'beslut', lagrum: 'LSS', paragraf: 'LSS 28 f §' },
        ...{ nyckel: `${beslutId(1)}/beslut`, obestalld: true, utredningId: akt.utredning, fran: '2026-11-30' },
        ansvarig: { anvandareId: expect.any(String) },
        ...{ vad: 'LSS Kontaktperson Bifall 261130', insats: 'Kontaktperson', beslutsdatum: '2026-11-30', senast: '2027-02-28' },
        ...{ lage: ej, dagar: 121 },
      },
    ]);
  });

  test('carried out too late: once more in that quarter, with the day, and then no more', () => {
    const sent = med(kontakt('2026-10-20'), order(1, { ...bekraftadI(1), bekraftad: '2027-05-04' }), verk(1));
    expect(lagen(sent, kv(2026, 4), kv(2027, 1), kv(2027, 2), kv(2027, 3))).toEqual([
      undefined,
      ej,
      { slag: 'verkstallt', dag: '2027-05-04' },
      undefined,
    ]);
    expect(lista(sent, kv(2027, 2))[0]?.dagar).toBe(196);
  });

  test.each<[string, Partial<Beslut>, string]>([
    ['ended', { giltigTom: '2027-04-30' }, '2027-04-30'],
    ['was closed before it began', { aldrigPaborjad: { ...signatur, at: '2027-04-30T22:30:00.000Z' } }, '2027-05-01'],
  ])('one that %s: in that quarter, and then no more', (_, over, dag) => {
    expect(lagen(med(kontakt('2026-10-20', over)), kv(2027, 1), kv(2027, 2), kv(2027, 3))).toEqual([
      ej,
      { slag: 'avslutat', dag },
      undefined,
    ]);
  });

  test('of one who has died: with the day, in that quarter, and then no more', () => {
    const dod = (avliden: string) => {
      const person = med().find(({ type }) => type === 'person') as Extract<TestRecord, { type: 'person' }>;
      return lagen(
        med({ ...person, data: { ...person.data, avliden } }, kontakt('2026-10-20', { giltigTom: '2027-08-31' })),
        ...[kv(2027, 1), kv(2027, 2), kv(2027, 3)],
      );
    };
    expect(dod('2027-05-02')).toEqual([ej, { slag: 'avslutat', dag: '2027-05-02', dodsfall: true }, undefined]);
    expect(dod('2027-04-00'), 'in a month').toEqual([ej, { slag: 'avslutat', dag: '2027-04-30', dodsfall: true }, undefined]);
    expect(dod('2027-00-00'), 'in a year').toEqual([ej, ej, { slag: 'avslutat', dag: '2027-08-31' }]);
    expect(dod('0000-00-00'), 'on a day that nobody knows').toEqual([ej, ej, { slag: 'avslutat', dag: '2027-08-31' }]);
    expect(dod('2027-01-19'), 'in time').toEqual([undefined, undefined, undefined]);
  });

  test.each<[string, TestRecord[]]>([
    ['carried out in time', med(kontakt('2026-10-20'), order(1, { ...bekraftadI(1), bekraftad: '2027-01-20' }), verk(1))],
    ['ended in time', med(kontakt('2026-10-20', { giltigTom: '2027-01-20' }))],
    ['marked as wrong', med(kontakt('2026-10-20', { felmarkerad: true }))],
    ['an avslag', med(kontakt('2026-10-20', { utfall: 'avslag' }))],
    ['a LASS-beslut', med(bifall(1, 'lass', { beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS', beslutsdatum: '2026-10-20' }))],
  ])('none that is %s', (_, records) => {
    expect(lagen(records, kv(2026, 4), kv(2027, 1), kv(2027, 2))).toEqual([undefined, undefined, undefined]);
  });

  test('of an insats that the catalogue does not have: it is reported, by whichever law, and says that the law is not known', () => {
    const okand = (over: Partial<Beslut>) => kontakt('2026-10-20', { ...over });
    for (const over of [{ insatsId: testId(999) }, { insatsId: undefined, beslutskod: 'FINNS_INTE' }]) {
      expect(lagen(med(okand(over)), kv(2026, 4), kv(2027, 1), kv(2027, 2))).toEqual([undefined, ej, ej]);
      expect(lista(med(okand(over)), kv(2027, 1))).toMatchObject([
        { lagrum: undefined, paragraf: 'LSS 28 f § eller SoL 34 kap. 1 §', insats: 'LSS Kontaktperson Bifall', senast: '2027-01-20' },
      ]);
    }
    const avbruten = [okand({ insatsId: testId(999) }), order(1, { ...bekraftadI(1), gallerTom: '2026-12-31' }), verk(1)];
    expect(lista(med(...avbruten), kv(2027, 2)).map(({ grund, lage }) => [grund, lage])).toEqual([['avbrott', ej]]);
  });

  test('an avbrott is counted anew, beside the beslut itself, and each by its own days', () => {
    const avbruten = order(1, { ...bekraftadI(1), bekraftad: '2027-03-01', gallerTom: '2027-04-30' });
    const igen = order(2, { beslutId: beslutId(1), ersatter: orderId(1), gallerFran: '2027-05-01', bekraftad: '2027-09-15' });
    const records = med(kontakt('2026-10-20'), avbruten, igen, verk(1));
    const om = (nr: Kvartal['nr']) =>
      lista(records, kv(2027, nr)).map(({ grund, avbrottFran, senast, lage }) => [grund, avbrottFran, senast, lage]);
    expect(om(1)).toEqual([['beslut', undefined, '2027-01-20', { slag: 'verkstallt', dag: '2027-03-01' }]]);
    expect(om(2)).toEqual([]);
    expect(om(3)).toEqual([['avbrott', '2027-05-01', '2027-08-01', { slag: 'verkstallt', dag: '2027-09-15' }]]);
    const utan = records.filter(({ id }) => id !== orderId(2));
    expect(lista(utan, kv(2027, 4)).map(({ grund, lage }) => [grund, lage])).toEqual([['avbrott', ej]]);
  });

  describe('carried out in part it is not carried out: the rest is reported', () => {
    const hel = [order(1, { ...bekraftadI(1), bekraftad: '2026-12-01', gallerFran: '2026-12-01' }), verk(1)];
    const om = (nr: Kvartal['nr'], ...delvis: NonNullable<Ivouppgift['delvis']>) =>
      lista(med(kontakt('2026-11-30'), ...hel, ivouppgift({ delvis })), kv(2027, nr)).map((rad) => [
        rad.grund,
        rad.fran,
        rad.lage,
        rad.delvis,
      ]);

    test('from its first day: as if nobody did', () => {
      expect(om(1)).toEqual([]);
      const del = { fran: '2026-12-01', saknas: '3 av 5 timmar' };
      expect(om(1, del)).toEqual([['beslut', '2026-11-30', delvis, { fran: '2026-12-01', saknas: '3 av 5 timmar' }]]);
      expect(om(2, { ...del, till: '2027-05-09' })).toEqual([
        [
          'beslut',
          '2026-11-30',
          { slag: 'verkstallt', dag: '2027-05-10' },
          { fran: '2026-12-01', till: '2027-05-09', saknas: '3 av 5 timmar' },
        ],
      ]);
      expect(om(1, { ...del, till: '2027-02-27' }), 'and the rest in time').toEqual([]);
    });

    test('later: an avbrott', () => {
      const del = { fran: '2027-02-01', saknas: 'Helgerna' };
      expect(om(1, del), 'not yet three months').toEqual([]);
      expect(om(2, del)).toEqual([['avbrott', '2027-02-01', delvis, { fran: '2027-02-01', saknas: 'Helgerna' }]]);
      expect(om(3, del, { fran: '2027-09-01', saknas: 'Kvällarna' })[0]?.slice(0, 2)).toEqual(['avbrott', '2027-02-01']);
      const over = [
        { ...del, till: '2027-06-30' },
        { fran: '2027-08-01', saknas: 'Kvällarna' },
      ];
      expect(om(2, ...over).map(([grund, fran, lage]) => [grund, fran, lage])).toEqual([['avbrott', '2027-02-01', delvis]]);
      expect(om(4, ...over).map(([grund, fran]) => [grund, fran])).toEqual([['avbrott', '2027-08-01']]);
    });
  });

  test('said to be carried out in part only of a quarter at whose end it was so', () => {
    const over = { fran: '2027-01-10', till: '2027-05-31', saknas: 'Helgerna' };
    const om = (nr: Kvartal['nr'], ...tider: NonNullable<Ivouppgift['delvis']>) => {
      const [rad] = lista(med(kontakt('2026-11-30'), ivouppgift({ delvis: tider })), kv(2027, nr));
      return [rad?.lage, rad?.delvis];
    };
    expect(om(1, over)).toEqual([delvis, over]);
    expect(om(2, over), 'not at the end of it').toEqual([ej, over]);
    expect(om(3, over), 'nor in it').toEqual([ej, undefined]);
    const igen = { fran: '2027-09-01', saknas: 'Kvällarna' };
    expect(om(2, over, igen), 'what comes later is not of it').toEqual([ej, over]);
    expect(om(3, over, igen)).toEqual([delvis, igen]);
  });

  test('what is to be ordered is known: nobody ordered it, or no order goes on', () => {
    const obestalld = (ar: number, nr: Kvartal['nr'], ...mer: TestRecord[]) =>
      lista(med(kontakt('2026-10-20'), ...mer), kv(ar, nr)).map((rad) => rad.obestalld);
    expect(obestalld(2027, 1)).toEqual([true]);
    expect(obestalld(2027, 1, order(1)), 'sent, and not confirmed').toEqual([undefined]);
    const slutad = [order(1, { ...bekraftadI(1), bekraftad: '2026-11-01', gallerTom: '2026-12-31' }), verk(1)];
    expect(obestalld(2027, 2, ...slutad)).toEqual([true]);
    expect(obestalld(2027, 2, ...slutad, order(2, { beslutId: beslutId(1), gallerFran: '2027-06-01' }))).toEqual([undefined]);
  });

  describe('KLOCK-08 what was reported stands', () => {
    const avbruten = (gallerTom: string) => [order(1, { ...bekraftadI(1), bekraftad: '2026-11-01', gallerTom }), verk(1)];
    const rapport = (over: Partial<Ivorapport>) => ivorapport(1, '2026-10-20', { kvartal: '2027-2', ...over });
    const rader = (kvartal: Kvartal, ...records: TestRecord[]) => lista(med(...records), kvartal);

    test('an interruption is the same whatever day it is said to begin', () => {
      const [fore] = rader(kv(2027, 2), kontakt('2026-10-20'), ...avbruten('2027-01-10'));
      const [efter] = rader(kv(2027, 2), kontakt('2026-10-20'), ...avbruten('2027-01-17'));
      expect([fore?.avbrottFran, efter?.avbrottFran]).toEqual(['2027-01-11', '2027-01-18']);
      expect(efter?.nyckel).toBe(fore?.nyckel);
      const [forst, sedan] = ['2027-01-10', '2027-01-12'].map(
        (fran) =>
          rader(
            kv(2027, 2),
            kontakt('2026-10-20'),
            order(1, { ...bekraftadI(1), bekraftad: '2026-11-01' }),
            verk(1),
            ivouppgift({ delvis: [{ id: testId(861), fran, saknas: 'x' }] }),
          )[0],
      );
      expect(forst?.nyckel).toBe(sedan?.nyckel);
      expect(forst?.avbrottFran).not.toBe(sedan?.avbrottFran);
    });

    test('of two interruptions each is itself, also two times that only a part was carried out', () => {
      const igen = order(2, {
        beslutId: beslutId(1),
        ersatter: orderId(1),
        gallerFran: '2027-08-01',
        bekraftad: '2027-08-01',
        gallerTom: '2027-12-31',
      });
      const nycklar = [kv(2027, 2), kv(2028, 2)].map(
        (kvartal) => rader(kvartal, kontakt('2026-10-20'), ...avbruten('2027-01-10'), igen)[0]?.nyckel,
      );
      expect(new Set(nycklar).size).toBe(2);
      expect(nycklar).not.toContain(undefined);
    });

    const tid = `${beslutId(1)}/beslut`;
    const avbrott = `${beslutId(1)}/avbrott/${orderId(1)}`;
    test.each<[string, Kvartal, TestRecord[], Bortfallen]>([
      [
        'the beslut is marked as wrong',
        kv(2027, 2),
        [
          kontakt('2026-10-20', { felmarkerad: true, felmarkering: { ...signatur, at: '2027-07-03T10:00:00.000Z', orsak: 'x' } }),
          rapport({ tid }),
        ],
        { slag: 'bortfallen', varfor: 'felmarkerat', dag: '2027-07-03' },
      ],
      [
        'an order was confirmed late, with a day in time',
        kv(2027, 2),
        [kontakt('2026-10-20'), order(1, { ...bekraftadI(1), bekraftad: '2026-12-01' }), verk(1), rapport({ tid })],
        { slag: 'bortfallen', varfor: 'verkstallt', dag: '2026-12-01' },
      ],
      [
        'it was carried out before the quarter',
        kv(2027, 2),
        [kontakt('2026-10-20'), order(1, { ...bekraftadI(1), bekraftad: '2027-03-01' }), verk(1), rapport({ tid })],
        { slag: 'bortfallen', varfor: 'verkstallt', dag: '2027-03-01' },
      ],
      [
        'its end was set earlier',
        kv(2027, 2),
        [kontakt('2026-10-20', { giltigTom: '2027-01-31' }), rapport({ tid })],
        { slag: 'bortfallen', varfor: 'avslutat', dag: '2027-01-31' },
      ],
      [
        'the interruption was none',
        kv(2027, 2),
        [
          kontakt('2026-10-20'),
          order(1, { ...bekraftadI(1), bekraftad: '2026-11-01' }),
          verk(1),
          rapport({ tid: avbrott, fran: '2027-01-11' }),
        ],
        { slag: 'bortfallen', varfor: 'ingetAvbrott' },
      ],
      [
        'the interruption began later',
        kv(2027, 2),
        [kontakt('2026-10-20'), ...avbruten('2027-05-10'), rapport({ tid: avbrott, fran: '2027-01-11' })],
        { slag: 'bortfallen', varfor: 'inteSent', dag: '2027-08-11' },
      ],
      [
        'a time in part was cleared',
        kv(2027, 2),
        [
          kontakt('2026-10-20'),
          order(1, { ...bekraftadI(1), bekraftad: '2026-11-01' }),
          verk(1),
          ivouppgift(),
          rapport({ tid: `${beslutId(1)}/avbrott/delvis/${testId(861)}` }),
        ],
        { slag: 'bortfallen', varfor: 'ingetAvbrott' },
      ],
    ])('though %s: a row of its quarter, and of no other, that says why', (_, kvartal, records, lage) => {
      const alla = rader(kvartal, ...records).filter((rad) => rad.lage.slag === 'bortfallen');
      expect(alla.map((rad) => [rad.lage, rad.rapportId])).toEqual([[lage, rapportId(1)]]);
      for (const annat of [kv(2027, 1), kv(2027, 3)])
        expect(rader(annat, ...records).filter((rad) => rad.lage.slag === 'bortfallen')).toEqual([]);
      expect(ivosiffror(alla)).toEqual([]);
      const angrad = records.map((one) => (one.type === 'ivorapport' ? rapport({ felmarkering: { ...signatur, orsak: 'Rättat' } }) : one));
      expect(
        rader(kvartal, ...angrad).filter((rad) => rad.lage.slag === 'bortfallen'),
        'taken back',
      ).toEqual([]);
    });

    test('an older program’s key, with the day, is the same time', () => {
      const gammal = { tid: `${beslutId(1)}/beslut/2026-10-20`, fran: undefined };
      const [rad, ...fler] = rader(kv(2027, 2), kontakt('2026-10-20'), rapport(gammal));
      expect([rad?.lage.slag, fler]).toEqual(['ejVerkstallt', []]);
      const [avbrutet, ...inga] = rader(
        kv(2027, 2),
        kontakt('2026-10-20'),
        ...avbruten('2027-01-10'),
        rapport({ tid: `${beslutId(1)}/avbrott/2027-01-11`, fran: undefined }),
      );
      expect([avbrutet?.lage.slag, inga]).toEqual(['ejVerkstallt', []]);
    });
  });

  test('what was closed before it began was to be carried out until that day, not its stand-in end', () => {
    const stangt = { giltigFran: '2027-02-01', giltigTom: '2027-02-01', aldrigPaborjad: { ...signatur, at: '2027-06-20T10:00:00.000Z' } };
    expect(lagen(med(kontakt('2026-10-20', stangt)), kv(2027, 1), kv(2027, 2), kv(2027, 3))).toEqual([
      ej,
      { slag: 'avslutat', dag: '2027-06-20' },
      undefined,
    ]);
  });

  test('an interruption before the day it was decided is none, and one that goes on counts from that day', () => {
    const fore = [order(1, { ...bekraftadI(1), bekraftad: '2026-01-01', gallerTom: '2026-03-31' }), verk(1)];
    const igen = order(2, { beslutId: beslutId(1), ersatter: orderId(1), gallerFran: '2026-10-01', bekraftad: '2026-10-01' });
    expect(lagen(med(kontakt('2026-10-20'), ...fore, igen), kv(2026, 3), kv(2026, 4), kv(2027, 1))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(lista(med(kontakt('2026-10-20'), ...fore), kv(2027, 1)).map((rad) => [rad.grund, rad.avbrottFran])).toEqual([
      ['avbrott', '2026-10-20'],
    ]);
  });

  test('OSL 26:1 of the unit’s own records, each by its law as it was on the day', () => {
    const sol = bifall(1, 'trygghetslarm', { beslutsdatum: '2025-06-30', enhet: 'bistand' });
    const andra = { ...bifall(2, 'trygghetslarm', { beslutsdatum: '2025-07-01', enhet: 'bistand' }) };
    const records = med(sol, andra);
    expect(lista(records, kv(2026, 1), 'bistand').map(({ paragraf }) => paragraf)).toEqual(['SoL 16 kap. 6 f §', 'SoL 34 kap. 1 §']);
    expect(lista(records, kv(2026, 1), 'lss')).toEqual([]);
  });
});

test('KLOCK-07 the figures for fullmäktige (SoL 34:3, LSS 28 h §): how many of each kind and for how long, of nobody by name', () => {
  const flera = med(
    ...[kontakt('2026-10-20'), bifall(2, 'kontaktperson', { beslutsdatum: '2026-09-01' })],
    ...[bifall(3, 'korttidsvistelse', { beslutsdatum: '2026-10-20' }), bifall(4, 'kontaktperson', { beslutsdatum: '2026-10-01' })],
    ...[order(4, { ...bekraftadI(4), bekraftad: '2027-02-01' }), verk(4)],
  );
  const rader = lista(flera, kv(2027, 1));
  expect(rader).toHaveLength(4);
  const siffror = ivosiffror(rader);
  expect(siffror).toEqual([
    { lagrum: 'LSS', insats: 'Kontaktperson', grund: 'beslut', antal: 2, langstDagar: 211 },
    { lagrum: 'LSS', insats: expect.stringMatching(/orttidsvistelse/), grund: 'beslut', antal: 1, langstDagar: 162 },
  ]);
  expect(JSON.stringify(siffror)).not.toContain(akt.person);
});
