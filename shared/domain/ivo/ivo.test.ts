import { describe, expect, test } from 'vitest';
import { type Ivorad, kvartalAv } from '../klocka/ivo.ts';
import { bekraftadI, beslutId, bifall, efter, kor, med, order, orderId, signatur, verk } from '../testing/bestallning.ts';
import { ivotiderAv } from '../testing/frister.ts';
import { fristregler } from '../testing/fristregler.ts';
import { erbjudande, erbjudandeId, ivorapport, ivouppgift, rapportId, uppgiftId } from '../testing/ivo.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { ivofel } from './fel.ts';
import { bristerI, rapportlage, rattelser } from './rad.ts';
import type { Erbjudande, Ivorapport, Ivouppgift } from './records.ts';

const dag = '2026-06-01';
const sen = (...mer: TestRecord[]) => med(bifall(1, 'kontaktperson', { beslutsdatum: dag }), ...fristregler(), ...mer);
const tid = `${beslutId(1)}/beslut`;
const rad: Pick<Ivorad, 'nyckel' | 'beslutId' | 'grund' | 'fran' | 'senast' | 'lage'> = {
  ...{ nyckel: tid, beslutId: beslutId(1), grund: 'beslut', fran: dag },
  senast: '2026-09-01',
  lage: { slag: 'ejVerkstallt' },
};
const input = { beslutId: beslutId(1), rapportId: rapportId(1), tid, kvartal: '2026-3', lage: 'ejVerkstallt', dag: '2026-10-05' };
const verkstalld = [order(1, { ...bekraftadI(1), bekraftad: '2026-11-10', gallerFran: '2026-11-10' }), verk(1)];

describe('KLOCK-08 ivo.rapportera', () => {
  test('keeps who reported it, when and as what', () => {
    const records = efter(sen(), kor('ivo.rapportera', { ...input, kvitto: 'A-17' }, sen()));
    expect(stateOf(records).get('ivorapport', rapportId(1))).toEqual({
      ...{
        enhet: 'lss',
        beslutId: beslutId(1),
        tid,
        kvartal: '2026-3',
        lage: 'ejVerkstallt',
        fran: dag,
        dag: '2026-10-05',
        kvitto: 'A-17',
      },
      av: expect.objectContaining({ namn: 'Karin Ek' }),
    });
  });

  test.each<[string, TestRecord[], object, object]>([
    ['twice', sen(ivorapport(2, dag)), {}, { code: 'redan-rapporterat' }],
    [
      'a row that was done in time after all',
      sen(order(1, { ...bekraftadI(1), bekraftad: '2026-08-20', gallerFran: '2026-08-20' }), verk(1)),
      {},
      { code: 'ej-i-rapporten' },
    ],
    ['a quarter before it was late', sen(), { kvartal: '2026-2' }, { code: 'ej-i-rapporten' }],
    ['one that goes on', sen(), { kvartal: '2026-4' }, { code: 'kvartalet-pagar' }],
    ['before the quarter was over', sen(), { dag: '2026-09-30' }, { code: 'datum-fore', field: 'dag' }],
    ['on a day that has not come', sen(), { dag: '2026-11-21' }, { code: 'datum-i-framtiden', field: 'dag' }],
    [
      'a beslut that is felmarkerat',
      med(bifall(1, 'kontaktperson', { beslutsdatum: dag, felmarkerad: true }), ...fristregler()),
      {},
      { code: 'redan-felmarkerat' },
    ],
    ['a beslut that is not there', med(...fristregler()), {}, { code: 'finns-inte', field: 'beslutId' }],
  ])('%s: refused', (_, records, over, code) => {
    expect(kor('ivo.rapportera', { ...input, ...over }, records)).toEqual(code);
  });

  test('what has been carried out may be reported at once, from its day', () => {
    const om = { ...input, kvartal: '2026-4', lage: 'verkstallt' };
    expect(kor('ivo.rapportera', { ...om, dag: '2026-11-10' }, sen(...verkstalld))).toHaveLength(1);
    expect(kor('ivo.rapportera', { ...om, dag: '2026-11-09' }, sen(...verkstalld))).toEqual({ code: 'datum-fore', field: 'dag' });
  });

  test('what a colleague carried out meanwhile was reported as what it was, and is to be reported anew', () => {
    const records = efter(sen(...verkstalld), kor('ivo.rapportera', { ...input, kvartal: '2026-3' }, sen(...verkstalld)));
    const rapporter = stateOf(records).list('ivorapport');
    const nu = { ...rad, lage: { slag: 'verkstallt' as const, dag: '2026-11-10' } } as Ivorad;
    expect(rapportlage(nu, '2026-4', rapporter)).toEqual({ utan: [] });
    expect(rapportlage(nu, '2026-3', rapporter).annat?.id).toBe(rapportId(1));
  });
});

