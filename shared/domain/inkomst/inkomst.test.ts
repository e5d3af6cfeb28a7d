import { describe, expect, test } from 'vitest';
import { bucketsOfAnvandare, bucketsOfScope, partOf } from '../buckets.ts';
import type { Actor } from '../command.ts';
import { handelserOf } from '../historik/handelse.ts';
import { systemaktor } from '../systemaktor.ts';
import { efter, kor, med } from '../testing/bestallning.ts';
import {
  aktivEtjanst,
  blankett,
  blankettId,
  blankettRev,
  formular,
  formularet,
  formularId,
  inkomstsvar,
  inkomstsvarId,
  inlamnad,
  svaret,
} from '../testing/inkomst.ts';
import { akt, stateOf, type TestRecord, testActor, testId } from '../testing/state.ts';
import { gallandeFormular, isSen } from './regler.ts';
import { lasKronor, lasSvar, summor, svarshinder } from './svar.ts';

const avgift = testActor({ id: testId(6), namn: 'Ingrid Sandberg', roller: ['avgiftshandlaggare'] });
const kunden = systemaktor('Kunden i e-tjänsten');
const person = (over: object, records: TestRecord[]): TestRecord[] =>
  records.map((one) => (one.id === akt.person ? ({ ...one, data: { ...one.data, ...over } } as TestRecord) : one));
const start = (...mer: TestRecord[]): TestRecord[] =>
  person(
    { personnummer: '199904122380', fodelsedatum: '1999-04-12' },
    med(...(mer.some(({ type }) => type === 'etjanst') ? [] : [aktivEtjanst()]), formular(), ...mer),
  );
const ny = { blankettId: blankettId(1), rev: testId(1431), ar: 2026, formularId, sista: '2026-12-15' };
const skicka = (records: TestRecord[], over: object = {}, actor: Actor = avgift) =>
  kor('inkomst.skicka', { ...ny, ...over }, records, actor);
const svara = (records: TestRecord[], over: object = {}, actor: Actor = kunden) =>
  kor('inkomst.taEmot', { blankettId: blankettId(1), svarId: inkomstsvarId(1), svar: svaret, ...over }, records, actor);
const hantera = { blankettId: blankettId(1), svarId: inkomstsvarId(1), basRev: blankettRev, rev: testId(1432) };
const komplettera = (records: TestRecord[], over: object = {}, actor: Actor = avgift) =>
  kor('inkomst.komplettera', { ...hantera, text: 'Hyran saknas', sista: '2026-12-20', ...over }, records, actor);
const klar = (records: TestRecord[], over: object = {}, actor: Actor = avgift) =>
  kor('inkomst.klar', { ...hantera, ...over }, records, actor);
const aterkalla = (records: TestRecord[], over: object = {}, actor: Actor = avgift) =>
  kor('inkomst.aterkalla', { blankettId: blankettId(1), basRev: blankettRev, rev: testId(1433), ...over }, records, actor);
const blanketten = (records: TestRecord[]) => stateOf(records).get('inkomstblankett', blankettId(1));
const ute = start(blankett(1));
const inne = start(inlamnad(1), inkomstsvar(1));

