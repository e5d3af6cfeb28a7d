import { describe, expect, test } from 'vitest';
import { andraId } from '../andra-id.ts';
import { brevmarke } from '../beslut/samma-brev.ts';
import { saknadeBrev } from '../beslut/utskick.ts';
import type { Decision } from '../command.ts';
import { isRejection } from '../command.ts';
import type { Dokument } from '../dokument/records.ts';
import type { Person } from '../person/records.ts';
import { systemaktor } from '../systemaktor.ts';
import { fatta, fattat, nyttBeslut, utskottet } from '../testing/beslut.ts';
import { testDecideAny } from '../testing/decide.ts';
import { etjanst } from '../testing/etjanst.ts';
import { testKatalog } from '../testing/katalog.ts';
import { akt, applied, stateOf, type TestRecord, testAkt, testContext, testId } from '../testing/state.ts';

const beslutId = testId(201);
const rev = testId(240);
const sandningId = testId(860);
const signatur = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T08:00:00.000Z' };
const listor: TestRecord[] = [
  { type: 'vardelista', id: testId(790), data: { lista: 'enhet', varden: [{ namn: 'LSS', kod: 'lss', bevakaUtskick: true }] } },
  { type: 'vardelista', id: testId(792), data: { lista: 'dokumenttyp', varden: [{ namn: 'Protokoll', kod: 'protokoll' }] } },
];
/** Linnea, who is of age here and has no e-service. */
const hon = (over: object = {}): TestRecord => {
  const found = testAkt().find(({ type }) => type === 'person');
  return { ...found, data: { ...found?.data, personnummer: '199904122380', fodelsedatum: '1999-04-12', ...over } } as TestRecord;
};
const varld = (...mer: TestRecord[]): TestRecord[] => {
  const alla = [...testAkt(), ...testKatalog(), ...listor, hon()];
  const med = new Map([...alla, ...mer].map((one) => [one.id, one]));
  return [...med.values()];
};
const dokument = (n: number, over: Partial<Dokument>): TestRecord => ({
  type: 'dokument',
  id: testId(n),
  data: {
    ...{ rubrik: 'Beslut', typ: 'Beslut', knytsTill: { type: 'beslut', id: beslutId }, sha256: 'a'.repeat(64), storlek: 10, sidor: 1 },
    ...{ skapad: signatur, ...over },
  },
});
const breven = (['beslut', 'beslutsmeddelande'] as const).map((slag, nr) =>
  dokument(701 + nr, { rubrik: slag, underlag: [{ type: brevmarke(slag), id: rev }] }),
);
const protokoll = dokument(703, { rubrik: 'Protokoll 12 §', typ: 'Protokoll' });
const sandning = (over: object = {}) => ({ digitalPost: [{ ...signatur, id: sandningId, rev, ...over }] });
const lamnat = { at: signatur.at, handlingar: [{ dokumentId: testId(701), sha256: 'a'.repeat(64), del: 'beslut' as const }] };
const fragad = { at: '2026-11-20T09:00:00.000Z', svar: 'kanTaEmot' as const, operator: 'Brevlådan AB' };

const valj = (records: TestRecord[], over: object = {}): Decision =>
  testDecideAny(
    'beslut.skickaDigitalt',
    { personId: akt.person, beslutId, sandningId, sedda: [{ id: beslutId, rev }], ...over },
    stateOf(records),
    testContext(),
  );
const server = (name: 'beslut.lamnaDigitalt' | 'beslut.digitaltSvar', records: TestRecord[], over: object): Decision =>
  testDecideAny(name, { personId: akt.person, beslutId, sandningId, ...over }, stateOf(records), testContext(systemaktor('Digital post')));
const lamna = (records: TestRecord[], over: object = {}) =>
  server('beslut.lamnaDigitalt', records, {
    ...{ fragad, kanske: false, poster: records.flatMap(({ type, id }) => (type === 'dokument' ? [id] : [])) },
    ...over,
  });
const svara = (records: TestRecord[], utfall: object) => server('beslut.digitaltSvar', records, { utfall });
const mottaget = { slag: 'mottaget', at: '2026-11-20T09:05:00.000Z', kvitto: 'K-17' };
const sist = (records: TestRecord[], id = beslutId) => stateOf(records).get('beslut', id)?.digitalPost?.at(-1);
const uppgifter = (records: TestRecord[]) =>
  stateOf(records)
    .list('bevakning')
    .map(({ data: { status, text } }) => [status, text]);