test('KLOCK-07 of an insats that the catalogue does not have the law is missing, last of what is', () => {
  const underlaget = { personnummer: '200912312386', uppgift: undefined, erbjudanden: [] };
  const saknas = (lagrum: Ivorad['lagrum']) => bristerI({ lage: { slag: 'ejVerkstallt' }, lagrum, fran: dag }, underlaget);
  expect(saknas(undefined).at(-1)).toBe('insats');
  expect([saknas('LSS'), saknas('SoL')].flat()).not.toContain('insats');
});

describe('KLOCK-08 what was reported stays reported when a day is corrected', () => {
  const avbruten = (gallerTom: string) => [order(1, { ...bekraftadI(1), bekraftad: '2026-06-10', gallerTom }), verk(1)];
  const avbrott = `${beslutId(1)}/avbrott/${orderId(1)}`;
  const om = { ...input, tid: avbrott, kvartal: '2026-3' };
  const forst = sen(...avbruten('2026-06-15'));
  const rapporterat = efter(forst, kor('ivo.rapportera', { ...om, fran: '2026-06-16' }, forst));
  const rapporter = (records: TestRecord[]) => records.filter(({ type }) => type === 'ivorapport');

  test('it is not reported twice, and what has been corrected is told', () => {
    const rattat = sen(...avbruten('2026-06-20'), ...rapporter(rapporterat));
    expect(kor('ivo.rapportera', { ...om, rapportId: rapportId(2), fran: '2026-06-21' }, rattat)).toEqual({ code: 'redan-rapporterat' });
    const nu = { ...rad, nyckel: avbrott, grund: 'avbrott', fran: '2026-06-21' } as Ivorad;
    const { rapport } = rapportlage(nu, '2026-3', stateOf(rattat).list('ivorapport'));
    expect(rapport?.id).toBe(rapportId(1));
    expect(rattelser(nu, rapport?.data)).toEqual([{ falt: 'fran', da: '2026-06-16', nu: '2026-06-21' }]);
    expect(rattelser({ ...nu, fran: '2026-06-16' }, rapport?.data)).toEqual([]);
  });

  test('the report tells what the list said, also when a colleague corrected it before it came', () => {
    const rattat = sen(...avbruten('2026-06-20'));
    const records = efter(rattat, kor('ivo.rapportera', { ...om, fran: '2026-06-16' }, rattat));
    expect(stateOf(records).get('ivorapport', rapportId(1))).toMatchObject({ tid: avbrott, fran: '2026-06-16' });
  });

  test('an older program’s report of the day is the same', () => {
    const { fran: _, ...gammal } = { ...om, fran: '', tid: `${beslutId(1)}/avbrott/2026-06-16` };
    const records = efter(forst, kor('ivo.rapportera', gammal, forst));
    expect(stateOf(records).get('ivorapport', rapportId(1))).toMatchObject({ tid: avbrott, fran: '2026-06-16' });
  });

  test('with the day that it was carried out, and what was of it in part', () => {
    const gjort = sen(...verkstalld);
    const verkstallt = { ...input, kvartal: '2026-4', lage: 'verkstallt', dag: '2026-11-12', lagedag: '2026-11-09' };
    const { lagedag } = stateOf(efter(gjort, kor('ivo.rapportera', verkstallt, gjort))).get('ivorapport', rapportId(1)) ?? {};
    expect(lagedag).toBe('2026-11-09');
    const nu = { ...rad, lage: { slag: 'verkstallt' as const, dag: '2026-11-10' } } as Ivorad;
    expect(rattelser(nu, { ...input, av: signatur, lage: 'verkstallt', lagedag })).toEqual([
      { falt: 'lagedag', da: '2026-11-09', nu: '2026-11-10' },
    ]);
    const del = { id: testId(861), fran: '2026-07-01', saknas: '3 av 5 timmar' };
    const idel = sen(ivouppgift({ delvis: [del] }));
    const records = efter(idel, kor('ivo.rapportera', input, idel));
    const { id: _, ...sagt } = del;
    expect(stateOf(records).get('ivorapport', rapportId(1))?.delvis).toEqual(sagt);
    const rensat = efter(
      records,
      kor(
        'ivo.spara',
        { beslutId: beslutId(1), uppgiftId, orsak: '', foljder: '', sedd: testId(899), rev: testId(862), delvis: null },
        records,
      ),
    );
    expect(stateOf(rensat).get('ivorapport', rapportId(1))?.delvis, 'when the time is cleared, too').toEqual(sagt);
  });

  test('what has fallen away is not reported anew', () => {
    const bort = sen(order(1, { ...bekraftadI(1), bekraftad: '2026-06-10' }), verk(1), ...rapporter(rapporterat));
    expect(kor('ivo.rapportera', { ...om, rapportId: rapportId(2) }, bort)).toEqual({ code: 'ej-i-rapporten' });
  });

  test('nothing that was reported is in no row, in whatever quarter', () => {
    for (const records of [rapporterat, sen(...avbruten('2026-06-20'), ...rapporter(rapporterat)), sen(...rapporter(rapporterat))])
      expect(ivofel(stateOf(records).list('ivorapport'), [], ivotiderAv(stateOf(records), akt.person))).toEqual([]);
    expect(ivofel(stateOf(rapporterat).list('ivorapport'), [], [])).toHaveLength(1);
  });
});

