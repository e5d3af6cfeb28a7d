import { describe, expect, test } from 'vitest';
import { akttyper } from '../records.ts';
import { fattat, underlag } from '../testing/beslut.ts';
import { testDecideAny } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAnteckning, testContext, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';

const karin = testActor();
const signatur = { anvandareId: karin.id, namn: karin.namn, at: '2026-11-19T10:00:00.000Z' };
const ord = 'Behöver stöd vid måltider.';
const grund = 'Kundens samtycke';
const note = (over: object = {}): TestRecord => ({
  type: 'anteckning',
  id: testId(70),
  data: testAnteckning({ enhet: 'lss', signerad: signatur, text: fromPlainText(ord), titel: 'Hembesök', ...over }),
});
const enhetslista = (synlighet: 'ingen' | 'namnden' | 'kommunen' = 'kommunen'): TestRecord => ({
  type: 'vardelista',
  id: testId(605),
  data: {
    lista: 'enhet',
    varden: [
      { namn: 'LSS', kod: 'lss', synlighet: 'kommunen' },
      { namn: 'Bistånd', kod: 'bistand', synlighet },
      { namn: 'Barn', kod: 'barn', synlighet: 'kommunen' },
    ],
  },
});
const med = (person: object = {}, ...mer: TestRecord[]): TestRecord[] =>
  [...underlag(enhetslista(), note(), fattat(1, { enhet: 'lss' }), ...mer)].map((one): TestRecord => {
    if (one.id === akt.person) return { ...one, data: { ...one.data, enheter: ['lss', 'bistand'], ...person } } as TestRecord;
    return one.id === akt.utredning ? ({ ...one, data: { ...one.data, enhet: 'lss' } } as TestRecord) : one;
  });
const input = {
  ...{ personId: akt.person, ref: { type: 'anteckning', id: testId(70) }, sedd: testId(500), tillEnhet: 'bistand', grund },
  ...{ skal: 'Behövs för hemtjänsten', utlamningId: testId(96), mottagenId: testId(97), bevakningId: testId(98) },
};
const lamna = (records: TestRecord[], over: object = {}, actor = karin) =>
  testDecideAny('uppgift.lamna', { ...input, ...over }, stateOf(records), { ...testContext(actor), kommandoId: testId(800) });
const efter = (records: TestRecord[], over: object = {}, actor = karin) => stateOf(applied(records, lamna(records, over, actor)));

