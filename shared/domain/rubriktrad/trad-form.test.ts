import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anteckningHuvud } from '../anteckning/records.ts';
import type { Rubrik, Rubrikmall } from '../katalog/records.ts';
import { testActor, testAnteckning, testId, testVerkstallighet } from '../testing/state.ts';
import type { Nod } from './nod.ts';
import { type Akt, byggTrad } from './trad.ts';

const day = fc.integer({ min: 0, max: 2000 }).map((n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10));
const koder = ['BEHOV', 'HALSA', 'BESLUT', 'JOURNAL', 'FRAMMANDE'];
const mallar: Rubrikmall[] = [
  { slag: 'utredning', typer: [], rubriker: [{ kod: 'BEHOV', titel: 'Behov', underrubriker: [{ kod: 'HALSA', titel: 'Hälsa' }] }] },
  { slag: 'verkstallighet', typer: [], rubriker: [{ kod: 'BESLUT', titel: 'Beslut' }] },
];

/** Akter with ended and open parts, beslut and notes whose parent may be missing, in any order. */
const anyAkt: fc.Arbitrary<Akt> = fc.record({
  aktualiseringar: fc.array(fc.tuple(fc.option(fc.nat({ max: 3 }), { nil: undefined }), day), { maxLength: 5 }).map((all) =>
    all.map(([parent, datum], n) => ({
      id: testId(600 + n),
      data: {
        slag: 'ansokan' as const,
        typ: 'Ledsagarservice',
        datum,
        franVem: 'Kunden',
        ansvarigHandlaggareId: testId(1),
        organisationId: testId(2),
        gruppId: testId(900),
        ...(parent === undefined ? {} : { utredningId: testId(100 + parent) }),
        rev: testId(901),
      },
    })),
  ),
  bevakningar: fc.constant([]),
  utlamningar: fc.constant([]),
  mottagna: fc.constant([]),
  handlingar: fc
    .array(
      fc.tuple(
        fc.constantFrom('utredning', 'beslut', 'bestallning', 'verkstallighet', 'aktualisering'),
        fc.nat({ max: 900 }),
        fc.boolean(),
      ),
      {
        maxLength: 4,
      },
    )
    .map((all) =>
      all.map(([type, parent, fel], n) => ({
        id: testId(800 + n),
        data: {
          ...{
            rubrik: 'Utlåtande',
            typ: 'Utlåtande',
            knytsTill: { type, id: testId(parent) },
            sha256: 'a'.repeat(64),
            storlek: 1,
            sidor: 1,
          },
          skapad: testAnteckning().skapad,
          ...(fel ? { felmarkerad: { ...testAnteckning().skapad, orsak: 'Fel' } } : {}),
        },
      })),
    ),
  bedomningar: fc.array(fc.tuple(fc.nat({ max: 3 }), day), { maxLength: 3 }).map((all) =>
    all.map(([parent, datum], n) => ({
      id: testId(700 + n),
      data: {
        utredningId: testId(100 + parent),
        instrumentId: testId(910),
        instrument: 'Bedömning',
        utforsAv: testAnteckning().skapad,
        datum,
        funktioner: [{ kod: 'A', namn: 'A', niva: '1', poang: 1 }],
        verkstallighetId: testId(400),
        rev: testId(911),
      },
    })),
  ),
  utredningar: fc.array(fc.tuple(day, fc.option(day, { nil: undefined })), { maxLength: 4 }).map((all) =>
    all.map(([startdatum, slutdatum], n) => ({
      id: testId(100 + n),
      data: {
        typ: 'LSS Utredning',
        startdatum,
        ...(slutdatum ? { slutdatum } : {}),
        inkomDatum: startdatum,
        ansvarigHandlaggareId: testId(1),
        organisationId: testId(2),
      },
    })),
  ),
  beslut: fc.array(fc.tuple(fc.nat({ max: 5 }), day, fc.boolean()), { maxLength: 6 }).map((all) =>
    all.map(([parent, beslutsdatum, bifall], n) => ({
      id: testId(200 + n),
      data: {
        utredningId: testId(100 + parent),
        beslutskod: 'KOD',
        beslutsnamn: 'Beslut',
        utfall: bifall ? ('bifall' as const) : ('avslag' as const),
        insatskategori: 'LSS Insatser',
        beslutsdatum,
        giltigFran: beslutsdatum,
      },
    })),
  ),
  bestallningar: fc.array(fc.tuple(fc.nat({ max: 7 }), day), { maxLength: 6 }).map((all) =>
    all.map(([parent, bestalltDatum], n) => ({
      id: testId(300 + n),
      data: { beslutId: testId(200 + parent), bestalltDatum, gallerFran: bestalltDatum, utforareId: testId(41), insatser: [] },
    })),
  ),
  verkstalligheter: fc
    .array(day, { maxLength: 3 })
    .map((all) => all.map((startdatum, n) => ({ id: testId(400 + n), data: testVerkstallighet({ startdatum, lssInsatser: n === 0 }) }))),
  anteckningar: fc.array(fc.tuple(fc.nat({ max: 7 }), fc.constantFrom(...koder), day), { maxLength: 20 }).map((all) =>
    all.map(([parent, rubrikKod, handelsedatum], n) => ({
      id: testId(500 + n),
      huvud: anteckningHuvud(
        testAnteckning({
          dokumentation:
            parent < 4 ? { slag: 'utredning', id: testId(100 + parent) } : { slag: 'verkstallighet', id: testId(396 + parent) },
          rubrikKod,
          handelsedatum,
        }),
      ),
    })),
  ),
});
const bygg = (akt: Akt, rubrikmallar = mallar): Nod[] =>
  byggTrad(
    akt,
    { utforareNamn: () => 'Utförare', utforare: () => undefined, insatser: [], mallar: rubrikmallar, enheter: [] },
    testActor(),
    '2026-11-20',
    { enheter: ['lss'] },
  );

