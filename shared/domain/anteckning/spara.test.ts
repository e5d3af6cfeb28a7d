import { describe, expect, test } from 'vitest';
import type { Actor } from '../command.ts';
import { testDecide } from '../testing/decide.ts';
import { akt, applied, stateOf, type TestRecord, testActor, testAkt, testAnteckning, testContext, testId } from '../testing/state.ts';
import { fromPlainText } from '../text/text.ts';
import { type SparaAnteckning, sparaAnteckning } from './commands.ts';
import type { Anteckning } from './records.ts';

const nyId = testId(70);
const input = (over: Partial<SparaAnteckning> = {}): SparaAnteckning => ({
  personId: akt.person,
  anteckningId: nyId,
  dokumentation: { slag: 'utredning', id: akt.utredning },
  rubrikKod: 'BEHOV',
  handelsedatum: '2026-11-19',
  text: fromPlainText('Behöver stöd.'),
  basRev: null,
  rev: testId(501),
  ...over,
});
const withNote = (over: Partial<Anteckning> = {}, n = 70): TestRecord[] => [
  ...testAkt(),
  { type: 'anteckning', id: testId(n), data: testAnteckning(over) },
];
const decide = (over: Partial<SparaAnteckning>, records = testAkt(), actor = testActor(), now?: string) =>
  testDecide('anteckning.spara', input(over), stateOf(records), testContext(actor, now));
const noteAfter = (records: TestRecord[], over: Partial<SparaAnteckning>, actor?: Actor) =>
  stateOf(applied(records, decide(over, records, actor))).get('anteckning', nyId);
const by = (n: number, at = '2026-11-19T10:00:00.000Z') => ({ anvandareId: testId(n), namn: 'Karin Ek', at });

const iLssInsatser = { dokumentation: { slag: 'verkstallighet', id: akt.lssInsatser } } as const;
const hosUtforaren = { dokumentation: { slag: 'verkstallighet', id: akt.verkstallighet } } as const;
const personal = testActor({ id: testId(3), roller: ['utforare'], utforareId: akt.utforare });

describe('a new note', () => {
  test('DOK-04 DOK-09 is kept with its words, its day, its author and its revision', () => {
    const now = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' };
    expect(decide({ titel: ' Hembesök ' })).toEqual([
      {
        op: 'put',
        type: 'anteckning',
        id: nyId,
        data: {
          enhet: 'lss',
          dokumentation: { slag: 'utredning', id: akt.utredning },
          rubrikKod: 'BEHOV',
          titel: 'Hembesök',
          handelsedatum: '2026-11-19',
          text: fromPlainText('Behöver stöd.'),
          rev: testId(501),
          skapad: now,
          sparad: now,
        },
      },
    ]);
  });

  test('FRAGA-61 a second unsigned text under a rubrik meets the first', () => {
    expect(decide({}, withNote({}, 71))).toEqual({ code: 'rubrik-har-text', field: 'text' });
  });

  test.each<[string, Partial<Anteckning>, Partial<SparaAnteckning>]>([
    ['the other is signed', { signerad: by(1) }, {}],
    ['the other is felmarkerad', { signerad: by(1), felmarkerad: { ...by(1), orsak: 'Fel' } }, {}],
    ['the other is under another rubrik', { rubrikKod: 'BESLUT' }, {}],
    ['the other is in another dokumentation', iLssInsatser, {}],
    ['it is a journal note (DOK-03)', { rubrikKod: 'JOURNAL' }, { rubrikKod: 'JOURNAL' }],
    ['it is a note in a verkställighet (DOK-12)', iLssInsatser, iLssInsatser],
    ['the user chose to keep both', {}, { bredvid: true }],
  ])('FRAGA-61 and stands beside it when %s', (_, other, over) => {
    expect(noteAfter(withNote(other, 71), over)).toMatchObject({ rev: testId(501) });
  });

  test('a text written on a revision of a note that is not there is refused', () => {
    expect(decide({ basRev: testId(500) })).toEqual({ code: 'finns-inte' });
  });

  test('FORB-16 may correct an earlier note of the akt', () => {
    const felmarkerad = { signerad: by(1), felmarkerad: { ...by(1), orsak: 'Fel datum' } };
    expect(noteAfter(withNote(felmarkerad, 71), { rattar: testId(71) })).toMatchObject({ rattar: testId(71) });
    expect(decide({ rattar: testId(71) })).toEqual({ code: 'finns-inte', field: 'rattar' });
  });
});

