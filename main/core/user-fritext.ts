import { join } from 'node:path';
import { type OpenFritext, openFritext } from '../fritext/fritext.ts';
import { threadBy } from '../fritext/thread.ts';
import type { CoreDeps } from './deps.ts';
import { createThrottle } from './throttle.ts';
import type { UserReplica } from './user-replica.ts';

/** Between two looks at what has changed, and between two events that tell how far the index has come. */
const lookMs = 500;
/** Changes that the index has taken in before the replica forgets them. */
const keptChanges = 200;

export type UserFritext = Pick<OpenFritext, 'kandidater' | 'lage'> & {
  /** Something may have changed. */
  mayHaveChanged(): void;
  stop(): void;
  close(): Promise<void>;
};

/**
 * The index of the words of a user's notes, beside their replica. It has its turn when sync rests: a first fill is not slowed by it.
 * @returns undefined where none is kept
 */
export function openUserFritext(
  { dataDir, tenant, fritext, timers, events }: CoreDeps,
  { replica, file, key }: UserReplica,
  anvandareId: string,
  { rests, fault }: { rests: () => boolean; fault: (event: string, error: unknown) => void },
): UserFritext | undefined {
  if (!fritext) return undefined;
  let forgotten = 0;
  const told = createThrottle(timers, lookMs, () => events.emit({ event: 'fritext' }));
  const index = openFritext({
    ...{ replica: file, key, id: replica.notes.id, index: join(dataDir, `fritext-${tenant}-${anvandareId}.db`) },
    start: fritext.start ?? threadBy(fritext.workerUrl),
    changed(_, nr) {
      told.request();
      if (nr === undefined || nr - forgotten < keptChanges) return;
      forgotten = nr;
      try {
        replica.notes.forget(nr);
      } catch (error) {
        fault('fritext', error);
      }
    },
    fault: (error) => fault('fritext', error),
  });
  const looks = createThrottle(timers, lookMs, () => {
    if (rests()) index.wake();
  });
  return {
    kandidater: index.kandidater,
    lage: index.lage,
    mayHaveChanged: looks.request,
    stop() {
      looks.stop();
      told.stop();
    },
    close: index.close,
  };
}
