import type { Random } from './random.ts';

/** A program that ended between two steps. */
export class Crash extends Error {
  constructor(step: string) {
    super(`crashed at ${step}`);
  }
}

/** How often each thing goes wrong while a run lasts; all are off while it ends. */
export type Faults = ReturnType<typeof createFaults>;

/** @param losses chance of its own for what was added later: the seeds that once failed do what they did */
export function createFaults(random: Random, losses: Random) {
  let active = true;
  /** Some runs are calm where others are wild, so that slow and fast failures are both met. */
  const wildness = 0.3 + random.next() * 1.4;
  const chance = (probability: number) => active && random.chance(probability * wildness);
  return {
    clientCrash: () => chance(0.008),
    serverCrash: () => chance(0.01),
    /** A transaction that takes its time, so that others pass it if they can. */
    serverPause: () => chance(0.25),
    lostRequest: () => chance(0.08),
    lostAnswer: () => chance(0.08),
    repeated: () => chance(0.08),
    cut: () => chance(0.06),
    /** A line of an answer that never was there, as by a defect of the server's: a record is lost, or stays, and nobody is told. */
    forgottenLine: () => active && losses.chance(0.004),
    delay: () => (chance(0.15) ? random.below(4000) : 0),
    /** Everything works from now on. */
    end: () => {
      active = false;
    },
  };
}
