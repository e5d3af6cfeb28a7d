import { expect, test } from 'vitest';
import { failedSeeds, fixedSeeds, seedsOfDay, testSeeds } from './seeds.ts';

test('the seeds of a day are the same at any hour of it, and new the day after', () => {
  const morning = seedsOfDay(new Date('2026-11-28T00:00:00Z'));
  expect(seedsOfDay(new Date('2026-11-28T23:59:59Z'))).toEqual(morning);
  const next = seedsOfDay(new Date('2026-11-29T00:00:00Z'));
  expect(new Set([...fixedSeeds, ...morning, ...next]).size).toBe(60);
  expect(next[0]).toBe((morning.at(-1) ?? 0) + 1);
});

test('npm test runs what once failed first, and no seed twice', () => {
  const day = new Date('2026-11-28T12:00:00Z');
  const seeds = testSeeds(day, [
    { seed: 77, reason: 'a lost answer made two notes' },
    { seed: 3, reason: 'a note came back after its removal' },
  ]);
  expect(seeds.slice(0, 4)).toEqual([77, 3, 1, 2]);
  expect(new Set(seeds).size).toBe(seeds.length);
  expect(seeds).toHaveLength(41);
});

test('each seed of the list says why it is there, and is one that can be run', () => {
  for (const { seed, reason } of failedSeeds) {
    expect(Number.isInteger(seed) && seed > 0, `${seed}`).toBe(true);
    expect(reason, `${seed}`).not.toBe('');
  }
  expect(testSeeds(new Date())).toEqual(expect.arrayContaining(failedSeeds.map(({ seed }) => seed)));
});
