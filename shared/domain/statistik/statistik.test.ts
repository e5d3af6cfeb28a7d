import { describe, expect, test } from 'vitest';
import type { Beslut } from '../beslut/records.ts';
import type { Person } from '../person/records.ts';
import { bekraftadI, beslutId, bifall, med, order, signatur, verk } from '../testing/bestallning.ts';
import { akt, stateOf, type TestRecord, testId } from '../testing/state.ts';
import { lssbeskrivning, solbeskrivning } from '../testing/statistik.ts';
import { insatstider, summorPa, utelamnade } from './insatstider.ts';
import { beskrivningsfel, dubbletter, type Statistikrad, statistikrader } from './rader.ts';
import type { Statistikbeskrivning } from './records.ts';

const dag = '2026-10-01';
const krets: TestRecord = { type: 'personkrets', id: testId(780), data: { personkrets: '2' } };
const kund = (over: Partial<Person>): TestRecord => {
  const person = med().find(({ type }) => type === 'person') as Extract<TestRecord, { type: 'person' }>;
  return { ...person, data: { ...person.data, ...over } };
};
/** The n-th: a bifall from that day, with the verkställighet that carries it out from then. */
const gjord = (
  n: number,
  fran: string,
  over: Partial<Beslut> & { till?: string } = {},
  insats: Parameters<typeof bifall>[1] = 'kontaktperson',
) => {
  const { till, ...resten } = over;
  return [
    bifall(n, insats, { beslutsdatum: fran, giltigFran: fran, ...resten }),
    verk(n, { startdatum: fran, ...(till ? { slutdatum: till } : {}) }),
  ];
};
const aktAv = (records: TestRecord[]) => {
  const state = stateOf(records);
  const data = state.get('person', akt.person);
  if (!data) throw new Error('no person');
  return {
    ...{ person: { id: akt.person, data }, personkretsar: state.list('personkrets') },
    ...{ beslut: state.list('beslut'), bestallningar: state.list('bestallning'), verkstalligheter: state.list('verkstallighet') },
  };
};
const insatser = stateOf(med()).katalogLista('insats');
const rader = (records: TestRecord[], beskrivning: Statistikbeskrivning = lssbeskrivning(), pa = dag): Statistikrad[] =>
  statistikrader(aktAv(records), beskrivning, insatser, pa);
const utan = (records: TestRecord[], pa = dag) => utelamnade(aktAv(records), lssbeskrivning(), insatser, pa).map(({ orsak }) => orsak);
const koder = (records: TestRecord[], pa = dag) => rader(records, lssbeskrivning(), pa).flatMap((rad) => rad.koder);

