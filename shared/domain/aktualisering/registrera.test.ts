import { describe, expect, test } from 'vitest';
import { aktMedKatalog, katalog, testAktualisering } from '../testing/aktualisering.ts';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testContext, testId } from '../testing/state.ts';
import { type RegistreraAktualisering, saknadeFalt } from './registrera.ts';

const ny = testId(310);
const kontaktperson = { id: ny, typ: 'Kontaktperson', insatsId: katalog.kontaktperson };
const korttidsvistelse = { id: testId(311), typ: 'Korttidsvistelse', insatsId: katalog.korttidsvistelse };
const input = (over: object = {}): RegistreraAktualisering => ({
  personId: akt.person,
  slag: 'ansokan',
  datum: '2026-11-10',
  franVem: 'Den enskilde',
  ansvarigHandlaggareId: katalog.handlaggare,
  organisationId: katalog.organisation,
  gruppId: testId(300),
  aktualiseringar: [kontaktperson],
  rev: testId(500),
  ...over,
});
const omprovning = (over: object = {}) =>
  input({ slag: 'omprovning', franVem: 'Egna myndigheten (VON)', aktualiseringar: [{ id: ny, typ: 'LSS Omprövning' }], ...over });
const decide = (over: object = {}, records: TestRecord[] = aktMedKatalog(), actor = testActor()) =>
  testDecide('aktualisering.registrera', input(over), stateOf(records), testContext(actor));
const efter = (over: object = {}, records: TestRecord[] = aktMedKatalog()) => stateOf(applied(records, decide(over, records)));

describe('Aktualisering', () => {
  test('AKT-01 AKT-03 to AKT-06 AKT-08 a new ansökan is kept as it was filled in, and waits', () => {
    expect(efter().get('aktualisering', ny)).toEqual(testAktualisering({ enhet: 'lss' }));
  });

  test('AKT-02 FORB-11 one aktualisering for each insats of the ansökan, as a group, in one save', () => {
    const state = efter({ aktualiseringar: [kontaktperson, korttidsvistelse] });
    expect(state.list('aktualisering').map(({ data }) => [data.typ, data.gruppId])).toEqual([
      ['Kontaktperson', testId(300)],
      ['Korttidsvistelse', testId(300)],
    ]);
  });

  test('AKT-05 who applied is written as it was: no list holds every applicant', () => {
    expect(efter({ franVem: ' Mor, Åsa Ekström ' }).get('aktualisering', ny)?.franVem).toBe('Mor, Åsa Ekström');
  });

  test('AKT-04 one that came in today', () => {
    expect(efter({ datum: '2026-11-20' }).get('aktualisering', ny)?.datum).toBe('2026-11-20');
  });

  test('AKT-09 an ansökan in an ongoing utredning is examined by it from the start', () => {
    expect(efter({ utredningId: akt.utredning }).get('aktualisering', ny)?.utredningId).toBe(akt.utredning);
  });

  test.each([
    ['2026-08-15', '2026-08-15'],
    ['2026-11-10', '2026-09-01'],
  ])('AKT-09 FORB-13 one that came in %s: the handling time counts from %s', (datum, inkomDatum) => {
    expect(efter({ utredningId: akt.utredning, datum }).get('utredning', akt.utredning)?.inkomDatum).toBe(inkomDatum);
  });

  test('AKT-10 AKT-11 an omprövning from the own authority, of no single insats', () => {
    const { insatsId: _, ...utanInsats } = testAktualisering();
    const expected = { ...utanInsats, slag: 'omprovning', typ: 'LSS Omprövning', franVem: 'Egna myndigheten (VON)' };
    expect(efter(omprovning()).get('aktualisering', ny)).toEqual({ ...expected, enhet: 'lss' });
  });

  test('AKT-03 a value of the list that names no insats', () => {
    expect(efter({ aktualiseringar: [{ id: ny, typ: 'Retroaktiv ersättning' }] }).get('aktualisering', ny)?.insatsId).toBeUndefined();
  });

  test('FRAGA-11 a list the municipality has not filled lets any value through', () => {
    const utanListor = aktMedKatalog().filter(({ type }) => type !== 'vardelista');
    expect(efter({ aktualiseringar: [{ id: ny, typ: 'Eget ord' }] }, utanListor).get('aktualisering', ny)?.typ).toBe('Eget ord');
    expect(efter(omprovning({ franVem: 'VON' }), utanListor).get('aktualisering', ny)?.franVem).toBe('VON');
  });

  test('an empty anteckning is none', () => {
    expect(efter({ anteckning: '  ' }).get('aktualisering', ny)).toEqual(testAktualisering({ enhet: 'lss' }));
    expect(efter({ anteckning: 'Ring mor' }).get('aktualisering', ny)?.anteckning).toBe('Ring mor');
  });
});