describe('INK-01 the inkomstblankett is sent out', () => {
  test('once a year: out until its last day, for the unit whose fee it is', () => {
    const records = efter(start(), skicka(start()));
    expect(blanketten(records)).toMatchObject({
      ar: 2026,
      lage: 'ute',
      avgiftsenhet: 'lss',
      sista: '2026-12-15',
      skickad: { namn: 'Ingrid Sandberg' },
    });
    expect(skicka(records, { blankettId: blankettId(2) }), 'a colleague was first').toEqual({ code: 'blankett-finns', field: 'ar' });
    expect(skicka(records, { blankettId: blankettId(2), ar: 2027 })).toMatchObject([{ op: 'put' }]);
    const tillbaka = efter(records, aterkalla(records, { basRev: ny.rev }));
    expect(blanketten(tillbaka)).toMatchObject({ lage: 'aterkallad', aterkallad: { namn: 'Ingrid Sandberg' } });
    expect(skicka(tillbaka, { blankettId: blankettId(2) }), 'taken back: anew').toMatchObject([{ op: 'put' }]);
  });
  test.each<[string, TestRecord[], object, object]>([
    ['EAKT-09 the box is not ticked', start(aktivEtjanst({ inkomstblankett: false })), {}, { code: 'blankett-avvald' }],
    ['the e-service waits for the night', start(aktivEtjanst({ lage: 'vantarPaNatten' })), {}, { code: 'etjanst-ej-aktiverad' }],
    ['it failed', start(aktivEtjanst({ lage: 'misslyckades' })), {}, { code: 'etjanst-ej-aktiverad' }],
    ['it is over', start(aktivEtjanst({ lage: 'avslutad' })), {}, { code: 'etjanst-avslutad' }],
    ['there is none', start().filter(({ type }) => type !== 'etjanst'), {}, { code: 'etjanst-ej-aktiverad' }],
    ['she has died', person({ avliden: '2026-11-01' }, start()), {}, { code: 'mottagaren-avliden' }],
    ['FRAGA-62 she has skyddad folkbokföring', person({ skydd: 'skyddadFolkbokforing' }, start()), {}, { code: 'mottagaren-skyddad' }],
    ['FORB-76 she is under 18', person({ fodelsedatum: '2009-01-01' }, start()), {}, { code: 'blankett-under-arton' }],
    ['a year far off', start(), { ar: 2029 }, { code: 'blankett-ar', field: 'ar' }],
    ['a last day that has been', start(), { sista: '2026-11-19' }, { code: 'datum-fore', field: 'sista' }],
    ['a last day too far off', start(), { sista: '2027-11-21' }, { code: 'datum-efter', field: 'sista' }],
    ['questions that are none', start(), { formularId: testId(1) }, { code: 'finns-inte-i-katalogen', field: 'formularId' }],
    ['a unit that is not hers', start(), { enhet: 'bistand' }, { code: 'annan-enhet', field: 'enhet' }],
    ['the same id again', ute, {}, { code: 'finns-redan' }],
  ])('not when %s', (_, records, over, expected) => {
    expect(skicka(records, over)).toEqual(expected);
  });
  test.each(['lssHandlaggare', 'bistandshandlaggare', 'enhetschef', 'boendesamordnare', 'systemforvaltare', 'utforare'] as const)(
    'nor by %s: only avgiftshandläggare send it, and do anything with it',
    (roll) => {
      const hen = testActor({ roller: [roll] });
      for (const got of [
        skicka(start(), {}, hen),
        aterkalla(ute, {}, hen),
        komplettera(inne, {}, hen),
        klar(inne, {}, hen),
        svara(ute, {}, hen),
      ])
        expect(got).toEqual({ code: 'behorighet-saknas' });
    },
  );
  test('the newest questions that have begun are those sent out', () => {
    const alla = [
      formular(),
      formular({ version: 2, fran: '2026-06-01' }, testId(1401)),
      formular({ version: 3, fran: '2027-01-01' }, testId(1402)),
    ];
    const lista = stateOf(alla).katalogLista('inkomstformular');
    expect(gallandeFormular(lista, '2026-11-20')?.id).toBe(testId(1401));
    expect(gallandeFormular(lista, '2025-11-20')).toBeUndefined();
  });
});

