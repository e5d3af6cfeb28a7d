import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bucketsOfAnvandare, bucketsOfScope, partOf } from './buckets.ts';
import type { KnytsTill } from './dokument/records.ts';
import { gemensammaTyper } from './enhet.ts';
import { akttyper, liesIn, type RecordType, recordSchemas, recordTypes } from './records.ts';
import { aktScope, anvandarScope, katalogScope } from './scope.ts';
import { franvaro, franvaroId, underlag, underlagId } from './testing/franvaro.ts';
import { inkomstsvar, inlamnad } from './testing/inkomst.ts';
import { akt, type TestRecord, testActor, testAkt, testAnteckning, testId, testVerkstallighet } from './testing/state.ts';
import { fromPlainText } from './text/text.ts';

const partsOf = (records: TestRecord[]) => records.map(({ type, id, data }) => partOf(type, id, data));
const bucketsOf = (records: TestRecord[]) => bucketsOfScope(aktScope(akt.person), partsOf(records));

const annan = testId(32);
/** A utförare that has no verkställighet yet, only an order. */
const bestalld = testId(43);
const by = testAnteckning().skapad;
const beslut = (id: number, utfall: 'bifall' | 'avslag' = 'bifall'): TestRecord => ({
  type: 'beslut',
  id: testId(id),
  data: {
    utredningId: akt.utredning,
    beslutskod: 'KOD',
    beslutsnamn: 'Beslut',
    utfall,
    insatskategori: 'Ledsagarservice LSS',
    beslutsdatum: '2026-11-01',
    giltigFran: '2026-11-01',
  },
});
const bestallning = (id: number, beslutId: number, over: object = {}): TestRecord => ({
  type: 'bestallning',
  id: testId(id),
  data: {
    beslutId: testId(beslutId),
    bestalltDatum: '2026-11-01',
    gallerFran: '2026-11-01',
    utforareId: akt.utforare,
    insatser: ['Ledsagning'],
    ...over,
  },
});
const dokument = (id: number, type: KnytsTill['type'], till: string): TestRecord => ({
  type: 'dokument',
  id: testId(id),
  data: {
    ...{ rubrik: 'Läkarutlåtande', typ: 'Utlåtande', knytsTill: { type, id: till }, sha256: 'a'.repeat(64), storlek: 1, sidor: 1 },
    skapad: by,
  },
});
/** The new types that are the units' alone. */
const ourOwn: TestRecord[] = [
  {
    type: 'aktualisering',
    id: testId(90),
    data: {
      slag: 'ansokan',
      typ: 'Ledsagarservice',
      datum: '2026-10-01',
      franVem: 'Kunden',
      ansvarigHandlaggareId: testId(1),
      organisationId: testId(2),
      gruppId: testId(900),
      rev: testId(901),
    },
  },
  {
    type: 'bedomning',
    id: testId(91),
    data: {
      utredningId: akt.utredning,
      beslutId: testId(50),
      instrumentId: testId(910),
      instrument: 'Bedömning',
      utforsAv: by,
      datum: '2026-11-01',
      funktioner: [{ kod: 'A', namn: 'A', niva: '1', poang: 1 }],
      verkstallighetId: akt.lssInsatser,
      rev: testId(911),
    },
  },
  {
    type: 'bevakning',
    id: testId(92),
    data: {
      datum: '2027-01-01',
      status: 'Ej påbörjad',
      typ: 'Uppföljning',
      text: 'Följ upp',
      bevakasAvId: testId(41),
      ref: { type: 'bestallning', id: testId(60) },
      skapad: by,
    },
  },
  {
    ...{ type: 'fristskjutning', id: testId(98) },
    data: {
      nyckel: 'beslut-upphor/x',
      namn: 'Beslut upphör',
      datum: '2027-01-01',
      till: '2027-02-01',
      skal: 'x',
      av: by,
      rev: testId(980),
    },
  },
  {
    ...{ type: 'erbjudande', id: testId(871) },
    data: {
      ...{ beslutId: testId(50), datum: '2026-11-02', vad: 'x', till: 'x', lamnatAv: 'x', svar: { slag: 'vantar' } },
      ...{ sparad: by, rev: testId(981) },
    },
  },
  {
    ...{ type: 'ivouppgift', id: testId(872) },
    data: { beslutId: testId(50), orsak: 'x', foljder: 'x', sparad: by, rev: testId(982) },
  },
  {
    ...{ type: 'ivorapport', id: testId(873) },
    data: { beslutId: testId(50), tid: 'x', kvartal: '2026-3', lage: 'ejVerkstallt', dag: '2026-10-05', av: by },
  },
  {
    type: 'individuellPlan',
    id: testId(875),
    data: { beslutId: testId(50), steg: 'erbjuden', dag: '2026-11-03', av: by, rev: testId(984) },
  },
  { type: 'uppfoljning', id: testId(874), data: { beslutId: testId(50), planerad: '2027-05-03', planeradAv: by, rev: testId(983) } },
  {
    ...{ type: 'mote', id: testId(876) },
    data: {
      ...{ slag: 'hembesok', dag: '2026-11-20', fran: '10:00', syfte: 'x', enskild: true, kontaktIds: [], anvandareIds: [], andra: [] },
      ...{ planerat: by, andringar: 0, rev: testId(984) },
    },
  },
  {
    ...{ type: 'samtycke', id: testId(877) },
    data: {
      ...{ avser: 'x', tillater: ['lamnaUppgifter'], till: { namn: 'x' }, fran: '2026-11-01', hur: 'muntligt' },
      ...{ mottaget: { dag: '2026-11-01', av: 'x' }, registrerat: by },
    },
  },
  {
    ...{ type: 'godkannande', id: testId(878) },
    data: {
      ...{ lage: 'vantarPaNatten', begard: by, till: { kontaktId: testId(60), namn: 'x', personnummer: '199904122380' } },
      ...{ fran: '2026-11-01', tom: '2027-11-01', rev: testId(985) },
    },
  },
  { type: 'kirForslag', id: testId(93), data: {} },
  dokument(73, 'utredning', akt.utredning),
  dokument(74, 'beslut', testId(50)),
  dokument(75, 'aktualisering', testId(90)),
  { type: 'hushallsmedlem', id: testId(95), data: { namn: 'Åsa', relation: 'mor', vardnadshavare: true, registerledare: false } },
  {
    type: 'handelse',
    id: testId(94),
    data: { kommando: 'bestallning.skicka', at: by.at, anvandareId: testId(1), namn: 'Karin Ek', poster: [] },
  },
];
const records: TestRecord[] = [
  ...testAkt(),
  { type: 'verkstallighet', id: annan, data: testVerkstallighet({ utforareId: testId(42) }) },
  { type: 'anteckning', id: testId(70), data: testAnteckning() },
  { type: 'anteckning', id: testId(71), data: testAnteckning({ dokumentation: { slag: 'verkstallighet', id: akt.verkstallighet } }) },
  { type: 'anteckning', id: testId(72), data: testAnteckning({ dokumentation: { slag: 'verkstallighet', id: annan } }) },
  beslut(50),
  beslut(51),
  beslut(52, 'avslag'),
  bestallning(60, 50),
  bestallning(61, 51, { utforareId: bestalld }),
  ...ourOwn,
  { type: 'kontakt', id: testId(69), data: { typ: 'anhorig', namn: 'Åsa', rev: testId(600) } },
  {
    ...{ type: 'etjanst', id: testId(65) },
    data: { lage: 'vantarPaNatten', begard: by, inkomstblankett: true, rev: testId(986) },
  },
  franvaro(1, { verkstallighetId: akt.verkstallighet }),
  underlag(1, { verkstallighetId: akt.verkstallighet }),
  inlamnad(1),
  inkomstsvar(1, { enhet: undefined }),
  { type: 'personkrets', id: testId(68), data: { personkrets: '1' } },
  {
    type: 'utlamning',
    id: testId(66),
    data: { ref: { type: 'beslut', id: testId(50) }, namn: 'B', tillEnhet: 'bistand', grund: 'Samtycke', skal: 'x', lamnad: by },
  },
  {
    type: 'mottagen',
    id: testId(67),
    data: {
      ...{ franEnhet: 'bistand', namn: 'B', grund: 'Samtycke', skal: 'x', lamnad: by },
      innehall: { slag: 'beslut', beslutsnamn: 'B', utfall: 'bifall', beslutsdatum: '2026-11-01', giltigFran: '2026-11-01' },
    },
  },
  {
    type: 'konfliktval',
    id: testId(80),
    data: {
      anteckningId: testId(71),
      val: 'egen',
      egenText: fromPlainText('a'),
      avgjord: testAnteckning().skapad,
      egenSkriven: '2026-11-19T10:00:00.000Z',
    },
  },
];
const withPerson = (over: object): TestRecord[] =>
  records.map((record) => (record.type === 'person' ? { ...record, data: { ...record.data, ...over } } : record));