test('FORB-59 a beslut by post, digitally: chosen, handed over, received; the task is done and no day is set on which she got part of it', () => {
  const fore = varld();
  const beslutat = applied(fore, fatta([nyttBeslut(1, { rev })], { records: fore }));
  expect(uppgifter(beslutat)).toEqual([['Ej påbörjad', 'E-tjänsten är inte aktiv. Skicka beslutet med post.']]);
  const valt = applied(beslutat, valj(beslutat));
  expect(sist(valt)).toEqual({ ...signatur, at: testContext().now, id: sandningId, rev });
  // Its letters are to be made, by whoever has the akt open.
  const state = stateOf(valt);
  const fraga = {
    ...{ person: state.get('person', akt.person) as Person, beslut: state.list('beslut'), handlingar: state.list('dokument') },
    insatser: state.katalogLista('insats'),
  };
  expect(fraga.beslut.flatMap((ett) => saknadeBrev(fraga, ett)).map(({ slag }) => slag)).toEqual(['beslut', 'beslutsmeddelande']);
  expect(lamna(valt), 'it waits for them').toEqual([]);
  const medBrev = [...valt, ...breven];
  const lamnat = applied(medBrev, lamna(medBrev));
  expect(sist(lamnat)).toMatchObject({
    fragad,
    lamnat: {
      handlingar: [
        { dokumentId: testId(701), sha256: 'a'.repeat(64), del: 'beslut' },
        { dokumentId: testId(702), sha256: 'a'.repeat(64), del: 'beslutsmeddelande' },
      ],
    },
  });
  expect(lamna(lamnat), 'asked again it is as it was').toEqual([]);
  expect(uppgifter(lamnat)[0]?.[0]).toBe('Ej påbörjad');
  const framme = applied(lamnat, svara(lamnat, mottaget));
  expect(sist(framme)?.mottaget).toEqual({ at: mottaget.at, kvitto: 'K-17' });
  expect(uppgifter(framme).map(([status]) => status)).toEqual(['Klar']);
  expect(stateOf(framme).get('beslut', beslutId)).not.toHaveProperty('partTagitDel');
  expect(svara(framme, { slag: 'uteblivet', kod: 'digital-post-nekad' }), 'what has come there has come there').toEqual([]);
  expect(valj(framme, { sandningId: testId(861) })).toEqual({ code: 'beslutet-skickat-digitalt' });
});

describe('who is sent nothing by digital post: refused when it is chosen, and again when it is to be handed over', () => {
  test.each<[string, TestRecord, string, RegExp]>([
    ['FRAGA-62 skyddad folkbokföring', hon({ skydd: 'skyddadFolkbokforing' }), 'mottagaren-skyddad', /skyddade personuppgifter/],
    ['FRAGA-62 sekretessmarkering', hon({ skydd: 'sekretessmarkering' }), 'mottagaren-skyddad', /skyddade personuppgifter/],
    ['she has died', hon({ avliden: '2026-11-19' }), 'mottagaren-avliden', /avlidit/],
    ['she is a child', hon({ fodelsedatum: '2009-12-31' }), 'mottagaren-under-arton', /under 18/],
    ['she is a child by her number', hon({ personnummer: '201204122384' }), 'mottagaren-under-arton', /under 18/],
    ['nobody knows how old she is', hon({ fodelsedatum: undefined, nummerSlag: 'samordningsnummer' }), 'mottagaren-okand-alder', /okänd/],
    ['she has an interim number', hon({ nummerSlag: 'interim' }), 'etjanst-utan-nummer', /inget personnummer/],
    ['she has the e-service', etjanst({ lage: 'aktiv' }), 'etjanst-finns', /e-tjänsten/],
    ['she is to have it in the night', etjanst({ lage: 'vantarPaNatten' }), 'etjanst-finns', /e-tjänsten/],
  ])('%s', (_, mer, kod, text) => {
    expect(valj(varld(fattat(1), mer))).toEqual({ code: kod });
    const records = varld(fattat(1, sandning()), ...breven, mer);
    const sedan = applied(records, lamna(records));
    expect(sist(sedan)).toMatchObject({ uteblivet: { kod } });
    expect(sist(sedan)).not.toHaveProperty('lamnat');
    expect(uppgifter(sedan)).toMatchObject([['Ej påbörjad', expect.stringMatching(text)]]);
    expect(uppgifter(sedan)[0]?.[1]).toMatch(/^Ta brevet med post: /);
  });
  test('protected after it was handed over without an answer: not again, and nobody says that it did not come there', () => {
    const records = varld(fattat(1, sandning({ fragad, lamnat })), ...breven, hon({ skydd: 'sekretessmarkering' }));
    const sedan = applied(records, lamna(records, { kanske: true }));
    expect(sist(sedan)?.uteblivet?.kod).toBe('digital-post-oviss');
    expect(uppgifter(sedan)[0]?.[1]).toMatch(/skyddade personuppgifter\. Kontrollera vart .* Kan ha kommit digitalt\.$/);
    expect(valj(applied(sedan, [{ op: 'put', type: 'person', id: akt.person, data: hon().data as Person }]))).toEqual({
      code: 'digital-post-oviss',
    });
  });
  test.each<[object, RegExp]>([
    [{ skydd: 'sekretessmarkering' }, /skyddade personuppgifter\. Kontrollera vart/],
    [{ avliden: '2026-11-19' }, /avlidit\. Kontrollera vem/],
  ])('FRAGA-62 %o when nobody answered: the task says that first', (over, text) => {
    const records = varld(fattat(1, sandning({ fragad, lamnat })), ...breven, hon(over));
    for (const kod of ['digital-post-svarar-inte', 'digital-post-oviss'])
      expect(uppgifter(applied(records, svara(records, { slag: 'uteblivet', kod })))[0]?.[1]).toMatch(text);
  });
});