describe('KLOCK-08 ivo.felmarkera', () => {
  const fel = (records: TestRecord[], actor?: Parameters<typeof kor>[3]) =>
    kor('ivo.felmarkera', { rapportId: rapportId(1), orsak: 'Fel kvartal' }, records, actor);
  test('takes the report back with the reason, and it can be reported anew', () => {
    const records = efter(sen(ivorapport(1, dag)), fel(sen(ivorapport(1, dag))));
    expect(stateOf(records).get('ivorapport', rapportId(1))?.felmarkering).toMatchObject({ orsak: 'Fel kvartal', namn: 'Karin Ek' });
    expect(kor('ivo.rapportera', { ...input, rapportId: rapportId(2) }, records)).toHaveLength(1);
    expect(fel(records), 'a colleague was first').toEqual([]);
  });
  test('FRAGA-36 by whoever reported it, and the enhetschef', () => {
    const annans = sen(ivorapport(1, dag, { av: { ...signatur, anvandareId: testId(77) } }));
    expect(fel(annans)).toEqual({ code: 'inte-forfattare' });
    expect(fel(annans, testActor({ id: testId(78), roller: ['enhetschef'] }))).toHaveLength(1);
  });
});

const nytt = {
  ...{ beslutId: beslutId(1), erbjudandeId: erbjudandeId(1), datum: '2026-11-02', vad: 'Kontaktperson Åke Berg', till: 'Linnea Ekström' },
  ...{ lamnatAv: 'Karin Ek', svar: { slag: 'vantar' }, sedd: null as string | null, rev: testId(861) },
};
describe('KLOCK-09 erbjudande', () => {
  test('is kept with to whom and by whom, and its answer is written into it', () => {
    const lagt = efter(sen(), kor('erbjudande.spara', nytt, sen()));
    const svarat = { ...nytt, sedd: nytt.rev, rev: testId(862), svar: { slag: 'nej', dag: '2026-11-05', skal: 'Vill inte' } };
    const efterSvar = efter(lagt, kor('erbjudande.spara', svarat, lagt));
    expect(stateOf(efterSvar).get('erbjudande', erbjudandeId(1))).toMatchObject({
      enhet: 'lss',
      svar: { slag: 'nej', skal: 'Vill inte' },
      vad: nytt.vad,
    });
    expect(kor('erbjudande.spara', svarat, efterSvar), 'a colleague answered meanwhile').toEqual({ code: 'andrad-av-annan' });
  });
  test.each<[string, TestRecord[], object, object]>([
    ['before the beslut', sen(), { datum: '2026-05-31' }, { code: 'datum-fore', field: 'datum' }],
    ['on a day to come', sen(), { datum: '2026-11-21' }, { code: 'datum-i-framtiden', field: 'datum' }],
    ['answered before it was made', sen(), { svar: { slag: 'ja', dag: '2026-11-01' } }, { code: 'datum-fore', field: 'svar.dag' }],
    ['answered on a day to come', sen(), { svar: { slag: 'ja', dag: '2026-11-21' } }, { code: 'datum-i-framtiden', field: 'svar.dag' }],
    ['of an avslag', med(bifall(1, 'kontaktperson', { utfall: 'avslag' })), {}, { code: 'inget-bifall', field: 'beslutId' }],
    [
      'one that was marked as wrong',
      sen(erbjudande(1, { felmarkering: { ...signatur, orsak: 'x' } })),
      { sedd: testId(901) },
      { code: 'erbjudandet-felmarkerat' },
    ],
    ['a no without its reason', sen(), { svar: { slag: 'nej', dag: '2026-11-05' } }, { code: 'ogiltig-indata', field: 'svar.skal' }],
  ])('%s: refused', (_, records, over, code) => {
    expect(kor('erbjudande.spara', { ...nytt, ...over }, records)).toEqual(code);
  });
  test('is felmarkerat by its author, with the reason', () => {
    const fel = { erbjudandeId: erbjudandeId(1), orsak: 'Fel kund' };
    const records = efter(sen(erbjudande(1)), kor('erbjudande.felmarkera', fel, sen(erbjudande(1))));
    expect(stateOf(records).get('erbjudande', erbjudandeId(1))?.felmarkering?.orsak).toBe('Fel kund');
    const annans = sen(erbjudande(1, { sparad: { ...signatur, anvandareId: testId(77) } }));
    expect(kor('erbjudande.felmarkera', fel, annans)).toEqual({ code: 'inte-forfattare' });
  });
});

