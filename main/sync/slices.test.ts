import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageItem } from './ports.ts';
import { sliceSize, slicesOf } from './slices.ts';

const put = (scope: string, id: string): PageItem => ({
  t: 'put',
  buckets: ['b'],
  record: { type: 'x', id, scope, version: 1, schema: 1 },
  json: '{}',
  data: {},
});
const leave = (id: string): PageItem => ({ t: 'leave', bucket: 'b', id, version: 1 });
const idOf = (item: PageItem) => (item.t === 'put' ? item.record.id : item.id);

describe('slices of a page', () => {
  it('a page of changes of usual size is one transaction, an empty page too', () => {
    expect(slicesOf([], false, () => undefined)).toEqual([[]]);
    expect(slicesOf([], true, () => undefined)).toEqual([[]]);
    const items = Array.from({ length: 1000 }, (_, n) => put(`akt:${n}`, `${n}`));
    expect(slicesOf(items, false, () => undefined)).toEqual([items]);
  });

  it('a large page of changes keeps each akt whole, and each record’s lines in order', () => {
    const scopes = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.array(scopes, { minLength: 1001, maxLength: 1500 }), (numbers) => {
        const items = numbers.map((n, at) => (at % 7 === 0 ? leave(`r${n}`) : put(`akt:${n}`, `r${n}`)));
        const slices = slicesOf(items, false, (id) => `akt:${id.slice(1)}`);
        expect(slices.flat()).toHaveLength(items.length);
        for (const n of new Set(numbers)) {
          const within = slices.filter((slice) => slice.some((item) => idOf(item) === `r${n}`));
          expect(within).toHaveLength(1);
          expect(within[0]?.filter((item) => idOf(item) === `r${n}`)).toEqual(items.filter((item) => idOf(item) === `r${n}`));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('a fill keeps its order in slices of a bounded size', () => {
    const items = Array.from({ length: 5000 }, (_, n) => put('akt:1', `${n}`));
    const slices = slicesOf(items, true, () => undefined);
    expect(slices.flat()).toEqual(items);
    expect(Math.max(...slices.map(({ length }) => length))).toBe(sliceSize);
  });
});
