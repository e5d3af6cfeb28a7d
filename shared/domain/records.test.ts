import { describe, expect, test } from 'vitest';
import { anteckningHuvud } from './anteckning/records.ts';
import { raised, schemaNumberOf } from './record.ts';
import {
  akttyper,
  definitionOf,
  huvudOf,
  isRecordType,
  liesIn,
  type RecordType,
  recordSchemas,
  recordTypes,
  schemaNumber,
  upcast,
} from './records.ts';
import { aktScope, anvandarScope, eansokanScope, katalogScope, meddelandeScope, personOfScope } from './scope.ts';
import { signatur } from './testing/bestallning.ts';
import { testAkt, testAnteckning, testId } from './testing/state.ts';
import { lssbeskrivning } from './testing/statistik.ts';
import { textLength } from './text/text.ts';

const by = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' };
const text = testAnteckning().text;
const kirPost = {
  personnummer: '200912312386',
  fodelsedatum: '2009-12-31',
  efternamn: 'Ekström',
  fornamn: 'Linnea',
  skydd: 'ingen',
  folkbokfordIKommunen: true,
  relationer: [{ relation: 'mor', namn: 'Åsa', vardnadshavare: true, ny: 1 }],
};
/** The least document of each type, and one that a newer version has written more into. */
const samples: Record<keyof typeof recordSchemas, Record<string, unknown>> = {
  person: { ...testAkt()[0]?.data },
  personkrets: { enhet: 'lss', personkrets: '1' },
  kontakt: { typ: 'anhorig', namn: 'Åsa', rev: testId(3) },
  hushallsmedlem: { namn: 'Åsa', relation: 'mor', vardnadshavare: true, registerledare: false },
  aktualisering: {
    slag: 'ansokan',
    typ: 'Ledsagarservice',
    datum: '2026-10-01',
    franVem: 'Kunden',
    ansvarigHandlaggareId: testId(1),
    organisationId: testId(2),
    gruppId: testId(21),
    utelamnad: { ...by, skal: 'Prövas senare', ny: 1 },
    rev: testId(22),
  },
  utredning: { ...testAkt()[1]?.data },
  beslut: {
    utredningId: testId(20),
    beslutskod: 'KOD',
    beslutsnamn: 'Beslut',
    utfall: 'bifall',
    insatskategori: 'LSS Insatser',
    beslutsdatum: '2026-11-01',
    giltigFran: '2026-11-01',
  },
  bestallning: { beslutId: testId(50), bestalltDatum: '2026-11-01', gallerFran: '2026-11-01', utforareId: testId(40), insatser: [] },
  verkstallighet: { ...testAkt()[2]?.data },
  bedomning: {
    utredningId: testId(20),
    instrumentId: testId(90),
    instrument: 'D. Bedömning Daglig verksamhet',
    utforsAv: by,
    datum: '2026-11-01',
    funktioner: [{ kod: 'A', namn: 'A', niva: '1', poang: 1, ny: 1 }],
    verkstallighetId: testId(30),
    rev: testId(91),
  },
  erbjudande: {
    ...{ beslutId: testId(50), datum: '2026-11-02', vad: 'Kontaktperson', till: 'Linnea', lamnatAv: 'Karin Ek', rev: testId(3) },
    ...{ svar: { slag: 'nej', dag: '2026-11-05', skal: 'x' }, sparad: by, felmarkering: { ...by, orsak: 'Fel', ny: 1 } },
  },
  ivouppgift: {
    ...{ beslutId: testId(50), orsak: 'Rekrytering', foljder: 'Kommer inte ut', ingetErbjudet: true, omrade: 'ifo', slutorsak: 'annat' },
    ...{ sparad: { ...by, ny: 1 }, rev: testId(3) },
  },
  ivorapport: {
    ...{ beslutId: testId(50), tid: 'x', kvartal: '2026-3', lage: 'ejVerkstallt', dag: '2026-10-05', av: by },
    felmarkering: { ...by, orsak: 'Fel', ny: 1 },
  },
  franvaro: {
    ...{
      verkstallighetId: testId(31),
      planerad: true,
      orsak: 'x',
      beskrivning: 'x',
      fran: '2026-11-01',
      till: '2026-11-05',
      rev: testId(3),
    },
    ...{ kostForsta: true, kostSista: false, registrerad: { ...by, ny: 1 }, andrad: { ...by, ny: 1 } },
    medVerkstallighet: { ...by, tidigareTill: '2026-11-09', utgar: true, ny: 1 },
    felmarkering: { ...by, orsak: 'x', ny: 1 },
  },
  franvarounderlag: {
    ...{
      franvaroId: testId(1501),
      verkstallighetId: testId(31),
      kundnummer: '1',
      fran: '2026-11-01',
      till: '2026-12-05',
      tom: '2026-12-05',
    },
    ...{ dagar: 35, dagarUtanKost: 33, raknade: 34, skal: 'rattelse', skickat: { ...by, ny: 1 } },
  },
  individuellPlan: {
    ...{ beslutId: testId(50), steg: 'erbjuden', dag: '2026-11-15', anteckning: 'x', av: { ...by, ny: 1 }, rev: testId(3) },
    felmarkering: { ...by, orsak: 'Fel', ny: 1 },
  },
  uppfoljning: {
    ...{ beslutId: testId(50), planerad: '2026-11-15', planeradAv: { ...by, ny: 1 }, rev: testId(3) },
    genomford: {
      ...{ dag: '2026-11-19', medVem: ['Den enskilde'], hur: 'Besök', sammanfattning: 'x', utfall: 'oforandrat', av: by, ny: 1 },
      mal: [{ mal: 'x', utfall: 'delvis', kommentar: 'x', ny: 1 }],
    },
    felmarkering: { ...by, orsak: 'Fel', ny: 1 },
  },
  eansokan: {
    ...{ ingang: 'lss', enhet: 'lss', personnummer: '200912312386', fornamn: 'Linnea', efternamn: 'Ekström', telefon: 'x', epost: 'x' },
    ...{ insats: 'Kontaktperson', insatsId: testId(80), text: 'x', forAnnan: 'x', inkom: by.at, skyddad: true, tagen: by },
    utfall: { slag: 'kopplad', ...by, kommandoId: testId(800), personId: testId(10), kommentar: 'x' },
  },
  meddelande: {
    fran: { slag: 'anvandare', anvandareId: testId(1), namn: 'x', titel: 'x' },
    till: [
      { slag: 'anvandare', anvandareId: testId(2), namn: 'x' },
      { slag: 'brevlada', enhet: 'lss', kod: 'lss', namn: 'x' },
      {
        ...{ slag: 'medborgare', namn: 'x', personnummer: '200912312386', aktiveringId: testId(3), godkannandeId: testId(3) },
        ...{ levererat: by.at, oppnat: by.at, uteblivet: { kod: 'x', at: by.at } },
      },
    ],
    ...{ personId: testId(10), enhet: 'lss', amne: 'x', text: 'x', skickat: by.at, laskvitto: true, automatiskt: true, vantar: true },
    bilagor: [{ personId: testId(10), dokumentId: testId(11), rubrik: 'x', sha256: 'a'.repeat(64), storlek: 1, sidor: 1 }],
    svarPa: { gruppId: testId(4), meddelandeId: testId(4) },
    vidarebefordrar: { gruppId: testId(4), meddelandeId: testId(4) },
    ...{ nummer: ['200912312386'], skyddad: true },
    journalfort: { ...by, personId: testId(10), anteckningId: testId(12), kommandoId: testId(13) },
  },
  brevlage: {
    ...{ meddelandeId: testId(4), lada: { slag: 'brevlada', enhet: 'lss', kod: 'lss' }, enhet: 'lss', skyddad: true },
    ...{ kvittoTill: testId(1), forEnheten: true, last: by, tagen: by, borttaget: { ...by, utanJournalforing: true } },
  },
  meddelandeinstallning: {
    ...{ anvandareId: testId(1), signatur: 'x', franvaro: { fran: '2026-11-20', tom: '2026-11-21', text: 'x' }, rev: testId(2) },
    vidarebefordran: { enhet: 'lss', kod: 'lss', nar: 'franvaro' },
  },
  mote: {
    ...{
      slag: 'hembesok',
      dag: '2026-11-20',
      fran: '10:00',
      till: '11:00',
      plats: 'x',
      syfte: 'x',
      enskild: true,
      kontaktIds: [testId(60)],
    },
    ...{
      anvandareIds: [],
      andra: ['x'],
      hor: { type: 'beslut', id: testId(50), ny: 1 },
      planerat: { ...by, ny: 1 },
      andringar: 0,
      rev: testId(3),
    },
    ...{ hallet: { ...by, ny: 1 }, installt: { ...by, orsak: 'x', ny: 1 }, felmarkering: { ...by, orsak: 'x', ny: 1 } },
  },
  samtycke: {
    ...{
      avser: 'x',
      tillater: ['lamnaUppgifter'],
      till: { kontaktId: testId(60), namn: 'x', ny: 1 },
      fran: '2026-11-01',
      tom: '2027-11-01',
    },
    ...{ hur: 'muntligt', dokumentId: testId(61), mottaget: { dag: '2026-11-01', av: 'x', ny: 1 }, registrerat: { ...by, ny: 1 } },
    aterkallat: { dag: '2026-11-19', hur: 'eTjanst', av: 'x', registrerat: by, ny: 1 },
    felmarkering: { ...by, orsak: 'Fel', ny: 1 },
    skyddad: true,
  },
  etjanst: {
    ...{ lage: 'misslyckades', begard: { ...by, ny: 1 }, fungerarFran: '2026-11-21', rev: testId(3), inkomstblankett: true },
    ...{ natt: { dag: '2026-11-22', utfall: 'misslyckades', ny: 1 }, sms: { telefon: 2, nummer: '070-1740601', ny: 1 }, epost: 'a@b.se' },
    misslyckande: { orsak: 'avvisad', svar: 'x', forsok: 1, igen: '2026-11-23', ny: 1 },
    slut: { ...by, orsak: 'valt', skal: 'x', ny: 1 },
    valkomst: { slag: 'foreslaget', hos: testId(3), enhet: 'lss', av: { ...by, ny: 1 }, ny: 1 },
  },
  inkomstformular: {
    ...{ version: 1, fran: '2026-01-01', namn: 'x', exempel: true },
    delar: [
      {
        ...{ kod: 'a', rubrik: 'x', ingress: 'x', ny: 1 },
        rader: [{ kod: 'b', rubrik: 'x', latt: 'x', hjalp: 'x', slag: 'val', krav: true, val: [{ kod: 'c', namn: 'x', ny: 1 }], ny: 1 }],
      },
    ],
  },
  inkomstblankett: {
    ...{ ar: 2026, formularId: testId(3), avgiftsenhet: 'lss', lage: 'aterkallad', skickad: { ...by, ny: 1 }, sista: '2026-12-15' },
    ...{ svarId: testId(4), inlamnad: '2026-11-19T09:00:00.000Z', aterkallad: { ...by, ny: 1 }, rev: testId(3) },
  },
  inkomstsvar: {
    ...{ blankettId: testId(3), svar: [{ kod: 'a', kronor: 1, text: 'x', ny: 1 }], ovrigt: 'x', avstar: true },
    ...{ inlamnat: '2026-11-19T09:00:00.000Z', komplettering: { ...by, text: 'x', sista: '2026-12-20', ny: 1 } },
    klar: { ...by, anteckning: 'x', ny: 1 },
  },
  godkannande: {
    ...{ lage: 'avslutad', begard: { ...by, ny: 1 }, fungerarFran: '2026-11-21', rev: testId(3), skyddad: true },
    ...{ till: { kontaktId: testId(60), namn: 'x', personnummer: '199904122380', ny: 1 }, samtyckeId: testId(61), anteckning: 'x' },
    ...{ fran: '2026-11-20', tom: '2027-11-20', mobil: '070-1740601', epost: 'a@b.se', slut: { ...by, orsak: 'slutdatum', ny: 1 } },
    natt: { dag: '2026-11-22', utfall: 'avslutad', ny: 1 },
    misslyckande: { orsak: 'svararInte', forsok: 1, igen: '2026-11-23', ny: 1 },
  },
  fristskjutning: {
    nyckel: 'regel/x',
    namn: 'Beslut upphör',
    datum: '2026-12-01',
    till: '2026-12-10',
    skal: 'Väntar på svar',
    av: { ...by, ny: 1 },
    rev: testId(3),
  },
  bevakning: {
    datum: '2027-01-01',
    status: 'Ej påbörjad',
    typ: 'Uppföljning',
    text: 'Följ upp',
    bevakasAvId: testId(41),
    ref: { type: 'beslut', id: testId(50), ny: 1 },
    skapad: by,
  },
  utlamning: {
    ...{ ref: { type: 'beslut', id: testId(50), ny: 1 }, namn: 'Beslut 261101', tillEnhet: 'bistand', grund: 'Samtycke', skal: 'x' },
    lamnad: by,
  },
  mottagen: {
    ...{ franEnhet: 'lss', namn: 'Behov 261119', grund: 'Samtycke', skal: 'x', lamnad: by },
    innehall: { slag: 'text', rubrik: 'Behov', handelsedatum: '2026-11-19', text, signerad: by, ny: 1 },
  },
  kirForslag: { post: kirPost, avgjord: { ...by, val: 'godtaget', ny: 1 } },
  handelse: {
    kommando: 'beslut.fatta',
    at: by.at,
    anvandareId: testId(1),
    namn: 'Karin Ek',
    poster: [{ type: 'beslut', id: testId(50), op: 'ny', falt: [{ falt: 'utfall', till: 'bifall', ny: 1 }], ny: 1 }],
  },
  dokument: {
    ...{ rubrik: 'Läkarutlåtande', typ: 'Utlåtande', knytsTill: { type: 'utredning', id: testId(20), ny: 1 }, sha256: 'a'.repeat(64) },
    ...{ storlek: 1, sidor: 1, mall: { id: 'brev', version: '1', ny: 1 }, underlag: [{ type: 'beslut', id: testId(50), ny: 1 }] },
    ...{ skapad: by, felmarkerad: { ...by, orsak: 'Fel', ny: 1 } },
  },
  anteckning: { ...testAnteckning({ signerad: by, felmarkerad: { ...by, orsak: 'Fel', ny: 1 } }) },
  konfliktval: { anteckningId: testId(70), val: 'bada', egenText: text, avgjord: by, egenSkriven: by.at },
  organisation: { namn: 'LSS Myndighet', ordning: 1 },
  anvandare: {
    namn: 'Karin Ek',
    titel: 'LSS-handläggare',
    roller: ['lssHandlaggare'],
    organisationId: testId(2),
    enheter: [],
    skyddadBehorighet: false,
    aktiv: true,
  },
  utforare: { namn: 'Lss, Eget Val', slag: 'utforare' },
  rubrikmall: {
    slag: 'utredning',
    typer: [],
    rubriker: [{ kod: 'A', titel: 'A', ny: 1, underrubriker: [{ kod: 'B', titel: 'B', ny: 1 }] }],
  },
  frastext: { titel: 'Hjälp', rubrikKoder: [], text, ordning: 1 },
  insats: {
    kod: 'LEDSAGARSERVICE',
    namn: 'Ledsagarservice',
    lagrum: 'LSS',
    ordning: 1,
    aktiv: true,
    utredningstyper: ['LSS Utredning'],
    bifall: { kod: 'B', namn: 'Bifall', insatskategori: 'Rekrytering LSS-insatser', personkrets: 'vidNyKund', utskrift: true, ny: 1 },
    bestallning: { utforare: [{ utforareId: testId(40), insatser: [{ namn: 'Ledsagning', ny: 1 }], ny: 1 }], ny: 1 },
  },
  vardelista: { lista: 'franVem', varden: [{ namn: 'Kunden', ny: 1 }] },
  instrument: {
    namn: 'Bedömning',
    funktioner: [
      {
        kod: 'A',
        namn: 'A',
        nivaer: [
          { niva: '0', poang: 0, ny: 1 },
          { niva: '1', poang: 1 },
        ],
        ny: 1,
      },
    ],
  },
  mall: { fran: '2026-01-01', kod: 'brev', namn: 'Brev', version: 1, form: 'brev', titel: '{titel}', utredningstyper: [], texter: {} },
  brevhuvud: { fran: '2026-01-01', enheter: [], kommun: 'Almviks kommun', namnd: 'Nämnden', adress: 'Box 1' },
  fristregel: {
    ...{
      kod: 'regel',
      fran: '2026-01-01',
      namn: 'Beslut upphör',
      handelse: 'beslutSlutar',
      villkor: { lagrum: 'LSS', ny: 1 },
      verifierad: false,
    },
    ...{ tid: { antal: 0, enhet: 'dag', ny: 1 }, raknas: 'dag', varnas: [{ vem: 'ansvarig', dagarFore: 60, ny: 1 }] },
  },
  lagrum: { fran: '2026-01-01', kod: 'SOL', text: '11 kap. 1 §', overklagas: { slag: 'besvar', enligt: 'X', ny: 1 } },
  delegation: {
    beslutas: 'enhetschef',
    namn: 'Enhetschef',
    ordning: 1,
    insatsIds: [testId(80)],
    over: { minuter: 60, enhet: 'Vecka', ny: 1 },
  },
  kirNotis: { anvandareId: testId(1), namn: 'Karin Ek', at: by.at, minut: 31, dygn: 120, kvitterad: { ...by, ny: 1 } },
  kundlista: { personer: [testId(10)] },
  senasteKunder: { personer: [{ personId: testId(10), at: by.at, ny: 1 }] },
  sokning: {
    ...{ namn: 'Beslut som upphör', ordning: 1, slag: 'beslut', kolumner: ['kund'] },
    parametrar: [{ kod: 'tom', slag: 'dag', namn: 'Till och med', forval: { dagar: 90, ny: 1 }, ny: 1 }],
    villkor: [{ falt: 'giltigTom', op: 'hogst', parameter: 'tom', ny: 1 }],
    sortering: { falt: 'giltigTom', ny: 1 },
  },
  statistikbeskrivning: {
    ...lssbeskrivning(),
    dag: { manad: 10, dag: 1, ny: 1 },
    senast: { manader: 0, dag: 25, ny: 1 },
    insatser: [{ kod: '4', namn: 'Kontaktperson', insatser: ['KONTAKTPERSON'], ny: 1 }],
    summor: [{ kod: '1', namn: 'Rådgivning', lagrum: ['LSS9_1'], ny: 1 }],
    kolumner: [{ namn: 'Kommun', falt: 'kommun', kravs: true, koder: [{ kod: '9999', betyder: 'Almvik', ny: 1 }], ny: 1 }],
    fil: { ...lssbeskrivning().fil, ny: 1 },
  },
  statistikleverans: {
    ...{ register: 'lss', dag: '2026-10-01', beskrivningId: testId(97), namn: 'LSS', exempel: true, rader: 2, kunder: 2, avvisade: 0 },
    ...{ skyddade: 1, filnamn: 'LSS.txt', storlek: 120, sha256: 'a'.repeat(64), av: { ...signatur, ny: 1 } },
  },
  nattrapport: {
    ...{ natt: '2026-11-30', borjade: '2026-11-30T01:00:00.000Z', klar: '2026-11-30T01:01:00.000Z', aktiverade: 2, misslyckade: 1 },
    ...{ avslutade: 0, olasta: 0, orsaker: [{ orsak: 'avvisad', antal: 1, ny: 1 }] },
    poster: [{ personId: testId(98), slag: 'etjanst', orsak: 'avvisad', ny: 1 }],
  },
  egnaSokningar: { sokningar: [{ id: testId(95), namn: 'Min', sokningId: testId(96), parametrar: { dagar: 90 }, ny: 1 }] },
};

