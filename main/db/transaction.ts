import type Database from 'better-sqlite3';

type Touch = (scope: string) => void;

/** Runs writes as transactions and tells listeners afterwards which scopes they touched. */
export function createWriter(db: Database.Database) {
  const listeners = new Set<(scopes: string[]) => void>();
  const forget = new Set<() => void>();

  return {
    /** All of `work` or nothing of it is on disk when this returns or throws. */
    write<T>(work: (touch: Touch) => T): T {
      const touched = new Set<string>();
      let result: T;
      try {
        result = db.transaction(() => work((scope) => touched.add(scope))).immediate();
      } catch (error) {
        for (const forgetOne of forget) forgetOne();
        throw error;
      }
      if (touched.size > 0) notify(listeners, [...touched]);
      return result;
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