describe('new words of an unsigned note', () => {
  test('DOK-06 take the place of the old, and keep who began it and when', () => {
    const before = withNote({ skapad: by(5, '2026-11-18T08:00:00.000Z'), titel: 'Gammal' });
    expect(noteAfter(before, { basRev: testId(500) })).toEqual({
      ...testAnteckning(),
      text: fromPlainText('Behöver stöd.'),
      rev: testId(501),
      skapad: by(5, '2026-11-18T08:00:00.000Z'),
      sparad: { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-20T09:00:00.000Z' },
    });
  });

  test('fields of a newer version survive', () => {
    expect(noteAfter(withNote({ framtida: { a: 1 } }), { basRev: testId(500) })).toMatchObject({ framtida: { a: 1 } });
  });

  test.each<[string, Partial<Anteckning>, Partial<SparaAnteckning>, object]>([
    ['FRAGA-61 written on a revision that is not the last', {}, { basRev: testId(499) }, { code: 'text-andrad', field: 'text' }],
    ['FRAGA-61 written as a new note under a taken id', {}, { basRev: null }, { code: 'text-andrad', field: 'text' }],
    ['DOK-06 FORB-16 signed', { signerad: by(1) }, { basRev: testId(500) }, { code: 'signerad' }],
    ['moved to another rubrik', {}, { basRev: testId(500), rubrikKod: 'BESLUT' }, { code: 'finns-redan' }],
    ['moved to another dokumentation', {}, { basRev: testId(500), ...iLssInsatser }, { code: 'finns-redan' }],
    ['with the revision it was written on', {}, { basRev: testId(500), rev: testId(500) }, { code: 'ogiltig-indata', field: 'rev' }],
  ])('%s: refused', (_, stored, over, rejection) => {
    expect(decide(over, withNote(stored))).toEqual(rejection);
  });

  test('FRAGA-61 of two saves on one revision the second is refused, whoever is first', () => {
    const before = withNote();
    const one = { basRev: testId(500), rev: testId(501) };
    const other = { basRev: testId(500), rev: testId(502), text: fromPlainText('En annan text.') };
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(decide(second, applied(before, decide(first, before)))).toEqual({ code: 'text-andrad', field: 'text' });
    }
  });
});

describe('DOK-04 fields', () => {
  test.each<[string, Record<string, unknown>, object]>([
    ['a text without words', { text: fromPlainText(' \n ') }, { code: 'tom-text', field: 'text' }],
    ['a text that is no text', { text: '<b>hej</b>' }, { code: 'ogiltig-indata', field: 'text' }],
    ['no rubrik', { rubrikKod: '' }, { code: 'ogiltig-indata', field: 'rubrikKod' }],
    ['a title too long', { titel: 'a'.repeat(121) }, { code: 'ogiltig-indata', field: 'titel' }],
    ['a day no calendar has', { handelsedatum: '2026-02-29' }, { code: 'ogiltig-indata', field: 'handelsedatum' }],
    ['an unknown field', { html: '' }, { code: 'ogiltig-indata' }],
    ['an id that is none', { anteckningId: 'x' }, { code: 'ogiltig-indata', field: 'anteckningId' }],
  ])('%s', (_, over, rejection) => {
    expect(decide(over as Partial<SparaAnteckning>)).toEqual(rejection);
  });

  test.each([
    ['2026-11-20', '2026-11-19T22:59:59.999Z', false],
    ['2026-11-20', '2026-11-19T23:00:00.000Z', true],
    ['2026-11-21', '2026-11-20T22:59:59.999Z', false],
    ['2026-07-01', '2026-06-30T21:59:59.999Z', false],
    ['2026-07-01', '2026-06-30T22:00:00.000Z', true],
  ])('a händelsedatum %s written at %s, Swedish time: %s', (handelsedatum, now, ok) => {
    const decision = decide({ handelsedatum }, testAkt(), testActor(), now);
    if (ok) expect(decision).toHaveLength(1);
    else expect(decision).toEqual({ code: 'datum-i-framtiden', field: 'handelsedatum' });
  });

  test('what no database can hold is replaced before it is kept, the same on both sides', () => {
    expect(noteAfter(testAkt(), { titel: 'a\0b', text: fromPlainText('c\ud800') })).toMatchObject({
      titel: 'a\uFFFDb',
      text: fromPlainText('c\uFFFD'),
    });
  });
});

