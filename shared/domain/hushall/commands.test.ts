import { describe, expect, test } from 'vitest';
import { testDecideAny } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testContext, testId } from '../testing/state.ts';
import type { Hushallsmedlem } from './records.ts';

const mor = { namn: 'Ekström, Åsa', personnummer: '189001019802', relation: 'Mor', vardnadshavare: true, registerledare: false };
const kunden = {
  personId: akt.person,
  namn: 'Ekström, Linnea Maria',
  personnummer: '200912312386',
  relation: 'Kund',
  vardnadshavare: false,
  registerledare: true,
};
const [a, b] = [testId(60), testId(61)];
const stored = (data: Hushallsmedlem, id = a): TestRecord => ({ type: 'hushallsmedlem', id, data });
const spara = (records: TestRecord[], medlemmar: object[], over: object = {}, actor = testActor()) =>
  testDecideAny(
    'hushall.spara',
    {
      personId: akt.person,
      bas: records.flatMap(({ type, id, data }) => (type === 'hushallsmedlem' ? [{ id, rev: data.rev ?? null }] : [])),
      medlemmar,
      rev: testId(501),
      ...over,
    },
    stateOf(records),
    testContext(actor),
  );
const efter = (records: TestRecord[], medlemmar: object[], over: object = {}) =>
  stateOf(applied(records, spara(records, medlemmar, over))).list('hushallsmedlem');
const rev = testId(501);

describe('Hushåll', () => {
  test('FRAGA-62 saved by one who may not know of a member: that one stays, and is not asked about', () => {
    const records = [...testAkt(), stored({ ...mor, rev: testId(500), skyddad: true }), stored({ ...kunden, rev: testId(500) }, b)];
    const bas = [{ id: b, rev: testId(500) }];
    const utan = { ...testActor(), skyddadBehorighet: false };
    const saved = stateOf(applied(records, spara(records, [], { bas }, utan))).list('hushallsmedlem');
    expect(saved).toEqual([{ id: a, data: { ...mor, rev: testId(500), skyddad: true } }]);
    // Who may know of them must have seen them, and keeps the protection when saving.
    const med = { ...testActor(), skyddadBehorighet: true };
    expect(spara(records, [], { bas }, med)).toMatchObject({ code: 'andrad-av-annan' });
    const kept = stateOf(applied(records, spara(records, [{ id: a, data: mor }], {}, med))).list('hushallsmedlem');
    expect(kept).toEqual([{ id: a, data: { ...mor, skyddad: true, rev } }]);
  });

  test('HUSH-01 HUSH-02 HUSH-04 HUSH-05 a missing vårdnadshavare is added, with the number as it is stored', () => {
    const medlemmar = [{ id: a, data: { ...mor, personnummer: '18900101-9802' } }];
    expect(efter(testAkt(), medlemmar)).toEqual([{ id: a, data: { ...mor, rev } }]);
  });

  test('HUSH-03 one without a number', () => {
    const { personnummer: _, ...utanNummer } = mor;
    expect(efter(testAkt(), [{ id: a, data: { ...mor, personnummer: '' } }])).toEqual([{ id: a, data: { ...utanNummer, rev } }]);
  });

  test('HUSH-07 the tab is saved as a whole: changed, added and removed', () => {
    const records = [...testAkt(), stored({ ...mor, rev: testId(500), nyttFalt: 1 }), stored({ ...kunden, rev: testId(500) }, b)];
    const far = { ...mor, namn: 'Ekström, Bo', personnummer: '189001029819', relation: 'Far' };
    const after = efter(records, [
      { id: a, data: { ...mor, relation: 'Vårdnadshavare', rev: testId(500), nyttFalt: 1 } },
      { id: testId(62), data: far },
    ]);
    expect(after).toEqual([
      { id: a, data: { ...mor, relation: 'Vårdnadshavare', nyttFalt: 1, rev } },
      { id: testId(62), data: { ...far, rev } },
    ]);
  });

  test.each([true, false])('HUSH-06 FORB-07 the kund is registerledare, ticked or not (%s)', (registerledare) => {
    const after = efter(testAkt(), [
      { id: a, data: { ...kunden, registerledare } },
      { id: b, data: mor },
    ]);
    expect(after.map(({ data }) => data.registerledare)).toEqual([true, false]);
  });

  test('FORB-07 another one, confirmed', () => {
    const medlemmar = [
      { id: a, data: kunden },
      { id: b, data: { ...mor, registerledare: true } },
    ];
    expect(efter(testAkt(), medlemmar, { bekraftadRegisterledare: true }).map(({ data }) => data.registerledare)).toEqual([false, true]);
  });

  test('members stored before revisions and numbers were kept', () => {
    const gammal: Hushallsmedlem = {
      namn: 'Åsa',
      personnummer: '000000-0000',
      relation: 'Mor',
      vardnadshavare: true,
      registerledare: false,
    };
    const records = [...testAkt(), stored(gammal)];
    expect(efter(records, [{ id: a, data: { ...gammal, relation: 'Far' } }])).toEqual([
      { id: a, data: { ...gammal, relation: 'Far', rev } },
    ]);
  });
});

