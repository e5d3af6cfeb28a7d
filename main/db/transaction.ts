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

/** Slices of a fill in one transaction: so many write half the pages that they would write one by one. */
const slicesTogether = 5;

/** Runs writes as transactions and tells listeners afterwards which scopes they touched. */
export function createWriter(db: Database.Database) {
  const listeners = new Set<(scopes: string[]) => void>();
  const forget = new Set<() => void>();
  const endings = new Set<(touched: ReadonlySet<string>) => void>();
  let companion: Companion | undefined;
  const beginNow = db.prepare('BEGIN IMMEDIATE');
  const commitNow = db.prepare('COMMIT');
  const rollBack = db.prepare('ROLLBACK');
  /** Slices that are written and not committed. */
  let open: { slices: number; touched: Set<string> } | undefined;
  /** Why slices are gone that whoever wrote them believes are here. */
  let lost: { cause: unknown } | undefined;

  function undo(): void {
    companion?.undone();
    for (const forgetOne of forget) forgetOne();
  }

  function commit<T>(work: (touch: Touch) => T, durable: boolean): { result: T; touched: Set<string> } {
    settle();
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
      undo();
      throw error;
    }
    companion?.committed();
    return { result, touched };
  }

  /** Without waiting for the disk; only between transactions can that be changed. */
  const hurried = (isHurried: boolean) => void db.pragma(`synchronous = ${isHurried ? 'NORMAL' : 'FULL'}`);

  /** What was read of the open slices is not so: whoever was told of them is told again. */
  function abandon(): void {
    const touched = [...(open?.touched ?? [])];
    open = undefined;
    if (db.inTransaction) rollBack.run();
    hurried(false);
    undo();
    if (touched.length > 0) queueMicrotask(() => notify(listeners, touched));
  }

  /** @throws why the open slices could not be committed; they are gone then */
  function commitSlices(): void {
    if (!open) return;
    try {
      companion?.beforeCommit(false);
      commitNow.run();
    } catch (error) {
      abandon();
      throw error;
    }
    open = undefined;
    hurried(false);
    companion?.committed();
  }

  /** Another's write is not to fail with the slices: they who wrote them hear of it when they go on. */
  function settle(): void {
    try {
      commitSlices();
    } catch (cause) {
      lost = { cause };
    }
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
      settle();
      hurried(true);
      let committed: { result: T; touched: Set<string> };
      try {
        committed = commit(work, false);
      } finally {
        hurried(false);
      }
      return tell(committed);
    },
    /**
     * A slice of what comes from the server, in one transaction with those before and after it. Who reads meanwhile reads it; any other
     * write commits what is open first, and so does the last slice.
     * @param goesOn another slice follows, which is of no use without this one
     * @throws also when a slice before it was lost: all since the last commit are to be written again
     */
    writeSlice(work: (touch: Touch) => void, goesOn: boolean): void {
      const touched = new Set<string>();
      // They are undone already, and what was written since is not to be: the companion would take it back.
      if (lost) {
        const { cause } = lost;
        lost = undefined;
        throw cause;
      }
      try {
        if (!open) {
          companion?.begin(false);
          hurried(true);
          beginNow.run();
          open = { slices: 0, touched: new Set() };
        }
        work((scope) => touched.add(scope));
        for (const end of endings) end(touched);
      } catch (error) {
        abandon();
        throw error;
      }
      open.slices += 1;
      for (const scope of touched) open.touched.add(scope);
      if (!goesOn || open.slices >= slicesTogether) commitSlices();
      tell({ result: undefined, touched });
    },
    /** Before a write that goes past this, or a read of what is on disk: what is open is committed. */
    settle,
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
