/** A clock that stands still until the simulation moves it, and timers that go by it. */
export type VirtualTime = ReturnType<typeof createVirtualTime>;

type Timer = { due: number; order: number; run: () => void };

export function createVirtualTime(start: Date) {
  let now = start.getTime();
  let order = 0;
  const timers = new Map<number, Timer>();

  return {
    now: () => new Date(now),
    /** As setTimeout, in virtual milliseconds. */
    set(run: () => void, delay: number): number {
      order += 1;
      timers.set(order, { due: now + Math.max(0, delay), order, run });
      return order;
    },
    clear(handle: number): void {
      timers.delete(handle);
    },
    /** Moves the clock, running each timer at its own time and in order. */
    advance(milliseconds: number): void {
      const until = now + milliseconds;
      for (;;) {
        const next = [...timers.values()].filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due || a.order - b.order)[0];
        if (!next) break;
        timers.delete(next.order);
        now = Math.max(now, next.due);
        next.run();
      }
      now = until;
    },
  };
}