describe('which buckets a user reads from', () => {
  const staff = { roller: ['utforare' as const], utforareId: akt.utforare };
  test.each([
    ['a handläggare', testActor(), ['katalog', `anvandare:${testId(1)}`, 'org:lss', `anvandare:${testId(1)}:lss`]],
    [
      'MINST-05 of two units, with a mailbox in one, and one of another unit',
      testActor({ enheter: ['lss', 'sol', 'lss'], brevlador: ['lss', 'hvb'].map((enhet) => ({ enhet, kod: 'mote' })) }),
      [
        ...['katalog', `anvandare:${testId(1)}`, 'org:lss', 'org:sol', `anvandare:${testId(1)}:lss`, `anvandare:${testId(1)}:sol`],
        'brevlada:lss:mote',
      ],
    ],
    [
      'FRAGA-62 with the right to protected persons',
      testActor({ skyddadBehorighet: true }),
      ['katalog', `anvandare:${testId(1)}`, 'org:lss', `anvandare:${testId(1)}:lss`, 'skyddad:lss', `skyddad:anvandare:${testId(1)}:lss`],
    ],
    ['ROLL-03 staff of a utförare: no unit', testActor(staff), ['katalog', `anvandare:${testId(1)}`, `utforare:${akt.utforare}`]],
    [
      'FRAGA-62 staff of a utförare with the right to protected persons',
      testActor({ ...staff, skyddadBehorighet: true }),
      ['katalog', `anvandare:${testId(1)}`, `utforare:${akt.utforare}`, `skyddad:utforare:${akt.utforare}`],
    ],
    [
      'one who no longer has the role at the utförare',
      testActor({ utforareId: akt.utforare }),
      ['katalog', `anvandare:${testId(1)}`, 'org:lss', `anvandare:${testId(1)}:lss`],
    ],
    ['staff of no utförare yet', testActor({ roller: ['utforare'] }), ['katalog', `anvandare:${testId(1)}`]],
    [
      'STAT-07 NATT-01 who delivers statistics, and runs the system',
      testActor({ roller: ['systemforvaltare'] }),
      ['katalog', 'statistik', 'drift', `anvandare:${testId(1)}`, 'org:lss', `anvandare:${testId(1)}:lss`],
    ],
    ['one who has left', testActor({ aktiv: false, skyddadBehorighet: true }), []],
  ])('ROLL-01 %s', (_, actor, buckets) => {
    expect(bucketsOfAnvandare(actor)).toEqual(buckets);
  });
});

