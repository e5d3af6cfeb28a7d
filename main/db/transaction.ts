import type Database from 'better-sqlite3';

type Touch = (scope: string) => void;
/** What goes with each transaction. */
export type Companion = {
  /** Before it. @param durable it is the user's own write: it is on disk when it returns */
  begin(durable: boolean): void;
  /** Within it, at its end. */
  beforeCommit(durable: boolean): void;
  committed(): void;
  undone(): void;
};

/** Runs writes as transactions and tells listeners afterwards which scopes they touched. */
export function createWriter(db: Database.Database) {
  const listeners = new Set<(scopes: string[]) => void>();
  const forget = new Set<() => void>();
  const endings = new Set<(touched: ReadonlySet<string>) => void>();
  let companion: Companion | undefined;

  function commit<T>(work: (touch: Touch) => T, durable: boolean): { result: T; touched: Set<string> } {
    const touched = new Set<string>();
    let result: T;
    try {
      companion?.begin(durable);
      const run = db.transaction(() => {
        const made = work((scope) => touched.add(scope));
        for (const end of endings) end(touched);
        companion?.beforeCommit(durable);
        return made;
      });
      result = run.immediate();
    } catch (error) {
      companion?.undone();
      for (const forgetOne of forget) forgetOne();
      throw error;
    }
    companion?.committed();
    return { result, touched };
  }

  function tell<T>({ result, touched }: { result: T; touched: Set<string> }): T {
    if (touched.size > 0) notify(listeners, [...touched]);
    return result;
  }

  return {
    /** All of `work` or nothing of it is on disk when this returns or throws. */
    write: <T>(work: (touch: Touch) => T): T => tell(commit(work, true)),
    /**
     * The same for what comes from the server or from other tables, and is told or made again if a power cut takes it:
     * without waiting for the disk. A power cut takes only the last of the log, so what is left is whole; later writes of the
     * user's own wait for all before them.
     */
    writeBulk<T>(work: (touch: Touch) => T): T {
      db.pragma('synchronous = NORMAL');
      let committed: { result: T; touched: Set<string> };
      try {
        committed = commit(work, false);
      } finally {
        db.pragma('synchronous = FULL');
      }
      return tell(committed);
    },
    accompany(other: Companion): void {
      companion = other;
    },
    /** What is read of these scopes is no longer what it was, though nothing was written. Told when what runs now is done. */
    readAnew(scopes: string[]): void {
      queueMicrotask(() => notify(listeners, scopes));
    },
    onChange(listener: (scopes: string[]) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** At the end of each transaction, within it: what was gathered while it ran is written, and what follows from the scopes it touched. */
    onCommit(end: (touched: ReadonlySet<string>) => void): void {
      endings.add(end);
    },
    /** What memory holds of the file is read anew after a transaction that did not happen. */
    onRollback(forgetOne: () => void): void {
      forget.add(forgetOne);
    },
  };
}
export type Writer = ReturnType<typeof createWriter>;

/** What is committed stays committed, whatever a listener does: its fault surfaces on its own, not as the write's. */
export function notify<A extends unknown[]>(listeners: Iterable<(...args: A) => void>, ...args: A): void {
  for (const listener of [...listeners]) {
    try {
      listener(...args);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
