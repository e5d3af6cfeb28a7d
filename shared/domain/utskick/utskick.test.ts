import { describe, expect, test } from 'vitest';
import { andraId } from '../andra-id.ts';
import { brevmarke, kundmarke } from '../beslut/samma-brev.ts';
import { saknadeBrev, utskickslage } from '../beslut/utskick.ts';
import { type Decision, isRejection } from '../command.ts';
import type { Dokument } from '../dokument/records.ts';
import { etjanstId } from '../etjanst/records.ts';
import type { Person } from '../person/records.ts';
import { systemaktor } from '../systemaktor.ts';
import { chefen, fatta, fattat, nyttBeslut, utskottet } from '../testing/beslut.ts';
import { testDecideAny } from '../testing/decide.ts';
import { etjanst } from '../testing/etjanst.ts';
import { kat, testKatalog } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testAkt, testAnteckning, testContext, testId } from '../testing/state.ts';
import { protokolltyperna, utskickId } from './skicka.ts';

const beslutId = testId(201);
const signatur = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T08:00:00.000Z' };
const listor: TestRecord[] = [
  {
    type: 'vardelista',
    id: testId(790),
    data: { lista: 'enhet', varden: [{ namn: 'LSS', kod: 'lss', bevakaUtskick: true }] },
  },
  { type: 'vardelista', id: testId(792), data: { lista: 'dokumenttyp', varden: [{ namn: 'Protokoll', kod: 'protokoll' }] } },
];
/** Märta, who is of age, and has the e-service. */
const varld = (...mer: TestRecord[]): TestRecord[] => {
  const byts = new Set(mer.map(({ id }) => id));
  const alla = [...testAkt(), ...testKatalog(), ...listor, etjanst({ lage: 'aktiv' })].map(
    (one): TestRecord =>
      one.type === 'person' ? { ...one, data: { ...one.data, personnummer: '199904122380', fodelsedatum: '1999-04-12' } } : one,
  );
  return [...alla.filter(({ id }) => !byts.has(id)), ...mer];
};
const person = (over: object): TestRecord => {
  const found = varld().find(({ type }) => type === 'person');
  return { ...found, data: { ...found?.data, ...over } } as TestRecord;
};
const utskick = (over: object = {}) => ({ utskick: { ...signatur, ...over } });
const dokument = (n: number, over: Partial<Dokument>): TestRecord => ({
  type: 'dokument',
  id: testId(n),
  data: {
    ...{ rubrik: 'Beslut', typ: 'Beslut', knytsTill: { type: 'beslut', id: beslutId }, sha256: 'a'.repeat(64), storlek: 10, sidor: 1 },
    ...{ skapad: signatur, ...over },
  },
});
const rev = testId(240);
const brev = (n: number, slag: 'beslut' | 'beslutsmeddelande', over: Partial<Dokument> = {}): TestRecord =>
  dokument(n, { rubrik: slag, underlag: [{ type: brevmarke(slag), id: rev }], ...over });
const breven = [brev(701, 'beslut'), brev(702, 'beslutsmeddelande')];
const protokollet = (over: Partial<Dokument>) => dokument(703, { rubrik: 'Protokoll 12 §', typ: 'Protokoll', ...over });
const protokoll = protokollet({});
const iSerie = { koppling: { slag: 'serie' as const, id: testId(230) } };
const fore = { ...signatur, at: '2020-03-01T09:00:00.000Z' };
/** Letters of two beslut. */
const bada = (...slag: ('beslut' | 'beslutsmeddelande')[]) =>
  slag.map((ett, nr) => brev(701 + nr, ett, { underlag: [rev, testId(241)].map((id) => ({ type: brevmarke(ett), id })) }));
const tillKunden = (vem: string) =>
  (['beslut', 'beslutsmeddelande'] as const).map((slag, nr) =>
    brev(701 + nr, slag, {
      underlag: [
        { type: brevmarke(slag), id: rev },
        { type: kundmarke, id: akt.person, rev: vem },
      ],
    }),
  );
const twice = ({ data }: TestRecord) => {
  const { underlag = [] } = data as Dokument;
  return [...underlag, ...underlag];
};
const not = (over: object = {}): TestRecord => ({
  type: 'anteckning',
  id: testId(704),
  data: testAnteckning({ signerad: signatur, ...over }),
});