const medMor = [...testAkt(), stored({ ...mor, rev: testId(500) })];
const bo = { ...mor, namn: 'Bo', personnummer: undefined };

describe('refused', () => {
  test.each<[string, TestRecord[], object[], object, object]>([
    ['FRAGA-61 a member changed since', medMor, [], { bas: [{ id: a, rev: testId(499) }] }, { code: 'andrad-av-annan' }],
    ['FRAGA-61 a member added since', medMor, [], { bas: [] }, { code: 'andrad-av-annan' }],
    [
      'FRAGA-61 a member removed since',
      testAkt(),
      [{ id: a, data: mor }],
      { bas: [{ id: a, rev: testId(500) }] },
      { code: 'andrad-av-annan' },
    ],
    ['FRAGA-61 with the revision it was read at', medMor, [], { rev: testId(500) }, { code: 'ogiltig-indata', field: 'rev' }],
    [
      'HUSH-06 FORB-07 another registerledare, not confirmed',
      testAkt(),
      [
        { id: a, data: bo },
        { id: b, data: { ...mor, registerledare: true } },
      ],
      {},
      { code: 'registerledare-ar-kunden', field: 'medlemmar.1' },
    ],
    [
      'HUSH-06 two registerledare, though confirmed',
      testAkt(),
      [
        { id: a, data: { ...bo, registerledare: true } },
        { id: b, data: { ...mor, registerledare: true } },
      ],
      { bekraftadRegisterledare: true },
      { code: 'registerledare-ar-kunden', field: 'medlemmar.0' },
    ],
    [
      'HUSH-03 a number with a wrong digit',
      testAkt(),
      [{ id: a, data: { ...mor, personnummer: '189001019803' } }],
      {},
      { code: 'ogiltigt-personnummer', field: 'medlemmar.0.data.personnummer' },
    ],
    [
      'HUSH-03 one person twice',
      testAkt(),
      [
        { id: a, data: mor },
        { id: b, data: mor },
      ],
      {},
      { code: 'finns-redan', field: 'medlemmar.1.data.personnummer' },
    ],
    [
      'HUSH-03 the kund’s own number under another name',
      testAkt(),
      [{ id: a, data: { ...mor, personnummer: '200912312386' } }],
      {},
      { code: 'finns-redan', field: 'medlemmar.0.data.personnummer' },
    ],
    [
      'one id twice',
      testAkt(),
      [
        { id: a, data: bo },
        { id: a, data: mor },
      ],
      {},
      { code: 'ogiltig-indata', field: 'medlemmar' },
    ],
    ['nobody’s name', testAkt(), [{ id: a, data: { ...mor, namn: ' ' } }], {}, { code: 'ogiltig-indata', field: 'medlemmar.0.data.namn' }],
    ['in an akt that is not there', [], [{ id: a, data: mor }], {}, { code: 'finns-inte' }],
  ])('%s', (_, records, medlemmar, over, rejection) => {
    expect(spara(records, medlemmar, over)).toEqual(rejection);
  });

  test('by staff of a utförare', () => {
    expect(spara(medMor, [], {}, testActor({ roller: ['utforare'] }))).toEqual({ code: 'behorighet-saknas' });
  });
});