/** A tree that a tree view and a screen reader can walk. */
function expectWellFormed(tree: Nod[]) {
  const seen = new Map<string, Nod>();
  const parents = new Set(tree.map((nod) => nod.parentId));
  for (const nod of tree) {
    expect(seen.has(nod.id), `${nod.id} twice`).toBe(false);
    const parent = nod.parentId === null ? undefined : seen.get(nod.parentId);
    if (nod.parentId !== null) expect(parent, `parent of ${nod.id} stands before it`).toBeDefined();
    expect(nod.niva).toBe((parent?.niva ?? 0) + 1);
    expect(nod.harBarn, `plus sign of ${nod.id}`).toBe(parents.has(nod.id));
    expect(nod.etikett).not.toBe('');
    seen.set(nod.id, nod);
  }
}

test('TRAD-09 SYM-16 of any akt: parents before children, levels one by one, ids once, a plus sign exactly where something is below', () => {
  fc.assert(fc.property(anyAkt, (akt) => expectWellFormed(bygg(akt))));
});

test('every note whose dokumentation is in the akt stands in the tree once', () => {
  fc.assert(
    fc.property(anyAkt, (akt) => {
      const parts = new Set([...akt.utredningar, ...akt.verkstalligheter].map(({ id }) => id));
      const expected = akt.anteckningar.filter(({ huvud }) => parts.has(huvud.dokumentation.id)).map(({ id }) => id);
      const shown = bygg(akt).flatMap(({ slag, ref }) => (slag === 'anteckning' && ref ? [ref.id] : []));
      expect(shown.toSorted()).toEqual(expected.toSorted());
    }),
  );
});

test('every beslut and beställning stands in the tree once, also where what it belongs to is not held', () => {
  fc.assert(
    fc.property(anyAkt, (akt) => {
      const shown = bygg(akt).flatMap(({ slag, ref }) => ((slag === 'beslut' || slag === 'bestallning') && ref ? [ref.id] : []));
      expect(shown.toSorted()).toEqual([...akt.beslut, ...akt.bestallningar].map(({ id }) => id).toSorted());
    }),
  );
});

test('the same records in another order are the same tree', () => {
  fc.assert(
    fc.property(anyAkt, (akt) => {
      const reversed = Object.fromEntries(Object.entries(akt).map(([key, list]) => [key, list.toReversed()])) as unknown as Akt;
      expect(bygg(reversed)).toEqual(bygg(akt));
    }),
  );
});

test('the records it is built from stay as they were', () => {
  fc.assert(
    fc.property(anyAkt, (akt) => {
      const before = structuredClone(akt);
      bygg(akt);
      expect(akt).toEqual(before);
    }),
  );
});

test('a tree grows no faster than its notes: eight times the notes and rubriker, not sixty-four times the reads', () => {
  const reads = (size: number): number => {
    let count = 0;
    const rubriker: Rubrik[] = Array.from({ length: size / 10 }, (_, n) => ({ kod: `R${n}`, titel: `Rubrik ${n}` }));
    const anteckningar = Array.from({ length: size }, (_, n) => {
      const huvud = anteckningHuvud(
        testAnteckning({ dokumentation: { slag: 'utredning', id: testId(100) }, rubrikKod: `R${n % (size / 10)}` }),
      );
      const counted = new Proxy(huvud, {
        get: (target, key) => {
          count += 1;
          return Reflect.get(target, key);
        },
      });
      return { id: testId(1000 + n), huvud: counted };
    });
    const tree = bygg({ ...oneUtredning, anteckningar }, [{ slag: 'utredning', typer: [], rubriker }]);
    expect(tree.filter(({ slag }) => slag === 'anteckning')).toHaveLength(size);
    return count;
  };
  expect(reads(2000) / reads(250)).toBeLessThan(10);
});

const oneUtredning: Omit<Akt, 'anteckningar'> = {
  aktualiseringar: [],
  bedomningar: [],
  bevakningar: [],
  utlamningar: [],
  mottagna: [],
  handlingar: [],
  utredningar: [
    {
      id: testId(100),
      data: {
        typ: 'LSS Utredning',
        startdatum: '2026-09-01',
        inkomDatum: '2026-09-01',
        ansvarigHandlaggareId: testId(1),
        organisationId: testId(2),
      },
    },
  ],
  beslut: [],
  bestallningar: [],
  verkstalligheter: [],
};