describe('MEDB-06 the kund returns it', () => {
  test('once: what she wrote is kept, and the same again changes nothing', () => {
    const records = efter(ute, svara(ute, { ovrigt: 'Hyran höjs i mars' }));
    expect(blanketten(records)).toMatchObject({ lage: 'inlamnad', svarId: inkomstsvarId(1) });
    expect(stateOf(records).get('inkomstsvar', inkomstsvarId(1))).toMatchObject({
      enhet: 'lss',
      svar: svaret,
      ovrigt: 'Hyran höjs i mars',
    });
    expect(svara(records)).toEqual([]);
    expect(svara(records, { svarId: inkomstsvarId(2) })).toEqual({ code: 'blankett-stangd' });
  });
  test.each<[string, TestRecord[], object, object]>([
    ['it was taken back', start(blankett(1, { lage: 'aterkallad' })), {}, { code: 'blankett-stangd' }],
    ['it is handled', start(blankett(1, { lage: 'klar' })), {}, { code: 'blankett-stangd' }],
    ['it is none', start(), {}, { code: 'finns-inte' }],
    ['the e-service is over', start(blankett(1), aktivEtjanst({ lage: 'avslutad' })), {}, { code: 'etjanst-avslutad' }],
    ['she has died', person({ avliden: '2026-11-01' }, ute), {}, { code: 'mottagaren-avliden' }],
    ['a question is not answered', ute, { svar: [{ kod: 'pension', kronor: 1 }] }, { code: 'svar-ofullstandigt', field: 'svar' }],
    ['no amount is told', ute, { svar: [{ kod: 'boendeform', text: 'annat' }] }, { code: 'svar-ofullstandigt', field: 'svar' }],
    [
      'a choice is none',
      ute,
      {
        svar: [
          { kod: 'pension', kronor: 1 },
          { kod: 'boendeform', text: 'slott' },
        ],
      },
      { code: 'svar-ofullstandigt', field: 'svar' },
    ],
    ['it answers what is not asked', ute, { svar: [...svaret, { kod: 'bil', kronor: 1 }] }, { code: 'svar-ofullstandigt', field: 'svar' }],
    ['it answers twice', ute, { svar: [...svaret, ...svaret] }, { code: 'svar-ofullstandigt', field: 'svar' }],
    ['she tells none, and an amount', ute, { svar: svaret, avstar: true }, { code: 'svar-ofullstandigt', field: 'svar' }],
    ['an amount is no whole number', ute, { svar: [{ kod: 'pension', kronor: 1.5 }] }, { code: 'ogiltig-indata', field: 'svar.0.kronor' }],
  ])('not when %s', (_, records, over, expected) => {
    expect(svara(records, over)).toEqual(expected);
  });
  test('also with a box unticked since it was sent, late, protected since, and without telling any income', () => {
    const sen = start(blankett(1, { sista: '2026-11-01' }), aktivEtjanst({ inkomstblankett: false }));
    expect(isSen({ lage: 'ute', sista: '2026-11-01' }, '2026-11-20')).toBe(true);
    expect(isSen({ lage: 'inlamnad', sista: '2026-11-01' }, '2026-11-20')).toBe(false);
    expect(svara(sen)).toMatchObject([{ op: 'put' }, { op: 'put' }]);
    expect(svara(person({ skydd: 'skyddadFolkbokforing' }, ute)), 'FRAGA-62 who is protected may write').toHaveLength(2);
    expect(svara(sen, { svar: [{ kod: 'boendeform', text: 'annat' }], avstar: true })).toMatchObject([
      { op: 'put' },
      { data: { avstar: true } },
    ]);
  });
});

describe('INK-01 the avgiftshandläggare handles what was returned', () => {
  test('it goes back to be completed: what she wrote is kept, and so is each answer', () => {
    const records = efter(inne, komplettera(inne));
    expect(blanketten(records)).toMatchObject({ lage: 'kompletteras', sista: '2026-12-20' });
    expect(stateOf(records).get('inkomstsvar', inkomstsvarId(1))).toMatchObject({ svar: svaret, komplettering: { text: 'Hyran saknas' } });
    const igen = efter(records, svara(records, { svarId: inkomstsvarId(2), svar: [...svaret, { kod: 'lon', kronor: 0 }] }));
    expect(blanketten(igen)).toMatchObject({ lage: 'inlamnad', svarId: inkomstsvarId(2) });
    expect(stateOf(igen).list('inkomstsvar')).toHaveLength(2);
    expect(klar(igen, { basRev: inkomstsvarId(2) }), 'of an older answer').toEqual({ code: 'blankett-ej-inlamnad' });
    const hanterad = efter(igen, klar(igen, { basRev: inkomstsvarId(2), svarId: inkomstsvarId(2), anteckning: 'Avgift 0 kr' }));
    expect(blanketten(hanterad)).toMatchObject({ lage: 'klar' });
    expect(aterkalla(hanterad, { basRev: hantera.rev })).toEqual({ code: 'blankett-inlamnad' });
  });
  test.each<[string, TestRecord[], object, object]>([
    ['a colleague was first', inne, { basRev: testId(1) }, { code: 'andrad-av-annan' }],
    ['another unit sent it', start(inlamnad(1, { avgiftsenhet: 'bistand' }), inkomstsvar(1)), {}, { code: 'annan-enhet' }],
    ['it has not come', start(blankett(1, { svarId: inkomstsvarId(1) }), inkomstsvar(1)), {}, { code: 'blankett-ej-inlamnad' }],
    ['the answer is of another blankett', start(inlamnad(1), inkomstsvar(1, { blankettId: blankettId(2) })), {}, { code: 'finns-inte' }],
  ])('not when %s', (_, records, over, expected) => {
    for (const got of [komplettera(records, over), klar(records, over)]) expect(got).toEqual(expected);
  });
  test('nothing is asked of one who can no longer answer, and nothing without saying what', () => {
    expect(komplettera(start(inlamnad(1), inkomstsvar(1), aktivEtjanst({ lage: 'avslutad' })))).toEqual({ code: 'etjanst-avslutad' });
    expect(komplettera(inne, { text: ' ' })).toEqual({ code: 'tom-text', field: 'text' });
    expect(komplettera(inne, { sista: '2026-11-01' })).toEqual({ code: 'datum-fore', field: 'sista' });
    expect(aterkalla(inne)).toEqual({ code: 'blankett-inlamnad' });
    expect(aterkalla(start(blankett(1, { lage: 'aterkallad' })))).toEqual([]);
  });
});