/**
 * What of each common type every unit reads, on purpose: a field that is added fails here until it is said that it tells nothing of what
 * one unit does for the kund, else it belongs to a record of that unit's (`personkrets`).
 */
const gemensammaFalt: Record<string, string[]> = {
  person: [
    ...['personnummer', 'nummerSlag', 'fodelsedatum', 'efternamn', 'mellannamn', 'fornamn', 'tilltalsnamn', 'kundnummer', 'skydd'],
    ...['adress', 'postadress', 'telefon', 'epost', 'civilstand', 'folkbokfordIKommunen', 'avliden', 'tidigareNummer'],
    // The same of everyone; the register's answer; and who is to have it all.
    ...['tidigareEfternamn', 'nyckelkod', 'kir', 'rev', 'enheter'],
  ],
  kontakt: ['typ', 'namn', 'personnummer', 'relation', 'telefon', 'epost', 'adress', 'anteckning', 'rev', 'skyddad', 'adressSkyddad'],
  hushallsmedlem: ['personId', 'namn', 'personnummer', 'relation', 'vardnadshavare', 'registerledare', 'rev', 'skyddad'],
  // That the kund has it, how they are told, and who turned it on: the municipality's, not one unit's.
  etjanst: [
    ...['lage', 'begard', 'fungerarFran', 'natt', 'misslyckande', 'uteblivenAvisering', 'slut', 'rev', 'valkomst'],
    ...['inkomstblankett', 'sms', 'epost'],
  ],
  // That she was sent it and how far it has come; what she told is its unit's (`inkomstsvar`).
  inkomstblankett: [...['ar', 'formularId', 'avgiftsenhet', 'lage', 'skickad', 'sista', 'svarId', 'inlamnad', 'aterkallad', 'rev']],
  kirForslag: ['post', 'at', 'avgjord'],
};
test('OSL 26:1 every field of what is common is common on purpose', () => {
  const falt = gemensammaTyper.map((type) => [type, Object.keys(recordSchemas[type].shape).toSorted()]);
  expect(Object.fromEntries(falt)).toEqual(
    Object.fromEntries(Object.entries(gemensammaFalt).map(([type, alla]) => [type, alla.toSorted()])),
  );
});