const arkivera = (records: TestRecord[], { id, data }: TestRecord, over: object = {}): Decision => {
  const { skapad: _, ...given } = data as Dokument;
  return testDecideAny('dokument.arkivera', { personId: akt.person, dokumentId: id, ...given, ...over }, stateOf(records), testContext());
};
const posterI = (records: TestRecord[]) => records.flatMap(({ type, id }) => (['dokument', 'anteckning'].includes(type) ? [id] : []));
const skickaUt = (records: TestRecord[], id = beslutId): Decision =>
  testDecideAny(
    'beslut.skickaUt',
    { personId: akt.person, beslutId: id, poster: posterI(records) },
    stateOf(records),
    testContext(systemaktor('E-tjänsten')),
  );
const efter = (records: TestRecord[], decision: Decision) => stateOf(applied(records, decision));
const gick = (decision: Decision) => {
  if (isRejection(decision)) return decision.code;
  const brevet = decision.find(({ type }) => type === 'meddelande');
  return brevet?.op === 'put' && brevet.type === 'meddelande' ? brevet.data.bilagor.map(({ del }) => del) : [];
};
const utskottets = fattat(1, { beslutsfattare: utskottet, ...utskick() });
const chefens = (over: object = {}) => fattat(1, { beslutsfattare: chefen, ...utskick(over) });

