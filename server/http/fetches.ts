/** A fetch that was cut goes on within this time; what asks later for the rest is a fetch of its own. */
const goesOnMs = 15 * 60_000;
/** Fetches that are remembered; the oldest is forgotten, and at worst logged twice. */
const most = 10_000;

/** Which fetches of documents' bytes have begun, so that each is one row of the access log. Of this node alone: another logs it anew. */
export function createFetches() {
  const begun = new Map<string, number>();
  return {
    /** @returns whether what is asked for goes on with a fetch that has been logged; else it is noted as begun */
    goesOn(name: string, from: number, now: number): boolean {
      const before = begun.get(name);
      begun.delete(name);
      begun.set(name, now);
      const [oldest] = begun.keys();
      if (begun.size > most && oldest !== undefined) begun.delete(oldest);
      return from > 0 && before !== undefined && now - before < goesOnMs;
    },
  };
}