describe('STAT-02 LSS on 1 October', () => {
  test('one row for a person, a mark for each kind that is carried out on the day, and none for how much', () => {
    const [rad, ...fler] = rader(med(krets, ...gjord(1, '2026-02-01'), ...gjord(2, '2026-09-30', {}, 'dagligVerksamhet')));
    expect(fler).toEqual([]);
    expect(rad).toMatchObject({ nyckel: akt.person, koder: ['4', '10'], personkretsar: ['2'], brister: [], anmarkningar: [] });
    expect(rad?.varden).toEqual(['200912312386', '9999', '2', '1', '0', '1']);
  });

  test.each<[string, TestRecord[], string[]]>([
    ['begins on the day', gjord(1, dag), ['4']],
    ['begins the day after', gjord(1, '2026-10-02'), []],
    ['ended the day before', gjord(1, '2026-01-01', { giltigTom: '2026-09-30' }), []],
    ['ends on the day', gjord(1, '2026-01-01', { giltigTom: dag }), ['4']],
    ['its verkställighet ended the day before', gjord(1, '2026-01-01', { till: '2026-09-30' }), []],
    [
      'was carried out before its beslut holds',
      [bifall(1, 'kontaktperson', { giltigFran: '2026-10-02' }), verk(1, { startdatum: '2026-01-01' })],
      [],
    ],
    ['is felmarkerat', gjord(1, '2026-01-01', { felmarkerad: true }), []],
    ['is an avslag', gjord(1, '2026-01-01', { utfall: 'avslag' }), []],
    ['never began', gjord(1, '2026-01-01', { aldrigPaborjad: signatur }), []],
    ['is decided and not carried out', [bifall(1, 'kontaktperson', { giltigFran: '2026-01-01' })], []],
    [
      'is ordered and not confirmed',
      [bifall(1, 'kontaktperson', { giltigFran: '2026-01-01' }), order(1, { gallerFran: '2026-01-01' })],
      [],
    ],
    [
      'was confirmed late, of a day before',
      [
        bifall(1, 'kontaktperson', { giltigFran: '2026-01-01' }),
        order(1, { gallerFran: '2026-01-01', ...bekraftadI(1), bekraftad: '2026-09-15' }),
        verk(1),
      ],
      ['4'],
    ],
    [
      'was confirmed as carried out from a later day',
      [
        bifall(1, 'kontaktperson', { giltigFran: '2026-01-01' }),
        order(1, { gallerFran: '2026-01-01', ...bekraftadI(1), bekraftad: '2026-10-15' }),
        verk(1),
      ],
      [],
    ],
    ['is of the other law', gjord(1, '2026-01-01', {}, 'trygghetslarm'), []],
  ])('what %s', (_, records, vantat) => {
    expect(koder(med(krets, ...records))).toEqual(vantat);
  });

  test('two of a kind are one mark', () => {
    expect(koder(med(krets, ...gjord(1, '2026-01-01'), ...gjord(2, '2026-03-01')))).toEqual(['4']);
  });

  test.each<[string, string, string[], string[]]>([
    ['the day before', '2026-09-30', [], ['avliden']],
    ['on the day', dag, ['4'], []],
    ['in the month before, on a day nobody knows', '2026-09-00', [], ['avliden']],
    ['later', '2026-11-02', ['4'], []],
  ])('who died %s', (_, avliden, vantat, orsaker) => {
    const records = med(krets, kund({ avliden }), ...gjord(1, '2026-01-01'));
    expect([koder(records), utan(records)]).toEqual([vantat, orsaker]);
  });

  test('who died on a day that nobody knows is refused: that she lived on it nobody can say', () => {
    expect(rader(med(krets, kund({ avliden: '0000-00-00' }), ...gjord(1, '2026-01-01')))[0]?.brister).toEqual([{ kod: 'dodsdag-okand' }]);
  });

  test.each<[string, string, boolean]>([
    ['the year alone', '2026-00-00', true],
    ['a month that the day begins: she lived on its first', '2026-10-00', false],
    ['a later year', '2027-00-00', false],
  ])('who died on a day of which is known %s', (_, avliden, isOkand) => {
    const [rad] = rader(med(krets, kund({ avliden }), ...gjord(1, '2026-01-01')));
    expect(rad?.brister).toEqual(isOkand ? [{ kod: 'dodsdag-okand' }] : []);
  });

  test('an interruption over the day is none, and the days beside it are', () => {
    const avbruten = [
      bifall(1, 'kontaktperson', { giltigFran: '2026-01-01' }),
      order(1, { gallerFran: '2026-01-01', ...bekraftadI(1), bekraftad: '2026-01-01', gallerTom: '2026-09-20' }),
      order(2, { beslutId: beslutId(1), gallerFran: '2026-10-05', bekraftad: '2026-10-05' }),
      verk(1),
    ];
    const pa = (day: string) => koder(med(krets, ...avbruten), day);
    expect([pa('2026-09-20'), pa(dag), pa('2026-10-05')]).toEqual([['4'], [], ['4']]);
    expect(utan(med(krets, ...avbruten))).toEqual(['ejVerkstallt']);
  });

  test.each(['2024-10-01', '2025-10-01', '2027-10-01'])('over year ends: what goes on since 2023 is told of on %s', (pa) => {
    expect(koder(med(krets, ...gjord(1, '2023-12-31')), pa)).toEqual(['4']);
  });
});

