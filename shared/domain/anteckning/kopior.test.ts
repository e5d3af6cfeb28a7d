import { describe, expect, test } from 'vitest';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testAnteckning, testContext, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';
import { kanKopieras } from './kopiera.ts';
import type { Anteckning } from './records.ts';

const till = testId(21);
const by = { anvandareId: testId(5), namn: 'Per Ås', at: '2025-03-01T10:00:00.000Z' };
const note = (n: number, over: Partial<Anteckning> = {}): TestRecord => ({ type: 'anteckning', id: testId(n), data: testAnteckning(over) });
const iMalet = { dokumentation: { slag: 'utredning', id: till } } as const;
/** The utredning of {@link testAkt} with two texts, one of them signed, and an empty one beside it. */
const records = (...more: TestRecord[]): TestRecord[] => [
  ...testAkt(),
  {
    type: 'utredning',
    id: till,
    data: {
      typ: 'LSS Utredning',
      startdatum: '2026-11-01',
      inkomDatum: '2026-11-01',
      ansvarigHandlaggareId: testId(1),
      organisationId: testId(2),
    },
  },
  note(70, { handelsedatum: '2025-03-01', titel: 'Behov', signerad: by, skapad: by, sparad: by }),
  note(71, { rubrikKod: 'ANSOKAN', text: fromPlainText('Ansöker om ledsagarservice.'), skapad: { ...by, at: '2025-03-02T10:00:00.000Z' } }),
  note(72, { rubrikKod: 'JOURNAL' }),
  note(73, { rubrikKod: 'BEDOMNING', signerad: by, felmarkerad: { ...by, orsak: 'Fel kund' } }),
  ...more,
];
const kopior = [
  { franId: testId(70), id: testId(80), rev: testId(580) },
  { franId: testId(71), id: testId(81), rev: testId(581) },
];
const kopiera = (before: TestRecord[], over: object = {}, actor = testActor()) =>
  testDecide(
    'anteckning.kopieraTrad',
    { personId: akt.person, franUtredningId: akt.utredning, tillUtredningId: till, kopior, ...over },
    stateOf(before),
    testContext(actor),
  );
const copied = () => applied(records(), kopiera(records()));
const sparad = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' };

describe('Kopiera alla texter i trädet', () => {
  test('KOP-02 KOP-04 KOP-05 a copy is unsigned, has the rubrik, the words and where it came from', () => {
    expect(stateOf(copied()).get('anteckning', testId(80))).toEqual({
      enhet: 'lss',
      ...iMalet,
      rubrikKod: 'BEHOV',
      titel: 'Behov',
      handelsedatum: '2026-11-20',
      text: testAnteckning().text,
      rev: testId(580),
      skapad: sparad,
      sparad,
      kopierad: { franUtredningId: akt.utredning, franAnteckningId: testId(70), etikett: 'LSS Utredning 260901-' },
    });
  });

  test('KOP-05 all texts of the document and no others: not the journal, not what was marked as wrong', () => {
    const inTarget = stateOf(copied())
      .list('anteckning')
      .filter(({ data }) => data.dokumentation.id === till);
    expect(inTarget.map(({ data }) => data.rubrikKod)).toEqual(['BEHOV', 'ANSOKAN']);
  });

  test('KOP-02 what is copied from stands as it stood', () => {
    const state = stateOf(copied());
    expect(
      records().every(
        ({ type, id, data }) => state.get(type, id) === undefined || JSON.stringify(state.get(type, id)) === JSON.stringify(data),
      ),
    ).toBe(true);
    expect(copied()).toHaveLength(records().length + 2);
  });

  test.each([
    ['Nej', {}, '2026-11-20'],
    ['Ja', { kopieraHandelsedatum: true }, '2025-03-01'],
  ])('KOP-03 kopiera händelsedatum: %s', (_, over, handelsedatum) => {
    const after = stateOf(applied(records(), kopiera(records(), over)));
    expect(after.get('anteckning', testId(80))?.handelsedatum).toBe(handelsedatum);
  });

  test('KOP-01 notes of the target’s journal, and texts marked as wrong, are no hinder', () => {
    const before = records(
      note(90, { ...iMalet, rubrikKod: 'JOURNAL' }),
      note(91, { ...iMalet, signerad: by, felmarkerad: { ...by, orsak: 'Fel' } }),
    );
    expect(kanKopieras(stateOf(before), akt.utredning, till)).toBeUndefined();
    expect(kopiera(before)).toHaveLength(2);
  });

  test('KOP-01 FORB-19 the check beforehand says which rubriker of the target hold text', () => {
    const before = records(note(90, iMalet), note(91, { ...iMalet, rubrikKod: 'BEDOMNING', signerad: by }), note(92, iMalet));
    expect(kanKopieras(stateOf(before), akt.utredning, till)).toEqual({
      code: 'malet-har-text',
      field: 'tillUtredningId',
      rubrikKoder: ['BEHOV', 'BEDOMNING'],
    });
  });
});

const utanTexter = records().filter(({ type }) => type !== 'anteckning');
const avslutad = records().map(
  (record): TestRecord =>
    record.type === 'utredning' && record.id === till ? { ...record, data: { ...record.data, slutdatum: '2026-11-02' } } : record,
);

