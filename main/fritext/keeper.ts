import { isDiskFull } from '../db/errors.ts';
import type { NoteSource } from '../db/note-changes.ts';
import { type Followed, followSome } from './follow.ts';
import type { IndexTables } from './index-tables.ts';
import type { FromFritext } from './worker-messages.ts';

/** Notes of one transaction: of the first reading many, for each makes a piece of every quarter that it has notes of. */
const atOnce = 4_000;
/** Left free on the disk before new notes are taken in: the index can be made again, what is written cannot. */
const keptFree = 500_000_000;
/** What is changed or deleted is little, and its words are to leave the file: it is taken in until so little is left. */
const keptFreeForChanges = 50_000_000;
/** Milliseconds between two looks at whether there is room again. */
const retryMs = 60_000;

type Timers = { setTimeout(run: () => void, ms: number): unknown; clearTimeout(handle: unknown): void };

export type KeeperOptions = {
  /** The index's tables, opened or made, with nothing in them of another replica. @throws what {@link isDiskFull} knows */
  open(): { tables: IndexTables; close(): void };
  /** The replica, opened for one look at it: a connection left open would keep its log from being removed when it closes. */
  openSource(): NoteSource & { close(): void };
  /** The replica's `notes.id`. */
  replika: string;
  /** Bytes free on the disk. */
  free(): number;
  timers: Timers;
  /** Lets others have their turn. */
  breathe(): Promise<unknown>;
  post(message: FromFritext): void;
  /** What goes wrong, but for a full disk: it does nothing more. */
  failed(error: unknown): void;
};

/**
 * Keeps an index of the notes' words: it alone writes it. Without room on the disk new notes wait, and with hardly any all does; it looks
 * again by itself.
 */
export function createKeeper({ open, openSource, replika, free, timers, breathe, post, failed }: KeeperOptions) {
  let opened: ReturnType<KeeperOptions['open']> | undefined;
  let asked = false;
  let running = false;
  let ending = false;
  let retry: unknown;

  function wake(): void {
    asked = true;
    if (running || ending) return;
    running = true;
    void run()
      .catch(failed)
      .finally(() => {
        running = false;
      });
  }

  async function run(): Promise<void> {
    while (asked && !ending) {
      asked = false;
      timers.clearTimeout(retry);
      try {
        await followAll();
      } catch (error) {
        if (ending) return;
        if (!isDiskFull(error)) throw error;
        wait();
      }
    }
  }

  /** Until there is room. */
  function wait(): void {
    post({ slag: 'fullt' });
    timers.clearTimeout(retry);
    retry = timers.setTimeout(wake, retryMs);
  }

  function tablesOf(): IndexTables {
    if (!opened) {
      opened = open();
      post({ slag: 'redo' });
    }
    return opened.tables;
  }

  async function followAll(): Promise<void> {
    // Also where nothing can be taken in: what is there is searched.
    const tables = tablesOf();
    if (free() < keptFreeForChanges) return wait();
    const source = openSource();
    try {
      for (;;) {
        const room = free();
        if (room < keptFreeForChanges) return wait();
        const done = tables.write(() => followSome(source, tables, replika, { limit: atOnce, nya: room >= keptFree }));
        if (done.hel || done.vantar) {
          await tidy(tables, done);
          if (done.vantar) wait();
          return;
        }
        tell(done, false);
        await breathe();
        if (ending) return;
      }
    } finally {
      source.close();
    }
  }

  /** What was deleted leaves the file. */
  async function tidy(tables: IndexTables, done: Followed): Promise<void> {
    tell(done, false);
    let some = false;
    while (tables.tidyOne()) {
      some = true;
      await breathe();
      if (ending) return;
    }
    if (some) tables.giveBack();
    tell(done, true);
  }

  function tell({ hel, klart, av, nr }: Followed, stadad: boolean): void {
    post({ slag: 'lage', hel, klart, av, nr, stadad });
  }

  return {
    /** Something may have happened in the replica. */
    wake,
    /** Does nothing more; what it has not done is done the next time. */
    end(): void {
      ending = true;
      timers.clearTimeout(retry);
      opened?.close();
      opened = undefined;
    },
  };
}
