export type FailedSeed = { seed: number; reason: string };

/**
 * Seeds that once found a fault, each with what it was. A seed stays as long as its choices still lead there: when the
 * simulation learns new actions the choices shift, and the fault needs a test of its own.
 */
export const failedSeeds: readonly FailedSeed[] = [];

const count = 20;
/** Run every time: what they find follows from a change of the code, not from the day. */
export const fixedSeeds: readonly number[] = from(1);

/** The seeds of a day (UTC): no two days share one, none is a fixed one, and all machines run the same. */
export function seedsOfDay(day: Date): number[] {
  return from(Math.floor(day.getTime() / 86_400_000) * count);
}

/** What `npm test` runs: what once failed first, each seed once. */
export function testSeeds(day: Date, failed: readonly FailedSeed[] = failedSeeds): number[] {
  return [...new Set([...failed.map(({ seed }) => seed), ...fixedSeeds, ...seedsOfDay(day)])];
}

function from(first: number): number[] {
  return Array.from({ length: count }, (_, n) => first + n);
}
