/** More records than this, and a larger share than this, do not vanish from a replica without the user's word. */
const fewRecords = 100;
const usualShare = 0.3;

export type Braked = { antal: number; av: number };

/**
 * The brake (ARCHITECTURE 6): watches how much is removed from the moment sync begins to fetch until it has all, whatever the
 * number of pages. What a lost right takes is removed without asking: a bucket no longer granted, a record that the server marks.
 */
export function createBrake(countRecords: () => number) {
  let removed = 0;
  let allowed = false;
  let braked: Braked | undefined;
  function heldAt(count: number): Braked | undefined {
    const antal = removed + count;
    if (allowed || antal <= fewRecords) return undefined;
    const av = countRecords() + removed;
    return antal > av * usualShare ? { antal, av } : undefined;
  }
  return {
    get state(): Braked | undefined {
      return braked;
    },
    /** Whether so many would be held. */
    holds: (count: number): boolean => heldAt(count) !== undefined,
    /** @returns true when so many may go now */
    allows(count: number): boolean {
      const held = heldAt(count);
      if (held) braked = held;
      else removed += count;
      return held === undefined;
    },
    release(): void {
      allowed ||= braked !== undefined;
      braked = undefined;
    },
    /** All is fetched: the next removals are counted anew. */
    calm(): void {
      removed = 0;
      allowed = false;
    },
  };
}
export type Brake = ReturnType<typeof createBrake>;
