import { describe, expect, test } from 'vitest';
import { beslutId, bifall, med, order, orderId, signatur, verk, verkId } from '../testing/bestallning.ts';
import { kat } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testId } from '../testing/state.ts';
import { datumforslag, oppnaOm, type Ref, slutdatumFor } from './om.ts';
import { diagnosordAv, textfragor } from './textfragor.ts';

const lagd = (n: number, ref: Ref, over: object = {}) => ({
  id: testId(n),
  data: {
    ...{ datum: '2026-12-01', status: 'Ej påbörjad' as const, typ: 'Kontrollera KIR', text: '', bevakasAvId: kat.utforare.funktion3 },
    ...{ ref, skapad: signatur, ...over },
  },
});
const beslut: Ref = { type: 'beslut', id: beslutId(1) };

test('FORB-53 BEV-05 the open ones on a part of the akt, the earliest first; on the kund all of hers', () => {
  const alla = [
    lagd(1, beslut),
    lagd(2, beslut, { datum: '2026-11-01', status: 'Väntar' }),
    lagd(3, beslut, { status: 'Klar' }),
    lagd(4, beslut, { borttagen: signatur }),
    lagd(5, { type: 'beslut', id: beslutId(2) }),
  ];
  const idn = (ref: Ref) => oppnaOm(alla, ref).map(({ id }) => id);
  expect(idn(beslut)).toEqual([2, 1].map(testId));
  expect(idn({ type: 'person', id: akt.person })).toEqual([2, 1, 5].map(testId));
  expect(idn({ type: 'verkstallighet', id: verkId(1) })).toEqual([]);
});

describe('FORB-55 days to choose between', () => {
  test.each<[string | undefined, string, object[]]>([
    [
      '2027-11-30',
      '2026-11-20',
      [
        { slag: 'foreSlut', datum: '2027-08-30' },
        { slag: 'omEttAr', datum: '2027-11-20' },
      ],
    ],
    // The months before the end have fewer days than it.
    [
      '2027-05-31',
      '2026-11-20',
      [
        { slag: 'foreSlut', datum: '2027-02-28' },
        { slag: 'omEttAr', datum: '2027-11-20' },
      ],
    ],
    [
      '2027-02-20',
      '2026-11-20',
      [
        { slag: 'foreSlut', datum: '2026-11-20' },
        { slag: 'omEttAr', datum: '2027-11-20' },
      ],
    ],
    ['2027-02-19', '2026-11-20', [{ slag: 'omEttAr', datum: '2027-11-20' }]],
    [undefined, '2028-02-29', [{ slag: 'omEttAr', datum: '2029-02-28' }]],
  ])('an end on %s seen on %s', (slut, today, forslag) => {
    expect(datumforslag(slut, today)).toEqual(forslag);
  });

  test('the end is that of what it is laid on, a verkställighet’s without one its beslut’s', () => {
    const state = stateOf(
      med(
        ...[bifall(1, 'kontaktperson', { giltigTom: '2027-06-30' }), order(1, { gallerTom: '2027-05-31' })],
        ...[verk(1), bifall(2), verk(2, { slutdatum: '2027-01-31' })],
      ),
    );
    const slut = (ref: Ref) => slutdatumFor(state, ref);
    expect(slut(beslut)).toBe('2027-06-30');
    expect(slut({ type: 'bestallning', id: orderId(1) })).toBe('2027-05-31');
    expect(slut({ type: 'verkstallighet', id: verkId(1) })).toBe('2027-06-30');
    expect(slut({ type: 'verkstallighet', id: verkId(2) })).toBe('2027-01-31');
    expect(slut({ type: 'verkstallighet', id: akt.lssInsatser })).toBeUndefined();
    expect(slut({ type: 'person', id: akt.person })).toBeUndefined();
  });
});

describe('FORB-54 a text that all can read is asked about', () => {
  const diagnosord = diagnosordAv(stateOf(med()));
  const fragor = (text: string, namn: string[] = ['Ekström, Linnea Maria', 'Bo Ek-Strand']) =>
    textfragor(text, { diagnosord, namn, idag: '2026-11-20' }).map(({ slag, ord }) => `${slag} ${ord}`);

  test.each<[string, string[]]>([
    ['Ring bostaden, uppföljning', []],
    ['Kvitto 2026-11-20, dnr 2026-1234, tfn 042-10 50 00', []],
    ['Se 990412-2380 i brevet', ['personnummer 990412-2380']],
    ['199904122380', ['personnummer 199904122380']],
    ['samordningsnummer 701063-2391', ['personnummer 701063-2391']],
    ['utan känd dag 19900060-0017', ['personnummer 19900060-0017']],
    ['990412–2380 och 19990412 – 2380', ['personnummer 990412–2380', 'personnummer 19990412 – 2380']],
    ['den 12 1999 04 12 2380, igen', ['personnummer 1999 04 12 2380']],
    ['interim 990412-T385', ['personnummer 990412-T385']],
    ['fel siffra 990412-2381', ['personnummer 990412-2381']],
    ['tfn 070 123 45 67, 0701-23 45 67, kl 20261120 14:00', []],
    ['ärende 1234567890123, ännu inte född 20991231-1234', []],
    ['Autistisk, adhd-utredning', ['diagnos Autistisk', 'diagnos adhd-utredning']],
    ['Linneas mamma ringer, linnea vill', ['namn Linneas', 'namn linnea']],
    // A short name is a word as well.
    ['Vill bo kvar, säger Bo', ['namn Bo']],
    ['EKSTRÖM EKSTRÖM', ['namn EKSTRÖM']],
  ])('%s', (text, expected) => {
    expect(fragor(text)).toEqual(expected);
  });

  test('whatever form its letters were typed in', () => {
    expect(fragor('Ekstro\u0308m')).toEqual(['namn Ekström']);
  });

  test('a municipality that keeps no such list is asked of numbers and names alone', () => {
    const utan: TestRecord[] = med().filter(({ type }) => type !== 'vardelista');
    expect(textfragor('autism', { diagnosord: diagnosordAv(stateOf(utan)), namn: [], idag: '2026-11-20' })).toEqual([]);
  });
});
