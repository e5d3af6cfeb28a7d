import { describe, expect, test } from 'vitest';
import { journalRubrik } from '../anteckning/records.ts';
import { boldUtredning, hasOngoingLass } from '../pagaende.ts';
import { egen, fattat, kretsAv, medKrets, underlag } from '../testing/beslut.ts';
import { testDecideAny } from '../testing/decide.ts';
import { kat } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';
import { lassAttErsatta, lassAttFragaOm } from './pagaende.ts';

const utredningId = testId(820);
const beslutId = testId(821);
const journal = {
  anteckningId: testId(822),
  rev: testId(823),
  text: fromPlainText('Beslutsmeddelande från Försäkringskassan har inkommit.'),
};
const beslutstext = { anteckningId: testId(824), rev: testId(825), text: fromPlainText('Assistansersättning med 56 timmar per vecka.') };
const beslut = {
  id: beslutId,
  giltigFran: '2026-11-01',
  omfattning: { minuter: 56 * 60 + 30, enhet: 'Vecka' },
  personkrets: '1',
  rev: testId(826),
};
const input = { personId: akt.person, utredningId, inkomDatum: '2026-11-17', journal, beslutstext, beslut, lssInsatser: { slag: 'finns' } };
const fatta = (records: TestRecord[], over: object = {}, actor = testActor()) =>
  testDecideAny('lass.fatta', { ...input, ...over }, stateOf(records), testContext(actor));