describe('OSL 10:1 26:1 a signed text or a beslut is handed to another unit of the kund’s', () => {
  test('the receiver has a copy of its own, with by whom, when, the ground and why; the giver keeps what went where', () => {
    const state = efter(med());
    const lamnad = { anvandareId: karin.id, namn: karin.namn, at: '2026-11-20T09:00:00.000Z' };
    const gemensamt = { namn: 'Behov Hembesök 261119', grund, skal: 'Behövs för hemtjänsten', lamnad };
    expect(state.get('mottagen', testId(97))).toEqual({
      ...{ enhet: 'bistand', franEnhet: 'lss', ...gemensamt },
      innehall: {
        slag: 'text',
        rubrik: 'Behov',
        titel: 'Hembesök',
        handelsedatum: '2026-11-19',
        text: fromPlainText(ord),
        signerad: signatur,
      },
    });
    expect(state.get('utlamning', testId(96))).toEqual({
      enhet: 'lss',
      ref: input.ref,
      basRev: testId(500),
      tillEnhet: 'bistand',
      ...gemensamt,
    });
    // The receiver's enhetschef is told, and no other unit.
    expect(state.get('bevakning', testId(98))).toMatchObject({
      ...{ enhet: 'bistand', bevakasAvRoll: 'enhetschef', text: 'LSS har lämnat en uppgift om en kund till er.' },
    });
    expect(state.get('bevakning', testId(98))?.gemensam).toBeUndefined();
  });

  test('a beslut: what was decided, and none of what the unit keeps about it', () => {
    const records = med({}, fattat(2, { enhet: 'lss', utanLssInsatser: 'Vill inte', personkrets: '2', giltigTom: '2027-11-30' }));
    const innehall = efter(records, { ref: { type: 'beslut', id: testId(202) }, sedd: testId(240) }).get('mottagen', testId(97))?.innehall;
    expect(innehall).toEqual({
      ...{ slag: 'beslut', beslutsnamn: 'LSS Kontaktperson Bifall', utfall: 'bifall', beslutsdatum: '2026-11-10' },
      ...{ giltigFran: '2026-11-10', giltigTom: '2027-11-30', beslutsfattare: expect.anything() },
    });
  });

  test('each unit’s history tells what was done with its own, and repeats no word of the text', () => {
    const handelser = efter(med()).list('handelse');
    expect(handelser.map(({ data }) => [data.enhet, data.gemensam, data.kommando, data.poster.map(({ type }) => type)])).toEqual([
      ['lss', undefined, 'uppgift.lamna', ['utlamning']],
      ['bistand', undefined, 'uppgift.lamna', ['mottagen', 'bevakning']],
    ]);
    expect(new Set(handelser.map(({ id }) => id)).size).toBe(2);
    expect(JSON.stringify(handelser)).not.toContain(ord);
  });

  const skyddad = { skydd: 'skyddadFolkbokforing' };
  test.each<[string, object, object, ReturnType<typeof testActor>, object]>([
    ['a text of another unit than one’s own', {}, {}, testActor({ enheter: ['bistand'] }), { code: 'finns-inte' }],
    ['ROLL-03 by staff of a utförare', {}, {}, testActor({ roller: ['utforare'] }), { code: 'behorighet-saknas' }],
    ['FRAGA-62 of one who is protected, without the right', skyddad, {}, karin, { code: 'atkomst-saknas' }],
    ['to a unit that has not the kund', {}, { tillEnhet: 'barn' }, karin, { code: 'enheten-har-inte-kunden', field: 'tillEnhet' }],
    ['to one’s own unit', {}, { tillEnhet: 'lss' }, karin, { code: 'enheten-har-inte-kunden', field: 'tillEnhet' }],
    ['on another revision than the form showed', {}, { sedd: testId(501) }, karin, { code: 'andrad-av-annan' }],
    ['on a ground that the catalogue has not', {}, { grund: 'Jag vill' }, karin, { code: 'finns-inte-i-katalogen', field: 'grund' }],
    ['without a reason', {}, { skal: ' ' }, karin, { code: 'skal-kravs', field: 'skal' }],
    ['what is not there', {}, { ref: { type: 'beslut', id: testId(299) } }, karin, { code: 'finns-inte' }],
    ['over a record that is there', {}, { mottagenId: akt.utredning }, karin, { code: 'finns-redan' }],
    ['with one id for two', {}, { mottagenId: testId(96) }, karin, { code: 'finns-redan' }],
  ])('refused: %s', (_, person, over, actor, rejection) => {
    expect(lamna(med(person), over, actor)).toEqual(rejection);
  });

  test.each<[string, TestRecord, object, string]>([
    ['a text that is not signed', note({ signerad: undefined }), {}, 'osignerat-lamnas-inte'],
    ['a felmarkerad text', note({ felmarkerad: { ...signatur, orsak: 'Fel kund' } }), {}, 'felmarkerat-lamnas-inte'],
    [
      'a felmarkerat beslut',
      fattat(1, { enhet: 'lss', felmarkerad: true }),
      { ref: { type: 'beslut', id: testId(201) }, sedd: testId(240) },
      'felmarkerat-lamnas-inte',
    ],
  ])('refused: %s', (_, record, over, code) => {
    const records = med().map((one) => (one.id === record.id ? record : one));
    expect(lamna(records, over)).toEqual({ code });
  });

  test('FRAGA-62 of one who is protected, with the right', () => {
    expect(efter(med(skyddad), {}, testActor({ skyddadBehorighet: true })).list('mottagen')).toHaveLength(1);
  });

  test('a unit that nobody else may know to have her answers as one that has not', () => {
    const records = med().map((one) => (one.id === testId(605) ? enhetslista('ingen') : one));
    expect(lamna(records)).toEqual({ code: 'enheten-har-inte-kunden', field: 'tillEnhet' });
    // Who is of both knows.
    expect(efter(records, {}, testActor({ enheter: ['lss', 'bistand'] })).list('mottagen')).toHaveLength(1);
  });

  test('nothing else is made or changed', () => {
    const records = med();
    const before = stateOf(records);
    const after = efter(records);
    const nya = ['utlamning', 'mottagen', 'bevakning', 'handelse'];
    for (const type of akttyper.filter((one) => !nya.includes(one))) expect(after.list(type), type).toEqual(before.list(type));
  });
});
