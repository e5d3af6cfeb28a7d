export type Pacer<T> = { add(one: T): void; drop(one: T): void; close(): void };

/** How often it looks whether more may go. */
const tickMs = 10;

/** @property perSecond when there is room. @property crowded a second when there is none */
export type Pace = { burst: number; perSecond: number; crowded: number };

/**
 * Lets so many through at once, and then so many a second; fewer while there is no room for what they lead to, but never none, so
 * that nobody waits for ever behind what others do. What waits goes in the order it came, and once however often it was added.
 * @param now milliseconds on a clock that only moves on
 */
export function createPacer<T>(
  pass: (one: T) => void,
  { burst, perSecond, crowded, hasRoom }: Pace & { hasRoom: () => boolean },
  now: () => number = () => performance.now(),
): Pacer<T> {
  const waiting = new Set<T>();
  let free = burst;
  let counted = now();
  let timer: NodeJS.Timeout | undefined;

  function passSome(): void {
    const at = now();
    free = Math.min(burst, free + ((at - counted) * (hasRoom() ? perSecond : crowded)) / 1000);
    counted = at;
    for (const one of waiting) {
      if (free < 1) break;
      free -= 1;
      waiting.delete(one);
      pass(one);
    }
    if (waiting.size === 0 || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      passSome();
    }, tickMs);
  }

  return {
    add(one) {
      waiting.add(one);
      passSome();
    },
    drop: (one) => void waiting.delete(one),
    close() {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
