import { describe, expect, it } from 'vitest';
import { createBrake } from './brake.ts';

/** A replica that loses what the brake allows. */
function replica(records: number) {
  let left = records;
  const brake = createBrake(() => left);
  return {
    brake,
    remove(count: number): boolean {
      const allowed = brake.allows(count);
      if (allowed) left -= count;
      return allowed;
    },
  };
}

describe('the brake (ARCHITECTURE 6)', () => {
  it('lets a hundred records go, whatever the share, and a third of many not', () => {
    expect(replica(100).remove(100)).toBe(true);
    expect(replica(1000).remove(300)).toBe(true);
    const { remove, brake } = replica(1000);
    expect(remove(301)).toBe(false);
    expect(brake.state).toEqual({ antal: 301, av: 1000 });
  });

  it('adds up the pages of one fetch', () => {
    const { remove, brake } = replica(1000);
    expect([remove(150), remove(150), remove(1)]).toEqual([true, true, false]);
    expect(brake.state).toEqual({ antal: 301, av: 1000 });
  });

  it('released, it holds no more until all is fetched', () => {
    const { remove, brake } = replica(1000);
    remove(900);
    brake.release();
    expect(brake.state).toBeUndefined();
    expect([remove(450), remove(450)]).toEqual([true, true]);
    brake.calm();
    expect(remove(100)).toBe(true);
  });

  it('a release that nobody asked for allows nothing', () => {
    const { remove, brake } = replica(1000);
    brake.release();
    expect(remove(900)).toBe(false);
  });
});