describe('documents', () => {
  test.each(recordTypes)('%s: fields of a newer version survive', (type) => {
    const newer = { ...samples[type], nyttFalt: { djupt: [1, 'å'] } };
    expect(recordSchemas[type].parse(newer)).toEqual(newer);
  });

  test.each(recordTypes)('%s: not even an object, refused', (type) => {
    for (const bad of [null, 7, 'x', [], undefined]) expect(recordSchemas[type].safeParse(bad).success).toBe(false);
  });

  test('a place in a newer dokumentation keeps what the newer version says of it', () => {
    const newer = { ...samples.anteckning, dokumentation: { slag: 'utredning', id: testId(20), del: 'bilaga' } };
    expect(recordSchemas.anteckning.parse(newer)).toEqual(newer);
  });

  test('TRAD-13 a mall with one code twice is refused: its texts would stand in two places', () => {
    const twice = { slag: 'utredning', typer: [], rubriker: [{ kod: 'A', titel: 'A', underrubriker: [{ kod: 'A', titel: 'igen' }] }] };
    expect(recordSchemas.rubrikmall.safeParse(twice).success).toBe(false);
  });

  test('types are known by name, and only those', () => {
    expect(recordTypes.every(isRecordType)).toBe(true);
    expect(['toString', '__proto__', '', 'Person'].some(isRecordType)).toBe(false);
  });
});