describe('which buckets a record lies in', () => {
  const tvaEnheter = withPerson({ enheter: ['lss', 'bistand'] });
  const avBistand = tvaEnheter.map((one) => ({ ...one, data: { ...one.data, enhet: 'bistand' } }) as TestRecord);
  test.each(akttyper)('OSL 26:1 a %s is common to the units that have the kund, or read by the one whose it is', (type) => {
    const sample = records.find((one) => one.type === type);
    if (!sample) throw new Error(`no ${type} in the test akt`);
    const unitsIn = (akten: TestRecord[]) =>
      bucketsOf(akten)
        .get(sample.id)
        ?.map((bucket) => bucket.replace(/^avgift:/, 'org:'))
        .filter((bucket, nr, alla) => bucket.startsWith('org:') && alla.indexOf(bucket) === nr);
    const alla = ['org:lss', 'org:bistand'];
    // What says of no unit whose it is was written when the kund had one.
    const expected = gemensammaTyper.includes(type) ? [alla, alla] : [['org:lss'], ['org:bistand']];
    expect([unitsIn(tvaEnheter), unitsIn(avBistand)]).toEqual(expected);
  });

  test.each(['kontakt', 'hushallsmedlem', 'samtycke', 'godkannande'] as const)(
    'FRAGA-62 a %s of one who is protected as a kund is so in the akt of another',
    (type) => {
      const named = (over: object) => ({ type, id: testId(99), data: { namn: 'Åsa', ...over } }) as TestRecord;
      expect(bucketsOf([...testAkt(), named({})]).get(testId(99))).toEqual(['org:lss']);
      const buckets = bucketsOf([...testAkt(), named({ skyddad: true })]);
      expect(buckets.get(testId(99))).toEqual(['skyddad:lss']);
      expect(buckets.get(akt.utredning)).toEqual(['org:lss']);
    },
  );

  test('FRAGA-62 skyddad folkbokföring moves the whole akt behind its own right, for utförare too', () => {
    const buckets = bucketsOf(withPerson({ skydd: 'skyddadFolkbokforing' }));
    expect(buckets.size).toBe(records.length);
    for (const [id, all] of buckets)
      expect(
        all.every((bucket) => bucket.startsWith('skyddad:')),
        id,
      ).toBe(true);
    expect(buckets.get(testId(71))).toEqual(['skyddad:lss', `skyddad:utforare:${akt.utforare}`]);
  });

  test('FRAGA-62 sekretessmarkering masks, and moves nothing', () => {
    expect(bucketsOf(withPerson({ skydd: 'sekretessmarkering' }))).toEqual(bucketsOf(records));
  });

  const heldBy = (utforareId: string, all = records) =>
    [...bucketsOf(all)]
      .filter(([, buckets]) => buckets.includes(`utforare:${utforareId}`))
      .map(([id]) => id)
      .toSorted();
  /** What is away from its verkställighet. */
  const borta = [franvaroId(1), underlagId(1)];
  const changed = (id: string, over: object): TestRecord[] =>
    records.map((record) => (record.id === id ? ({ ...record, data: { ...record.data, ...over } } as TestRecord) : record));

  test('ROLL-03 PBEST-02 a utförare holds its verkställighet and the notes in it, the orders sent to it, their bifall, the person and their e-service, and nothing else', () => {
    expect(heldBy(akt.utforare)).toEqual(
      [akt.person, testId(65), ...borta, akt.verkstallighet, testId(71), testId(60), testId(50)].toSorted(),
    );
    expect(heldBy(bestalld), 'from the order alone').toEqual([akt.person, testId(65), testId(61), testId(51)].toSorted());
    expect(heldBy(testId(42)), 'without an order').toEqual([akt.person, testId(65), annan, testId(72)].toSorted());
  });

  test('FORB-39 an order taken back stays with the utförare, its beslut does not', () => {
    const taken = changed(testId(60), { borttagen: { ...by, orsak: 'Fel utförare' } });
    expect(heldBy(akt.utforare, taken)).toEqual([akt.person, testId(65), ...borta, akt.verkstallighet, testId(71), testId(60)].toSorted());
  });

  test('ROLL-03 a utförare holds the documents of its verkställighet, and of an order while that stands', () => {
    const [egen, deras, order] = [
      dokument(76, 'verkstallighet', akt.verkstallighet),
      dokument(77, 'verkstallighet', annan),
      dokument(78, 'bestallning', testId(60)),
    ];
    const docs = [egen, deras, order].map(({ id }) => id);
    const heldOf = (utforareId: string, all: TestRecord[]) => heldBy(utforareId, all).filter((id) => docs.includes(id));
    const akten = [...records, egen, deras, order];
    expect(heldOf(akt.utforare, akten)).toEqual([egen.id, order.id]);
    expect(heldOf(testId(42), akten)).toEqual([deras.id]);
    expect(heldOf(bestalld, akten)).toEqual([]);
    const taken = [...changed(testId(60), { borttagen: { ...by, orsak: 'Fel utförare' } }), egen, deras, order];
    expect(heldOf(akt.utforare, taken)).toEqual([egen.id]);
  });

  test('VERK-15 the bifall goes with the verkställighet to a new utförare', () => {
    const moved = changed(annan, { beslutId: testId(51) });
    expect(heldBy(testId(42), moved)).toContain(testId(51));
  });

  test('an avslag is no utförare’s, whatever points at it', () => {
    const wrong = [...changed(annan, { beslutId: testId(52) }), bestallning(62, 52)];
    for (const one of [akt.utforare, bestalld, testId(42)]) expect(heldBy(one, wrong)).not.toContain(testId(52));
  });

  test('OSL 26:1 what is applied for, assessed, watched over and done is the units’ alone', () => {
    const buckets = bucketsOf(records);
    for (const { type, id } of ourOwn) expect(buckets.get(id), type).toEqual(['org:lss']);
  });

  test('an akt whose person is not there is held by nobody but its utförare', () => {
    const buckets = bucketsOf(records.filter(({ type }) => type !== 'person'));
    expect(buckets.get(akt.utredning)).toEqual([]);
    expect(buckets.get(testId(71))).toEqual([`utforare:${akt.utforare}`]);
  });

  test('FRAGA-04 the catalogue is everybody’s, a user’s own scope that user’s alone', () => {
    const utforare = partsOf([{ type: 'utforare', id: testId(41), data: { namn: 'Lss, Eget Val', slag: 'utforare' } }]);
    expect(bucketsOfScope(katalogScope, utforare).get(testId(41))).toEqual(['katalog']);
    for (const type of recordTypes.filter((one) => liesIn(one, katalogScope))) {
      const [bucket] = bucketsOfScope(katalogScope, [partOf(type, testId(41), {})]).get(testId(41)) ?? [];
      expect(bucket, type).toBe({ statistikleverans: 'statistik', nattrapport: 'drift' }[type as string] ?? 'katalog');
    }
    const lista = partsOf([{ type: 'kundlista', id: 'kundlista:x', data: { personer: [] } }]);
    expect(bucketsOfScope(anvandarScope(testId(1)), lista).get('kundlista:x')).toEqual([`anvandare:${testId(1)}`]);
  });

  test('no reader without the right reaches any record of a protected person, whatever the roles', () => {
    const buckets = bucketsOf(withPerson({ skydd: 'skyddadFolkbokforing' }));
    const roller = fc.subarray(['lssHandlaggare', 'enhetschef', 'utforare', 'systemforvaltare'] as const, { minLength: 1 });
    fc.assert(
      fc.property(roller, fc.subarray(['lss', 'sol', `utforare:${akt.utforare}`]), (roles, enheter) => {
        const mine = new Set(bucketsOfAnvandare(testActor({ roller: roles, enheter, utforareId: akt.utforare })));
        expect([...buckets.values()].flat().filter((bucket) => mine.has(bucket))).toEqual([]);
      }),
    );
  });
});

test('every record of a scope has its buckets, in any order of the parts', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
      const sorted = (all: Map<string, string[]>) => [...all].map(([id, list]) => [id, list.toSorted()] as const).toSorted();
      expect(sorted(bucketsOf(shuffled))).toEqual(sorted(bucketsOf(records)));
    }),
  );
  const types: RecordType[] = records.map(({ type }) => type);
  const own: RecordType[] = recordTypes.filter((type) => liesIn(type, aktScope(akt.person)));
  expect(new Set(types), 'every type of an akt is among them').toEqual(new Set(own));
});