describe('refused', () => {
  test.each<[string, TestRecord[], object, object]>([
    ['KOP-01 a target with a text', records(note(90, iMalet)), {}, { code: 'malet-har-text', field: 'tillUtredningId' }],
    ['KOP-04 twice', copied(), {}, { code: 'malet-har-text', field: 'tillUtredningId' }],
    [
      'KOP-05 a text written in the meantime',
      records(note(74, { rubrikKod: 'BARNETS_BASTA' })),
      {},
      { code: 'andrad-av-annan', field: 'kopior' },
    ],
    [
      'a text that is not in the document',
      records(),
      { kopior: [kopior[0], { ...kopior[1], franId: testId(72) }] },
      { code: 'andrad-av-annan', field: 'kopior' },
    ],
    [
      'under an id that is taken',
      records(),
      { kopior: [kopior[0], { ...kopior[1], id: testId(73) }] },
      { code: 'finns-redan', field: 'kopior' },
    ],
    ['KOP-02 one text left behind', records(), { kopior: [kopior[0]] }, { code: 'andrad-av-annan', field: 'kopior' }],
    [
      'one text more than there is',
      records(),
      { kopior: [...kopior, { franId: testId(99), id: testId(82), rev: testId(582) }] },
      { code: 'andrad-av-annan', field: 'kopior' },
    ],
    ['one text twice', records(), { kopior: [kopior[0], { ...kopior[0], id: testId(82) }] }, { code: 'ogiltig-indata', field: 'kopior' }],
    ['from an empty document', utanTexter, { kopior: [] }, { code: 'inget-att-kopiera', field: 'franUtredningId' }],
    ['to an ended utredning', avslutad, {}, { code: 'utredningen-avslutad', field: 'tillUtredningId' }],
    ['from no utredning', records(), { franUtredningId: testId(99) }, { code: 'finns-inte', field: 'franUtredningId' }],
    ['to no utredning', records(), { tillUtredningId: testId(99) }, { code: 'finns-inte', field: 'tillUtredningId' }],
    ['to itself', records(), { tillUtredningId: akt.utredning }, { code: 'finns-inte', field: 'tillUtredningId' }],
  ])('%s', (_, before, over, rejection) => {
    expect(kopiera(before, over)).toEqual(rejection);
  });

  test('by staff of a utförare', () => {
    expect(kopiera(records(), {}, testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
  });
});

describe('a copied text', () => {
  const own = { personId: akt.person, anteckningId: testId(80), rev: testId(580) };
  const run = (
    name: 'anteckning.granska' | 'anteckning.signera' | 'anteckning.taBortKopia',
    before: TestRecord[],
    over: object = {},
    actor = testActor(),
  ) => testDecide(name, { ...own, ...over }, stateOf(before), testContext(actor));
  const granskad = () => applied(copied(), run('anteckning.granska', copied()));
  const signerad = () => applied(granskad(), run('anteckning.signera', granskad()));

  test('KOP-05 FORB-19 is signed only when reviewed', () => {
    expect(run('anteckning.signera', copied())).toEqual({ code: 'ej-granskad' });
    const after = stateOf(signerad()).get('anteckning', testId(80));
    expect(after?.kopierad?.granskad).toEqual(sparad);
    expect(after?.signerad).toEqual(sparad);
  });

  test('FORB-19 written anew it is still a copy, and not thereby reviewed', () => {
    const spara = {
      personId: akt.person,
      anteckningId: testId(80),
      dokumentation: { slag: 'utredning' as const, id: till },
      rubrikKod: 'BEHOV',
      handelsedatum: '2026-11-20',
      text: fromPlainText('Behöver numera stöd vid alla måltider.'),
      basRev: testId(580),
      rev: testId(582),
    };
    const after = applied(copied(), testDecide('anteckning.spara', spara, stateOf(copied()), testContext()));
    expect(run('anteckning.signera', after, { rev: testId(582) })).toEqual({ code: 'ej-granskad' });
    expect(run('anteckning.granska', after, { rev: testId(582) })).toHaveLength(1);
  });

  test('FORB-19 reviewed twice is reviewed once', () => {
    expect(run('anteckning.granska', granskad())).toEqual([]);
  });

  test('KOP-05 FORB-19 what is not current is removed; the original stays', () => {
    const after = stateOf(applied(copied(), run('anteckning.taBortKopia', copied())));
    expect(after.get('anteckning', testId(80))).toBeUndefined();
    expect(after.get('anteckning', testId(70))).toBeDefined();
  });

  test.each(['anteckning.granska', 'anteckning.taBortKopia'] as const)('%s: refused', (name) => {
    expect(run(name, copied(), { rev: testId(579) })).toEqual({ code: 'text-andrad', field: 'text' });
    expect(run(name, signerad())).toEqual({ code: 'signerad' });
    expect(run(name, copied(), { anteckningId: testId(71), rev: testId(500) })).toEqual({ code: 'finns-inte' });
    expect(run(name, copied(), { anteckningId: testId(99) })).toEqual({ code: 'finns-inte' });
    expect(run(name, copied(), {}, testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
  });
});