describe('a document of an older schema', () => {
  const older = [
    ({ fornamn, efternamn, ...rest }: Record<string, unknown>) => ({ ...rest, namn: `${fornamn} ${efternamn}` }),
    (second: Record<string, unknown>) => ({ ...second, steg: 3 }),
  ];

  test('is raised step by step, each step once', () => {
    expect(schemaNumberOf({ older })).toBe(3);
    expect(raised({ older }, 1, { fornamn: 'Åsa', efternamn: 'Ek', ny: 1 })).toEqual({ namn: 'Åsa Ek', ny: 1, steg: 3 });
    expect(raised({ older }, 2, { namn: 'Åsa Ek' })).toEqual({ namn: 'Åsa Ek', steg: 3 });
    const current = { namn: 'Åsa Ek' };
    expect(raised({ older }, 3, current)).toBe(current);
    expect(raised({ older }, 9, current), 'a newer one is left as it is').toBe(current);
  });

  test.each(recordTypes)('%s stands at the number of its steps, and a document of today is left as it is', (type) => {
    expect(schemaNumber(type)).toBe(1 + (definitionOf(type).older?.length ?? 0));
    expect(upcast(type, schemaNumber(type), samples[type])).toBe(samples[type]);
  });
});

test('a record lies in the kind of scope that its readers have', () => {
  const scopes = [aktScope(testId(10)), anvandarScope(testId(1)), katalogScope, eansokanScope(testId(1)), meddelandeScope(testId(1))];
  const lying = (type: RecordType) => scopes.map((scope) => liesIn(type, scope));
  expect(lying('anteckning')).toEqual([true, false, false, false, false]);
  expect(lying('person')).toEqual([true, false, false, false, false]);
  expect(lying('kundlista')).toEqual([false, true, false, false, false]);
  expect(lying('insats')).toEqual([false, false, true, false, false]);
  expect(lying('eansokan')).toEqual([false, false, false, true, false]);
  expect(lying('meddelande')).toEqual([false, false, false, false, true]);
  for (const type of recordTypes) expect(lying(type).filter(Boolean), type).toHaveLength(1);
});