describe('KLOCK-08 ivo.spara', () => {
  const ny = {
    beslutId: beslutId(1),
    uppgiftId,
    orsak: 'Rekrytering',
    foljder: 'Kommer inte ut',
    sedd: null as string | null,
    rev: testId(861),
  };
  test('there is one for each beslut, and another’s is not written over', () => {
    const forst = efter(sen(), kor('ivo.spara', { ...ny, ingetErbjudet: true }, sen()));
    expect(kor('ivo.spara', { ...ny, uppgiftId: testId(891), rev: testId(862) }, forst)).toEqual({ code: 'andrad-av-annan' });
    const sedan = efter(
      forst,
      kor('ivo.spara', { ...ny, uppgiftId: testId(891), sedd: ny.rev, rev: testId(862), orsak: 'Ny orsak' }, forst),
    );
    expect(
      stateOf(sedan)
        .list('ivouppgift')
        .map(({ id, data }) => [id, data.orsak, data.ingetErbjudet]),
    ).toEqual([[uppgiftId, 'Ny orsak', undefined]]);
  });
});

describe('KLOCK-07 delvis verkställt', () => {
  const ny = { beslutId: beslutId(1), uppgiftId, orsak: '', foljder: '', sedd: testId(899), rev: testId(861) };
  const forst = { fran: '2026-07-01', till: '2026-08-31', saknas: '3 av 5 timmar' };
  const med1 = sen(ivouppgift({ delvis: [forst] }));
  const efterSpara = (delvis: object | null | undefined) => {
    const svar = kor('ivo.spara', { ...ny, ...(delvis === undefined ? {} : { delvis }) }, med1);
    return 'code' in svar ? svar : stateOf(efter(med1, svar)).get('ivouppgift', uppgiftId)?.delvis;
  };
  test.each<[string, object | null | undefined, unknown]>([
    ['what an older program does not say stays', undefined, [forst]],
    ['none', null, undefined],
    ['the same time as it is now said to be', { ...forst, till: '2026-09-30' }, [{ ...forst, till: '2026-09-30' }]],
    [
      'another that begins after it',
      { fran: '2026-10-01', saknas: 'Helgerna' },
      [forst, { id: testId(861), fran: '2026-10-01', saknas: 'Helgerna' }],
    ],
    ['before the beslut: refused', { ...forst, fran: '2026-05-31' }, { code: 'datum-fore', field: 'delvis.fran' }],
    ['from a day to come: refused', { fran: '2026-11-21', saknas: 'x' }, { code: 'datum-i-framtiden', field: 'delvis.fran' }],
    ['over before it began: refused', { ...forst, till: '2026-06-30' }, { code: 'datum-fore', field: 'delvis.till' }],
    ['over on a day to come: refused', { ...forst, till: '2026-11-21' }, { code: 'datum-i-framtiden', field: 'delvis.till' }],
  ])('%s', (_, delvis, expected) => {
    expect(efterSpara(delvis)).toEqual(expected);
  });
});

