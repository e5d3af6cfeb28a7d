import { describe, expect, test } from 'vitest';
import { anteckningHuvud } from '../anteckning/records.ts';
import type { Beslut } from '../beslut/records.ts';
import type { Rubrikmall } from '../katalog/records.ts';
import { rubrikerFor } from '../katalog/rubriker.ts';
import { akt as ids, testActor, testAnteckning, testId, testVerkstallighet } from '../testing/state.ts';
import { type Akt, byggTrad, type TradKatalog } from './trad.ts';

const today = '2026-11-20';
const mallar: Rubrikmall[] = [
  {
    slag: 'utredning',
    typer: [],
    rubriker: [
      { kod: 'BEHOV', titel: 'Behov', underrubriker: [{ kod: 'HALSA', titel: 'Hälsa' }] },
      { kod: 'BESLUT', titel: 'Beslut' },
    ],
  },
  { slag: 'verkstallighet', typer: [], rubriker: [{ kod: 'ANTECKNING', titel: 'Anteckning' }] },
];
const katalog: TradKatalog = { utforareNamn: () => 'Lss, Barn/Ungdom 1', utforare: () => undefined, insatser: [], mallar, enheter: [] };
const tom: Akt = {
  aktualiseringar: [],
  utredningar: [],
  beslut: [],
  bestallningar: [],
  bedomningar: [],
  bevakningar: [],
  verkstalligheter: [],
  anteckningar: [],
  utlamningar: [],
  mottagna: [],
  handlingar: [],
};
const utredning = (n: number, startdatum: string, slutdatum?: string): Akt['utredningar'][number] => ({
  id: testId(n),
  data: {
    typ: 'LSS Utredning',
    startdatum,
    ...(slutdatum ? { slutdatum } : {}),
    inkomDatum: startdatum,
    ansvarigHandlaggareId: testId(1),
    organisationId: testId(2),
  },
});
const beslut = (n: number, over: Partial<Beslut> = {}): Akt['beslut'][number] => ({
  id: testId(n),
  data: {
    utredningId: testId(20),
    beslutskod: 'LSS_KORTTIDSVISTELSE_BIFALL',
    beslutsnamn: 'LSS Korttidsvistelse Bifall',
    utfall: 'bifall',
    insatskategori: 'Korttidsvistelse-insatser LSS',
    beslutsdatum: '2026-10-01',
    giltigFran: '2026-10-01',
    ...over,
  },
});
const bestallning = (n: number, bestalltDatum: string, bekraftad?: string): Akt['bestallningar'][number] => ({
  id: testId(n),
  data: {
    beslutId: testId(50),
    bestalltDatum,
    gallerFran: bestalltDatum,
    utforareId: ids.utforare,
    insatser: [],
    ...(bekraftad ? { bekraftad } : {}),
  },
});
const note = (n: number, over: Parameters<typeof testAnteckning>[0] = {}): Akt['anteckningar'][number] => ({
  id: testId(n),
  huvud: anteckningHuvud(testAnteckning(over)),
});
const bygg = (akt: Partial<Akt>, actor = testActor()) => byggTrad({ ...tom, ...akt }, katalog, actor, today, { enheter: ['lss'] });
const nodOf = (akt: Partial<Akt>, id: string) => bygg(akt).find((nod) => nod.id === id);