describe('the head of a record', () => {
  test('of a note is what the tree shows of it, without its words', () => {
    const note = testAnteckning({ titel: 'Hembesök', signerad: by });
    expect(huvudOf('anteckning', note)).toEqual({
      dokumentation: note.dokumentation,
      rubrikKod: 'BEHOV',
      titel: 'Hembesök',
      handelsedatum: '2026-11-19',
      skapadAt: note.skapad.at,
      sparadAv: testId(1),
      signerad: true,
      felmarkerad: false,
      langd: textLength(note.text),
    });
    expect(anteckningHuvud({ ...note, felmarkerad: { ...by, orsak: 'Fel' } })).toMatchObject({ felmarkerad: true });
  });

  test('of a copied note says whether it is still to be reviewed (KOP-05)', () => {
    const kopierad = { franUtredningId: testId(20), franAnteckningId: testId(70), etikett: 'LSS Utredning 230101-' };
    expect(anteckningHuvud(testAnteckning({ kopierad }))).toMatchObject({ ejGranskad: true });
    expect(anteckningHuvud(testAnteckning({ kopierad: { ...kopierad, granskad: by } }))).not.toHaveProperty('ejGranskad');
  });

  test('of a choice between two texts holds neither, of a handelse nothing', () => {
    expect(huvudOf('konfliktval', samples.konfliktval)).toEqual({});
    expect(huvudOf('handelse', samples.handelse)).toEqual({});
  });

  test('of all else is the document', () => {
    const short: string[] = ['anteckning', 'meddelande', 'konfliktval', 'handelse', 'mottagen'];
    for (const type of recordTypes.filter((one) => !short.includes(one))) {
      expect(huvudOf(type, samples[type])).toBe(samples[type]);
    }
  });
});

test('scopes name the person, the user or the catalogue', () => {
  expect(personOfScope(aktScope(testId(10)))).toBe(testId(10));
  expect(personOfScope(anvandarScope(testId(1)))).toBeUndefined();
  expect(personOfScope(katalogScope)).toBeUndefined();
});

test('every type of an akt says on which side of the wall between units it lies', () => {
  expect(akttyper.length).toBeGreaterThan(15);
  expect(akttyper.filter((type) => definitionOf(type).vagg === undefined)).toEqual([]);
});
