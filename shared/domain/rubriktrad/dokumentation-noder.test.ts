import { describe, expect, test } from 'vitest';
import { type Anteckning, anteckningHuvud } from '../anteckning/records.ts';
import type { Rubrik } from '../katalog/records.ts';
import { rubrikTitel } from '../katalog/rubrik-titel.ts';
import { akt, testActor, testAnteckning, testId } from '../testing/state.ts';
import { dokumentNoder, journalNoder } from './dokumentation-noder.ts';

const ref = { slag: 'utredning', id: akt.utredning } as const;
const plats = { parentId: 'd', niva: 1 };
const rubriker: Rubrik[] = [
  { kod: 'BEHOV', titel: 'Behov', underrubriker: [{ kod: 'HALSA', titel: 'Hälsa' }] },
  { kod: 'BESLUT', titel: 'Beslut' },
];
const by = (n: number) => ({ anvandareId: testId(n), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' });
const signerad = { signerad: by(1) };
const felmarkerad = { ...signerad, felmarkerad: { ...by(1), orsak: 'Fel kund' } };
const note = (n: number, over: Partial<Anteckning> = {}) => ({ id: testId(n), huvud: anteckningHuvud(testAnteckning(over)) });
const dokument = (noter: ReturnType<typeof note>[], actor = testActor()) => dokumentNoder(ref, {}, rubriker, noter, actor, plats);
const journal = (noter: ReturnType<typeof note>[], actor = testActor()) => journalNoder(ref, noter, actor, plats);

describe('Utredningsjournal', () => {
  test('DOK-03 holds Anteckningar, and each note with its day and title, newest event first, then newest written', () => {
    const noter = [
      note(1, { rubrikKod: 'JOURNAL', handelsedatum: '2026-11-02' }),
      note(3, {
        rubrikKod: 'JOURNAL',
        handelsedatum: '2026-11-03',
        titel: 'Telefonsamtal',
        skapad: { ...by(1), at: '2026-11-04T08:00:00.000Z' },
      }),
      note(2, {
        rubrikKod: 'JOURNAL',
        handelsedatum: '2026-11-03',
        titel: 'Hembesök',
        skapad: { ...by(1), at: '2026-11-04T09:00:00.000Z' },
      }),
      note(4),
    ];
    expect(journal(noter).map(({ niva, etikett, hoger }) => [niva, etikett, hoger])).toEqual([
      [1, 'Utredningsjournal', '3'],
      [2, 'Anteckningar', undefined],
      [3, '261103 Hembesök', undefined],
      [3, '261103 Telefonsamtal', undefined],
      [3, '261102', undefined],
    ]);
    expect(journal(noter)[1]?.ref).toEqual({ type: 'utredning', id: akt.utredning, rubrikKod: 'JOURNAL' });
  });

  test('SYM-16 Anteckningar without a note has no plus sign', () => {
    expect(journal([note(4)])[1]).toMatchObject({ harBarn: false });
    expect(journal([note(1, { rubrikKod: 'JOURNAL' })])[1]).toMatchObject({ harBarn: true });
  });
});

describe('Utredningsdokument', () => {
  test('DOK-08 shows its rubriker and sub-headings in the order of the mall, and how many hold a text', () => {
    expect(dokument([]).map(({ niva, etikett, harBarn }) => [niva, etikett, harBarn])).toEqual([
      [1, 'Utredningsdokument', true],
      [2, 'Behov', true],
      [3, 'Hälsa', false],
      [2, 'Beslut', false],
    ]);
    expect(dokument([])[0]?.hoger).toBe('0 av 3');
    expect(dokument([note(1, signerad), note(2, { rubrikKod: 'HALSA' }), note(3, { ...felmarkerad, rubrikKod: 'BESLUT' })])[0]?.hoger).toBe(
      '2 av 3',
    );
  });

  test('SYM-16 TRAD-13 a plus sign for sub-headings or a note', () => {
    const plus = (noter: ReturnType<typeof note>[]) =>
      dokument(noter)
        .filter(({ slag }) => slag === 'rubrik')
        .map(({ harBarn }) => harBarn);
    expect(plus([])).toEqual([true, false, false]);
    expect(plus([note(1, { rubrikKod: 'BESLUT' })])).toEqual([true, false, true]);
  });

  test.each<[string, Partial<Anteckning>[], string | undefined]>([
    ['no text', [], undefined],
    ['a text', [{}], 'osignerad'],
    ['a signed text', [signerad], 'signerad'],
    ['a signed text and an unsigned one', [signerad, {}], 'osignerad'],
    ['a felmarkerad text and nothing instead', [felmarkerad], undefined],
    ['a felmarkerad text and the signed one instead', [felmarkerad, signerad], 'signerad'],
  ])('DOK-07 SYM-18 the mark of a rubrik with %s', (_, texts, marke) => {
    const tree = dokument(texts.map((over, n) => note(n + 1, over)));
    expect(tree.find(({ etikett }) => etikett === 'Behov')?.marke).toBe(marke);
  });

  test('a text under a rubrik that no mall has today stays visible, under its code', () => {
    const tree = dokument([note(1, { rubrikKod: 'GAMMAL' })]);
    expect(tree.slice(-2).map(({ slag, etikett, niva }) => [slag, etikett, niva])).toEqual([
      ['rubrik', 'GAMMAL', 2],
      ['anteckning', '261119', 3],
    ]);
  });

  test('a code that looks like a path makes no two nodes one', () => {
    const odd: Rubrik[] = [
      { kod: 'A', titel: 'A', underrubriker: [{ kod: 'B', titel: 'B' }] },
      { kod: 'A/B', titel: 'A/B' },
      { kod: 'A%2FB', titel: 'x' },
    ];
    const tree = dokumentNoder(ref, {}, odd, [], testActor(), plats);
    expect(new Set(tree.map(({ id }) => id)).size).toBe(tree.length);
  });
});

describe('a note in the tree', () => {
  test.each<[string, Partial<Anteckning>, string, string]>([
    ['DOK-06 not signed', {}, 'osignerad', 'anteckning'],
    ['DOK-07 SYM-18 signed', signerad, 'signerad', 'anteckning'],
    ['DOK-14 SYM-19 felmarkerad: still there, with the red cross', felmarkerad, 'felmarkerad', 'felmarkerad'],
  ])('%s', (_, over, marke, ikon) => {
    expect(dokument([note(1, over)]).find(({ slag }) => slag === 'anteckning')).toMatchObject({ marke, ikon });
  });

  const enhetschef = testActor({ id: testId(9), roller: ['enhetschef'] });
  const kollega = testActor({ id: testId(8) });
  test.each<[string, Partial<Anteckning>, typeof kollega, string | undefined]>([
    ['signed, to its author', signerad, testActor(), undefined],
    ['signed, to the enhetschef', signerad, enhetschef, undefined],
    ['signed, to a colleague', signerad, kollega, 'inte-forfattare'],
    ['not signed', {}, testActor(), 'inte-signerad'],
    ['felmarkerad already', felmarkerad, testActor(), 'redan-felmarkerad'],
  ])('DOK-13 TRAD-14 FRAGA-36 Felmarkera is offered, or why not: %s', (_, over, actor, hinder) => {
    const nod = dokument([note(1, over)], actor).find(({ slag }) => slag === 'anteckning');
    expect(nod?.meny[0]).toEqual(hinder ? { post: 'felmarkera', hinder } : { post: 'felmarkera' });
  });

  test('KOP-05 FORB-19 a copied text says that it is to be reviewed, until it has been', () => {
    const kopierad = { franUtredningId: testId(21), franAnteckningId: testId(70), etikett: 'LSS Utredning 230101-' };
    const hoger = (over: Partial<Anteckning>) => dokument([note(1, over)]).find(({ slag }) => slag === 'anteckning')?.hoger;
    expect(hoger({ kopierad })).toBe('ej granskad');
    expect(hoger({ kopierad: { ...kopierad, granskad: by(1) } })).toBeUndefined();
    expect(hoger({})).toBeUndefined();
  });

  test('ROLL-01 a role that only reads is told so', () => {
    const anteckning = dokumentNoder(ref, {}, rubriker, [note(1, signerad)], testActor(), { ...plats, hinder: 'behorighet-saknas' }).find(
      ({ slag }) => slag === 'anteckning',
    );
    expect(anteckning?.meny[0]).toEqual({ post: 'felmarkera', hinder: 'behorighet-saknas' });
  });
});

test.each([
  ['BEHOV', 'Behov'],
  ['HALSA', 'Hälsa'],
  ['JOURNAL', 'Journalanteckning'],
  ['GAMMAL', 'GAMMAL'],
])('TRAD-13 a note with the code %s is headed "%s"', (kod, titel) => {
  expect(rubrikTitel(rubriker, kod)).toBe(titel);
});
