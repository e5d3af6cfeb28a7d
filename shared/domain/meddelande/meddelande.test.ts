import { describe, expect, test } from 'vitest';
import { bucketsOfAnvandare, bucketsOfScope, partOf } from '../buckets.ts';
import { type Decision, isRejection } from '../command.ts';
import { etjanstId } from '../etjanst/records.ts';
import { meddelandeScope } from '../scope.ts';
import { systemaktor } from '../systemaktor.ts';
import { testAktualisering } from '../testing/aktualisering.ts';
import { testDecideAny } from '../testing/decide.ts';
import { etjanst, godkannande, godkannandeId, ombudet, ombudssamtycket, systersNummer } from '../testing/etjanst.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { brevlador, brevState, fraganFranKunden, gruppId, lageId, meddelandeId } from '../testing/meddelande.ts';
import { aterkallat } from '../testing/samtycke.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testContext, testId } from '../testing/state.ts';
import { plainText } from '../text/text.ts';
import { installningId } from './installningar.ts';
import { kravsJournalforing, visasForEnheten } from './lage.ts';
import { type Meddelande, meddelandeRecord } from './records.ts';

const bo = testId(1003);
const annanEnhets = testId(1004);
const anvandare = (id: string, namn: string, over: object = {}): TestRecord => ({
  type: 'anvandare',
  id,
  data: {
    ...{ namn, titel: 'LSS-handläggare', roller: ['lssHandlaggare'], organisationId: testId(2), enheter: ['lss'] },
    ...{ skyddadBehorighet: false, aktiv: true, ...over },
  },
});
const aktiv = (over: object = {}) => etjanst({ lage: 'aktiv', fungerarFran: '2026-11-10', ...over });
const nara = (over: object = {}) => godkannande(1, { lage: 'aktiv', fungerarFran: '2026-11-20', fran: '2026-11-01', ...over });
const varld = (...mer: TestRecord[]): TestRecord[] => [
  ...[...testAkt(), ...testKatalog().filter(({ id }) => id !== testId(2)), brevlador],
  ...[anvandare(bo, 'Bo Ås'), anvandare(annanEnhets, 'Eva Lo', { enheter: ['bistand'] }), ...mer],
];
const tillKunden = { meddelandeId, personId: akt.person, till: [{ slag: 'kund' }] };
const brev = (over: object = {}) => ({
  ...{ gruppId, delar: [tillKunden], amne: 'Kallelse', text: 'Hej Linnea!', bilagor: [], laskvitto: false, bekraftad: false, ...over },
});
const skicka = (over: object = {}, records = varld(aktiv()), actor = testActor(), annans = {}) =>
  testDecideAny('meddelande.skicka', brev(over), brevState(records, 'meddelande', annans), testContext(actor));
