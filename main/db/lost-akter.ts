import { aktScope, personOfScope } from '../../shared/domain/scope.ts';
import type { Outbox } from './outbox.ts';
import type { RecordStore } from './record-store.ts';

/**
 * Receipts repeat names, numbers and addresses: with the akt they go too (FRAGA-62). What the server has not taken stays, for it
 * stands nowhere else.
 * @param removed records of the server's that a transaction has taken away; a person among them may have come back in it
 */
export function dropReceiptsOfLost(removed: Iterable<{ id: string; scope: string }>, store: RecordStore, outbox: Outbox): void {
  for (const { id, scope } of removed) {
    if (personOfScope(scope) === id && !store.get(id)) outbox.dropReceipts(aktScope(id));
  }
}