describe('INK-01 what was told of incomes is read by avgiftshandläggare alone', () => {
  const delar = (skydd: object = {}) =>
    bucketsOfScope(
      `akt:${akt.person}`,
      person(skydd, inne).flatMap(({ type, id, data }) =>
        type === 'person' || type.startsWith('inkomst') ? [partOf(type, id, data)] : [],
      ),
    );
  test('it lies in a bucket of its own; that it was sent lies in the unit’s', () => {
    expect(delar().get(inkomstsvarId(1))).toEqual(['avgift:lss']);
    expect(delar().get(blankettId(1))).toEqual(['org:lss']);
    expect(delar({ skydd: 'skyddadFolkbokforing' }).get(inkomstsvarId(1))).toEqual(['skyddad:avgift:lss']);
    expect(bucketsOfAnvandare(avgift)).toContain('avgift:lss');
    expect(bucketsOfAnvandare({ ...avgift, skyddadBehorighet: false })).not.toContain('skyddad:avgift:lss');
    for (const roll of ['lssHandlaggare', 'enhetschef', 'systemforvaltare', 'utforare', 'boendesamordnare'] as const)
      expect(bucketsOfAnvandare(testActor({ roller: [roll], skyddadBehorighet: true })).join(' ')).not.toContain('avgift');
  });
  test('the history, which more read, names its fields and none of their values', () => {
    const changes = komplettera(inne, { text: 'Du skrev pension 14321' });
    const ny = svara(ute);
    if (!Array.isArray(changes) || !Array.isArray(ny)) throw new Error('refused');
    const poster = [
      ...handelserOf('inkomst.komplettera', changes, stateOf(inne), {
        now: '2026-11-20T09:00:00.000Z',
        actor: avgift,
        kommandoId: testId(1),
      }),
      ...handelserOf('inkomst.taEmot', ny, stateOf(ute), { now: '2026-11-20T09:00:00.000Z', actor: kunden, kommandoId: testId(2) }),
    ];
    expect(JSON.stringify(poster)).toContain('inkomstsvar');
    for (const hemligt of ['14321', '14_321', 'hyresratt']) expect(JSON.stringify(poster)).not.toContain(hemligt);
  });
});

describe('INK-01 amounts are whole kronor', () => {
  test.each([
    ['12500', 12_500],
    ['12 500', 12_500],
    ['12\u00a0500 kr', 12_500],
    ['1 234 567:-', 1_234_567],
    ['0', 0],
    [' 007 ', 7],
    ['9999999', 9_999_999],
    ['10000000', undefined],
    ['12 50', undefined],
    ['12.500', undefined],
    ['12,50', undefined],
    ['-5', undefined],
    ['1e3', undefined],
    ['tolv', undefined],
    ['', undefined],
  ])('%j is %s', (typed, kronor) => {
    expect(lasKronor(typed)).toBe(kronor);
  });
  test('what is wrong is said where it is, and what is read answers the form', () => {
    const ifyllt = {
      rader: { pension: '12 500', lon: '1,5', boendeform: 'slott', hyresvard: 'x'.repeat(201) },
      ovrigt: 'x'.repeat(4001),
      avstar: false,
    };
    expect(Object.keys(lasSvar(formularet, ifyllt).fel).sort()).toEqual(['boendeform', 'hyresvard', 'lon', 'ovrigt']);
    const ratt = lasSvar(formularet, {
      rader: { pension: '12 500', kapital: '90', boendeform: 'annat', lon: '' },
      ovrigt: '',
      avstar: false,
    });
    expect(ratt).toEqual({
      svar: [
        { kod: 'pension', kronor: 12_500 },
        { kod: 'kapital', kronor: 90 },
        { kod: 'boendeform', text: 'annat' },
      ],
      fel: {},
    });
    expect(svarshinder(formularet, ratt.svar, false)).toEqual([]);
    expect(summor(formularet.delar[0] as (typeof formularet.delar)[number], ratt.svar)).toEqual({ manad: 12_500, ar: 90 });
    expect(lasSvar(formularet, { rader: {}, ovrigt: '', avstar: false }).fel).toHaveProperty('boendeform');
    const avstar = lasSvar(formularet, { rader: { pension: '12 500', boendeform: 'annat' }, ovrigt: '', avstar: true });
    expect(avstar).toEqual({ svar: [{ kod: 'boendeform', text: 'annat' }], fel: {} });
  });
});
