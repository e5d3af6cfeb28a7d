import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Change, type CommandDefinition, type Decision, defineCommand, isRejection, olderInput, rejectionCodes } from '../command.ts';
import { roller } from '../katalog/records.ts';
import { aktScope } from '../scope.ts';
import { fattat, nyttBeslut, testBestallning } from '../testing/beslut.ts';
import { commandNames as names } from '../testing/command-names.ts';
import { eansokanId } from '../testing/eansokan.ts';
import { fristregler } from '../testing/fristregler.ts';
import { aktivEtjanst, blankettId, formular, formularId, inkomstsvar, inkomstsvarId, inlamnad, svaret } from '../testing/inkomst.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, stateOf, type TestRecord, testActor, testAkt, testAnteckning, testContext, testId } from '../testing/state.ts';
import { type CommandName, commands } from './command-list.ts';
import { decideCommand, type Rulebook, readCommand, rulebook } from './commands.ts';

/** The form of Personuppgifter, but for the protection. */
const bevakningsvarden = {
  ...{ datum: '2026-12-01', status: 'Ej påbörjad', typ: 'Kontrollera KIR', bevakasAvId: kat.utforare.funktion3, text: 'Ring' },
};
const personFalt = {
  personnummer: '200912312386',
  nummerSlag: 'personnummer',
  efternamn: 'Ekström',
  fornamn: 'Linnea',
  civilstand: '',
  folkbokfordIKommunen: true,
};
/** Control characters and halves of surrogate pairs too. */
const anyUnit = fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit));
/** A bifall, an order of it that nobody has confirmed, and one that was taken back. */
const bestallda: TestRecord[] = [
  fattat(0),
  testBestallning(testId(88)),
  testBestallning(testId(88), { borttagen: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z', orsak: 'x' } }),
].map((one, index) => ({ ...one, id: testId([88, 91, 92][index] ?? 0) }));
const records: TestRecord[] = [
  ...testAkt(),
  ...testKatalog(),
  ...fristregler(),
  ...[aktivEtjanst(), formular(), inlamnad(1), inkomstsvar(1)],
  ...bestallda,
  { type: 'anteckning', id: testId(70), data: testAnteckning() },
];
const state = stateOf(records);
const decide = (name: string, version: number, input: unknown, known: Rulebook = rulebook) =>
  decideCommand(readCommand(name, version, input, testActor(), known), state, testContext());
/** The rulebook with one more command, that anyone may run. */
const withCommand = (definition: CommandDefinition): Rulebook => ({
  commands: { ...rulebook.commands, [definition.name]: definition },
  roles: { ...rulebook.roles, [definition.name]: 'alla' },
});

describe('a command is known by its name and version', () => {
  test('every command stands under its own name, and its name is what the protocol takes', () => {
    for (const [name, definition] of Object.entries(commands)) {
      expect(definition.name).toBe(name);
      expect(name).toMatch(/^[A-Za-z][A-Za-z0-9.]{0,79}$/);
    }
  });

  test.each(['', 'anteckning', 'anteckning.radera', 'constructor', '__proto__', 'toString', 'ANTECKNING.SPARA'])(
    '"%s" is unknown',
    (name) => {
      expect(readCommand(name, 1, {}, testActor())).toEqual({ ok: false, error: { code: 'okant-kommando' } });
      expect(decide(name, 1, {})).toEqual({ code: 'okant-kommando' });
    },
  );

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2])('version %s of a command at 1 is unknown', (version) => {
    expect(decide('senaste.oppnad', version, { personId: akt.person })).toEqual({ code: 'okant-kommando' });
  });

  test('the version of today and the two before are understood, no older and no newer', () => {
    const known = withCommand(prov);
    expect([0, 1, 2, 3, 4, 5, 6].filter((version) => readCommand(prov.name, version, inputs[version], testActor(), known).ok)).toEqual([
      3, 4, 5,
    ]);
  });

  test('an older input is raised one version at a time, and each is read by its own shape', () => {
    const read = (version: number, input: unknown) => readCommand(prov.name, version, input, testActor(), withCommand(prov));
    for (const version of [3, 4, 5]) {
      expect(read(version, inputs[version])).toMatchObject({ ok: true, value: { input: inputs[5], scope: 'katalog' } });
    }
    expect(read(3, inputs[5])).toEqual({ ok: false, error: { code: 'ogiltig-indata', field: 'namn' } });
    expect(read(4, inputs[3])).toEqual({ ok: false, error: { code: 'ogiltig-indata', field: 'fornamn' } });
    expect(decide(prov.name, 3, inputs[3], withCommand(prov))).toEqual([]);
  });
});

test('a version that the compiler does not know as one number does not compile', () => {
  const { older: _, ...ny } = prov;
  // @ts-expect-error any number: no older version would be asked for
  const anyNumber = defineCommand({ ...ny, version: 2 as number });
  // @ts-expect-error one of two
  const either = defineCommand({ ...ny, version: 1 as 1 | 2 });
  // @ts-expect-error the version before it does not stand in `older`
  const withoutOlder = defineCommand({ ...ny, version: 2 });
  expect([anyNumber, either, withoutOlder].map(({ version }) => version)).toEqual([2, 1, 2]);
});

