import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

describe('Random', () => {
  it('gives the same stream for the same seed, and unlike ones for seeds that are alike', () => {
    const stream = (seed: string): number[] => {
      const random = new Random(seed);
      return Array.from({ length: 50 }, () => random.bits());
    };
    expect(stream('1/2')).toEqual(stream('1/2'));
    expect(stream('1/3').filter((word, index) => word === stream('1/2')[index])).toEqual([]);
  });

  it('spreads evenly over its range, ends included', () => {
    const random = new Random('even');
    const counts = new Array<number>(10).fill(0);
    for (let n = 0; n < 20_000; n++) {
      const value = random.between(0, 9);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  it('weighs, and never takes what weighs nothing', () => {
    const random = new Random('weights');
    const taken = Array.from({ length: 5000 }, () => random.weighted(['a', 'b', 'c'], (one) => ({ a: 3, b: 1, c: 0 })[one] ?? 0));
    expect(taken.filter((one) => one === 'a').length / 5000).toBeCloseTo(0.75, 1);
    expect(taken).not.toContain('c');
  });

  it('shuffles without losing or doubling', () => {
    const list = Array.from({ length: 100 }, (_, index) => index);
    const shuffled = new Random('cards').shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(list);
  });

  it('makes UUIDv7 of the moment, all different', () => {
    const random = new Random('ids');
    const ids = Array.from({ length: 2000 }, () => random.uuid(Date.UTC(2026, 10, 20)));
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(ids).size).toBe(2000);
    expect(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 20));
  });
});