describe('the kund’s tree', () => {
  test('PERS-02 Personuppgifter with its parts, below it and in its menu', () => {
    const tree = bygg({});
    expect(tree.slice(0, 5).map(({ etikett, niva }) => [niva, etikett])).toEqual([
      [1, 'Personuppgifter'],
      [2, 'Person'],
      [2, 'Hushåll'],
      [2, 'Kontaktuppgifter'],
      [2, 'Samtycken'],
    ]);
    expect(tree[0]?.meny).toEqual([
      { post: 'person' },
      { post: 'hushall' },
      { post: 'kontaktuppgifter' },
      { post: 'samtycken' },
      { post: 'historik' },
    ]);
  });

  test('TRAD-01 utredningar and verkställigheter stand under LSS utredning o verkställighet', () => {
    const tree = bygg({ utredningar: [utredning(20, '2026-09-01')], verkstalligheter: [{ id: testId(30), data: testVerkstallighet() }] });
    const root = tree.find((nod) => nod.slag === 'rot');
    expect(root).toMatchObject({ etikett: 'LSS utredning o verkställighet', niva: 1, parentId: null, harBarn: true });
    expect(tree.filter((nod) => nod.parentId === root?.id).map(({ slag, etikett }) => [slag, etikett])).toEqual([
      ['utredning', 'LSS Utredning 260901-'],
      ['verkstallighet', 'Korttidsvistelse-insatser LSS 261001- – Lss, Barn/Ungdom 1'],
    ]);
  });

  test('OSL 26:1 that another unit has the kund is told last, alone, where it may be known', () => {
    const enheter: TradKatalog['enheter'] = [
      { namn: 'LSS', kod: 'lss', namnd: 'Vård', synlighet: 'namnden' },
      { namn: 'Bistånd', kod: 'bistand', namnd: 'Vård', synlighet: 'namnden' },
      { namn: 'Vuxen', kod: 'vuxen', namnd: 'Social', synlighet: 'kommunen' },
      { namn: 'Familj', kod: 'familj', namnd: 'Social', synlighet: 'namnden' },
    ];
    const utredningar = [
      { ...utredning(20, '2026-09-01'), data: { ...utredning(20, '2026-09-01').data, enhet: 'lss' } },
      { ...utredning(21, '2026-10-01'), data: { ...utredning(21, '2026-10-01').data, enhet: 'bistand' } },
    ];
    const tree = (kundens: string[], egna: string[]) =>
      byggTrad({ ...tom, utredningar }, { ...katalog, enheter }, testActor({ enheter: egna }), today, { enheter: kundens });
    expect(tree(['lss', 'bistand', 'vuxen', 'familj'], ['lss']).at(-1)).toMatchObject({
      ...{ slag: 'andraEnheter', etikett: 'Finns även hos Bistånd, Vuxen', parentId: null, niva: 1 },
      ...{ harBarn: false, meny: [] },
    });
    const told = (...of: Parameters<typeof tree>) => tree(...of).some(({ slag }) => slag === 'andraEnheter');
    expect(told(['lss'], ['lss'])).toBe(false);
    expect(told(['lss', 'familj'], ['lss'])).toBe(false);
    expect(told(['lss', 'bistand'], ['lss', 'bistand'])).toBe(false);
    // A utförare is of no unit.
    expect(told(['lss', 'bistand'], [])).toBe(false);
    // Only who reads several units' is told whose each utredning is.
    const hoger = (...of: Parameters<typeof tree>) => tree(...of).flatMap((nod) => (nod.slag === 'utredning' ? [nod.hoger] : []));
    expect(hoger(['lss', 'bistand'], ['lss', 'bistand'])).toEqual(['Bistånd', 'LSS']);
    expect(hoger(['lss', 'bistand'], ['lss'])).toEqual([undefined, undefined]);
  });

  test('SYM-16 a kund with nothing has no plus sign', () => {
    expect(nodOf({}, 'rot')).toMatchObject({ harBarn: false });
  });

  test('ongoing before ended, then newest first, whatever order the records come in', () => {
    const utredningar = [
      utredning(21, '2024-01-01', '2024-02-01'),
      utredning(22, '2026-09-01'),
      utredning(23, '2025-01-01'),
      utredning(24, '2025-01-01', '2025-05-01'),
    ];
    const beslutList = [beslut(52, { beslutsdatum: '2026-10-02' }), beslut(51), beslut(50)];
    const bestallningar = [bestallning(61, '2026-10-05'), bestallning(60, '2026-10-07')];
    const all = { utredningar: [...utredningar, utredning(20, '2026-09-02')], beslut: beslutList, bestallningar };
    const tree = bygg(all);
    expect(tree.filter(({ slag }) => slag === 'utredning').map(({ etikett }) => etikett.slice(14))).toEqual([
      '260902-',
      '260901-',
      '250101-',
      '250101-250501',
      '240101-240201',
    ]);
    expect(tree.filter(({ slag }) => slag === 'beslut').map(({ ref }) => ref?.id)).toEqual([testId(52), testId(50), testId(51)]);
    expect(tree.filter(({ slag }) => slag === 'bestallning').map(({ ref }) => ref?.id)).toEqual([testId(60), testId(61)]);
    const reversed = {
      utredningar: all.utredningar.toReversed(),
      beslut: beslutList.toReversed(),
      bestallningar: bestallningar.toReversed(),
    };
    expect(bygg(reversed)).toEqual(tree);
  });
});