/** A command that has had five shapes: a name in one, a name in two, and a name with its language. */
const prov = defineCommand({
  name: 'prov.versioner',
  version: 5,
  input: z.strictObject({ fornamn: z.string(), efternamn: z.string(), sprak: z.string() }),
  older: [
    olderInput(z.strictObject({ namn: z.string() }), ({ namn }) => {
      const [fornamn = '', efternamn = ''] = namn.split(' ');
      return { fornamn, efternamn };
    }),
    olderInput(z.strictObject({ fornamn: z.string(), efternamn: z.string() }), (older) => ({ ...older, sprak: 'sv' })),
  ],
  scope: () => 'katalog',
  decide: () => [],
});
const inputs: Record<number, unknown> = {
  3: { namn: 'Åsa Ek' },
  4: { fornamn: 'Åsa', efternamn: 'Ek' },
  5: { fornamn: 'Åsa', efternamn: 'Ek', sprak: 'sv' },
};

describe('the scope of a command', () => {
  test('is that of its akt or its user, read from a well-formed input only', () => {
    const input = { personId: akt.person, anteckningId: testId(70), rev: testId(500) };
    const scopeOf = (name: string, input: unknown) => {
      const read = readCommand(name, 1, input, testActor());
      return read.ok ? read.value.scope : undefined;
    };
    expect(scopeOf('anteckning.signera', input)).toBe(`akt:${akt.person}`);
    expect(scopeOf('anteckning.signera', { ...input, personId: 'katalog' })).toBeUndefined();
    expect(scopeOf('senaste.oppnad', { personId: akt.person })).toBe(`anvandare:${testId(1)}`);
  });
});

