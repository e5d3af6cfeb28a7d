import { describe, expect, test } from 'vitest';
import { aktAv } from '../akt.ts';
import { andraId } from '../andra-id.ts';
import { attAvsluta } from '../arende/att-avsluta.ts';
import { enhetensAkt, enhetOf } from '../enhet.ts';
import { id } from '../fields.ts';
import { handelserOf, iEttArende } from '../historik/handelse.ts';
import type { Person } from '../person/records.ts';
import { akttyper } from '../records.ts';
import { systemaktor } from '../systemaktor.ts';
import { testAktualisering } from '../testing/aktualisering.ts';
import { testDecideAny } from '../testing/decide.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testAnteckning, testContext, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';

/** Of the LSS unit, of Bistånd, and of both. */
const karin = testActor();
const henrik = testActor({
  id: testId(5),
  namn: 'Henrik Dal',
  roller: ['bistandshandlaggare'],
  enheter: ['bistand'],
  organisationId: testId(6),
});
const katarina = testActor({ id: testId(7), namn: 'Katarina Wall', roller: ['enhetschef'], enheter: ['lss', 'bistand'] });
const bistandOrg = testId(6);
const bistandUtredning = testId(21);
const katalog: TestRecord[] = [
  ...testKatalog(),
  { type: 'organisation', id: bistandOrg, data: { namn: 'Bistånd', ordning: 3, enhet: 'bistand' } },
  { type: 'vardelista', id: testId(605), data: { lista: 'enhet', varden: [{ namn: 'Bistånd', kod: 'bistand' }] } },
  ...[henrik, katarina].map(({ id, ...data }): TestRecord => ({ type: 'anvandare', id, data })),
];
const medEnheter = (enheter: string[], ...more: TestRecord[]): TestRecord[] => [
  ...testAkt().map((one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, enheter } } : one)),
  ...more,
];
const bistandets: TestRecord = {
  type: 'utredning',
  id: bistandUtredning,
  data: {
    typ: 'SoL Utredning',
    startdatum: '2026-10-01',
    inkomDatum: '2026-10-01',
    ansvarigHandlaggareId: henrik.id,
    organisationId: bistandOrg,
    enhet: 'bistand',
  },
};
const kor = (records: TestRecord[], name: Parameters<typeof testDecideAny>[0], input: object, actor = karin) =>
  testDecideAny(name, input, stateOf([...records, ...katalog]), { ...testContext(actor), kommandoId: testId(800) });
const efter = (records: TestRecord[], name: Parameters<typeof testDecideAny>[0], input: object, actor = karin) =>
  stateOf(applied([...records, ...katalog], kor(records, name, input, actor)));