const avslutad: TestRecord[] = aktMedKatalog().map((record) =>
  record.type === 'utredning' ? { ...record, data: { ...record.data, slutdatum: '2026-10-01' } } : record,
);

describe('refused', () => {
  test.each<[string, object, string, string | undefined]>([
    ['AKT-04 a day to come', { datum: '2026-11-21' }, 'datum-i-framtiden', 'datum'],
    ['AKT-05 a handläggare who is none', { ansvarigHandlaggareId: katalog.personal }, 'finns-inte-i-katalogen', 'ansvarigHandlaggareId'],
    ['AKT-05 a handläggare who has left', { ansvarigHandlaggareId: katalog.slutat }, 'finns-inte-i-katalogen', 'ansvarigHandlaggareId'],
    ['AKT-06 an organisation nobody knows', { organisationId: testId(99) }, 'finns-inte-i-katalogen', 'organisationId'],
    [
      'AKT-03 an insats nobody knows',
      { aktualiseringar: [kontaktperson, { ...korttidsvistelse, insatsId: testId(99) }] },
      'finns-inte-i-katalogen',
      'aktualiseringar.1.insatsId',
    ],
    [
      'AKT-03 an insats under another name',
      { aktualiseringar: [{ ...kontaktperson, typ: 'Ledsagning' }] },
      'stammer-inte-med-katalogen',
      'aktualiseringar.0.typ',
    ],
    ['AKT-03 a value not in the list', { aktualiseringar: [{ id: ny, typ: 'Annat' }] }, 'finns-inte-i-katalogen', 'aktualiseringar.0.typ'],
    [
      'AKT-03 a value no longer in the list',
      { aktualiseringar: [{ id: ny, typ: 'Utgången' }] },
      'finns-inte-i-katalogen',
      'aktualiseringar.0.typ',
    ],
    [
      'AKT-11 an ansökan of the omprövning’s type',
      { aktualiseringar: [{ id: ny, typ: 'LSS Omprövning' }] },
      'stammer-inte-med-katalogen',
      'aktualiseringar.0.typ',
    ],
    ['AKT-11 an omprövning from someone else', omprovning({ franVem: 'Den enskilde' }), 'stammer-inte-med-katalogen', 'franVem'],
    [
      'AKT-11 an omprövning of an insats',
      omprovning({ aktualiseringar: [kontaktperson] }),
      'stammer-inte-med-katalogen',
      'aktualiseringar.0.typ',
    ],
    [
      'AKT-02 one insats twice',
      { aktualiseringar: [kontaktperson, { ...kontaktperson, id: testId(311) }] },
      'finns-redan',
      'aktualiseringar.1.typ',
    ],
    ['AKT-02 no insats', { aktualiseringar: [] }, 'ogiltig-indata', 'aktualiseringar'],
    ['one id twice', { aktualiseringar: [kontaktperson, { ...korttidsvistelse, id: ny }] }, 'ogiltig-indata', 'aktualiseringar'],
    ['AKT-09 an utredning that is not there', { utredningId: testId(99) }, 'finns-inte', 'utredningId'],
    ['a kund who is not there', { personId: testId(99) }, 'finns-inte', undefined],
    ['AKT-05 nobody applied', { franVem: ' ' }, 'ogiltig-indata', 'franVem'],
  ])('%s', (_, over, code, field) => {
    const records = 'personId' in over && over.personId === testId(99) ? aktMedKatalog().slice(1) : aktMedKatalog();
    expect(decide(over, records)).toEqual(field === undefined ? { code } : { code, field });
  });

  test('AKT-09 in an utredning that is ended', () => {
    expect(decide({ utredningId: akt.utredning }, avslutad)).toEqual({ code: 'utredningen-avslutad', field: 'utredningId' });
  });

  test('under an id that is taken', () => {
    const records = aktMedKatalog({ type: 'aktualisering', id: ny, data: testAktualisering() });
    expect(decide({}, records)).toEqual({ code: 'finns-redan', field: 'aktualiseringar.0.id' });
  });

  test('by staff of a utförare', () => {
    const personal = testActor({ roller: ['utforare'], utforareId: akt.utforare });
    expect(decide({}, aktMedKatalog(), personal)).toEqual({ code: 'behorighet-saknas' });
  });
});

test('UTR-02 FORB-12 a half-filled form names what is missing', () => {
  expect(saknadeFalt({})).toEqual(['aktualiseringar', 'datum', 'franVem', 'ansvarigHandlaggareId', 'organisationId']);
  expect(saknadeFalt({ ...input(), franVem: ' ', datum: '2026-02-30' })).toEqual(['datum', 'franVem']);
  expect(saknadeFalt(input())).toEqual([]);
});