describe('AUTO-01 a beslut goes to the e-service by itself', () => {
  test('DELEG-01 a handläggare’s own with its letters: the kund has it, and it is told in the akt; what reminded of it is done', () => {
    const bevakning: TestRecord = {
      type: 'bevakning',
      id: testId(340),
      data: {
        ...{ datum: '2026-11-20', status: 'Ej påbörjad', typ: 'Skicka beslut', text: 'x', bevakasAvId: testId(1) },
        ...{ ref: { type: 'beslut', id: beslutId }, skapad: signatur },
      },
    };
    const records = varld(fattat(1, utskick({ bevakningId: bevakning.id })), ...breven, bevakning);
    const state = efter(records, skickaUt(records));
    const now = testContext().now;
    expect(state.get('meddelande', utskickId(beslutId))).toMatchObject({
      ...{ personId: akt.person, enhet: 'lss', skickat: now, automatiskt: true, beslutIds: [beslutId] },
      fran: { slag: 'anvandare', anvandareId: testId(1), namn: 'Karin Ek' },
      till: [{ slag: 'medborgare', personnummer: '199904122380', aktiveringId: etjanstId(akt.person), levererat: now }],
      bilagor: [
        { dokumentId: testId(701), del: 'beslut', sha256: 'a'.repeat(64) },
        { dokumentId: testId(702), del: 'beslutsmeddelande' },
      ],
    });
    expect(state.get('beslut', beslutId)?.utskick).toMatchObject({ skickat: { at: now, gruppId: utskickId(beslutId) } });
    expect(state.get('bevakning', bevakning.id)?.status).toBe('Klar');
    // The same again: nothing.
    const sedan = applied(records, skickaUt(records));
    expect(skickaUt(sedan)).toEqual([]);
    // What she has been sent is changed no more.
    const { id, insatsId: _, utfall: __, ...falt } = nyttBeslut(1, { beslutsdatum: '2026-11-10', giltigFran: '2026-11-10' });
    const andrad = { ...falt, personId: akt.person, beslutId: id, basRev: rev, personkretsSedd: null, sedda: null };
    expect(testDecideAny('beslut.spara', andrad, stateOf(sedan), testContext())).toEqual({ code: 'beslutet-skickat' });
  });

  const felmarkerad = { ...signatur, orsak: 'Fel' };
  test.each<[string, TestRecord[], unknown]>([
    ['DELEG-01 without its letters', varld(fattat(1, utskick())), []],
    ['with one of them', varld(fattat(1, utskick()), brev(701, 'beslut')), []],
    ['with letters of it as it was before it was changed', varld(fattat(1, { ...utskick(), rev: testId(241) }), ...breven), []],
    ['with one that is felmarkerad', varld(fattat(1, utskick()), brev(701, 'beslut', { felmarkerad }), brev(702, 'beslutsmeddelande')), []],
    [
      'with one to a contact',
      varld(fattat(1, utskick()), brev(701, 'beslut', { mottagare: { kontaktId: testId(9) } }), brev(702, 'beslutsmeddelande')),
      [],
    ],
    ['with the letters of another beslut', varld(fattat(1, utskick()), ...breven.map((one) => knutenTill(one, testId(202)))), []],
    ['of one that was not to go there', varld(fattat(1), ...breven), []],
    ['that is felmarkerat', varld(fattat(1, { ...utskick(), felmarkerad: true }), ...breven), []],
    ['DELEG-03 individutskottet’s without the protokoll', varld(utskottets, ...breven), []],
    ['DELEG-03 with it', varld(utskottets, ...breven, protokoll), ['beslut', 'beslutsmeddelande', 'protokoll']],
    ['with a protokoll that is felmarkerat', varld(utskottets, ...breven, dokument(703, { typ: 'Protokoll', felmarkerad })), []],
    ['DELEG-02 an enhetschef’s without the journal note', varld(chefens(), ...breven), []],
    ['DELEG-02 with it', varld(chefens({ anteckningId: testId(704) }), ...breven, not()), ['beslut', 'beslutsmeddelande']],
    ['with one that is felmarkerad', varld(chefens({ anteckningId: testId(704) }), ...breven, not({ felmarkerad })), []],
    [
      'with another utredning’s',
      varld(chefens({ anteckningId: testId(704) }), ...breven, not({ dokumentation: { slag: 'utredning', id: testId(99) } })),
      [],
    ],
    [
      'with one from before the utredning',
      varld(chefens({ anteckningId: testId(704) }), ...breven, not({ handelsedatum: '2020-03-01', signerad: fore })),
      [],
    ],
    ['that was signed before it', varld(chefens({ anteckningId: testId(704) }), ...breven, not({ signerad: fore })), []],
    [
      'with letters to her as she is',
      varld(fattat(1, utskick()), ...tillKunden('199904122380 Ekström, Linnea Maria')),
      ['beslut', 'beslutsmeddelande'],
    ],
    ['with letters to her by the number she had', varld(fattat(1, utskick()), ...tillKunden('19990412T230 Ekström, Linnea Maria')), []],
    [
      'with letters that tell of a beslut that is felmarkerat too',
      varld(
        fattat(1, { ...utskick(), ...iSerie }),
        fattat(2, { ...utskick(), ...iSerie, rev: testId(241), felmarkerad: true }),
        ...bada('beslut', 'beslutsmeddelande'),
      ),
      [],
    ],
    [
      'even where they had the same revision',
      varld(
        fattat(1, { ...utskick(), ...iSerie }),
        fattat(2, { ...utskick(), ...iSerie, felmarkerad: true }),
        ...breven.map((one) => ({ ...one, data: { ...one.data, underlag: twice(one) } }) as TestRecord),
      ),
      [],
    ],
    [
      'DELEG-03 with a protokoll that went to a contact',
      varld(utskottets, ...breven, protokollet({ mottagare: { kontaktId: testId(9) } })),
      [],
    ],
    [
      'DELEG-03 with a protokoll on another of the letter',
      varld(
        fattat(1, { beslutsfattare: utskottet, ...utskick(), ...iSerie }),
        fattat(2, { beslutsfattare: utskottet, ...utskick(), ...iSerie, rev: testId(241) }),
        ...bada('beslut', 'beslutsmeddelande'),
        knutenTill(protokoll, testId(202)),
      ),
      ['beslut', 'beslutsmeddelande', 'protokoll'],
    ],
    [
      'DELEG-03 with a protokoll from before what was decided became another',
      varld(fattat(1, { beslutsfattare: utskottet, ...utskick(), andrat: '2026-11-20T08:30:00.000Z' }), ...breven, protokoll),
      [],
    ],
    ['FORB-63 before the night', varld(fattat(1, utskick()), ...breven, etjanst({ lage: 'vantarPaNatten' })), []],
  ])('%s', (_, records, utfall) => expect(gick(skickaUt(records))).toEqual(utfall));

  test('FORB-24 what is one letter is one message, and waits together', () => {
    const [ett, andra] = [fattat(1, { ...utskick(), ...iSerie }), fattat(2, { ...utskick(), ...iSerie, rev: testId(241) })];
    expect(gick(skickaUt(varld(ett, andra, ...breven)))).toEqual([]);
    const records = varld(ett, andra, ...bada('beslut', 'beslutsmeddelande'));
    const sedan = applied(records, skickaUt(records));
    expect(
      stateOf(sedan)
        .list('beslut')
        .map(({ data }) => data.utskick?.skickat?.gruppId),
    ).toEqual([utskickId(beslutId), utskickId(beslutId)]);
    expect(skickaUt(sedan, testId(202))).toEqual([]);
  });

  test.each<[string, TestRecord, string, RegExp]>([
    ['protected', person({ skydd: 'sekretessmarkering' }), 'mottagaren-skyddad', /skyddade personuppgifter/],
    ['her e-service has ended', etjanst({ lage: 'avslutad' }), 'etjanst-avslutad', /med post/],
    ['the night failed', etjanst({ lage: 'misslyckades' }), 'etjanst-avslutad', /med post/],
    ['she has died', person({ avliden: '2026-11-19' }), 'mottagaren-avliden', /med post/],
    ['she is not 18 after all', person({ fodelsedatum: '2009-12-31' }), 'mottagaren-under-arton', /under 18/],
    ['nobody knows how old she is', person({ nummerSlag: 'interim', fodelsedatum: undefined }), 'mottagaren-okand-alder', /okänd/],
  ])('FORB-59 FORB-76 FRAGA-62 %s meanwhile: it is not sent, and is a task', (_, mer, kod, text) => {
    const records = varld(fattat(1, utskick()), ...breven, mer);
    const decision = skickaUt(records);
    expect(gick(decision)).toEqual([]);
    const state = efter(records, decision);
    expect(state.get('beslut', beslutId)?.utskick?.uteblivet?.kod).toBe(kod);
    expect(state.list('bevakning').map(({ data }) => data)).toMatchObject([
      { text: expect.stringMatching(text), bevakasAvId: testId(1), enhet: 'lss' },
    ]);
    expect(skickaUt(applied(records, decision))).toEqual([]);
  });
});