describe('DOK-15 a document of a given kind', () => {
  const dokument = { rubrikKod: 'JOURNAL', typ: 'Brev', titel: 'Svar till skolan' };
  test('is kept with its kind, in the journal and in LSS Insatser', () => {
    expect(noteAfter(testAkt(), dokument)).toMatchObject({ typ: 'Brev', titel: 'Svar till skolan' });
    expect(noteAfter(testAkt(), { ...dokument, ...iLssInsatser, rubrikKod: 'VERK' })).toMatchObject({ typ: 'Brev' });
  });
  test('stands beside others, as notes do, and can be changed until it is locked', () => {
    const before = withNote({ ...dokument, rev: testId(500) });
    expect(noteAfter(before, { ...dokument, typ: 'Utlåtande', basRev: testId(500) })).toMatchObject({ typ: 'Utlåtande' });
    expect(decide({ ...dokument, basRev: testId(500) }, withNote({ ...dokument, rev: testId(500), signerad: by(1) }))).toEqual({
      code: 'signerad',
    });
  });
  test.each([
    ['without a rubrik', { ...dokument, titel: undefined }, { code: 'rubrik-kravs', field: 'titel' }],
    ['with a rubrik of spaces', { ...dokument, titel: '  ' }, { code: 'rubrik-kravs', field: 'titel' }],
    ['without text', { ...dokument, text: fromPlainText(' ') }, { code: 'tom-text', field: 'text' }],
    ['of a kind without a name', { ...dokument, typ: '' }, { code: 'ogiltig-indata', field: 'typ' }],
    ['under a rubrik of the Utredningsdokument', { ...dokument, rubrikKod: 'BEHOV' }, { code: 'ogiltig-indata', field: 'typ' }],
  ])('%s: refused', (_, over, rejection) => {
    expect(decide(over as Partial<SparaAnteckning>)).toEqual(rejection);
  });
});

describe('who writes where', () => {
  test.each<[string, Partial<SparaAnteckning>, Actor, object | undefined]>([
    ['DOK-01 a handläggare in an utredning', {}, testActor(), undefined],
    ['DOK-01 an enhetschef in an utredning', {}, testActor({ roller: ['enhetschef'] }), undefined],
    ['DOK-10 a handläggare in LSS Insatser', iLssInsatser, testActor({ roller: ['bistandshandlaggare'] }), undefined],
    ['ROLL-03 FORB-15 a handläggare in a utförare’s verkställighet', hosUtforaren, testActor(), { code: 'utforarens-verkstallighet' }],
    ['ROLL-03 FORB-15 an enhetschef there', hosUtforaren, testActor({ roller: ['enhetschef'] }), { code: 'utforarens-verkstallighet' }],
    ['DOK-12 the utförare’s own staff', hosUtforaren, personal, undefined],
    ['ROLL-03 staff of another utförare', hosUtforaren, { ...personal, utforareId: testId(99) }, { code: 'utforarens-verkstallighet' }],
    ['ROLL-03 the utförare’s staff in LSS Insatser', iLssInsatser, personal, { code: 'behorighet-saknas' }],
    ['ROLL-03 the utförare’s staff in an utredning', {}, personal, { code: 'behorighet-saknas' }],
    ['an utredning the akt has not', { dokumentation: { slag: 'utredning', id: testId(98) } }, testActor(), { code: 'finns-inte' }],
    [
      'a verkställighet the akt has not',
      { dokumentation: { slag: 'verkstallighet', id: testId(98) } },
      testActor(),
      { code: 'finns-inte' },
    ],
    [
      'an utredning named as a verkställighet',
      { dokumentation: { slag: 'verkstallighet', id: akt.utredning } },
      testActor(),
      { code: 'finns-inte' },
    ],
  ])('%s', (_, over, actor, rejection) => {
    const decision = decide(over, testAkt(), actor);
    if (rejection) expect(decision).toEqual(rejection);
    else expect(decision).toHaveLength(1);
  });
});

test('it is decided in the person’s akt', () => {
  expect(sparaAnteckning.scope(input(), testActor())).toBe(`akt:${akt.person}`);
});