describe('bad input is an answer, never an exception', () => {
  const expectDecision = (decision: Decision) => {
    if (isRejection(decision)) expect(rejectionCodes).toContain(decision.code);
    else expect(decision.every(({ op }) => op === 'put' || op === 'delete')).toBe(true);
  };

  test.each(names)('%s with any JSON at all', (name) => {
    fc.assert(
      fc.property(fc.json({ stringUnit: anyUnit }), (json) => {
        expectDecision(decide(name, 1, JSON.parse(json)));
      }),
    );
  });

  /** Near misses: the right fields, each with a right, a wrong or no value. */
  const wrong = fc.constantFrom<unknown>(undefined, null, '', 'x', 7, true, [], {}, testId(99), '2026-11-31', '2026-11-19', '\0', '\ud800');
  const orWrong = (...right: unknown[]) => fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...right) }, wrong);
  const nearMiss = fc.record(
    {
      personId: orWrong(akt.person),
      anteckningId: orWrong(testId(70), testId(71)),
      kontaktId: orWrong(testId(60)),
      valId: orWrong(testId(80)),
      dokumentation: orWrong(
        { slag: 'utredning', id: akt.utredning },
        { slag: 'verkstallighet', id: akt.lssInsatser },
        { slag: 'utredning' },
      ),
      rubrikKod: orWrong('BEHOV', 'JOURNAL'),
      handelsedatum: orWrong('2026-11-19', '2027-01-01'),
      text: orWrong(testAnteckning().text, { type: 'doc', content: [{ type: 'image' }] }),
      egenText: orWrong(testAnteckning().text),
      egenSkriven: orWrong('2026-11-19T08:00:00.000Z'),
      val: orWrong('bada', 'godtaget'),
      basRev: orWrong(null, testId(500)),
      rev: orWrong(testId(501), testId(500)),
      orsak: orWrong('Fel kund'),
      kontakt: orWrong({ typ: 'anhorig', namn: 'Åsa', rev: testId(601) }),
      person: orWrong({ ...personFalt, skydd: 'ingen' }, { ...personFalt, skydd: 'sekretessmarkering', adress: {} }),
      enhet: orWrong('lss'),
      kir: orWrong({ status: 'ejKontrollerad', at: '2026-11-19T08:00:00.000Z' }),
      forslagId: orWrong(testId(82)),
      id: orWrong(testId(86)),
      namn: orWrong('Min sökning', ''),
      sokningId: orWrong(testId(87)),
      parametrar: orWrong({}, { fran: '2026-11-19', dagar: 90 }, { fran: [] }),
      bas: orWrong([], [{ id: testId(60), rev: null }]),
      medlemmar: orWrong([], [{ id: testId(60), data: { namn: 'Åsa', relation: 'Mor', vardnadshavare: true, registerledare: false } }]),
      slag: orWrong('ansokan', 'omprovning', 'hembesok'),
      datum: orWrong('2026-11-19', '2027-01-01'),
      franVem: orWrong('Den enskilde'),
      ansvarigHandlaggareId: orWrong(testId(1)),
      organisationId: orWrong(testId(2)),
      gruppId: orWrong(testId(83)),
      aktualiseringar: orWrong([{ id: testId(84), typ: 'Ledsagarservice' }], [{ id: testId(84) }]),
      aktualiseringId: orWrong(testId(85)),
      aktualiseringIds: orWrong([testId(85)], []),
      utelamnade: orWrong([], [{ id: testId(85), skal: '' }]),
      utredningId: orWrong(akt.utredning, testId(21)),
      typ: orWrong('LSS Utredning'),
      inledningsdatum: orWrong('2026-11-19', '2027-01-01'),
      inledningsskal: orWrong('Fullmakt saknades'),
      fran: orWrong(testId(1), 'sekretessmarkering'),
      till: orWrong(
        testId(1),
        testId(4),
        'ingen',
        '2026-12-15',
        { namn: 'Försäkringskassan' },
        { kontaktId: testId(60) },
        { ...bevakningsvarden, status: 'Klar' },
      ),
      skal: orWrong('Avslutad av misstag', ''),
      franUtredningId: orWrong(akt.utredning),
      tillUtredningId: orWrong(testId(21), akt.utredning),
      kopior: orWrong([], [{ franId: testId(70), id: testId(86), rev: testId(501) }]),
      beslutId: orWrong(testId(88)),
      beslut: orWrong([nyttBeslut(1)], [{ id: testId(88), giltigTom: null }], [{ ...nyttBeslut(1), insatsId: 7 }], {
        ...nyttBeslut(1),
        personkrets: '1',
      }),
      avslutaUtredning: orWrong(true, false),
      sedda: orWrong(null, [], [testId(88)]),
      samtidigSkal: orWrong('Två behövs'),
      personkretsSedd: orWrong(null, '1'),
      lssInsatser: orWrong({ slag: 'finns' }, { slag: 'avsta', skal: '' }),
      beslutsdatum: orWrong('2026-11-19', '2027-01-01'),
      giltigFran: orWrong('2026-11-19'),
      beslutsfattare: orWrong(nyttBeslut(1).beslutsfattare),
      inkomDatum: orWrong('2026-11-19', '2027-01-01'),
      journal: orWrong({ anteckningId: testId(89), rev: testId(501), text: testAnteckning().text }),
      beslutstext: orWrong({ anteckningId: testId(90), rev: testId(501), text: testAnteckning().text }),
      bestallningId: orWrong(testId(91), testId(92)),
      tidigareId: orWrong(testId(92), testId(91)),
      avbrottsdatum: orWrong('2026-11-19'),
      bestalltDatum: orWrong('2026-11-20'),
      gallerFran: orWrong('2026-12-01'),
      utforareId: orWrong(kat.utforare.rekrytering, kat.utforare.funktion3),
      bestallarOrganisationId: orWrong(testId(2)),
      insatser: orWrong(['Kontaktperson'], []),
      avvikelser: orWrong([], ['gallerFran']),
      bevakningId: orWrong(testId(93)),
      bevakasAvId: orWrong(kat.utforare.funktion3, kat.utforare.rekrytering),
      verkstallighetId: orWrong(testId(94), akt.lssInsatser),
      verkstallighet: orWrong({ slag: 'oppna', verkstallighetId: testId(94), organisationId: testId(2) }),
      avslutsdatum: orWrong('2026-11-30', '2026-09-30'),
      bekraftad: orWrong(true),
      ref: orWrong({ type: 'anteckning', id: testId(70) }, { type: 'beslut', id: testId(88) }, { type: 'person', id: akt.person }),
      sedd: orWrong(null, testId(500), bevakningsvarden),
      tillEnhet: orWrong('bistand', 'lss'),
      grund: orWrong('Kundens samtycke'),
      utlamningId: orWrong(testId(96)),
      mottagenId: orWrong(testId(97), akt.utredning),
      beslutIds: orWrong([], [testId(88)]),
      insatskategori: orWrong('LSS Insatser', 'Personlig ass LSS'),
      startdatum: orWrong('2026-11-20'),
      bedomningId: orWrong(testId(95)),
      instrumentId: orWrong(kat.instrument),
      funktioner: orWrong(
        [],
        [
          { kod: 'KOMMUNIKATION', niva: 'Stort stöd' },
          { kod: 'MALTIDER', niva: 'Stort stöd' },
        ],
      ),
      dokumentId: orWrong(testId(96), testId(97)),
      rubrik: orWrong('Läkarutlåtande', ''),
      knytsTill: orWrong({ type: 'utredning', id: akt.utredning }, { type: 'verkstallighet', id: akt.verkstallighet }),
      sha256: orWrong('a'.repeat(64), 'A'.repeat(64)),
      storlek: orWrong(1, 0),
      sidor: orWrong(1),
      nyckel: orWrong(`utredning-sex-manader/${akt.utredning}`, `osignerad-anteckning/${testId(70)}`, 'fyller-18', '/'),
      dag: orWrong('2026-11-19', '2026-12-24', null),
      satt: orWrong('Delgivningskvitto'),
      begaran: orWrong({ inkom: '2026-11-19' }, { inkom: '2026-11-19', besvarad: '2026-11-18' }),
      skjutningId: orWrong(testId(98)),
      erbjudandeId: orWrong(testId(870)),
      uppgiftId: orWrong(testId(890)),
      rapportId: orWrong(testId(880)),
      uppfoljningId: orWrong(testId(920)),
      planId: orWrong(testId(940)),
      steg: orWrong('erbjuden', 'klar'),
      medVem: orWrong(['Den enskilde'], []),
      utfall: orWrong('oforandrat', 'omprovning', 'bifall'),
      hur: orWrong('Besök', 'muntligt', ''),
      eansokanId: orWrong(eansokanId(1), testId(999)),
      ingang: orWrong('lss', 'sol'),
      fornamn: orWrong('Hamid'),
      efternamn: orWrong('Rahimi', ''),
      insats: orWrong('Daglig verksamhet'),
      inkom: orWrong('2026-11-18T20:14:00.000Z', '2027-11-18T20:14:00.000Z'),
      skyddad: orWrong(false),
      tar: orWrong(true, false),
      aktualiseringstyp: orWrong('Begäran LSS', 'Ansökan SOL'),
      aktualiseringssatt: orWrong('E-ansökan'),
      kommentar: orWrong('Sonen sökte', ''),
      meddelandeId: orWrong(testId(806)),
      delar: orWrong(
        [{ meddelandeId: testId(806), till: [{ slag: 'anvandare', anvandareId: testId(1) }] }],
        [{ meddelandeId: testId(806), personId: akt.person, till: [{ slag: 'kund' }] }],
        [],
      ),
      amne: orWrong('Fråga', ''),
      bilagor: orWrong([], [{ personId: akt.person, dokumentId: testId(96) }]),
      laskvitto: orWrong(true),
      lada: orWrong({ slag: 'anvandare', anvandareId: testId(1) }, { slag: 'enhet', enhet: 'lss' }),
      lageId: orWrong(testId(807)),
      last: orWrong(true, false),
      bort: orWrong(true),
      utanJournalforing: orWrong(true, false),
      aktiveringId: orWrong(testId(808)),
      signatur: orWrong('Karin Ek'),
      franvaro: orWrong({ fran: '2026-11-20', tom: '2026-11-19', text: 'Borta' }, undefined),
      vidarebefordran: orWrong({ enhet: 'lss', kod: 'x', nar: 'alltid' }, undefined),
      franvaroId: orWrong(testId(1501), testId(1502)),
      planerad: orWrong(true, false),
      beskrivning: orWrong('Hos släkt', ''),
      kostForsta: orWrong(true, false),
      kostSista: orWrong(true, false),
      underlagId: orWrong(testId(1521)),
      dagarUtanKost: orWrong(3, 400),
      moteId: orWrong(testId(801)),
      syfte: orWrong('Gå igenom behoven', ''),
      plats: orWrong('Stadshuset'),
      enskild: orWrong(true),
      kontaktIds: orWrong([], [testId(60)]),
      anvandareIds: orWrong([], [testId(1)]),
      andra: orWrong([], ['Åke Berg']),
      hor: orWrong({ type: 'utredning', id: akt.utredning }, undefined),
      samtyckeId: orWrong(testId(750)),
      avser: orWrong('Kontakt med närstående', ''),
      mottaget: orWrong({ dag: '2026-11-19', av: 'Karin Ek' }),
      av: orWrong('Den enskilde', ''),
      mottagare: orWrong({ kontaktId: testId(60) }, undefined),
      mal: orWrong([], [{ mal: 'Åka buss', utfall: 'delvis' }]),
      sammanfattning: orWrong('Insatsen fungerar.'),
      nasta: orWrong({ uppfoljningId: testId(921), dag: '2027-11-19' }),
      vad: orWrong('Kontaktperson', ''),
      lamnatAv: orWrong('Karin Ek'),
      svar: orWrong(
        svaret,
        [{ kod: 'pension', kronor: -1 }],
        { slag: 'vantar' },
        { slag: 'ja', dag: '2026-11-19' },
        { slag: 'nej', dag: '2027-01-01', skal: 'x' },
      ),
      foljder: orWrong('Kommer inte ut'),
      tid: orWrong(`${testId(88)}/beslut/2026-06-01`, 'x'),
      kvartal: orWrong('2026-3', '2026-4', '2026-5'),
      lage: orWrong('ejVerkstallt', 'verkstallt'),
      meddelande: orWrong(true, false),
      inkomstblankett: orWrong(true),
      sms: orWrong({ telefon: 2, nummer: '070-1740601' }, { telefon: 1 }),
      epost: orWrong('a@b.se', 'x'),
      mobil: orWrong('070-1740601', '123'),
      postId: orWrong(testId(3)),
      natt: orWrong('2026-11-20'),
      godkannandeId: orWrong(testId(87)),
      blankettId: orWrong(blankettId(1), blankettId(2)),
      svarId: orWrong(inkomstsvarId(1), inkomstsvarId(2)),
      ar: orWrong(2026, 2027, 1),
      formularId: orWrong(formularId, testId(1)),
      sista: orWrong('2026-12-15', '2026-01-01'),
      ovrigt: orWrong('Hyran höjs', ''),
      avstar: orWrong(true),
      kvitterat: orWrong([], [akt.utredning, akt.lssInsatser, akt.verkstallighet]),
    },
    { requiredKeys: [] },
  );
  const fieldsOf: Record<CommandName, string[]> = {
    'anteckning.spara': ['personId', 'anteckningId', 'dokumentation', 'rubrikKod', 'handelsedatum', 'text', 'basRev', 'rev'],
    'anteckning.signera': ['personId', 'anteckningId', 'rev'],
    'anteckning.felmarkera': ['personId', 'anteckningId', 'orsak'],
    'anteckning.avgorKonflikt': ['personId', 'valId', 'anteckningId', 'val', 'egenText', 'egenSkriven'],
    'kontakt.spara': ['personId', 'kontaktId', 'basRev', 'kontakt'],
    'kontakt.taBort': ['personId', 'kontaktId', 'basRev'],
    'person.registrera': ['personId', 'person', 'enhet', 'kir', 'rev'],
    'person.sankSkydd': ['personId', 'fran', 'till', 'skal', 'bevakningId', 'rev'],
    'person.taUpp': ['personId', 'personnummer', 'enhet', 'grund', 'skal', 'bevakningId', 'rev'],
    'akt.fordela': ['personId'],
    'uppgift.lamna': [...['personId', 'ref', 'sedd', 'tillEnhet', 'grund', 'skal'], ...['utlamningId', 'mottagenId', 'bevakningId']],
    'person.spara': ['personId', 'person', 'basRev', 'rev'],
    'person.avgorKir': ['personId', 'forslagId', 'val', 'basRev', 'rev'],
    'kir.svara': ['personId', 'forslagId', 'post'],
    'kontakt.skydda': ['personId', 'kontaktId', 'skyddad'],
    'kir.notera': ['till', 'anvandareId', 'namn', 'minut', 'dygn'],
    'kir.kvittera': ['notisId'],
    'hushall.spara': ['personId', 'bas', 'medlemmar', 'rev'],
    'hushall.skydda': ['personId', 'medlemId', 'skyddad'],
    'aktualisering.registrera': [
      ...['personId', 'slag', 'datum', 'franVem', 'ansvarigHandlaggareId', 'organisationId'],
      ...['gruppId', 'aktualiseringar', 'utredningId', 'rev', 'enhet'],
    ],
    'aktualisering.spara': [
      ...['personId', 'aktualiseringId', 'basRev', 'rev', 'typ', 'datum'],
      ...['franVem', 'ansvarigHandlaggareId', 'organisationId'],
    ],
    'aktualisering.koppla': ['personId', 'utredningId', 'aktualiseringIds'],
    'utredning.inled': [
      ...['personId', 'utredningId', 'typ', 'inledningsdatum', 'inledningsskal', 'ansvarigHandlaggareId'],
      ...['organisationId', 'aktualiseringIds', 'utelamnade', 'rev'],
    ],
    'utredning.bytHandlaggare': ['personId', 'utredningId', 'fran', 'till'],
    'utredning.oppnaIgen': ['personId', 'utredningId', 'skal'],
    'anteckning.kopieraTrad': ['personId', 'franUtredningId', 'tillUtredningId', 'kopior'],
    'anteckning.granska': ['personId', 'anteckningId', 'rev'],
    'anteckning.taBortKopia': ['personId', 'anteckningId', 'rev'],
    'beslut.fatta': ['personId', 'utredningId', 'beslut', 'avslutaUtredning', 'lssInsatser', 'sedda', 'samtidigSkal', 'personkretsSedd'],
    'beslut.spara': [
      ...['personId', 'beslutId', 'basRev', 'rev', 'beslutsdatum', 'giltigFran', 'beslutsfattare', 'organisationId'],
      ...['sedda', 'samtidigSkal', 'personkretsSedd'],
    ],
    'beslut.felmarkera': ['personId', 'beslutId', 'orsak'],
    'lass.fatta': ['personId', 'utredningId', 'inkomDatum', 'journal', 'beslutstext', 'beslut', 'lssInsatser', 'personkretsSedd', 'enhet'],
    'bestallning.skicka': [
      ...['personId', 'bestallningId', 'beslutId', 'bestalltDatum', 'gallerFran', 'utforareId'],
      ...['bestallarOrganisationId', 'insatser', 'avvikelser', 'bevakningId', 'sedda', 'samtidigSkal'],
    ],
    'bestallning.nyEfterAvbrott': [
      ...['personId', 'bestallningId', 'tidigareId', 'avbrottsdatum', 'utforareId', 'bestallarOrganisationId', 'insatser'],
    ],
    'bestallning.taBort': ['personId', 'bestallningId', 'orsak'],
    'bestallning.angraTaBort': ['personId', 'bestallningId'],
    'bestallning.bekrafta': ['personId', 'bestallningId', 'datum', 'verkstallighet'],
    'verkstallighet.oppna': ['personId', 'verkstallighetId', 'insatskategori', 'utforareId', 'organisationId', 'startdatum', 'enhet'],
    'verkstallighet.avsluta': ['personId', 'verkstallighetId', 'avslutsdatum', 'bekraftad', 'beslutIds'],
    'verkstallighet.oppnaIgen': ['personId', 'verkstallighetId', 'beslut'],
    'verkstallighet.bytUtforare': ['personId', 'verkstallighetId', 'fran', 'franOrganisationId', 'utforareId', 'organisationId'],
    'bedomning.spara': [
      ...['personId', 'bedomningId', 'basRev', 'rev', 'utredningId', 'beslutId'],
      ...['instrumentId', 'datum', 'funktioner', 'verkstallighetId'],
    ],
    'arende.avsluta': ['personId', 'datum', 'kvitterat', 'etjanst'],
    'beslut.partTagitDel': ['personId', 'beslutId', 'dag', 'satt', 'sedd'],
    'beslut.kopplaAnteckning': ['personId', 'beslutId', 'anteckningId', 'sedd', 'rev'],
    'beslut.skickaUt': ['personId', 'beslutId', 'poster'],
    'beslut.oppnat': ['personId', 'beslutIds'],
    'beslut.skickaDigitalt': ['personId', 'beslutId', 'sandningId', 'sedda'],
    'beslut.lamnaDigitalt': ['personId', 'beslutId', 'sandningId', 'fragad', 'poster', 'kanske'],
    'beslut.digitaltSvar': ['personId', 'beslutId', 'sandningId', 'fragad', 'utfall'],
    'utredning.noteraBegaran': ['personId', 'utredningId', 'begaran', 'sedd'],
    'utredning.noteraUnderrattelse': ['personId', 'utredningId', 'underrattelse', 'sedd'],
    'erbjudande.spara': ['personId', 'erbjudandeId', 'beslutId', 'datum', 'vad', 'till', 'lamnatAv', 'svar', 'sedd', 'rev'],
    'erbjudande.felmarkera': ['personId', 'erbjudandeId', 'orsak'],
    'ivo.spara': ['personId', 'uppgiftId', 'beslutId', 'orsak', 'foljder', 'sedd', 'rev'],
    'ivo.rapportera': ['personId', 'rapportId', 'beslutId', 'tid', 'kvartal', 'lage', 'dag'],
    'ivo.felmarkera': ['personId', 'rapportId', 'orsak'],
    'individuellPlan.notera': ['personId', 'beslutId', 'planId', 'steg', 'dag', 'anteckning', 'rev'],
    'individuellPlan.felmarkera': ['personId', 'planId', 'orsak'],
    'uppfoljning.planera': ['personId', 'beslutId', 'uppfoljningId', 'dag', 'sedd', 'rev'],
    'uppfoljning.genomfor': [
      ...['personId', 'beslutId', 'uppfoljningId', 'sedd', 'rev', 'dag', 'medVem', 'hur', 'mal', 'sammanfattning'],
      ...['utfall', 'nasta'],
    ],
    'uppfoljning.felmarkera': ['personId', 'uppfoljningId', 'sedd', 'orsak'],
    'meddelande.skicka': ['gruppId', 'delar', 'amne', 'text', 'bilagor', 'laskvitto', 'bekraftad'],
    'meddelande.las': ['gruppId', 'meddelandeId', 'lada', 'lageId', 'last'],
    'meddelande.tagHand': ['gruppId', 'meddelandeId', 'lada', 'lageId', 'tar', 'sedd'],
    'meddelande.taBort': ['gruppId', 'meddelandeId', 'lada', 'lageId', 'bort', 'utanJournalforing'],
    'meddelande.taTillbaka': ['gruppId', 'meddelandeId'],
    'meddelande.journalfor': ['personId', 'gruppId', 'meddelandeId', 'anteckningId', 'dokumentation', 'rubrikKod', 'rev'],
    'meddelande.installningar': ['signatur', 'franvaro', 'vidarebefordran', 'basRev', 'rev'],
    'meddelande.taEmot': ['gruppId', 'meddelandeId', 'personId', 'amne', 'text'],
    'meddelande.taEmotBilaga': ['personId', 'meddelandeId', 'nr', 'rubrik', 'sha256', 'storlek', 'sidor'],
    'meddelande.leverera': ['gruppId', 'meddelandeId', 'personId'],
    'meddelande.oppnat': ['gruppId', 'meddelandeId', 'aktiveringId'],
    'meddelande.skydda': ['gruppId', 'meddelandeId', 'skyddad'],
    'eansokan.taEmot': ['eansokanId', 'ingang', 'personnummer', 'fornamn', 'efternamn', 'insats', 'text', 'inkom', 'skyddad'],
    'eansokan.tagHand': ['eansokanId', 'tar', 'sedd'],
    'eansokan.koppla': [
      ...['personId', 'eansokanId', 'aktualiseringstyp', 'aktualiseringar', 'ansvarigHandlaggareId', 'organisationId', 'franVem'],
      ...['aktualiseringssatt', 'anteckning', 'rev'],
    ],
    'eansokan.gallerAnnan': [
      ...['personId', 'eansokanId', 'aktualiseringstyp', 'aktualiseringar', 'ansvarigHandlaggareId', 'organisationId', 'franVem'],
      ...['aktualiseringssatt', 'anteckning', 'rev', 'kommentar', 'bevakningId'],
    ],
    'eansokan.aterta': ['eansokanId', 'kommentar'],
    'eansokan.skydda': ['eansokanId', 'skyddad'],
    'mote.planera': [
      ...['personId', 'moteId', 'enhet', 'hor', 'slag', 'dag', 'fran', 'till', 'plats', 'syfte', 'enskild', 'kontaktIds'],
      ...['anvandareIds', 'andra', 'sedd', 'rev'],
    ],
    'franvaro.registrera': [
      ...[
        'personId',
        'franvaroId',
        'verkstallighetId',
        'planerad',
        'orsak',
        'beskrivning',
        'fran',
        'till',
        'kostForsta',
        'kostSista',
        'rev',
      ],
    ],
    'franvaro.andra': [
      ...['personId', 'franvaroId', 'sedd', 'planerad', 'orsak', 'beskrivning', 'fran', 'till', 'kostForsta', 'kostSista', 'rev'],
    ],
    'franvaro.avsluta': ['personId', 'franvaroId', 'sedd', 'till', 'kostSista', 'rev'],
    'franvaro.felmarkera': ['personId', 'franvaroId', 'sedd', 'orsak'],
    'franvaro.skickaUnderlag': ['personId', 'franvaroId', 'underlagId', 'sedd', 'tom', 'dagarUtanKost'],
    'mote.hall': ['personId', 'moteId', 'sedd'],
    'mote.stallIn': ['personId', 'moteId', 'sedd', 'orsak'],
    'mote.felmarkera': ['personId', 'moteId', 'sedd', 'orsak'],
    'etjanst.spara': ['personId', 'basRev', 'rev', 'meddelande', 'inkomstblankett', 'sms', 'epost'],
    'inkomst.skicka': ['personId', 'blankettId', 'rev', 'enhet', 'ar', 'formularId', 'sista'],
    'inkomst.aterkalla': ['personId', 'blankettId', 'basRev', 'rev'],
    'inkomst.taEmot': ['personId', 'blankettId', 'svarId', 'svar', 'ovrigt', 'avstar'],
    'inkomst.komplettera': ['personId', 'blankettId', 'svarId', 'basRev', 'rev', 'text', 'sista'],
    'inkomst.klar': ['personId', 'blankettId', 'svarId', 'basRev', 'rev', 'anteckning'],
    'etjanst.andraAvisering': ['personId', 'basRev', 'rev', 'mobil', 'epost'],
    'etjanst.natt': ['personId', 'postId', 'natt', 'bevakningId'],
    'etjanst.valkomna': ['personId', 'postId', 'enhet', 'amne', 'text', 'bekraftad', 'handling', 'knytsTill'],
    'etjanst.valkomnaInte': ['personId', 'postId'],
    'etjanst.aviseringMisslyckades': ['personId', 'postId', 'kanal', 'orsak', 'bevakningId'],
    'natt.rapportera': [
      ...['rapportId', 'natt', 'borjade', 'klar', 'avbruten', 'aktiverade', 'misslyckade', 'avslutade', 'olasta'],
      ...['orsaker', 'poster'],
    ],
    'godkannande.spara': [
      ...['personId', 'godkannandeId', 'basRev', 'rev', 'enhet', 'kontaktId', 'fran', 'tom'],
      ...['anteckning', 'mobil', 'epost'],
    ],
    'godkannande.registrera': [
      ...['personId', 'enhet', 'kontaktId', 'kontakt', 'samtycke', 'godkannandeId', 'rev', 'fran', 'tom'],
      ...['anteckning', 'mobil', 'epost'],
    ],
    'godkannande.avsluta': ['personId', 'godkannandeId', 'basRev', 'rev', 'skal'],
    'samtycke.registrera': ['personId', 'samtyckeId', 'enhet', 'avser', 'till', 'fran', 'tom', 'hur', 'dokumentId', 'mottaget'],
    'samtycke.aterkalla': ['personId', 'samtyckeId', 'dag', 'hur', 'av'],
    'samtycke.felmarkera': ['personId', 'samtyckeId', 'orsak'],
    'frist.visaIgen': ['personId', 'skjutningId', 'sedd'],
    'frist.skjutUpp': ['personId', 'enhet', 'nyckel', 'skjutningId', 'datum', 'till', 'skal', 'sedd', 'rev'],
    'bevakning.lagg': ['personId', 'bevakningId', 'ref', 'datum', 'typ', 'bevakasAvId', 'text'],
    'bevakning.andra': ['personId', 'bevakningId', 'sedd', 'till'],
    'bevakning.klarmarkera': ['personId', 'bevakningId'],
    'bevakning.taBort': ['personId', 'bevakningId', 'orsak'],
    'dokument.arkivera': ['personId', 'dokumentId', 'rubrik', 'typ', 'knytsTill', 'sha256', 'storlek', 'sidor'],
    'dokument.felmarkera': ['personId', 'dokumentId', 'orsak'],
    'kundlista.laggTill': ['personId'],
    'kundlista.taBort': ['personId'],
    'senaste.oppnad': ['personId'],
    'sokverktyg.spara': ['id', 'namn', 'sokningId', 'parametrar'],
    'sokverktyg.taBort': ['id'],
    'statistik.leverera': [
      ...['leveransId', 'register', 'dag', 'beskrivningId', 'rader', 'kunder', 'avvisade', 'skyddade', 'filnamn', 'storlek', 'sha256'],
    ],
  };

  test.each(names)('%s with its own fields, right and wrong, by any role', (name) => {
    const fields = fieldsOf[name];
    fc.assert(
      fc.property(nearMiss, fc.subarray([...roller], { minLength: 1 }), (all, roles) => {
        const input = Object.fromEntries(Object.entries(all).filter(([field]) => fields.includes(field)));
        const actor = testActor({ roller: roles });
        expectDecision(decideCommand(readCommand(name, commands[name].version, input, actor), state, testContext(actor)));
      }),
    );
  });

  test.each(names)('%s nested without end, or in a circle', (name) => {
    const circle: { personId: unknown } = { personId: null };
    circle.personId = circle;
    expect(decide(name, 1, circle)).toMatchObject({ code: 'ogiltig-indata' });
    expect(decide(name, 1, JSON.parse(`${'{"text":'.repeat(50_000)}1${'}'.repeat(50_000)}`))).toEqual({ code: 'ogiltig-indata' });
  });

  test('the field that is wrong is named', () => {
    expect(decide('senaste.oppnad', 1, { personId: 7 })).toEqual({ code: 'ogiltig-indata', field: 'personId' });
    expect(decide('senaste.oppnad', 1, null)).toEqual({ code: 'ogiltig-indata' });
  });
});