test('AUTO-01 FORB-59 what is decided for one with the e-service is to go there, of what is sent at all; the unit’s task is to see that it did', () => {
  const state = efter(varld(), fatta([nyttBeslut(1)], { records: varld() }));
  const [bevakning] = state.list('bevakning');
  expect(state.get('beslut', beslutId)?.utskick).toMatchObject({ anvandareId: testId(1), bevakningId: bevakning?.id });
  expect(bevakning?.data.text).toBe('Går till e-tjänsten av sig självt. Kontrollera att det kom iväg.');
  const utan = varld(etjanst({ lage: 'avslutad' }));
  expect(efter(utan, fatta([nyttBeslut(1)], { records: utan })).get('beslut', beslutId)).not.toHaveProperty('utskick');
});

test('AUTO-01 which letters are to be made, and of what', () => {
  const fraga = (records: TestRecord[]) => {
    const state = stateOf(records);
    return {
      ...{ person: state.get('person', akt.person) as Person, beslut: state.list('beslut') },
      handlingar: state.list('dokument'),
      insatser: state.katalogLista('insats'),
    };
  };
  const [ett] = fraga(varld(fattat(1, utskick()))).beslut;
  if (!ett) throw new Error('no beslut');
  const saknas = (...records: TestRecord[]) => saknadeBrev(fraga(varld(fattat(1, utskick()), ...records)), ett);
  expect(saknas().map(({ slag }) => slag)).toEqual(['beslut', 'beslutsmeddelande']);
  expect(saknas(brev(701, 'beslut')).map(({ slag }) => slag)).toEqual(['beslutsmeddelande']);
  // The same document on every computer; of a letter that is felmarkerad another.
  const igen = saknas(brev(701, 'beslut', { felmarkerad: { ...signatur, orsak: 'Fel' } }));
  expect(igen[1]).toEqual(saknas()[1]);
  expect(new Set([...saknas(), ...igen].map(({ dokumentId }) => dokumentId)).size).toBe(3);
  const serie = (andra: object) => {
    const [forsta, ...poster] = fraga(
      varld(fattat(1, { ...utskick(), ...iSerie }), fattat(2, { ...utskick(), ...iSerie, ...andra })),
    ).beslut;
    if (!forsta) throw new Error('no beslut');
    return saknadeBrev({ ...fraga(varld()), beslut: [forsta, ...poster] }, forsta)[0]?.dokumentId;
  };
  expect(new Set([serie({ rev: testId(241) }), serie({ rev: testId(242) }), serie({ felmarkerad: true })]).size).toBe(3);
  expect(saknadeBrev(fraga(varld(fattat(1))), { ...ett, data: { ...ett.data, utskick: undefined } })).toEqual([]);
  const state = stateOf(varld(utskottets));
  expect(
    utskickslage(
      {
        ...fraga(varld(utskottets)),
        ...{ person: { ...(state.get('person', akt.person) as Person) }, etjanst: { lage: 'vantarPaNatten' }, dag: '2026-11-20' },
        ...{ anteckning: () => false, protokolltyper: protokolltyperna(state) },
      },
      { id: beslutId, data: state.get('beslut', beslutId) as never },
    ),
  ).toEqual({ slag: 'vantar', pa: ['brev', 'protokoll', 'natten'] });
});

