/** Given from outside, so that a test and the simulation decide the time. */
export type Clock = { now(): Date };
export const systemClock: Clock = { now: () => new Date() };