describe('refused', () => {
  const utskick = (over: object = {}) => ({ utskick: { ...signatur, ...over } });
  const uteblivet = { kod: 'etjanst-avslutad', at: signatur.at };
  test.each<[string, TestRecord[], object, string]>([
    ['of what goes to the e-service', [fattat(1, utskick())], {}, 'beslutet-till-etjansten'],
    ['of what went there', [fattat(1, utskick({ skickat: { at: signatur.at, gruppId: testId(870) } }))], {}, 'beslutet-skickat'],
    ['of what is felmarkerat', [fattat(1, { felmarkerad: true })], {}, 'redan-felmarkerat'],
    ['of what is on its way', [fattat(1, sandning())], { sandningId: testId(861) }, 'digital-post-pagar'],
    ['of what a colleague made another', [fattat(1, { rev: testId(241) })], {}, 'andrad-av-annan'],
    [
      'of a letter that tells of one that was not shown',
      [1, 2].map((n) => fattat(n, { koppling: { slag: 'serie', id: testId(230) } })),
      {},
      'andrad-av-annan',
    ],
    ['of one that is not there', [], {}, 'finns-inte'],
  ])('%s', (_, records, over, code) => expect(valj(varld(...records), over)).toMatchObject({ code }));
  test('of what she has got part of: when it is chosen, and when it is to be handed over, and nobody is to send it by post', () => {
    const partTagitDel = { ...signatur, dag: '2026-11-20', satt: 'Vid besök' };
    expect(valj(varld(fattat(1, { partTagitDel })))).toEqual({ code: 'kunden-tagit-del' });
    const records = varld(fattat(1, { ...sandning(), partTagitDel }), ...breven);
    const sedan = applied(records, lamna(records));
    expect(sist(sedan)?.uteblivet?.kod).toBe('kunden-tagit-del');
    expect(sist(sedan)).not.toHaveProperty('lamnat');
    expect(uppgifter(sedan)).toEqual([]);
  });
  test('what could not go to the e-service may go so', () =>
    expect(isRejection(valj(varld(fattat(1, utskick({ uteblivet })), etjanst({ lage: 'avslutad' }))))).toBe(false));
});

test.each<[string, TestRecord[], string[] | undefined]>([
  [
    'DELEG-03 individutskottet’s waits for its protokoll',
    varld(fattat(1, { beslutsfattare: utskottet, ...sandning() }), ...breven),
    undefined,
  ],
  [
    'DELEG-03 and goes with it',
    varld(fattat(1, { beslutsfattare: utskottet, ...sandning() }), ...breven, protokoll),
    ['beslut', 'beslutsmeddelande', 'protokoll'],
  ],
])('%s', (_, records, delar) => expect(sist(applied(records, lamna(records)))?.lamnat?.handlingar.map(({ del }) => del)).toEqual(delar));

test.each<[string, TestRecord[]]>([
  ['changed', [fattat(1, { ...sandning(), rev: testId(241) })]],
  [
    'of which one is felmarkerat',
    [1, 2].map((n) =>
      fattat(n, { ...sandning(), koppling: { slag: 'serie', id: testId(230) }, ...(n === 2 ? { felmarkerad: true } : {}) }),
    ),
  ],
])('FRAGA-24 what was %s since it was chosen does not go', (_, beslut) => {
  const records = varld(...beslut, ...breven);
  const sedan = applied(records, lamna(records));
  expect(sist(sedan)?.uteblivet?.kod).toBe('beslutet-andrat');
  expect(uppgifter(sedan)).toEqual([['Ej påbörjad', 'Ta brevet med post: beslutet ändrades innan det skickades.']]);
});

test.each<[string, boolean]>([
  ['beslutet-andrat', false],
  ['digital-post-oviss', true],
])('FRAGA-24 a document that was felmarkerat since it was handed over, and made anew: %s', (kod, kanske) => {
  const nytt = dokument(704, { rubrik: 'beslut', underlag: [{ type: brevmarke('beslut'), id: rev }], sha256: 'b'.repeat(64) });
  const fel = dokument(701, {
    rubrik: 'beslut',
    underlag: [{ type: brevmarke('beslut'), id: rev }],
    felmarkerad: { ...signatur, orsak: 'Fel' },
  });
  const records = varld(fattat(1, sandning({ fragad, lamnat })), ...breven, fel, nytt);
  expect(sist(applied(records, lamna(records, { kanske })))?.uteblivet?.kod).toBe(kod);
});