const skickat = (decision: Decision): Meddelande[] => {
  if (isRejection(decision)) throw new Error(JSON.stringify(decision));
  return decision.flatMap((change) => (change.op === 'put' && change.type === 'meddelande' ? [change.data] : []));
};
const koden = (decision: Decision) => (isRejection(decision) ? decision.code : 'skickat');
const dokument = (over: object = {}): TestRecord => ({
  type: 'dokument',
  id: testId(96),
  data: {
    ...{ rubrik: 'Kallelse 2026-11-25', typ: 'Kallelse', knytsTill: { type: 'utredning', id: akt.utredning }, sha256: 'a'.repeat(64) },
    ...{ storlek: 100, sidor: 1, skapad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' }, ...over },
  },
});
const bilagan = { bilagor: [{ personId: akt.person, dokumentId: testId(96) }] };

describe('Till klient', () => {
  test('MEDD-04 MEDD-07 FORB-68 goes to the kund with a document of her akt, and is there at once where the e-service is on', () => {
    const [sagt] = skickat(skicka(bilagan, varld(aktiv(), dokument())));
    expect(sagt).toMatchObject({
      till: [{ slag: 'medborgare', namn: 'Ekström, Linnea Maria', personnummer: '200912312386', levererat: testContext().now }],
      ...{ personId: akt.person, enhet: 'lss', amne: 'Kallelse', text: 'Hej Linnea!', nummer: ['200912312386'] },
      bilagor: [{ dokumentId: testId(96), rubrik: 'Kallelse 2026-11-25', sha256: 'a'.repeat(64) }],
    });
    expect(sagt?.vantar).toBeUndefined();
  });

  test('FORB-63 one written before the night waits, and goes out when it is on', () => {
    const records = applied(varld(etjanst()), skicka({}, varld(etjanst())));
    expect(records.find(({ type }) => type === 'meddelande')?.data).toMatchObject({ vantar: true });
    const leverera = (mer: TestRecord[]) =>
      testDecideAny(
        'meddelande.leverera',
        { gruppId, meddelandeId, personId: akt.person },
        brevState([...records.filter(({ type }) => type !== 'etjanst'), ...mer]),
        testContext(systemaktor('E-tjänsten')),
      );
    expect(leverera([etjanst()])).toEqual([]);
    const [gick] = skickat(leverera([aktiv()]));
    expect(gick).toMatchObject({ till: [{ levererat: testContext().now }] });
    expect(gick?.vantar).toBeUndefined();
    // It ended before it began: the sender is told, and nothing goes out.
    expect(skickat(leverera([etjanst({ lage: 'avslutad' })]))).toMatchObject([{ till: [{ uteblivet: { kod: 'etjanst-avslutad' } }] }]);
  });

  const [granne, grannens] = [testId(11), testId(21)];
  const grannensAkt = (over: object = {}): TestRecord[] => [
    ...testAkt().flatMap((one): TestRecord[] =>
      one.type === 'person'
        ? [{ ...one, id: granne, data: { ...one.data, ...over } } as TestRecord]
        : one.type === 'utredning'
          ? [{ ...one, id: grannens }]
          : [],
    ),
    dokument({ knytsTill: { type: 'utredning', id: grannens } }),
  ];
  const fel = { felmarkerad: { ...signaturen(), orsak: 'Fel person' } };
  test.each<[string, mina: TestRecord[], annans: TestRecord[] | undefined, bilagor: object[], kod: string | undefined]>([
    ['nothing is wrong', [dokument()], undefined, [{ personId: akt.person, dokumentId: testId(96) }], undefined],
    [
      'it is marked as wrong meanwhile',
      [dokument(fel)],
      undefined,
      [{ personId: akt.person, dokumentId: testId(96) }],
      'dokument-felmarkerat',
    ],
    ['it is gone', [], undefined, [{ personId: akt.person, dokumentId: testId(96) }], 'finns-inte'],
    [
      'another kund’s, who is protected by now',
      [],
      grannensAkt({ skydd: 'skyddadFolkbokforing' }),
      [{ personId: granne, dokumentId: testId(96) }],
      'bilaga-skyddad',
    ],
    ['another kund’s, as it was', [], grannensAkt(), [{ personId: granne, dokumentId: testId(96) }], undefined],
  ])('FORB-63 FORB-68 its attachments are asked about again when it goes: %s', (_, mina, annans, bilagor, kod) => {
    const en = { ...bilagor[0], rubrik: 'Kallelse', sha256: 'a'.repeat(64), storlek: 1, sidor: 1 };
    const medborgare = { slag: 'medborgare', namn: 'Linnea', personnummer: '200912312386', aktiveringId: etjanstId(akt.person) };
    const vantande = fraganFranKunden({
      fran: { slag: 'anvandare', anvandareId: testId(1), namn: 'Karin Ek' },
      till: [medborgare],
      bilagor: [en],
      vantar: true,
    } as object);
    const state = brevState(varld(aktiv(), vantande, ...mina), 'meddelande', annans ? { [granne]: annans } : {});
    const leverera = (over: object) =>
      testDecideAny(
        'meddelande.leverera',
        { gruppId, meddelandeId, personId: akt.person, ...over },
        state,
        testContext(systemaktor('E-tjänsten')),
      );
    const [gick] = skickat(leverera({ bilagor }));
    expect(gick?.till).toMatchObject([kod === undefined ? { levererat: testContext().now } : { uteblivet: { kod } }]);
    expect(gick?.vantar).toBeUndefined();
    expect(koden(leverera({}))).toBe('ogiltig-indata');
  });

  test.each<[string, actor: object, till: object, kod: string]>([
    ['its writer, while it waits', {}, {}, 'skickat'],
    ['nobody else', { id: bo }, {}, 'atkomst-saknas'],
    ['not when it has gone meanwhile', {}, { levererat: '2026-11-20T03:00:00.000Z' }, 'meddelande-redan-skickat'],
    ['not when it never came', {}, { uteblivet: { kod: 'etjanst-avslutad', at: '2026-11-20T03:00:00.000Z' } }, 'meddelande-redan-skickat'],
  ])('FORB-63 a message that waits is taken back by %s', (_, actor, till, kod) => {
    const medborgare = { slag: 'medborgare', namn: 'Linnea', personnummer: '200912312386', aktiveringId: etjanstId(akt.person), ...till };
    const over = {
      fran: { slag: 'anvandare', anvandareId: testId(1), namn: 'Karin Ek' },
      till: [medborgare],
      ...(Object.keys(till).length > 0 ? {} : { vantar: true }),
    };
    const ta = (records: TestRecord[]) =>
      testDecideAny('meddelande.taTillbaka', { gruppId, meddelandeId }, brevState(records), testContext(testActor(actor)));
    const records = varld(etjanst(), fraganFranKunden(over as object));
    const decision = ta(records);
    expect(koden(decision)).toBe(kod);
    if (kod !== 'skickat') return;
    const [efter] = skickat(decision);
    expect(efter?.till).toMatchObject([{ uteblivet: { kod: 'meddelande-tillbakataget' } }]);
    expect(efter?.vantar).toBeUndefined();
    // Nobody has it: it is nothing for the akt. Asked again, it is so already; and the night sends nothing.
    expect(efter && kravsJournalforing(efter)).toBe(false);
    const sedan = applied(records, decision);
    expect(ta(sedan)).toEqual([]);
    const natt = testDecideAny(
      'meddelande.leverera',
      { gruppId, meddelandeId, personId: akt.person },
      brevState([...sedan.filter(({ type }) => type !== 'etjanst'), aktiv()]),
      testContext(systemaktor('E-tjänsten')),
    );
    expect(natt).toEqual([]);
  });

  const person = (over: object): TestRecord[] =>
    varld(aktiv()).map((one) => (one.id === akt.person ? ({ ...one, data: { ...one.data, ...over } } as TestRecord) : one));
  const utan = (...typer: string[]) => varld().filter(({ type }) => !typer.includes(type));
  const nart = { delar: [{ meddelandeId, personId: akt.person, till: [{ slag: 'narstaende', godkannandeId: godkannandeId(1) }] }] };
  test.each<[string, object, TestRecord[], string]>([
    ['FRAGA-62 a protected kund', {}, person({ skydd: 'skyddadFolkbokforing' }), 'mottagaren-skyddad'],
    ['one who has died', {}, person({ avliden: '2026-11-01' }), 'mottagaren-avliden'],
    ['one without the e-service', {}, varld(), 'etjanst-ej-aktiverad'],
    ['one whose e-service has ended', {}, varld(etjanst({ lage: 'avslutad' })), 'etjanst-avslutad'],
    ['a kund who is not here', {}, utan('person'), 'atkomst-saknas'],
    [
      'somebody near whose approval has ended',
      nart,
      varld(nara({ lage: 'avslutad' }), ombudet(), ombudssamtycket()),
      'godkannande-avslutat',
    ],
    ['whose approval has passed', nart, varld(nara({ tom: '2026-11-19' }), ombudet(), ombudssamtycket()), 'godkannande-utgatt'],
    ['approved from later', nart, varld(nara({ fran: '2026-12-01' }), ombudet(), ombudssamtycket()), 'godkannande-borjar-senare'],
    [
      'FORB-65 whose samtycke was taken back',
      nart,
      varld(nara(), ombudet(), ombudssamtycket({ aterkallat: aterkallat('2026-11-19') })),
      'samtycket-aterkallat',
    ],
    ['whose number is another now', nart, varld(nara(), ombudet({ personnummer: '196809152389' }), ombudssamtycket()), 'kontakten-borta'],
    ['a protected one', nart, varld(nara({ skyddad: true }), ombudet({ skyddad: true }), ombudssamtycket()), 'mottagaren-skyddad'],
    [
      'a document that is marked as wrong',
      bilagan,
      varld(aktiv(), dokument({ felmarkerad: { ...signaturen(), orsak: 'Fel' } })),
      'dokument-felmarkerat',
    ],
  ])('not to %s: in clear words, and nothing is sent', (_, over, records, kod) => {
    expect(koden(skicka(over, records))).toBe(kod);
  });

  test('REL-10 to somebody near who is approved, in the kund’s case', () => {
    const [sagt] = skickat(skicka(nart, varld(nara(), ombudet(), ombudssamtycket())));
    expect(sagt).toMatchObject({ till: [{ namn: 'Ekström, Åsa', personnummer: systersNummer, godkannandeId: godkannandeId(1) }] });
  });

  test('FORB-67 outside the own kunder, or with another’s document, is confirmed first', () => {
    const annan = testActor({ id: bo, namn: 'Bo Ås' });
    expect(koden(skicka({}, varld(aktiv()), annan))).toBe('mottagare-bekraftas');
    expect(koden(skicka({ bekraftad: true }, varld(aktiv()), annan))).toBe('skickat');
    const [granne, grannens] = [testId(11), testId(21)];
    const hens = testAkt().flatMap((one): TestRecord[] =>
      one.type === 'person' ? [{ ...one, id: granne }] : one.type === 'utredning' ? [{ ...one, id: grannens }] : [],
    );
    const annans = { [granne]: [...hens, dokument({ knytsTill: { type: 'utredning', id: grannens } })] };
    const med = { bilagor: [{ personId: granne, dokumentId: testId(96) }] };
    expect(koden(skicka(med, varld(aktiv()), testActor(), annans))).toBe('mottagare-bekraftas');
    expect(koden(skicka({ ...med, bekraftad: true }, varld(aktiv()), testActor(), annans))).toBe('skickat');
    const skyddade = {
      [granne]: annans[granne]?.map((one) =>
        one.type === 'person' ? { ...one, data: { ...one.data, skydd: 'skyddadFolkbokforing' } } : one,
      ),
    };
    expect(koden(skicka({ ...med, bekraftad: true }, varld(aktiv()), testActor(), skyddade))).toBe('bilaga-skyddad');
  });

  test('ROLL-01 only who handles cases writes to a citizen', () => {
    expect(koden(skicka({ bekraftad: true }, varld(aktiv()), testActor({ roller: ['avgiftshandlaggare'] })))).toBe('behorighet-saknas');
  });
});

describe('between colleagues', () => {
  const till = (...mal: object[]) => ({ delar: [{ meddelandeId, till: mal }] });
  const omKunden = (...mal: object[]) => ({ delar: [{ meddelandeId, personId: akt.person, till: mal }] });
  const boende = { slag: 'anvandare', anvandareId: bo };
  const evas = { slag: 'anvandare', anvandareId: annanEnhets };
  test.each<[string, object, string]>([
    ['MEDD-03 a colleague', till(boende), 'skickat'],
    ['MINST-05 a shared mailbox', till({ slag: 'brevlada', enhet: 'lss', kod: 'mote' }), 'skickat'],
    ['OSL 26:1 another unit’s, about nobody', till(evas), 'skickat'],
    ['OSL 26:1 another unit’s, about a kund whom it does not have', omKunden(boende, evas), 'mottagaren-laser-inte'],
    [
      'OSL 26:1 another unit’s mailbox, about a kund',
      omKunden({ slag: 'brevlada', enhet: 'bistand', kod: 'bistand' }),
      'mottagaren-laser-inte',
    ],
    ['a mailbox that is not there', till({ slag: 'brevlada', enhet: 'lss', kod: 'x' }), 'finns-inte-i-katalogen'],
    ['one who has left', till({ slag: 'anvandare', anvandareId: testId(999) }), 'mottagaren-slutat'],
    ['a document with no kund told', { ...till(boende), ...bilagan }, 'bilaga-utan-kund'],
  ])('%s: %s', (_, over, kod) => {
    expect(koden(skicka(over, varld(dokument())))).toBe(kod);
  });

  test('MEDD-14 what is forwarded stays about the same kund', () => {
    const records = varld(fraganFranKunden());
    const vidare = { vidarebefordrar: { gruppId, meddelandeId } };
    const ny = (over: object) =>
      testDecideAny('meddelande.skicka', brev({ ...over, gruppId: testId(815) }), { ...brevState(records), list: () => [] }, testContext());
    expect(koden(ny({ ...vidare, ...till(boende) }))).toBe('meddelande-annan-kund');
    expect(koden(ny({ ...vidare, ...omKunden(boende) }))).toBe('skickat');
  });

  test('MINST-03 MINST-04 FORB-72 who is away answers by themselves, and what comes goes to the mailbox too', () => {
    const installd: TestRecord = {
      type: 'meddelandeinstallning',
      id: installningId(bo),
      data: {
        ...{ anvandareId: bo, franvaro: { fran: '2026-11-19', tom: '2026-11-25', text: 'Jag är borta.' }, rev: testId(2) },
        vidarebefordran: { enhet: 'lss', kod: 'mote', nar: 'franvaro' },
      },
    };
    const [sagt, svar] = skickat(skicka(till(boende), varld(installd)));
    expect(sagt?.till).toMatchObject([{ anvandareId: bo }, { slag: 'brevlada', kod: 'mote', namn: 'Möten' }]);
    expect(svar).toMatchObject({ fran: { anvandareId: bo }, till: [{ anvandareId: testId(1) }], text: 'Jag är borta.', automatiskt: true });
    // The day after it is over nothing of it is left.
    const efter = testDecideAny(
      'meddelande.skicka',
      brev(till(boende)),
      brevState(varld(installd)),
      testContext(testActor(), '2026-11-26T09:00:00.000Z'),
    );
    expect(skickat(efter)).toHaveLength(1);
    expect(skickat(efter)[0]?.till).toHaveLength(1);
  });
});

describe('from the e-service', () => {
  const taEmot = (over: object = {}, records = varld(aktiv())) =>
    testDecideAny(
      'meddelande.taEmot',
      { gruppId, meddelandeId, personId: akt.person, amne: 'Fråga', text: 'När?', ...over },
      brevState(records),
      testContext(systemaktor('E-tjänsten')),
    );
  test('MEDD-12 FORB-72 goes to her handläggare and the unit’s mailbox, with the number after the name', () => {
    expect(skickat(taEmot())).toMatchObject([
      {
        fran: { slag: 'medborgare', namn: 'Ekström, Linnea Maria', personnummer: '200912312386' },
        till: [{ anvandareId: kat.handlaggare }, { slag: 'brevlada', kod: 'lss' }],
        ...{ personId: akt.person, enhet: 'lss' },
      },
    ]);
  });
  test.each<[string, object, TestRecord[], string]>([
    ['one who is not let in', {}, varld(etjanst()), 'etjanst-ej-aktiverad'],
    [
      'FORB-66 somebody near whose time has passed',
      { godkannandeId: godkannandeId(1) },
      varld(nara({ tom: '2026-11-19' }), ombudet(), ombudssamtycket()),
      'godkannande-utgatt',
    ],
  ])('not from %s', (_, over, records, kod) => {
    expect(koden(taEmot(over, records))).toBe(kod);
  });
  describe('files that come with it', () => {
    const fil = { nr: 0, rubrik: 'Intyg', sha256: 'b'.repeat(64), storlek: 100, sidor: 2 };
    const bilaga = (over: object = {}, records = varld(aktiv())) =>
      testDecideAny(
        'meddelande.taEmotBilaga',
        { personId: akt.person, meddelandeId, ...fil, ...over },
        stateOf(records),
        testContext(systemaktor('E-tjänsten')),
      );
    const lagd = (decision: Decision) =>
      isRejection(decision)
        ? decision.code
        : decision.flatMap((change) => (change.op === 'put' && change.type === 'dokument' ? [change.data] : []))[0];
    const stangd = (records: TestRecord[]) =>
      records.map((one) => (one.type === 'utredning' ? { ...one, data: { ...one.data, slutdatum: '2026-11-18' } } : one));
    const utan = (...typer: string[]) => varld(aktiv()).filter(({ type }) => !typer.includes(type));
    const ny = { type: 'aktualisering', id: testId(840), data: testAktualisering({ datum: '2026-11-19' }) } satisfies TestRecord;

    test.each<[string, TestRecord[], object | string]>([
      ['the open utredning', varld(aktiv(), ny), { type: 'utredning', id: akt.utredning }],
      ['what has come in and is not examined', stangd(varld(aktiv(), ny)), { type: 'aktualisering', id: testId(840) }],
      ['the latest utredning, when all is closed', stangd(varld(aktiv())), { type: 'utredning', id: akt.utredning }],
      ['nowhere, when nothing was begun', utan('utredning', 'aktualisering'), 'finns-inte'],
    ])('OSL 5:1 is filed in %s, with who sent it', (_, records, plats) => {
      const lades = lagd(bilaga({}, records));
      expect(typeof lades === 'object' ? lades.knytsTill : lades).toEqual(plats);
      if (typeof lades === 'object')
        expect(lades).toMatchObject({ avsandare: 'Ekström, Linnea Maria', typ: 'Inkommen handling', sidor: 2 });
    });

    test.each<[string, object, TestRecord[], string]>([
      ['the kund, who has no e-service', {}, varld(etjanst()), 'etjanst-ej-aktiverad'],
      [
        'somebody near whose approval has passed',
        { godkannandeId: godkannandeId(1) },
        varld(nara({ tom: '2026-11-19' }), ombudet(), ombudssamtycket()),
        'godkannande-utgatt',
      ],
    ])('not from %s', (_, over, records, kod) => {
      expect(lagd(bilaga(over, records))).toBe(kod);
    });

    test('sent again it is there once, and with another file it is refused; the message names it, and comes with all of them or not at all', () => {
      const records = applied(varld(aktiv()), bilaga());
      expect(bilaga({}, records)).toEqual([]);
      expect(lagd(bilaga({ sha256: 'c'.repeat(64) }, records))).toBe('finns-redan');
      expect(skickat(taEmot({ bilagor: 1 }, records))).toMatchObject([
        { bilagor: [{ personId: akt.person, rubrik: 'Intyg', sha256: 'b'.repeat(64), storlek: 100, sidor: 2 }] },
      ]);
      expect(koden(taEmot({ bilagor: 2 }, records))).toBe('finns-inte');
    });
  });

  test('FORB-72 what nobody of the unit could have goes to its chef and its mailboxes; of a unit with neither it stands before the unit', () => {
    const utan = (...kvar: TestRecord[]) => [
      ...varld(aktiv()).filter(({ type }) => !['anvandare', 'utredning', 'vardelista'].includes(type)),
      ...kvar,
    ];
    const till = (...kvar: TestRecord[]) => skickat(taEmot({}, utan(...kvar)))[0]?.till.map(({ namn }) => namn);
    const lador = {
      ...brevlador,
      data: { lista: 'enhet', varden: [{ namn: 'LSS', kod: 'lss', brevlador: [{ kod: 'mote', namn: 'Möten' }] }] },
    } as TestRecord;
    expect(till(anvandare(testId(892), 'Ida Berg', { roller: ['enhetschef'] }), lador)).toEqual(['Ida Berg', 'Möten']);
    expect(till()).toEqual([]);
    const tomt = skickat(taEmot({}, utan()))[0];
    expect(tomt && meddelandeRecord.schema.safeParse(tomt).success && visasForEnheten(tomt, [], '2026-11-20')).toBe(true);
    expect(bucketsOfScope(meddelandeScope(gruppId), [partOf('meddelande', meddelandeId, tomt)]).get(meddelandeId)).toEqual(['org:lss']);
  });
  const tvaEnheters = (...mer: TestRecord[]) =>
    varld(...mer).map((one) =>
      one.id === akt.person ? ({ ...one, data: { ...one.data, enheter: ['bistand', 'lss'] } } as TestRecord) : one,
    );
  const naraLss = (over: object = {}) => tvaEnheters(nara({ enhet: 'lss', ...over }), ombudet(), ombudssamtycket(), chefen);
  const chefen = anvandare(testId(891), 'Ida Berg', { roller: ['enhetschef'], enheter: ['bistand'] });
  const tidigare = testId(890);
  const besvara = (enhet: string) => [...naraLss(), { ...fraganFranKunden({ enhet }), id: tidigare }];
  const svarPa = { svarPa: { gruppId, meddelandeId: tidigare } };
  const hens = { godkannandeId: godkannandeId(1) };
  test.each<[string, object, TestRecord[], string]>([
    ['with nothing chosen', hens, naraLss(), 'lss'],
    ['whatever the caller says', { ...hens, enhet: 'bistand' }, naraLss(), 'lss'],
    ['approved by the first of them', hens, naraLss({ enhet: 'bistand' }), 'bistand'],
    ['approved before each unit had its own', hens, naraLss({ enhet: undefined }), 'bistand'],
    ['as an answer to it', { ...hens, ...svarPa }, besvara('lss'), 'lss'],
    ['not as an answer to another unit’s', { ...hens, ...svarPa }, besvara('bistand'), 'annan-enhet'],
    ['and not when that unit has the kund no more', hens, naraLss({ enhet: 'annan' }), 'enheten-har-inte-kunden'],
  ])('FORB-66 what somebody near writes goes to the unit that approved them (OSL 26:1): %s', (_, over, records, vart) => {
    const svar = taEmot(over, records);
    expect(isRejection(svar) ? svar.code : skickat(svar)[0]?.enhet).toBe(vart);
  });
  test('FORB-66 and another unit of the kund’s does not write to them', () => {
    const bada = testActor({ enheter: ['bistand', 'lss'] });
    const till = (enhet: string) => [{ meddelandeId, personId: akt.person, enhet, till: [{ slag: 'narstaende', ...hens }] }];
    expect(koden(skicka({ delar: till('lss') }, naraLss(), bada))).toBe('skickat');
    expect(koden(skicka({ delar: till('bistand') }, naraLss(), bada))).toBe('annan-enhet');
  });
  test('FRAGA-62 who is protected may write, and the smallest circle reads it', () => {
    const records = varld(aktiv()).map((one) =>
      one.id === akt.person ? ({ ...one, data: { ...one.data, skydd: 'skyddadFolkbokforing' } } as TestRecord) : one,
    );
    const [sagt] = skickat(taEmot({}, records));
    expect(sagt?.skyddad).toBe(true);
    const buckets = bucketsOfScope(meddelandeScope(gruppId), [partOf('meddelande', meddelandeId, sagt)]).get(meddelandeId);
    expect(buckets?.every((bucket) => bucket.startsWith('skyddad:'))).toBe(true);
  });
  test('a citizen’s opening is told once', () => {
    const records = applied(varld(aktiv()), skicka());
    const oppna = (from: TestRecord[]) =>
      testDecideAny(
        'meddelande.oppnat',
        { gruppId, meddelandeId, aktiveringId: etjanstId(akt.person) },
        brevState(from),
        testContext(systemaktor('E-tjänsten')),
      );
    const efter = applied(records, oppna(records));
    expect(skickat(oppna(records))).toMatchObject([{ till: [{ oppnat: testContext().now }] }]);
    expect(oppna(efter)).toEqual([]);
  });
});

describe('in a mailbox', () => {
  const karin = testActor({ brevlador: [{ enhet: 'lss', kod: 'lss' }] });
  const brevladan = { slag: 'brevlada', enhet: 'lss', kod: 'lss' };
  const egen = { slag: 'anvandare', anvandareId: testId(1) };
  const plats = (lada: object) => ({ gruppId, meddelandeId, lada, lageId });
  const las = (lada: object, actor = karin, records = varld(fraganFranKunden())) =>
    testDecideAny('meddelande.las', { ...plats(lada), last: true }, brevState(records), testContext(actor));

  test('OSL 26:1 MINST-05 who reads it: whose it is, the mailbox and the unit, for as long as they are of the unit', () => {
    const buckets = bucketsOfScope(meddelandeScope(gruppId), [partOf('meddelande', meddelandeId, fraganFranKunden().data)]).get(
      meddelandeId,
    );
    expect(buckets).toEqual(['org:lss', `anvandare:${testId(1)}:lss`, 'brevlada:lss:lss']);
    const laser = (over: object) => bucketsOfAnvandare(testActor(over)).some((bucket) => buckets?.includes(bucket));
    expect([
      laser({}),
      laser({ enheter: ['bistand'] }),
      laser({ id: bo, enheter: ['bistand'], brevlador: [{ enhet: 'lss', kod: 'lss' }] }),
    ]).toEqual([...[true, false, false]]);
    const eget = skickat(skicka({ delar: [{ meddelandeId, till: [{ slag: 'anvandare', anvandareId: bo }] }] }))[0];
    expect(bucketsOfScope(meddelandeScope(gruppId), [partOf('meddelande', meddelandeId, eget)]).get(meddelandeId)).toEqual([
      ...[`anvandare:${testId(1)}`, `anvandare:${bo}`],
    ]);
  });

  test('MEDD-13 each place has its own state; nobody marks in another’s', () => {
    const efter = applied(varld(fraganFranKunden()), las(egen));
    expect(efter.filter(({ type }) => type === 'brevlage')).toMatchObject([
      { data: { lada: egen, enhet: 'lss', last: { namn: 'Karin Ek' } } },
    ]);
    expect(koden(las(egen, testActor({ id: bo })))).toBe('atkomst-saknas');
    expect(koden(las(brevladan, testActor()))).toBe('atkomst-saknas');
    expect(koden(las({ slag: 'anvandare', anvandareId: bo }, testActor({ id: bo })))).toBe('finns-inte');
  });

  test('MEDD-08 a läskvitto comes to who asked for it', () => {
    const records = applied(
      varld(),
      skicka({ laskvitto: true, delar: [{ meddelandeId, till: [{ slag: 'anvandare', anvandareId: bo }] }] }),
    );
    const decision = las({ slag: 'anvandare', anvandareId: bo }, testActor({ id: bo }), records);
    const [put] = isRejection(decision) ? [] : decision;
    const data = put?.op === 'put' ? put.data : undefined;
    expect(bucketsOfScope(meddelandeScope(gruppId), [partOf('brevlage', lageId, data)]).get(lageId)).toContain(`anvandare:${testId(1)}`);
  });

  test('of two who take it one has it, and the other sees that', () => {
    const ta = (actor: typeof karin, records: TestRecord[]) =>
      testDecideAny('meddelande.tagHand', { ...plats(brevladan), tar: true, sedd: null }, brevState(records), testContext(actor));
    const efter = applied(varld(fraganFranKunden()), ta(karin, varld(fraganFranKunden())));
    const andra = testActor({ id: bo, brevlador: [{ enhet: 'lss', kod: 'lss' }] });
    expect(ta(andra, efter)).toEqual({ code: 'andrad-av-annan', field: 'tagen' });
    expect(ta(karin, efter)).toEqual([]);
  });

  const journalfor = (over: object = {}, records = varld(fraganFranKunden()), kommandoId = testId(700)) =>
    testDecideAny(
      'meddelande.journalfor',
      {
        ...{ personId: akt.person, gruppId, meddelandeId, anteckningId: testId(70), rev: testId(501), rubrikKod: 'JOURNAL' },
        ...{ dokumentation: { slag: 'utredning', id: akt.utredning }, ...over },
      },
      brevState(records, 'akt'),
      { ...testContext(), kommandoId },
    );

  test('JFOR-01 JFOR-02 JFOR-04 FORB-69 becomes a signed note with sender, time and the text unaltered, once', () => {
    const efter = applied(varld(fraganFranKunden()), journalfor());
    const not = efter.find(({ id }) => id === testId(70));
    expect(not).toMatchObject({ type: 'anteckning', data: { handelsedatum: '2026-11-19', signerad: { namn: 'Karin Ek' }, enhet: 'lss' } });
    const text = not?.type === 'anteckning' ? plainText(not.data.text) : '';
    expect(text).toContain('Från: Ekström, Linnea Maria 20091231-2386');
    expect(text).toContain('Skickat: 2026-11-19 09:00');
    expect(text.endsWith('Hej Karin!\n\nNär får jag veta?')).toBe(true);
    expect(koden(journalfor({ anteckningId: testId(71) }, efter, testId(701)))).toBe('meddelande-redan-journalfort');
    // Their own, decided again before the akt has been told.
    const utan = efter.filter(({ type }) => type !== 'anteckning');
    expect(koden(journalfor({}, utan))).toBe('skickat');
  });

  test('JFOR-02 the note says of whom it was for whether they had it; what was taken back is not put into the akt, nor what is there taken back', () => {
    const till = {
      slag: 'medborgare' as const,
      namn: 'Ekström, Linnea Maria',
      personnummer: '200912312386',
      aktiveringId: etjanstId(akt.person),
    };
    const fran = { slag: 'anvandare' as const, anvandareId: testId(1), namn: 'Karin Ek' };
    const notens = (over: object) => {
      const not = applied(varld(), journalfor({}, varld(fraganFranKunden({ fran, till: [{ ...till, ...over }] })))).find(
        ({ id }) => id === testId(70),
      );
      return not?.type === 'anteckning' ? plainText(not.data.text) : '';
    };
    const at = testContext().now;
    expect(notens({ levererat: at })).toMatch(/^Till: [^(\n]*$/m);
    expect(notens({})).toMatch(/^Till: .* \(väntar på e-tjänsten\)$/m);
    expect(notens({ uteblivet: { kod: 'etjanst-avslutad', at } })).toMatch(/^Till: .* \(kom inte fram\)$/m);
    const tillbaka = fraganFranKunden({ fran, till: [{ ...till, uteblivet: { kod: 'meddelande-tillbakataget', at } }] });
    expect(koden(journalfor({}, varld(tillbaka)))).toBe('meddelande-tillbakataget');
    const vantande = varld(etjanst(), fraganFranKunden({ fran, till: [till], vantar: true }));
    const ta = testDecideAny(
      'meddelande.taTillbaka',
      { gruppId, meddelandeId },
      brevState(applied(vantande, journalfor({}, vantande))),
      testContext(),
    );
    expect(koden(ta)).toBe('meddelande-redan-journalfort');
  });

  test('JFOR-06 FORB-70 what somebody near wrote goes to the akt where they are a contact, and to no other', () => {
    const fran = {
      slag: 'medborgare' as const,
      namn: 'Ekström, Åsa',
      personnummer: systersNummer,
      aktiveringId: godkannandeId(1),
      godkannandeId: godkannandeId(1),
    };
    const syster = fraganFranKunden({ fran, personId: testId(11) });
    expect(koden(journalfor({}, varld(syster, ombudet())))).toBe('skickat');
    expect(koden(journalfor({}, varld(syster)))).toBe('meddelande-annan-kund');
    expect(koden(journalfor({}, varld(fraganFranKunden({ personId: testId(11) }), ombudet())))).toBe('meddelande-annan-kund');
    expect(koden(journalfor({}, varld(fraganFranKunden({ enhet: 'bistand' }))))).toBe('annan-enhet');
  });

  test('MEDD-14 FORB-71 what is about a kund is not put away before it is journalfört, or said not to need it', () => {
    const bort = (over: object = {}, records = varld(fraganFranKunden())) =>
      testDecideAny(
        'meddelande.taBort',
        { ...plats(egen), bort: true, utanJournalforing: false, ...over },
        brevState(records),
        testContext(),
      );
    expect(koden(bort())).toBe('meddelande-ej-journalfort');
    expect(bort({ utanJournalforing: true })).toMatchObject([{ data: { borttaget: { utanJournalforing: true } } }]);
    const journalfort = applied(varld(fraganFranKunden()), journalfor());
    expect(koden(bort({}, journalfort))).toBe('skickat');
    // Behind a journalföring of one's own that the server has not answered: the note is there, the mark is not.
    const pavag = journalfort.map((one) => (one.type === 'meddelande' ? fraganFranKunden() : one));
    expect(koden(bort({ journalforsSom: { personId: akt.person, anteckningId: testId(70) } }, pavag))).toBe('skickat');
    expect(koden(bort({ journalforsSom: { personId: akt.person, anteckningId: testId(79) } }, pavag))).toBe('meddelande-ej-journalfort');
  });

  test('FRAGA-62 a message is protected with all that is told of it', () => {
    const records = applied(varld(fraganFranKunden()), las(egen));
    const decision = testDecideAny(
      'meddelande.skydda',
      { gruppId, meddelandeId, skyddad: true },
      brevState(records),
      testContext(systemaktor('Skydd')),
    );
    expect(isRejection(decision) || decision.map((change) => [change.type, change.op === 'put' && 'skyddad' in change.data])).toEqual([
      ['meddelande', true],
      ['brevlage', true],
    ]);
  });
});

test('MINST-02 to -04 the settings are the user’s own, and say what they replace', () => {
  const spara = (over: object, records = varld()) =>
    testDecideAny('meddelande.installningar', { basRev: null, rev: testId(500), ...over }, brevState(records), testContext());
  const efter = applied(varld(), spara({ signatur: 'Karin Ek' }));
  expect(efter.find(({ id }) => id === installningId(testId(1)))?.data).toMatchObject({ anvandareId: testId(1), signatur: 'Karin Ek' });
  expect(koden(spara({}, efter))).toBe('andrad-av-annan');
  expect(koden(spara({ franvaro: { fran: '2026-11-21', tom: '2026-11-20', text: 'x' } }))).toBe('datum-fore');
  expect(koden(spara({ vidarebefordran: { enhet: 'bistand', kod: 'bistand', nar: 'alltid' } }))).toBe('annan-enhet');
});

function signaturen() {
  return { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' };
}
