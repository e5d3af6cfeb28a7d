import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { andringMellan, medAndring } from './andring.ts';

const overBordern = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
const efter = (fore: unknown, nu: unknown): unknown => {
  const andring = overBordern(andringMellan(fore, nu));
  return andring ? medAndring(fore, andring) : fore;
};

/** Views as they are: objects, lists of records, and whatever a newer version may add; few ids, so that lists share some. */
const post = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), data: fc.jsonValue({ maxDepth: 1 }) });
const vy = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(post),
  fc.uniqueArray(post, { selector: ({ id }) => id }),
  fc.dictionary(
    fc.constantFrom('noder', 'person', 'id', '__proto__', 'hasOwnProperty'),
    fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.array(post)),
  ),
);

test('whatever changes, the value before with the change is the value after', () => {
  fc.assert(
    fc.property(vy, vy, (fore, nu) => {
      expect(JSON.stringify(sorted(efter(fore, nu)))).toBe(JSON.stringify(sorted(nu)));
    }),
    { numRuns: 2_000 },
  );
});

test('values that are alike have no change between them, others have', () => {
  fc.assert(
    fc.property(vy, vy, (fore, nu) => {
      expect(andringMellan(fore, structuredClone(fore))).toBeUndefined();
      const alike = JSON.stringify(sorted(fore)) === JSON.stringify(sorted(nu));
      expect(andringMellan(fore, nu) === undefined).toBe(alike);
    }),
    { numRuns: 2_000 },
  );
});

describe('a list of records', () => {
  const lista = Array.from({ length: 1000 }, (_, n) => ({ id: `n${n}`, text: 'x'.repeat(100) }));

  test('is sent as the entries that changed, with the others named by their place', () => {
    const nu = structuredClone(lista);
    nu.splice(3, 1);
    nu.splice(500, 0, { id: 'ny', text: 'ny' });
    nu[900] = { id: 'n900', text: 'annan' };
    const andring = andringMellan(lista, nu);
    expect(andring).toEqual({
      lista: [[0, 3], [4, 497], { ny: { id: 'ny', text: 'ny' } }, [501, 399], { ny: { id: 'n900', text: 'annan' } }, [901, 99]],
    });
  });

  test('keeps the very objects that did not change', () => {
    const fore = { trad: lista, annat: { a: [1] } };
    const nu = structuredClone(fore);
    nu.trad[7] = { id: 'n7', text: 'annan' };
    const sedan = efter(fore, nu) as typeof fore;
    expect(sedan.annat).toBe(fore.annat);
    expect(sedan.trad.map((one, plats) => one === fore.trad[plats]).filter((kept) => !kept)).toHaveLength(1);
  });
});

test('a field that is undefined is as one that is not there, as it is once sent', () => {
  expect(andringMellan({ a: undefined }, {})).toBeUndefined();
  expect(andringMellan({}, { a: undefined })).toBeUndefined();
  expect(efter({ a: 1, b: 2 }, { a: undefined, b: 2 })).toEqual({ b: 2 });
});

/** With the fields in one order; JSON alone would tell an order apart that no view has. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const falt = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return { falt: falt.map(([namn, inner]) => [namn, sorted(inner)]) };
}