test('FRAGA-24 what is made another after it was noted and signed waits for both again; saved again as it was it does not', () => {
  const falt = {
    beslutsdatum: '2026-11-10',
    giltigFran: '2026-11-10',
    organisationId: kat.organisation,
    beslutsfattare: chefen,
    personkrets: '1',
  };
  const spara = (records: TestRecord[], over: object = {}) =>
    applied(
      records,
      testDecideAny(
        'beslut.spara',
        { personId: akt.person, beslutId, basRev: rev, rev: testId(245), personkretsSedd: null, sedda: null, ...falt, ...over },
        stateOf(records),
        testContext(),
      ),
    );
  const noterad = fattat(1, { beslutsfattare: chefen, personkrets: '1', ...utskick({ anteckningId: testId(704) }) });
  const records = varld(noterad, not());
  const igen = stateOf(spara(records)).get('beslut', beslutId);
  expect(igen).toMatchObject({ rev: testId(245), utskick: { anteckningId: testId(704) } });
  expect(igen).not.toHaveProperty('andrat');
  const annat = stateOf(spara(records, { giltigTom: '2026-12-31' })).get('beslut', beslutId);
  expect(annat).toMatchObject({ andrat: testContext().now, utskick: { namn: 'Karin Ek' } });
  expect(annat?.utskick).not.toHaveProperty('anteckningId');
  const delavslag = { beslutsfattare: chefen, personkrets: '1' as const, koppling: { slag: 'delavslag' as const, id: testId(230) } };
  const tva = varld(
    fattat(1, { ...delavslag, ...utskick() }),
    fattat(2, { ...delavslag, ...utskick({ anteckningId: testId(704) }), utfall: 'avslag', rev: testId(241) }),
    not(),
  );
  const efterat = stateOf(spara(tva, { giltigTom: '2026-12-31' }));
  expect(efterat.get('beslut', testId(202))?.utskick, 'one note speaks for the letter').not.toHaveProperty('anteckningId');
});

test('AUTO-01 two computers that make a letter at once make one; another document of that id is refused', () => {
  const [forst] = breven;
  const records = varld(fattat(1, utskick()));
  if (!forst) throw new Error('no letter');
  const sedan = applied(records, arkivera(records, forst));
  expect(arkivera(sedan, forst, { sha256: 'b'.repeat(64) })).toEqual([]);
  for (const annat of [{ underlag: [] }, { underlag: [{ type: brevmarke('beslut'), id: testId(249) }] }])
    expect(arkivera(sedan, forst, annat)).toEqual({ code: 'finns-redan', field: 'dokumentId' });
});