describe('OSL 26:1 what a command writes is of one unit', () => {
  const ansokan = {
    personId: akt.person,
    ...{ slag: 'ansokan', datum: '2026-11-19', franVem: 'Kunden', gruppId: testId(900), rev: testId(901) },
    aktualiseringar: [{ id: testId(90), typ: 'Kontaktperson', insatsId: kat.insats.kontaktperson }],
  };
  test.each([
    ['of the unit of whoever writes', henrik, { ansvarigHandlaggareId: henrik.id, organisationId: kat.organisation }, 'bistand'],
    ['of the organisation’s, where one has several', katarina, { ansvarigHandlaggareId: henrik.id, organisationId: bistandOrg }, 'bistand'],
    [
      'of the first, where the organisation is of no unit',
      katarina,
      { ansvarigHandlaggareId: karin.id, organisationId: kat.organisation },
      'lss',
    ],
  ])('a new aktualisering is %s', (_, actor, over, enhet) => {
    const state = efter(medEnheter(['lss', 'bistand']), 'aktualisering.registrera', { ...ansokan, ...over }, actor);
    expect(state.list('aktualisering').map(({ data }) => data.enhet)).toEqual([enhet]);
    expect(state.get('handelse', testId(800))).toMatchObject({ enhet, kommando: 'aktualisering.registrera' });
  });

  test('a new aktualisering is of the unit that was chosen, whatever the organisation', () => {
    const input = { ...ansokan, ansvarigHandlaggareId: karin.id, organisationId: kat.organisation };
    const records = medEnheter(['lss', 'bistand']);
    const vald = { ...input, ansvarigHandlaggareId: henrik.id, enhet: 'bistand' };
    expect(efter(records, 'aktualisering.registrera', vald, katarina).list('aktualisering')[0]?.data.enhet).toBe('bistand');
    expect(kor(records, 'aktualisering.registrera', { ...input, enhet: 'bistand' })).toEqual({ code: 'annan-enhet', field: 'enhet' });
  });

  test('ROLL-10 it is given to nobody who reads another unit’s cases alone', () => {
    const input = { ...ansokan, ansvarigHandlaggareId: henrik.id, organisationId: kat.organisation };
    expect(kor(medEnheter(['lss', 'bistand']), 'aktualisering.registrera', input)).toEqual({
      code: 'ansvarig-utan-atkomst',
      field: 'ansvarigHandlaggareId',
    });
  });

  test('an utredning is of the unit to which the ansökan came, and asks nothing of the other’s', () => {
    const deras = testAktualisering({ enhet: 'lss' });
    const egen = testAktualisering({ enhet: 'bistand', ansvarigHandlaggareId: henrik.id, organisationId: bistandOrg });
    const records = medEnheter(
      ['lss', 'bistand'],
      { type: 'aktualisering', id: testId(90), data: deras },
      { type: 'aktualisering', id: testId(91), data: egen },
    );
    const input = {
      ...{ personId: akt.person, utredningId: testId(22), typ: 'LSS Utredning', inledningsdatum: egen.datum },
      ...{ ansvarigHandlaggareId: henrik.id, organisationId: bistandOrg, utelamnade: [], rev: testId(902) },
    };
    const state = efter(records, 'utredning.inled', { ...input, aktualiseringIds: [testId(91)] }, katarina);
    expect(state.get('utredning', testId(22))?.enhet).toBe('bistand');
    // A program of before lists both units' as one: what it leaves out of the other's is none of this utredning's.
    const utelamnade = [{ id: testId(90), skal: 'Hör till LSS' }];
    expect(kor(records, 'utredning.inled', { ...input, aktualiseringIds: [testId(91)], utelamnade }, katarina)).toEqual(
      kor(records, 'utredning.inled', { ...input, aktualiseringIds: [testId(91)] }, katarina),
    );
    // Both together are no unit's: it is said, and one of them can be left out.
    expect(kor(records, 'utredning.inled', { ...input, aktualiseringIds: [testId(90), testId(91)] }, katarina)).toEqual({
      ...{ code: 'tva-enheter', field: 'aktualiseringIds' },
    });
  });

  test('a note is the unit’s of its utredning, whoever of both units writes it', () => {
    const { text: _, ...rest } = testAnteckning();
    const note = {
      ...{ personId: akt.person, anteckningId: testId(70), basRev: null, rev: testId(501), rubrikKod: rest.rubrikKod },
      ...{ handelsedatum: rest.handelsedatum, text: fromPlainText('Ringde.') },
    };
    const at = (utredningId: string) => ({ ...note, dokumentation: { slag: 'utredning', id: utredningId } });
    const records = medEnheter(['lss', 'bistand'], bistandets).map(
      (one): TestRecord => (one.id === akt.utredning ? ({ ...one, data: { ...one.data, enhet: 'lss' } } as TestRecord) : one),
    );
    expect(efter(records, 'anteckning.spara', at(bistandUtredning), katarina).get('anteckning', testId(70))?.enhet).toBe('bistand');
    expect(efter(records, 'anteckning.spara', at(akt.utredning), katarina).get('anteckning', testId(70))?.enhet).toBe('lss');
  });

  test('what is common is told to every unit, apart from what is one’s', () => {
    const kontakt = {
      personId: akt.person,
      kontaktId: testId(69),
      basRev: null,
      kontakt: { typ: 'anhorig', namn: 'Åsa', rev: testId(600) },
    };
    const state = efter(medEnheter(['lss', 'bistand']), 'kontakt.spara', kontakt);
    expect(state.get('handelse', testId(800))).toMatchObject({ gemensam: true });
    expect(state.get('handelse', testId(800))?.enhet).toBeUndefined();
    const person = testAkt()[0]?.data as Person;
    const both = handelserOf(
      'beslut.fatta',
      [
        { op: 'put', type: 'person', id: akt.person, data: { ...person, telefon: '042' } },
        { op: 'put', type: 'utredning', id: bistandUtredning, data: bistandets.data as never },
      ],
      stateOf(testAkt()),
      { ...testContext(henrik), kommandoId: testId(800) },
    );
    expect(both.map(({ data }) => [data.enhet, data.gemensam, data.poster.map(({ type }) => type)])).toEqual([
      ['bistand', undefined, ['utredning']],
      [undefined, true, ['person']],
    ]);
    // Of one unit's kund, what was written before records said whose they are is told together with what says it.
    const blandat = (enEnhet: boolean) =>
      handelserOf(
        'arende.avsluta',
        [
          { op: 'put', type: 'utredning', id: akt.utredning, data: { ...bistandets.data, enhet: undefined } as never },
          { op: 'put', type: 'utredning', id: bistandUtredning, data: bistandets.data as never },
        ],
        stateOf([]),
        { ...testContext(henrik), kommandoId: testId(800) },
        { enEnhet },
      ).map(({ data }) => [data.enhet, data.poster.length]);
    expect(blandat(true)).toEqual([['bistand', 2]]);
    expect(blandat(false)).toEqual([
      [undefined, 1],
      ['bistand', 1],
    ]);
    // Who reads only what is common is not told what was decided.
    expect(both.map(({ data }) => data.kommando)).toEqual(['beslut.fatta', iEttArende]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(2);
    for (const { id: handelseId } of both) expect(id.safeParse(handelseId).success).toBe(true);
  });

  test('texts are not copied from one unit’s utredning into another’s', () => {
    const note: TestRecord = { type: 'anteckning', id: testId(70), data: testAnteckning({ enhet: 'lss' }) };
    const input = {
      ...{ personId: akt.person, franUtredningId: akt.utredning, tillUtredningId: bistandUtredning },
      kopior: [{ franId: testId(70), id: testId(71), rev: testId(503) }],
    };
    const refused = kor(medEnheter(['lss', 'bistand'], bistandets, note), 'anteckning.kopieraTrad', input, katarina);
    expect(refused).toEqual({ code: 'annan-enhet', field: 'franUtredningId' });
  });

  test('BIND-01 documents of one unit are not bound into another’s', () => {
    const dokument: TestRecord = {
      type: 'dokument',
      id: testId(72),
      data: {
        ...{ rubrik: 'Utlåtande', typ: 'Utlåtande', knytsTill: { type: 'utredning', id: akt.utredning }, sha256: 'a'.repeat(64) },
        ...{ storlek: 1, sidor: 1, skapad: { anvandareId: karin.id, namn: karin.namn, at: '2026-11-01T08:00:00.000Z' }, enhet: 'lss' },
      },
    };
    const bind = (till: string, av: string) =>
      kor(
        medEnheter(['lss', 'bistand'], bistandets, dokument),
        'dokument.arkivera',
        {
          ...{
            personId: akt.person,
            dokumentId: testId(73),
            rubrik: 'Bunt',
            typ: 'PDF-bunt',
            sha256: 'b'.repeat(64),
            storlek: 1,
            sidor: 1,
          },
          ...{ knytsTill: { type: 'utredning', id: till }, underlag: [{ type: 'dokument', id: av }] },
        },
        katarina,
      );
    expect(bind(bistandUtredning, testId(72))).toEqual({ code: 'annan-enhet', field: 'underlag' });
    expect(bind(akt.utredning, testId(72))).toMatchObject([{ op: 'put', type: 'dokument', id: testId(73) }, {}]);
  });

  test('AVSL-01 a case is closed for one unit: by the parts that were seen', () => {
    const records = medEnheter(['lss', 'bistand'], bistandets);
    const person = { enheter: ['lss', 'bistand'] };
    const { kvitterat } = attAvsluta(enhetensAkt(aktAv(stateOf(records)), 'bistand', person), '2026-11-20');
    expect(kvitterat).toEqual([bistandUtredning]);
    const input = { personId: akt.person, datum: '2026-11-20', kvitterat };
    const state = efter(records, 'arende.avsluta', input, katarina);
    expect(state.get('utredning', bistandUtredning)?.slutdatum).toBe('2026-11-20');
    expect(state.get('utredning', akt.utredning)?.slutdatum).toBeUndefined();
    expect(state.get('verkstallighet', akt.verkstallighet)?.slutdatum).toBeUndefined();
    // A program that shows the whole akt lists both, and what is common; the message says how to go on.
    const alla = attAvsluta(aktAv(stateOf(records)), '2026-11-20').kvitterat;
    expect(kor(records, 'arende.avsluta', { ...input, kvitterat: alla }, katarina)).toMatchObject({ code: 'tva-enheter' });
  });
});

describe('Ta upp kunden hos oss', () => {
  const input = {
    ...{ personId: akt.person, personnummer: '200912312386', enhet: 'bistand', grund: 'samtycke', skal: 'Söker hemtjänst' },
    ...{ bevakningId: testId(340), rev: testId(501) },
  };
  const bevakning = { datum: '2026-11-20', status: 'Ej påbörjad', typ: 'Uppföljning', text: 'x', bevakasAvId: testId(999) } as const;
  const finns: TestRecord = {
    type: 'bevakning',
    id: testId(92),
    data: { ...bevakning, ref: { type: 'person', id: akt.person }, skapad: testAnteckning().skapad },
  };
  const med = (over: object): TestRecord[] =>
    medEnheter(['lss'], finns).map((one): TestRecord => (one.type === 'person' ? { ...one, data: { ...one.data, ...over } } : one));

  test('the unit has the kund from then on, and those who had her are told, with the reason', () => {
    const state = efter(medEnheter(['lss']), 'person.taUpp', input, henrik);
    expect(state.get('person', akt.person)?.enheter).toEqual(['lss', 'bistand']);
    const bevakning = state.get('bevakning', testId(340));
    const skal = 'Kundens samtycke: Söker hemtjänst';
    expect(bevakning).toMatchObject({ enhet: 'lss', status: 'Ej påbörjad', bevakasAvRoll: 'enhetschef', skal });
    expect(bevakning?.text).toBe('Bistånd har tagit upp en kund som ni har.');
    expect(state.get('bevakning', andraId(testId(340)))).toMatchObject({
      enhet: 'bistand',
      status: 'Klar',
      klar: { namn: 'Henrik Dal' },
      skal,
    });
    // Its own history says it, and that of each who had her.
    expect(state.get('handelse', testId(800))).toMatchObject({ enhet: 'bistand', kommando: 'person.taUpp', namn: 'Henrik Dal' });
    expect(state.get('handelse', andraId(testId(800)))).toMatchObject({ enhet: 'lss', kommando: 'person.taUpp' });
    // What the other wrote stays theirs, whatever becomes of the unit of its author.
    expect(state.list('utredning').map(({ data }) => data.enhet)).toEqual(['lss']);
    expect(state.list('verkstallighet').map(({ data }) => data.enhet)).toEqual(['lss', 'lss']);
  });

  test('each unit that has her is told for itself: one chef’s Klar is no other’s, and who comes later reads no reason of an earlier', () => {
    const barn = testActor({ id: testId(6), roller: ['bistandshandlaggare'], enheter: ['barn'] });
    const tva = applied(medEnheter(['lss']), kor(medEnheter(['lss']), 'person.taUpp', input, henrik));
    const sin = { ...input, enhet: 'barn', skal: 'Orosanmälan', bevakningId: testId(341), rev: testId(502) };
    const decision = testDecideAny('person.taUpp', sin, stateOf(tva), { ...testContext(barn), kommandoId: testId(801) });
    const state = stateOf(applied(tva, decision));
    const oppna = (enhet: string) =>
      state.list('bevakning').filter(({ data }) => data.enhet === enhet && data.bevakasAvRoll && data.status !== 'Klar');
    expect(['lss', 'bistand', 'barn'].map((enhet) => oppna(enhet).length)).toEqual([2, 1, 0]);
    const hosBarn = [...state.list('bevakning'), ...state.list('handelse')].filter(({ data }) => data.enhet === 'barn' || data.gemensam);
    expect(JSON.stringify(hosBarn)).toContain('Orosanmälan');
    expect(JSON.stringify(hosBarn)).not.toContain('Söker hemtjänst');
    expect(new Set(state.list('handelse').map(({ id }) => id)).size).toBe(5);
  });

  test('a colleague was first: it is as both wanted it', () => {
    expect(kor(medEnheter(['lss', 'bistand']), 'person.taUpp', input, henrik)).toEqual([]);
  });

  test.each<[string, object, object, typeof henrik, object]>([
    ['for another unit than one’s own', {}, { enhet: 'lss' }, henrik, { code: 'atkomst-saknas', field: 'enhet' }],
    ['without her number', {}, { personnummer: '199904122380' }, henrik, { code: 'finns-inte', field: 'personnummer' }],
    ['without a reason', {}, { skal: ' ' }, henrik, { code: 'skal-kravs', field: 'skal' }],
    ['with the id of a bevakning that is there', {}, { bevakningId: testId(92) }, henrik, { code: 'finns-redan', field: 'bevakningId' }],
    ['FRAGA-62 who is protected, without the right', { skydd: 'skyddadFolkbokforing' }, {}, henrik, { code: 'atkomst-saknas' }],
  ])('refused: %s', (_, person, over, actor, rejection) => {
    expect(kor(med(person), 'person.taUpp', { ...input, ...over }, actor)).toEqual(rejection);
  });

  test('FRAGA-62 who is protected, with the right', () => {
    const behorig = { ...henrik, skyddadBehorighet: true };
    expect(efter(med({ skydd: 'skyddadFolkbokforing' }), 'person.taUpp', input, behorig).get('person', akt.person)?.enheter).toHaveLength(
      2,
    );
  });
});

test('OSL 26:1 an akt that two units read all of is divided once, each part to the unit whose it is', () => {
  const by = { anvandareId: henrik.id, namn: henrik.namn, at: '2026-11-01T10:00:00.000Z' };
  const note = testAnteckning({ dokumentation: { slag: 'utredning', id: bistandUtredning }, skapad: by, sparad: by });
  const { enhet: _, ...omarkt } = bistandets.data as { enhet?: string };
  const handelse = { kommando: 'anteckning.spara', at: by.at, anvandareId: henrik.id, namn: henrik.namn };
  const bevakning = {
    ...{ datum: '2026-11-20', status: 'Ej påbörjad', typ: 'Uppföljning', text: 'x', bevakasAvId: testId(999), skapad: by },
    ref: { type: 'utredning', id: bistandUtredning },
  } as never;
  const records = medEnheter(
    ['lss', 'bistand'],
    { ...bistandets, data: omarkt as never },
    { type: 'anteckning', id: testId(70), data: note },
    { type: 'anteckning', id: testId(71), data: testAnteckning() },
    {
      type: 'konfliktval',
      id: testId(80),
      data: { anteckningId: testId(70), val: 'egen', egenText: note.text, avgjord: by, egenSkriven: by.at },
    },
    { type: 'handelse', id: testId(94), data: { ...handelse, poster: [{ type: 'anteckning', id: testId(70), op: 'ny', falt: [] }] } },
    { type: 'handelse', id: testId(95), data: { ...handelse, poster: [{ type: 'person', id: akt.person, op: 'andrad', falt: [] }] } },
    { type: 'handelse', id: testId(96), data: { ...handelse, poster: [{ type: 'anteckning', id: testId(71), op: 'ny', falt: [] }] } },
    {
      type: 'bevakning',
      id: testId(92),
      data: { ...(bevakning as object), ref: { type: 'verkstallighet', id: akt.verkstallighet } } as never,
    },
  );
  const state = efter(records, 'akt.fordela', { personId: akt.person }, systemaktor('Fördelning'));
  const marks = Object.fromEntries(
    akttyper.flatMap((type) =>
      state.list(type).map(({ id, data }) => [id, (data as { gemensam?: true }).gemensam ? 'alla' : (data as { enhet?: string }).enhet]),
    ),
  );
  expect(marks).toEqual({
    [akt.person]: undefined,
    ...{ [akt.utredning]: 'lss', [akt.lssInsatser]: 'lss', [akt.verkstallighet]: 'lss', [bistandUtredning]: 'bistand' },
    ...{ [testId(70)]: 'bistand', [testId(71)]: 'lss', [testId(80)]: 'bistand', [testId(92)]: 'lss' },
    ...{ [testId(94)]: 'bistand', [testId(95)]: 'alla', [testId(96)]: 'lss' },
  });
  // What is hung on the unmarked goes where that goes, whoever writes it before the akt is divided.
  const ny = { ...note, dokumentation: { slag: 'utredning', id: bistandUtredning } };
  const input = { personId: akt.person, anteckningId: testId(73), dokumentation: ny.dokumentation, rubrikKod: 'JOURNAL', titel: 'Ny' };
  const skriven = efter(
    records,
    'anteckning.spara',
    { ...input, handelsedatum: ny.handelsedatum, text: ny.text, basRev: null, rev: testId(777) },
    henrik,
  );
  expect(skriven.get('anteckning', testId(73))?.enhet).toBeUndefined();
  // Done once: what is marked stays.
  expect(
    kor(
      applied([...records, ...katalog], kor(records, 'akt.fordela', { personId: akt.person }, systemaktor('F'))).filter(
        ({ type }) => type !== 'organisation' && type !== 'anvandare',
      ),
      'akt.fordela',
      { personId: akt.person },
      systemaktor('F'),
    ),
  ).toEqual([]);
  expect(enhetOf('utredning', omarkt, { enheter: ['lss', 'bistand'] })).toBe('lss');
});