describe('STAT-03 what is left out is told, with its reason', () => {
  test('decided and not carried out; never carried out by the municipality is another thing; assistansersättning alone', () => {
    expect(utan(med(bifall(1, 'kontaktperson', { giltigFran: '2026-01-01' })))).toEqual(['ejVerkstallt']);
    const lass = bifall(1, 'lass', { beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS', giltigFran: '2026-01-01' });
    expect([koder(med(lass)), utan(med(lass))]).toEqual([[], ['baraAssistansersattning']]);
    const bada = med(krets, { ...lass, id: beslutId(9) }, ...gjord(1, '2026-01-01'));
    expect([koder(bada), utan(bada)]).toEqual([['4'], []]);
  });

  test('what began later, ended before, or is told by another beslut is none of it', () => {
    expect(utan(med(bifall(1, 'kontaktperson', { giltigFran: '2026-10-02' })))).toEqual([]);
    expect(utan(med(bifall(1, 'kontaktperson', { giltigFran: '2026-01-01', giltigTom: '2026-09-30' })))).toEqual([]);
    expect(utan(med(...gjord(1, '2026-01-01'), bifall(2, 'kontaktperson', { giltigFran: '2026-01-01' })))).toEqual([]);
  });

  test('what is told as a number alone gives nobody a row', () => {
    const radgivning = lssbeskrivning({
      insatser: [{ kod: '10', namn: 'Daglig verksamhet', insatser: ['DAGLIG_VERKSAMHET'] }],
      summor: [{ kod: '1', namn: 'Rådgivning', insatser: ['KONTAKTPERSON'] }],
    });
    const records = med(krets, ...gjord(1, '2026-01-01'));
    expect(rader(records, radgivning)).toEqual([]);
    expect(summorPa(aktAv(records), radgivning, insatser, dag)).toEqual(['1']);
  });
});

describe('STAT-04 what would be refused', () => {
  test('what is carried out of an insats that the catalogue does not have, beside what it has', () => {
    const okand = (over: Partial<Beslut> = {}) => gjord(2, '2026-01-01', { insatsId: testId(999), ...over });
    const av = (records: TestRecord[]) => rader(records).map(({ beslutId: id, koder: kod, brister }) => [id, kod, brister]);
    const brist = [{ kod: 'insats-okand', beslut: 'LSS Kontaktperson Bifall' }];
    expect(av(med(krets, ...okand()))).toEqual([[beslutId(2), [], brist]]);
    expect(av(med(krets, ...gjord(1, '2026-01-01'), ...okand()))).toEqual([
      [beslutId(1), ['4'], []],
      [beslutId(2), [], brist],
    ]);
    expect(av(med(krets, ...okand({ insatsId: undefined, beslutskod: 'FINNS_INTE' }))), 'from an earlier system').toEqual([
      [beslutId(2), [], brist],
    ]);
    for (const over of [
      { utfall: 'avslag' as const },
      { felmarkerad: true },
      { giltigTom: '2026-09-30' },
      { beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS' },
    ])
      expect(av(med(krets, ...okand(over))), JSON.stringify(over)).toEqual([]);
    const ej = okand().filter(({ type }) => type === 'beslut');
    expect([av(med(krets, ...ej)), utan(med(krets, ...ej)), utan(med(krets, ...okand()))]).toEqual([[], ['ejVerkstallt'], []]);
  });
  const fel = (records: TestRecord[], beskrivning?: Statistikbeskrivning) => rader(records, beskrivning).flatMap(({ brister }) => brister);
  const pagar = gjord(1, '2026-01-01');
  test('personkrets: none, and two that say otherwise; that of the beslut where none is registered', () => {
    expect(fel(med(...pagar))).toEqual([{ kod: 'personkrets-saknas', kolumn: 'Personkrets' }]);
    const andra: TestRecord = { type: 'personkrets', id: testId(781), data: { personkrets: '1', enhet: 'bistand' } };
    expect(fel(med(krets, andra, ...pagar))).toEqual([{ kod: 'personkretsar-olika', kolumn: 'Personkrets' }]);
    expect(fel(med(...gjord(1, '2026-01-01', { personkrets: '3' })))).toEqual([]);
  });

  test('a number: interim is lacking unless the description says what stands for it, and a wrong one is refused', () => {
    const interim = kund({ personnummer: '20091231T386', nummerSlag: 'interim' });
    expect(fel(med(krets, interim, ...pagar))).toEqual([{ kod: 'nummer-saknas', kolumn: 'Personnummer' }]);
    const med0 = lssbeskrivning({ utanNummer: '000000000000' });
    expect(rader(med(krets, interim, ...pagar), med0)[0]).toMatchObject({
      brister: [],
      varden: ['000000000000', '9999', '2', '1', '0', '0'],
    });
    expect(fel(med(krets, kund({ personnummer: '200912312387' }), ...pagar))).toEqual([{ kod: 'nummer-ogiltigt', kolumn: 'Personnummer' }]);
    const samordning = kund({ personnummer: '200912912380', nummerSlag: 'samordningsnummer' });
    expect(fel(med(krets, samordning, ...pagar)).map(({ kod }) => kod)).not.toContain('nummer-saknas');
  });

  test('a code that the list lacks, a text that is too long, an empty cell that must be filled, a sign the encoding lacks', () => {
    const med1 = (over: object) => {
      const bas = lssbeskrivning();
      return lssbeskrivning({ ...over, kolumner: bas.kolumner.map((one, n) => (n === 1 ? { ...one, ...over } : one)) });
    };
    const hela = med(krets, ...pagar);
    expect(fel(hela, med1({ koder: [{ kod: '0180', betyder: 'Stockholm' }] }))).toEqual([{ kod: 'kod-okand', kolumn: 'Kommun' }]);
    expect(fel(hela, med1({ langst: 3 }))).toEqual([{ kod: 'for-lang', kolumn: 'Kommun' }]);
    expect(fel(hela, med1({ falt: 'till' }))).toEqual([{ kod: 'kravs', kolumn: 'Kommun' }]);
    expect(
      fel(hela, lssbeskrivning({ ja: 'ja;nej', kolumner: lssbeskrivning().kolumner.map((one) => ({ ...one, koder: undefined })) })),
    ).toEqual([{ kod: 'semikolon', kolumn: '9 § 4' }]);
    const latin = { ...lssbeskrivning().fil, teckenkodning: 'iso-8859-1' as const };
    expect(
      fel(hela, lssbeskrivning({ ja: '✓', fil: latin, kolumner: lssbeskrivning().kolumner.map((one) => ({ ...one, koder: undefined })) })),
    ).toEqual([{ kod: 'tecken', kolumn: '9 § 4' }]);
  });

  test('a line that would end with a semicolon: refused, or within quotes, as the description says', () => {
    const kolumner = [...lssbeskrivning().kolumner, { namn: 'Slut', falt: 'till', kravs: false }];
    expect(fel(med(krets, ...pagar), lssbeskrivning({ kolumner }))).toEqual([{ kod: 'radslut', kolumn: 'Slut' }]);
    const citat = { ...lssbeskrivning().fil, citattecken: true };
    expect(fel(med(krets, ...pagar), lssbeskrivning({ kolumner, fil: citat }))).toEqual([]);
  });

  test('who has moved, and who is placed elsewhere, is told of and is to be looked at', () => {
    const flyttad = rader(med(krets, kund({ folkbokfordIKommunen: false }), ...gjord(1, '2026-01-01', { externPlacering: true })));
    expect(flyttad[0]).toMatchObject({ brister: [], anmarkningar: ['inte-folkbokford', 'extern-placering'] });
  });

  test.each<[Partial<Beslut>, Partial<Beslut>]>([
    [{ externPlacering: true }, {}],
    [{}, { externPlacering: true }],
  ])('who is placed elsewhere is so by any of her insatser', (forst, sedan) => {
    const olika = rader(med(krets, ...gjord(1, '2026-01-01', forst), ...gjord(2, '2026-02-01', sedan, 'dagligVerksamhet')));
    expect(olika[0]?.anmarkningar).toEqual(['extern-placering']);
    const lika = rader(med(krets, ...gjord(1, '2026-01-01', forst), ...gjord(2, '2026-02-01', { ...sedan, giltigTom: '2026-12-01' })));
    expect(lika[0]?.anmarkningar).toEqual(['extern-placering']);
    const slut = { ...(forst.externPlacering ? forst : sedan), giltigTom: '2026-09-30' };
    expect(rader(med(krets, ...gjord(1, '2026-01-01', slut), ...gjord(2, '2026-02-01')))[0]?.anmarkningar).toEqual([]);
  });

  test('two akter of one person, by number or by a number of before', () => {
    const personer = new Map([
      ['a', { personnummer: '200912312386' }],
      ['b', { personnummer: '199904122380', tidigareNummer: ['20091231-2386'] }],
      ['c', { personnummer: '198001012384' }],
    ]);
    expect([...dubbletter(personer)]).toEqual(['a', 'b']);
  });

  test('STAT-05 no column tells where anybody lives: a description that asks for it is not written by, nor one without a kommunkod', () => {
    const medKolumn = (falt: string) => lssbeskrivning({ kolumner: [{ namn: 'X', falt, kravs: false }] });
    for (const falt of ['adress', 'ort', 'postnummer', 'postadress', 'namn', 'toString'])
      expect(beskrivningsfel(medKolumn(falt)), falt).toBe('okant-falt');
    expect(beskrivningsfel(lssbeskrivning())).toBeUndefined();
    expect(beskrivningsfel(lssbeskrivning({ kommunkod: '128' }))).toBe('kommunkod');
    expect(beskrivningsfel(lssbeskrivning({ kolumner: [{ namn: 'X', falt: 'harInsats', insats: '77', kravs: false }] }))).toBe(
      'okand-insats',
    );
    expect(beskrivningsfel(lssbeskrivning({ kolumner: [{ namn: 'A;B', falt: 'kommun', kravs: true }] }))).toBe('rubrik');
  });
});

describe('STAT-02 SoL in a month', () => {
  const larm = (n: number, fran: string, over: Parameters<typeof gjord>[2] = {}) => gjord(n, fran, over, 'trygghetslarm');
  const tider = (records: TestRecord[], slag: 'solPagaende' | 'solForandrade', manad: string) =>
    rader(med(...records), solbeskrivning(slag), manad).map(({ fran, till }) => [fran, till]);

  test.each<[string, TestRecord[], string, unknown[], unknown[]]>([
    ['goes on', larm(1, '2026-01-10'), '2026-10-31', [['2026-01-10', undefined]], []],
    ['began on the first', larm(1, '2026-10-01'), '2026-10-31', [['2026-10-01', undefined]], [['2026-10-01', undefined]]],
    ['began the day after', larm(1, '2026-11-01'), '2026-10-31', [], []],
    [
      'ended on the last day: it went on then, and ended',
      larm(1, '2026-01-10', { giltigTom: '2026-10-31' }),
      '2026-10-31',
      [['2026-01-10', '2026-10-31']],
      [['2026-01-10', '2026-10-31']],
    ],
    ['ended the month before', larm(1, '2026-01-10', { giltigTom: '2026-09-30' }), '2026-10-31', [], []],
    ['began and ended within the month', larm(1, '2026-10-05', { till: '2026-10-20' }), '2026-10-31', [], [['2026-10-05', '2026-10-20']]],
    [
      'over the year end',
      larm(1, '2026-12-31', { giltigTom: '2027-01-01' }),
      '2026-12-31',
      [['2026-12-31', undefined]],
      [['2026-12-31', undefined]],
    ],
    [
      'ended on a leap day',
      larm(1, '2027-12-31', { giltigTom: '2028-02-29' }),
      '2028-02-29',
      [['2027-12-31', '2028-02-29']],
      [['2027-12-31', '2028-02-29']],
    ],
  ])('what %s', (_, records, manad, pagar, forandrat) => {
    expect([tider(records, 'solPagaende', manad), tider(records, 'solForandrade', manad)]).toEqual([pagar, forandrat]);
  });

  test.each<[string, TestRecord[], string, string[]]>([
    ['a planned end is none', larm(1, '2026-10-05', { giltigTom: '2026-12-31' }), '2026-10-31', ['20261005', '20261005', '']],
    ['… of the verkställighet either', larm(1, '2026-10-05', { till: '2026-11-01' }), '2026-10-31', ['20261005', '20261005', '']],
    [
      '… and stands in the month it came',
      larm(1, '2026-10-05', { giltigTom: '2026-12-31' }),
      '2026-12-31',
      ['20261005', '20261005', '20261231'],
    ],
    [
      'what was decided for later is not what carried it then',
      [...larm(1, '2026-10-05', { giltigTom: '2026-12-31' }), ...larm(2, '2027-01-01', { beslutsdatum: '2026-12-10' })],
      '2026-10-31',
      ['20261005', '20261005', ''],
    ],
    [
      '… and is when it does',
      [
        ...larm(1, '2026-10-05', { giltigTom: '2026-12-31' }),
        ...larm(2, '2027-01-01', { beslutsdatum: '2026-12-10', giltigTom: '2027-03-31' }),
      ],
      '2027-03-31',
      ['20261210', '20261005', '20270331'],
    ],
  ])('of what has happened by the day: %s', (_, records, manad, vantat) => {
    const bas = solbeskrivning();
    const kolumner = ['beslutsdatum', 'fran', 'till'].map((falt) => ({ namn: falt, falt, kravs: false }));
    const lagda = (['solPagaende', 'solForandrade'] as const).flatMap((register) =>
      rader(med(...records), { ...bas, register, dagform: 'YYYYMMDD', kolumner }, manad).map(({ varden }) => varden),
    );
    expect(lagda.length).toBeGreaterThan(0);
    for (const varden of lagda) expect(varden).toEqual(vantat);
  });

  test('of an insats that the catalogue does not have: in the months that it goes on, begins and ends', () => {
    const okand = larm(1, '2026-10-05', { giltigTom: '2026-12-15', insatsId: testId(999) });
    const om = (register: 'solPagaende' | 'solForandrade', manad: string) =>
      rader(med(...okand), solbeskrivning(register), manad).map(({ brister, till }) => [brister[0]?.kod, till]);
    const manader = ['2026-09-30', '2026-10-31', '2026-11-30', '2026-12-31'];
    expect(manader.map((manad) => om('solPagaende', manad))).toEqual([
      [],
      [['insats-okand', undefined]],
      [['insats-okand', undefined]],
      [],
    ]);
    expect(manader.map((manad) => om('solForandrade', manad))).toEqual([
      [],
      [['insats-okand', undefined]],
      [],
      [['insats-okand', '2026-12-15']],
    ]);
  });

  test('two of a kind, or one straight after the other, are one insats; a gap makes two', () => {
    const pa = [...larm(1, '2026-01-01', { giltigTom: '2026-10-10' }), ...larm(2, '2026-10-11')];
    expect(tider(pa, 'solForandrade', '2026-10-31')).toEqual([]);
    expect(tider(pa, 'solPagaende', '2026-10-31')).toEqual([['2026-01-01', undefined]]);
    const glapp = [...larm(1, '2026-01-01', { giltigTom: '2026-10-10' }), ...larm(2, '2026-10-12')];
    expect(tider(glapp, 'solForandrade', '2026-10-31')).toEqual([
      ['2026-01-01', '2026-10-10'],
      ['2026-10-12', undefined],
    ]);
    const inom = [...larm(1, '2026-01-01'), ...larm(2, '2026-03-01', { giltigTom: '2026-10-15' })];
    expect(insatstider('2026-10-31', aktAv(med(...inom)), solbeskrivning().insatser, 'SoL', insatser)).toMatchObject([
      { fran: '2026-01-01', kod: 'LARM' },
    ]);
  });

  test('of a death whose day is not known no last day is made up', () => {
    const av = (avliden: string, slag: 'solPagaende' | 'solForandrade', manad: string) =>
      rader(med(kund({ avliden }), ...larm(1, '2026-01-01')), solbeskrivning(slag), manad).map(({ brister }) =>
        brister.map(({ kod }) => kod),
      );
    expect(av('2026-10-00', 'solForandrade', '2026-10-31')).toEqual([['dodsdag-okand']]);
    expect(av('2026-00-00', 'solPagaende', '2026-09-30')).toEqual([['dodsdag-okand']]);
    expect(av('2026-11-00', 'solPagaende', '2026-09-30')).toEqual([['dodsdag-okand']]);
    expect(av('2026-11-05', 'solPagaende', '2026-09-30')).toEqual([[]]);
  });

  test('it ends on the day she died', () => {
    expect(tider([kund({ avliden: '2026-10-12' }), ...larm(1, '2026-01-01')], 'solForandrade', '2026-10-31')).toEqual([
      ['2026-01-01', '2026-10-12'],
    ]);
  });
});
