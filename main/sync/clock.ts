/** The wall clock, given from outside; shown and logged, never compared with another's. */
export type Clock = { now(): Date };
