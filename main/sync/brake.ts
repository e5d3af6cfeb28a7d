import type { PageFrom } from './page.ts';

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
  let past: PageFrom | undefined;
  const known = new Map<string, number>();
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
    /** What lies behind the page that is held has been looked at up to here: the next look goes on from it. */
    get past(): PageFrom | undefined {
      return past;
    },
    lookedPast(to: PageFrom): void {
      past = to;
    },
    /** Whether so many of a bucket would be held, and the server has not yet been asked why its fill did not bring them. */
    asks: (bucket: string, count: number): boolean => known.get(bucket) !== count && heldAt(count) !== undefined,
    answered(bucket: string, left: number): void {
      known.set(bucket, left);
    },
    /** @returns true when so many may go now */
    allows(count: number): boolean {
      const held = heldAt(count);
      if (!held) removed += count;
      else if (held.antal > (braked?.antal ?? 0)) braked = held;
      return held === undefined;
    },
    release(): void {
      allowed ||= braked !== undefined;
      braked = undefined;
      past = undefined;
    },
    /** All is fetched: the next removals are counted anew. */
    calm(): void {
      removed = 0;
      allowed = false;
      known.clear();
    },
  };
}
export type Brake = ReturnType<typeof createBrake>;
