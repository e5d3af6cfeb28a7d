import type Database from 'better-sqlite3';

type Touch = (scope: string) => void;

/** Runs writes as transactions and tells listeners afterwards which scopes they touched. */
export function createWriter(db: Database.Database) {
  const listeners = new Set<(scopes: string[]) => void>();
  const forget = new Set<() => void>();

  function commit<T>(work: (touch: Touch) => T): { result: T; touched: Set<string> } {
    const touched = new Set<string>();
    try {
      const result = db.transaction(() => work((scope) => touched.add(scope))).immediate();
      return { result, touched };
    } catch (error) {
      for (const forgetOne of forget) forgetOne();
      throw error;
    }
  }

  function tell<T>({ result, touched }: { result: T; touched: Set<string> }): T {
    if (touched.size > 0) notify(listeners, [...touched]);
    return result;
  }

  return {
    /** All of `work` or nothing of it is on disk when this returns or throws. */
    write: <T>(work: (touch: Touch) => T): T => tell(commit(work)),
    /**
     * The same for what comes from the server or from other tables, and is told or made again if a power cut takes it:
     * without waiting for the disk. A power cut takes only the last of the log, so what is left is whole; later writes of the
     * user's own wait for all before them.
     */
    writeBulk<T>(work: (touch: Touch) => T): T {
      db.pragma('synchronous = NORMAL');
      let committed: { result: T; touched: Set<string> };
      try {
        committed = commit(work);
      } finally {
        db.pragma('synchronous = FULL');
      }
      return tell(committed);
    },
    onChange(listener: (scopes: string[]) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
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