test.each<[string, (nr: number, bevakningId: string) => object]>([
  ['that was to go to the e-service', (_, bevakningId) => utskick({ bevakningId })],
  [
    'that never came there',
    (nr, bevakningId) => utskick({ bevakningId, uteblivet: { kod: 'etjanst-avslutad', at: `2026-11-20T08:0${nr}:00.000Z` } }),
  ],
  ['that was to go by post', () => ({})],
])('FRAGA-24 FORB-59 of what is felmarkerat %s the task to send it is done when none that it is about is left', (_, over) => {
  const uppgift = (nr: number): TestRecord => ({
    type: 'bevakning',
    id: andraId(beslutId, nr),
    data: {
      ...{ datum: '2026-11-20', status: 'Ej påbörjad', typ: 'Skicka beslut', text: 'x', bevakasAvId: testId(1) },
      ...{ ref: { type: 'beslut', id: beslutId }, skapad: signatur },
    },
  });
  const bevakningId = uppgift(40).id;
  let records = varld(...[1, 2].map((n) => fattat(n, over(n, bevakningId))), uppgift(40));
  const uteblev = stateOf(records).get('beslut', beslutId)?.utskick?.uteblivet !== undefined;
  if (uteblev) records.push(uppgift(41));
  const felmarkera = (id: string) => {
    records = applied(
      records,
      testDecideAny('beslut.felmarkera', { personId: akt.person, beslutId: id, orsak: 'Fel' }, stateOf(records), testContext()),
    );
    return stateOf(records)
      .list('bevakning')
      .map(({ data }) => data.status)
      .sort();
  };
  expect(felmarkera(beslutId)).toEqual(uteblev ? ['Klar', 'Klar'] : ['Ej påbörjad']);
  expect(felmarkera(testId(202))).toEqual(uteblev ? ['Klar', 'Klar'] : ['Klar']);
});

test('FRAGA-24 FORB-59 two savings of one day have a task each: what is felmarkerat of one closes that one alone', () => {
  const utan = varld(etjanst({ lage: 'avslutad' }));
  const uppgifter = (records: TestRecord[]) =>
    Object.fromEntries(
      stateOf(records)
        .list('bevakning')
        .map(({ data }) => [data.ref.id, data.status]),
    );
  const forsta = applied(
    utan,
    fatta([nyttBeslut(1), nyttBeslut(2, { insatsId: kat.insats.bostadVuxna, beslutsfattare: chefen })], { records: utan }),
  );
  const records = applied(forsta, fatta([nyttBeslut(3, { insatsId: kat.insats.dagligVerksamhet })], { records: forsta }));
  expect(uppgifter(records)).toEqual({ [beslutId]: 'Ej påbörjad', [testId(203)]: 'Ej påbörjad' });
  const felmarkera = (id: string, nu: TestRecord[]) =>
    applied(nu, testDecideAny('beslut.felmarkera', { personId: akt.person, beslutId: id, orsak: 'Fel' }, stateOf(nu), testContext()));
  const ett = felmarkera(beslutId, records);
  expect(uppgifter(ett), 'one of it is left').toEqual({ [beslutId]: 'Ej påbörjad', [testId(203)]: 'Ej påbörjad' });
  const bada = felmarkera(testId(202), ett);
  expect(uppgifter(bada)).toEqual({ [beslutId]: 'Klar', [testId(203)]: 'Ej påbörjad' });
  // One that was decided before beslut named their task is of neither.
  const aldre = [...records, fattat(4, { beslutsdatum: nyttBeslut(1).beslutsdatum })];
  expect(uppgifter(felmarkera(testId(204), aldre))).toEqual({ [beslutId]: 'Ej påbörjad', [testId(203)]: 'Ej påbörjad' });
});

test('FRAGA-24 one that has been sent and is felmarkerat is for somebody to tell the kund of', () => {
  const felmarkera = (records: TestRecord[]) =>
    testDecideAny('beslut.felmarkera', { personId: akt.person, beslutId, orsak: 'Fel insats' }, stateOf(records), testContext());
  const uppgifter = (records: TestRecord[]) =>
    efter(records, felmarkera(records))
      .list('bevakning')
      .map(({ data }) => data.typ);
  expect(uppgifter(varld(fattat(1, utskick({ skickat: { at: signatur.at, gruppId: testId(870) } }))))).toEqual(['Meddela kunden']);
  expect(uppgifter(varld(fattat(1, utskick())))).toEqual([]);
});

