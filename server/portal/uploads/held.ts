/** Bytes of files that are kept in memory at once: of all, and of one person, who may have two windows. */
const most = { all: 200_000_000, each: 110_000_000 };

/**
 * How much is kept of files that are on their way, or being opened: no number of those who send fills the memory.
 * @returns begins to count for a request; `end` when it is answered or broken off
 */
export function createHeld(limits = most) {
  let all = 0;
  const each = new Map<string, number>();
  return (whose: string) => {
    let mine = 0;
    let isOver = false;
    return {
      mayKeep(bytes: number): boolean {
        if (isOver || all + bytes > limits.all || (each.get(whose) ?? 0) + bytes > limits.each) return false;
        mine += bytes;
        all += bytes;
        each.set(whose, (each.get(whose) ?? 0) + bytes);
        return true;
      },
      end(): void {
        isOver = true;
        all -= mine;
        const left = (each.get(whose) ?? 0) - mine;
        if (left > 0) each.set(whose, left);
        else each.delete(whose);
        mine = 0;
      },
    };
  };
}
export type Held = ReturnType<typeof createHeld>;