describe('an utredning', () => {
  test('TRAD-09 shows its dokumentation, its beslut and its beställning', () => {
    const tree = bygg({
      utredningar: [utredning(20, '2026-09-01')],
      beslut: [beslut(50)],
      bestallningar: [bestallning(60, '2026-10-05'), bestallning(61, '2026-10-04', '2026-10-06')],
    });
    const utr = tree.find(({ slag }) => slag === 'utredning');
    expect(tree.filter(({ parentId }) => parentId === utr?.id).map(({ etikett }) => etikett)).toEqual([
      'Dokumentation',
      'LSS Korttidsvistelse Bifall 261001',
    ]);
    expect(tree.filter(({ slag }) => slag === 'bestallning')).toMatchObject([
      { etikett: 'Beställning 261005', hoger: 'ej bekräftad', niva: 4 },
      { etikett: 'Beställning 261004', hoger: 'bekräftad', niva: 4 },
    ]);
  });

  test('SYM-17 a beslut has the gavel, an avslag its own, a felmarkerat beslut its mark', () => {
    const utredningar = [utredning(20, '2026-09-01')];
    const ikon = (over: Partial<Beslut>) => nodOf({ utredningar, beslut: [beslut(50, over)] }, `beslut/${testId(50)}`);
    expect(ikon({})).toMatchObject({ ikon: 'beslut', harBarn: false });
    expect(ikon({ utfall: 'avslag' })).toMatchObject({ ikon: 'beslutAvslag' });
    expect(ikon({ felmarkerad: true })).toMatchObject({ marke: 'felmarkerad' });
    expect(
      nodOf({ utredningar, beslut: [beslut(50)], bestallningar: [bestallning(60, '2026-10-05')] }, `beslut/${testId(50)}`),
    ).toMatchObject({
      harBarn: true,
    });
  });

  test('FORB-29 an ongoing LASS-beslut marks the node that is not bold', () => {
    const akt = {
      utredningar: [utredning(20, '2023-01-01', '2023-01-02')],
      beslut: [beslut(50, { beslutskod: 'ASSISTANSKOSTNADER_UTOVER_LASS' })],
    };
    expect(nodOf(akt, `utredning/${testId(20)}`)).toMatchObject({ fet: false, marke: 'LASS', status: 'beslut löper' });
  });

  test('TRAD-04 FORB-09 bold and the state in words come together', () => {
    expect(nodOf({ utredningar: [utredning(20, '2026-09-01')] }, `utredning/${testId(20)}`)).toMatchObject({
      fet: true,
      status: 'pågående',
    });
  });

  test('TRAD-12 its Dokumentation holds Utredningsjournal and Utredningsdokument', () => {
    const tree = bygg({ utredningar: [utredning(20, '2026-09-01')] });
    const dokumentation = tree.find(({ slag }) => slag === 'dokumentation');
    expect(tree.filter(({ parentId }) => parentId === dokumentation?.id).map(({ etikett }) => etikett)).toEqual([
      'Utredningsjournal',
      'Utredningsdokument',
    ]);
    expect(tree.filter(({ slag }) => slag === 'rubrik').map(({ etikett, niva }) => [niva, etikett])).toEqual([
      [5, 'Behov'],
      [6, 'Hälsa'],
      [5, 'Beslut'],
    ]);
  });
});

