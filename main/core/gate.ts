/** Lets one change of the session run at a time, in the order they were asked for; calls wait until none runs. */
export function createGate() {
  let last: Promise<void> | undefined;
  return {
    /** No change runs: there is nothing to wait for. */
    get isOpen(): boolean {
      return last === undefined;
    },
    async settled(): Promise<void> {
      while (last) await last;
    },
    /** Begins at once when no other change runs. */
    run<T>(change: () => Promise<T>): Promise<T> {
      const result = last ? last.then(change) : change();
      // Its own caller hears how it went; the next one only waits for it.
      const done: Promise<void> = result
        .then(
          () => undefined,
          () => undefined,
        )
        .then(() => {
          if (last === done) last = undefined;
        });
      last = done;
      return result;
    },
  };
}
export type Gate = ReturnType<typeof createGate>;