describe('FL 44 § KLOCK-06 she has opened it', () => {
  const skickat = utskick({ skickat: { at: '2026-11-20T08:00:00.000Z', gruppId: testId(870) } });
  const oppnat = (records: TestRecord[]) =>
    testDecideAny(
      'beslut.oppnat',
      { personId: akt.person, beslutIds: [beslutId] },
      stateOf(records),
      testContext(systemaktor('E-tjänsten')),
    );
  test('that is the day she got part of it; once, and never over a day that is noted', () => {
    const records = varld(fattat(1, skickat));
    const sedan = applied(records, oppnat(records));
    expect(stateOf(sedan).get('beslut', beslutId)).toMatchObject({
      utskick: { oppnat: testContext().now },
      partTagitDel: { dag: '2026-11-20', satt: 'Öppnade beslutet i e-tjänsten', namn: 'E-tjänsten' },
    });
    expect(oppnat(sedan)).toEqual([]);
    const noterad = varld(fattat(1, { ...skickat, partTagitDel: { ...signatur, dag: '2026-11-12', satt: 'Samtal' } }));
    expect(efter(noterad, oppnat(noterad)).get('beslut', beslutId)?.partTagitDel?.dag).toBe('2026-11-12');
    expect(oppnat(varld(fattat(1, utskick())))).toEqual([]);
  });
});

describe('DELEG-02 beslut.kopplaAnteckning', () => {
  const koppla = (records: TestRecord[], over: object = {}) =>
    testDecideAny(
      'beslut.kopplaAnteckning',
      { personId: akt.person, beslutId, anteckningId: testId(704), sedd: null, rev, ...over },
      stateOf(records),
      testContext(),
    );
  test('names the note, after which it goes', () => {
    const records = varld(chefens(), ...breven, not());
    const sedan = applied(records, koppla(records));
    expect(stateOf(sedan).get('beslut', beslutId)?.utskick?.anteckningId).toBe(testId(704));
    expect(gick(skickaUt(sedan))).toEqual(['beslut', 'beslutsmeddelande']);
  });
  test.each<[string, TestRecord[], object, object]>([
    ['an unsigned note', varld(chefens(), not({ signerad: undefined })), {}, { code: 'inte-signerad', field: 'anteckningId' }],
    [
      'one that is felmarkerad',
      varld(chefens(), not({ felmarkerad: { ...signatur, orsak: 'x' } })),
      {},
      { code: 'redan-felmarkerad', field: 'anteckningId' },
    ],
    [
      'another utredning’s',
      varld(chefens(), not({ dokumentation: { slag: 'utredning', id: testId(99) } })),
      {},
      { code: 'anteckning-annan-utredning', field: 'anteckningId' },
    ],
    [
      'one from before the utredning',
      varld(chefens(), not({ handelsedatum: '2020-03-01' })),
      {},
      { code: 'anteckning-fore-utredningen', field: 'anteckningId' },
    ],
    ['one that is not there', varld(chefens()), {}, { code: 'finns-inte', field: 'anteckningId' }],
    ['a colleague linked another', varld(chefens({ anteckningId: testId(705) }), not()), {}, { code: 'andrad-av-annan' }],
    ['of one that a colleague made another', varld(chefens(), not()), { rev: testId(249) }, { code: 'andrad-av-annan' }],
    ['of one that goes by post', varld(fattat(1, { beslutsfattare: chefen }), not()), {}, { code: 'beslutet-skickas-inte' }],
    [
      'of one that has been sent',
      varld(chefens({ skickat: { at: signatur.at, gruppId: testId(870) } }), not()),
      {},
      { code: 'beslutet-skickat' },
    ],
    [
      'of one that is felmarkerat',
      varld(fattat(1, { beslutsfattare: chefen, ...utskick(), felmarkerad: true }), not()),
      {},
      { code: 'redan-felmarkerat' },
    ],
  ])('refused: %s', (_, records, over, fel) => expect(koppla(records, over)).toEqual(fel));
});

function knutenTill(one: TestRecord, id: string): TestRecord {
  return { ...one, data: { ...one.data, knytsTill: { type: 'beslut', id } } } as TestRecord;
}