describe('a verkställighet', () => {
  const inV = { dokumentation: { slag: 'verkstallighet', id: ids.verkstallighet } } as const;
  const verkstalligheter = [{ id: ids.verkstallighet, data: testVerkstallighet({ utforareId: ids.utforare }) }];

  test('TRAD-10 DOK-12 shows its rubriker and the notes under them', () => {
    const tree = bygg({ verkstalligheter, anteckningar: [note(70, { ...inV, rubrikKod: 'ANTECKNING', titel: 'Hembesök' })] });
    expect(tree.filter(({ id }) => id.startsWith('verkstallighet/')).map(({ niva, etikett }) => [niva, etikett])).toEqual([
      [2, 'Korttidsvistelse-insatser LSS 261001- – Lss, Barn/Ungdom 1'],
      [3, 'Anteckning'],
    ]);
    expect(tree.find(({ slag }) => slag === 'anteckning')).toMatchObject({ niva: 4, etikett: '261119 Hembesök' });
  });

  test('a note under a rubrik of no mall, and one of the journal, is still to be seen', () => {
    const anteckningar = [note(70, { ...inV, rubrikKod: 'GAMMAL' }), note(71, { ...inV, rubrikKod: 'JOURNAL' })];
    const tree = bygg({ verkstalligheter, anteckningar });
    expect(tree.filter(({ slag }) => slag === 'rubrik').map(({ etikett }) => etikett)).toEqual([
      'Anteckning',
      'GAMMAL',
      'Journalanteckning',
    ]);
    expect(tree.filter(({ slag }) => slag === 'anteckning')).toHaveLength(2);
  });

  test('SYM-16 without rubriker and notes there is no plus sign', () => {
    const tree = byggTrad({ ...tom, verkstalligheter }, { ...katalog, mallar: [] }, testActor(), today, { enheter: ['lss'] });
    expect(tree.find(({ slag }) => slag === 'verkstallighet')).toMatchObject({ harBarn: false });
  });

  test.each([
    ['an enhetschef, who else may felmarkera', testActor({ id: testId(9), roller: ['enhetschef'] }), 'utforarens-verkstallighet'],
    ['its author at the utförare', testActor({ roller: ['utforare'], utforareId: ids.utforare }), undefined],
  ])('ROLL-03 FORB-15 Felmarkera in a utförare’s verkställighet, for %s', (_, actor, hinder) => {
    const signerad = { anvandareId: testId(1), namn: 'Karin Ek', at: '2026-11-19T10:00:00.000Z' };
    const tree = bygg({ verkstalligheter, anteckningar: [note(70, { ...inV, signerad })] }, actor);
    expect(tree.find(({ slag }) => slag === 'anteckning')?.meny[0]).toEqual(
      hinder ? { post: 'felmarkera', hinder } : { post: 'felmarkera' },
    );
  });
});

describe('which rubriker', () => {
  const egen: Rubrikmall = { slag: 'utredning', typer: ['LSS skälig kostnad'], rubriker: [{ kod: 'KOSTNAD', titel: 'Kostnad' }] };
  test.each([
    ['the mall of its own type', 'LSS skälig kostnad', 'KOSTNAD'],
    ['the general mall', 'LSS Utredning', 'BEHOV'],
  ])('TRAD-13 %s', (_, typ, first) => {
    expect(rubrikerFor([egen, ...mallar], 'utredning', typ)[0]?.kod).toBe(first);
    expect(rubrikerFor([...mallar, egen], 'utredning', typ)[0]?.kod).toBe(first);
  });

  test('TRAD-13 no mall, no rubriker', () => {
    expect(rubrikerFor([egen], 'utredning', 'LSS Utredning')).toEqual([]);
    expect(rubrikerFor([], 'verkstallighet')).toEqual([]);
  });
});