const efter = (records: TestRecord[], over?: object) => stateOf(applied(records, fatta(records, over)));
const lass = (over: object = {}) =>
  fattat(9, { insatsId: kat.insats.lass, beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS', giltigFran: '2025-01-01', ...over });
const utanLss = () => underlag().filter(({ id }) => id !== akt.lssInsatser);
const today = '2026-11-20';

describe('FORB-30 the whole LASS entry is one operation', () => {
  const state = efter(underlag());

  test('LASS-03 LASS-04 LASS-05 UTR-10 an utredning without aktualisering, from the postmark, ended the day it is entered', () => {
    expect(state.get('utredning', utredningId)).toEqual({
      enhet: 'lss',
      typ: 'LSS Utredning',
      startdatum: '2026-11-17',
      slutdatum: today,
      inkomDatum: '2026-11-17',
      ansvarigHandlaggareId: testId(1),
      organisationId: kat.organisation,
      lass: true,
    });
    expect(state.list('aktualisering')).toEqual([]);
  });

  test('LASS-06 two signed texts: the journal on the day it came in, the rubrik Beslut today', () => {
    const signatur = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' };
    const dokumentation = { slag: 'utredning', id: utredningId };
    const gemensamt = { dokumentation, skapad: signatur, sparad: signatur, signerad: signatur };
    const { anteckningId: journalId, ...inkom } = journal;
    const { anteckningId: textId, ...innehall } = beslutstext;
    expect(state.get('anteckning', journalId)).toEqual({
      ...gemensamt,
      enhet: 'lss',
      ...inkom,
      rubrikKod: journalRubrik,
      handelsedatum: '2026-11-17',
    });
    expect(state.get('anteckning', textId)).toEqual({
      ...gemensamt,
      enhet: 'lss',
      ...innehall,
      rubrikKod: 'BESLUTET',
      handelsedatum: today,
    });
  });

  test('LASS-07 to LASS-12 the beslut: category of an avslag, today’s date, hours per Vecka, personkrets always', () => {
    expect(state.get('beslut', beslutId)).toEqual({
      enhet: 'lss',
      utredningId,
      insatsId: kat.insats.lass,
      beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS',
      beslutsnamn: 'Assistanskostnader utöver LASS',
      utfall: 'bifall',
      insatskategori: 'LSS Insatser',
      beslutsdatum: today,
      giltigFran: '2026-11-01',
      beslutsfattare: egen,
      organisationId: kat.organisation,
      omfattning: beslut.omfattning,
      personkrets: '1',
      rev: beslut.rev,
    });
    expect(kretsAv(state)).toBe('1');
  });

  test('FORB-25 FRAGA-61 a personkrets that another has registered since is not overwritten', () => {
    const records = underlag(medKrets('2'));
    expect(fatta(records, { personkretsSedd: '1' })).toEqual({ code: 'personkrets-andrad', field: 'beslut.personkrets' });
    expect(kretsAv(efter(records, { personkretsSedd: '2' }))).toBe('1');
    expect(kretsAv(efter(records))).toBe('2');
  });

  test('LASS-02 TRAD-07 the utredning is not bold, and carries the mark', () => {
    const [u, b] = [state.get('utredning', utredningId), state.get('beslut', beslutId)];
    if (!u || !b) throw new Error('nothing was made');
    expect([boldUtredning(u, [b], today), hasOngoingLass([b], today)]).toEqual([false, true]);
  });

  test('LASS-15 FRAGA-48 nothing is ordered', () => {
    expect(state.list('bestallning')).toEqual([]);
  });

  test('LASS-16 LASS-17 FRAGA-29 LSS Insatser is opened from the beslut’s own start, with LSS Myndighet or a handläggare', () => {
    const oppna = { slag: 'oppna', verkstallighetId: testId(830), utforareId: kat.utforare.myndighet, organisationId: kat.organisation };
    const opened = efter(utanLss(), { lssInsatser: oppna }).get('verkstallighet', testId(830));
    expect(opened).toMatchObject({
      insatskategori: 'LSS Insatser',
      startdatum: '2026-11-01',
      lssInsatser: true,
      utforareId: kat.utforare.myndighet,
    });
    expect(efter(utanLss(), { lssInsatser: { slag: 'avsta', skal: 'Flyttar' } }).get('beslut', beslutId)?.utanLssInsatser).toBe('Flyttar');
  });
});

describe('LASS-01 LASS-02 FORB-29 an ongoing LASS-beslut', () => {
  test('is listed; ended, felmarkerade and other beslut are not', () => {
    const ids = (records: TestRecord[]) => lassAttErsatta(stateOf(records).list('beslut'), {}, today).map(({ id }) => id);
    expect(ids(underlag(lass()))).toEqual([testId(209)]);
    for (const over of [{ giltigTom: '2026-11-19' }, { felmarkerad: true }, { beslutskod: 'LSS_KONTAKTPERSON_BIFALL' }])
      expect(ids(underlag(lass(over)))).toEqual([]);
  });

  test('is replaced: it ends the day before', () => {
    const state = efter(underlag(lass()), { ersatter: testId(209) });
    expect(state.get('beslut', testId(209))).toMatchObject({ giltigTom: '2026-10-31', rev: beslut.rev });
    expect(state.get('beslut', beslutId)?.ersatter).toBe(testId(209));
  });

  test('an end that is earlier already stays', () => {
    const records = underlag(lass({ giltigTom: '2026-11-25' }));
    const state = efter(records, { ersatter: testId(209), beslut: { ...beslut, giltigFran: '2026-12-24' } });
    expect(state.get('beslut', testId(209))).toMatchObject({ giltigTom: '2026-11-25', rev: testId(240) });
  });

  test('one that ends before the new begins is not in the way', () => {
    const records = underlag(lass({ giltigTom: '2026-11-30' }));
    expect(efter(records, { beslut: { ...beslut, giltigFran: '2026-12-01' } }).list('beslut')).toHaveLength(2);
  });

  test('one that has ended, and holds for a day of the new one, is asked about and replaced', () => {
    const records = underlag(lass({ giltigTom: '2026-11-10' }));
    expect(fatta(records, {})).toEqual({ code: 'lass-pagar', field: 'ersatter' });
    const state = efter(records, { ersatter: testId(209) });
    expect(state.get('beslut', testId(209))).toMatchObject({ giltigTom: '2026-10-31' });
    const ids = (ny: object) => lassAttErsatta(stateOf(records).list('beslut'), ny, today).map(({ id }) => id);
    expect([ids({ giltigFran: '2026-11-10' }), ids({ giltigFran: '2026-11-11' }), ids({})]).toEqual([[testId(209)], [], []]);
  });

  test('one to come is not in the way of what ends before it', () => {
    const records = underlag(lass({ giltigFran: '2026-12-01' }));
    expect(efter(records, { beslut: { ...beslut, giltigTom: '2026-11-30' } }).list('beslut')).toHaveLength(2);
    expect(fatta(records, { beslut: { ...beslut, giltigTom: '2026-12-01' } })).toEqual({ code: 'lass-pagar', field: 'ersatter' });
  });

  test('of one that goes on and one to come the form asks about the one that can be replaced', () => {
    const pagar = lass();
    const kommande = { ...lass({ giltigFran: '2027-01-01' }), id: testId(208) };
    const fraga = (ny: object) => {
      const andra = lassAttErsatta(stateOf([...underlag(pagar), kommande]).list('beslut'), ny, today);
      return lassAttFragaOm(andra, ny)?.id;
    };
    const ny = { giltigFran: '2026-12-01', giltigTom: '2026-12-31' };
    expect([fraga(ny), fraga({ giltigFran: '2027-03-01' }), fraga({})]).toEqual([testId(209), testId(208), testId(208)]);
    const state = efter([...underlag(pagar), kommande], { beslut: { ...beslut, ...ny }, ersatter: testId(209) });
    expect(state.get('beslut', testId(209))).toMatchObject({ giltigTom: '2026-11-30' });
  });

  test.each<[string, TestRecord[], object, object]>([
    ['not named', underlag(lass()), {}, { code: 'lass-pagar', field: 'ersatter' }],
    [
      'named, but it is none',
      underlag(lass({ giltigTom: '2026-10-31' })),
      { ersatter: testId(209) },
      { code: 'finns-inte', field: 'ersatter' },
    ],
    [
      'the new begins before it',
      underlag(lass({ giltigFran: '2026-11-01' })),
      { ersatter: testId(209) },
      { code: 'datum-fore', field: 'beslut.giltigFran' },
    ],
  ])('refused: %s', (_, records, over, rejection) => {
    expect(fatta(records, over)).toEqual(rejection);
  });
});

describe('what is refused', () => {
  const tom = fromPlainText(' ');
  const utan = (type: TestRecord['type'], id?: string) =>
    underlag().filter((record) => record.type !== type || (id !== undefined && record.id !== id));
  test.each<[string, TestRecord[], object, object]>([
    ['no such person', utan('person'), {}, { code: 'finns-inte' }],
    ['a postmark to come', underlag(), { inkomDatum: '2026-11-21' }, { code: 'datum-i-framtiden', field: 'inkomDatum' }],
    ['no journal text', underlag(), { journal: { ...journal, text: tom } }, { code: 'tom-text', field: 'journal.text' }],
    ['no text of the beslut', underlag(), { beslutstext: { ...beslutstext, text: tom } }, { code: 'tom-text', field: 'beslutstext.text' }],
    [
      'LASS-12 hours per month',
      underlag(),
      { beslut: { ...beslut, omfattning: { minuter: 60, enhet: 'Månad' } } },
      { code: 'enheten-stammer-inte', field: 'beslut.omfattning' },
    ],
    [
      'LASS-11 no personkrets',
      underlag(),
      { beslut: { ...beslut, personkrets: undefined } },
      { code: 'ogiltig-indata', field: 'beslut.personkrets' },
    ],
    [
      'an end before the start',
      underlag(),
      { beslut: { ...beslut, giltigTom: '2026-10-31' } },
      { code: 'datum-fore', field: 'beslut.giltigTom' },
    ],
    ['the utredning exists', underlag(), { utredningId: akt.utredning }, { code: 'finns-redan' }],
    ['one text twice', underlag(), { beslutstext: { ...beslutstext, anteckningId: journal.anteckningId } }, { code: 'finns-redan' }],
    ['the catalogue has no LASS', utan('insats', kat.insats.lass), {}, { code: 'finns-inte-i-katalogen' }],
    ['no rubrik Beslut', utan('rubrikmall'), {}, { code: 'finns-inte-i-katalogen', field: 'beslutstext' }],
    ['LASS-16 LSS Insatser is not open', utanLss(), {}, { code: 'lss-insatser-saknas', field: 'lssInsatser' }],
    ['LASS-16 nothing is said of it', underlag(), { lssInsatser: undefined }, { code: 'lss-insatser-saknas', field: 'lssInsatser' }],
  ])('%s', (_, records, over, rejection) => {
    expect(fatta(records, over)).toEqual(rejection);
  });

  test.each([['bistandshandlaggare'], ['utforare'], ['systemforvaltare']] as const)('by a %s', (roll) => {
    expect(fatta(underlag(), {}, testActor({ roller: [roll] }))).toEqual({ code: 'behorighet-saknas' });
  });
});