test('FRAGA-24 it is not changed from when it is handed over, is again when it did not come there, and is told of when it did and was wrong', () => {
  const { id: _, insatsId: __, utfall: ___, ...falt } = nyttBeslut(1, { beslutsdatum: '2026-11-10', giltigFran: '2026-11-10' });
  const spara = (records: TestRecord[]) =>
    testDecideAny(
      'beslut.spara',
      { ...falt, personId: akt.person, beslutId, basRev: rev, rev: testId(245), personkretsSedd: null, sedda: null },
      stateOf(records),
      testContext(),
    );
  const underVag = varld(fattat(1, sandning({ fragad, lamnat })), ...breven);
  expect(spara(underVag)).toMatchObject({ code: 'beslutet-skickat-digitalt' });
  const ater = applied(underVag, svara(underVag, { slag: 'uteblivet', kod: 'digital-post-nekad' }));
  expect(isRejection(spara(ater))).toBe(false);
  const felmarkerat = applied(
    underVag,
    testDecideAny('beslut.felmarkera', { personId: akt.person, beslutId, orsak: 'Fel' }, stateOf(underVag), testContext()),
  );
  expect(uppgifter(felmarkerat), 'it may not come there').toEqual([]);
  expect(uppgifter(applied(felmarkerat, svara(felmarkerat, { slag: 'uteblivet', kod: 'digital-post-nekad' })))).toEqual([]);
  const meddela = [['Ej påbörjad', 'Beslutet har skickats till kundens digitala brevlåda och är felmarkerat. Meddela kunden.']];
  expect(uppgifter(applied(felmarkerat, svara(felmarkerat, mottaget)))).toEqual(meddela);
  const framme = applied(underVag, svara(underVag, mottaget));
  const fel = testDecideAny('beslut.felmarkera', { personId: akt.person, beslutId, orsak: 'Fel' }, stateOf(framme), testContext());
  expect(uppgifter(applied(framme, fel))).toEqual(meddela);
});

test('FORB-59 the task that stands says why; what somebody wrote in it is theirs, and once done it comes again', () => {
  const uppgift = (over: object): TestRecord => ({
    type: 'bevakning',
    id: andraId(beslutId, 40),
    data: {
      ...{ datum: '2026-11-20', status: 'Ej påbörjad', typ: 'Skicka beslut', bevakasAvId: testId(1) },
      ...{ text: 'E-tjänsten är inte aktiv. Skicka beslutet med post.', ref: { type: 'beslut', id: beslutId }, skapad: signatur, ...over },
    } as Extract<TestRecord, { type: 'bevakning' }>['data'],
  });
  const ejAnsluten = { slag: 'uteblivet', kod: 'digital-post-ej-ansluten' };
  const efter = (over: object) => {
    const records = varld(fattat(1, { ...sandning(), postuppgiftId: andraId(beslutId, 40) }), uppgift(over));
    return applied(records, svara(records, ejAnsluten));
  };
  const ny = ['Ej påbörjad', 'Ta brevet med post: kunden har ingen digital brevlåda.'];
  expect(uppgifter(efter({}))).toEqual([ny]);
  expect(uppgifter(efter({ text: 'Ring först' }))).toEqual([['Ej påbörjad', 'Ring först'], ny]);
  expect(uppgifter(efter({ status: 'Klar' }))).toEqual([['Klar', expect.anything()], ny]);
  // Tried once more, and received: all that it was about is done.
  const ater = efter({ text: 'Ring först' });
  const igen = applied(ater, valj(ater, { sandningId: testId(861) }));
  const framme = applied(igen, server('beslut.digitaltSvar', igen, { sandningId: testId(861), utfall: mottaget }));
  expect(uppgifter(framme).map(([status]) => status)).toEqual(['Klar', 'Klar']);
});

test('FORB-24 what is one letter is one sending, told alike on each', () => {
  const tva = [1, 2].map((n) => fattat(n, { koppling: { slag: 'serie', id: testId(230) }, rev: testId(239 + n) }));
  const records = varld(...tva);
  const valt = applied(records, valj(records, { sedda: tva.map(({ id, data }) => ({ id, rev: (data as { rev: string }).rev })) }));
  const ids = [beslutId, testId(202)];
  expect(ids.map((id) => sist(valt, id)?.id)).toEqual([sandningId, sandningId]);
  const framme = applied(valt, svara(valt, mottaget));
  expect(ids.map((id) => sist(framme, id)?.mottaget?.kvitto)).toEqual(['K-17', 'K-17']);
});