describe('a defect of a rule refuses its own command and blocks nothing', () => {
  const data = { ...testAnteckning(), handelsedatum: 'i går' };
  const thrown = (error: Error) => () => {
    throw error;
  };
  const name = 'prov.trasig';
  const decideBroken = (broken: () => Change[]) =>
    decide(name, 1, {}, withCommand({ name, version: 1, input: z.unknown(), scope: () => aktScope(akt.person), decide: broken }));

  test.each<[string, () => Change[]]>([
    ['writes to a scope that its type does not lie in', () => [{ op: 'put', type: 'kundlista', id: testId(70), data: { personer: [] } }]],
    ['deletes what does not lie in its scope', () => [{ op: 'delete', type: 'anvandare', id: testId(1) }]],
    ['makes a document its own schema refuses', () => [{ op: 'put', type: 'anteckning', id: testId(70), data }]],
    ['throws', thrown(new TypeError('x is undefined'))],
  ])('when it %s', (_, broken) => {
    expect(decideBroken(broken)).toEqual({ code: 'regelfel' });
  });

  test.each(['raise', 'scope', 'need', 'nummer'] as const)('when its %s throws, whatever it throws', (part) => {
    const broken = () => {
      throw new Error('no such field');
    };
    const definition: CommandDefinition<string, number> = {
      name,
      version: 2,
      input: z.unknown(),
      older: [olderInput(z.unknown(), part === 'raise' ? broken : (older) => older)],
      scope: part === 'scope' ? broken : () => aktScope(akt.person),
      decide: () => [],
      ...(part === 'need' || part === 'nummer' ? { [part]: broken } : {}),
    };
    expect(decide(name, 1, {}, withCommand(definition))).toEqual({ code: 'regelfel' });
  });

  test("what reading the state throws is the caller's to know", () => {
    expect(() => decideBroken(thrown(new Error('disk I/O error')))).toThrow('disk I/O error');
  });
});

test('the same command on the same records is decided the same: client and server agree', () => {
  const input = { personId: akt.person, anteckningId: testId(70), rev: testId(500) };
  expect(decide('anteckning.signera', 1, structuredClone(input))).toEqual(decide('anteckning.signera', 1, input));
  expect(stateOf(records).get('anteckning', testId(70))).toEqual(testAnteckning());
});