describe('KLOCK-08 what a row lacks', () => {
  const data = <T>(one: TestRecord) => one.data as T;
  const uppgift = data<Ivouppgift>(ivouppgift());
  const nej = data<Erbjudande>(erbjudande(1));
  const ja: Erbjudande = { ...nej, svar: { slag: 'ja', dag: '2026-11-07' } };
  const ej = { lage: { slag: 'ejVerkstallt' as const }, lagrum: 'LSS' as const, fran: dag };
  const brister = (over: Partial<Parameters<typeof bristerI>[1]> = {}, av: Parameters<typeof bristerI>[0] = ej) =>
    bristerI(av, { personnummer: '199904122380', uppgift, erbjudanden: [nej], ...over });
  test.each<[string, string[], string[]]>([
    ['nothing', brister(), []],
    ['all of it', brister({ personnummer: '', uppgift: undefined, erbjudanden: [] }), ['personnummer', 'orsak', 'foljder', 'erbjudande']],
    ['no offer, where none could be made', brister({ uppgift: { ...uppgift, ingetErbjudet: true }, erbjudanden: [] }), []],
    ['the field, where the law does not tell it', brister({}, { ...ej, lagrum: 'SoL' }), ['omrade']],
    ['an order, of what was accepted', brister({ erbjudanden: [nej, ja] }, { ...ej, obestalld: true }), ['bestallning']],
    ['nothing of what is ordered', brister({ erbjudanden: [nej, ja] }), []],
    [
      'no order where the latest answer is a no',
      brister(
        { erbjudanden: [ja, { ...nej, svar: { ...nej.svar, dag: '2026-11-09' } as Erbjudande['svar'] }] },
        { ...ej, obestalld: true },
      ),
      [],
    ],
    [
      'no order of what was accepted before an interruption',
      brister({ erbjudanden: [ja] }, { ...ej, obestalld: true, fran: '2026-11-08' }),
      [],
    ],
    ['why it ended', brister({}, { ...ej, lage: { slag: 'avslutat', dag: '2026-11-01' } }), ['slutorsak']],
    ['nothing of who has died', brister({}, { ...ej, lage: { slag: 'avslutat', dag: '2026-11-01', dodsfall: true } }), []],
    [
      'nothing of what was carried out',
      brister({ uppgift: undefined, erbjudanden: [] }, { ...ej, lage: { slag: 'verkstallt', dag: '2026-11-01' } }),
      [],
    ],
  ])('%s', (_, are, expected) => {
    expect(are).toEqual(expected);
  });

  test('and in which earlier quarters it was not reported', () => {
    const post = (one: TestRecord) => ({ id: one.id, data: data<Ivorapport>(one) });
    const om = (kvartal: string, ...rapporter: TestRecord[]) => {
      const { utan, rapport } = rapportlage(rad as Ivorad, kvartal, rapporter.map(post));
      return [utan, rapport?.id];
    };
    expect(om('2026-3')).toEqual([[], undefined]);
    expect(om('2027-2', ivorapport(1, dag))).toEqual([['2026-4', '2027-1'], undefined]);
    expect(om('2026-3', ivorapport(1, dag))).toEqual([[], rapportId(1)]);
    expect(om('2026-4', ivorapport(1, dag, { felmarkering: { ...signatur, orsak: 'x' } }))).toEqual([['2026-3'], undefined]);
    expect(kvartalAv('2027-2')).toEqual({ ar: 2027, nr: 2 });
  });
});
