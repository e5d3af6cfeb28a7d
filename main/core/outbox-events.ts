import type { SyncReplica } from '../sync/ports.ts';

/** The replica for sync, telling of each step a command takes on its way, so that receipts are shown as they come. */
export function withOutboxEvents(replica: SyncReplica, changed: () => void): SyncReplica {
  const told =
    <A extends unknown[]>(write: (...args: A) => void) =>
    (...args: A): void => {
      write(...args);
      changed();
    };
  return {
    ...replica,
    markSent: told(replica.markSent),
    storeResults: told(replica.storeResults),
    storeHead(head) {
      replica.storeHead(head);
      if (head.results.length > 0) changed();
    },
    refuseUnsendable: told(replica.refuseUnsendable),
    startOver: told(replica.startOver),
  };
}
