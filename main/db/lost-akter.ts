import { definitionOf, isRecordType } from '../../shared/domain/records.ts';
import { aktScope, personOfScope } from '../../shared/domain/scope.ts';
import type { Outbox } from './outbox.ts';
import type { RecordStore } from './record-store.ts';

/** `lost`: by a right that is gone. `type` null: of one that was taken away here. */
export type Removed = { id: string; scope: string; type: string | null; lost?: boolean };

/** Those near the kund, who may be protected by themselves in an akt that is not; and what fewer read than the akt, whose commands say what stands in it. */
const isNamed = (type: string | null): boolean =>
  type === null || type === 'hushallsmedlem' || type === 'kontakt' || (isRecordType(type) && definitionOf(type).readers === 'avgiften');

/**
 * Receipts repeat names, numbers and addresses: with the akt they go too (FRAGA-62). What the server has not taken stays, for it
 * stands nowhere else.
 * @param removed records of the server's that a transaction has taken away; a person among them may have come back in it
 */
export function dropReceiptsOfLost(removed: Iterable<Removed>, store: RecordStore, outbox: Outbox): void {
  for (const { id, scope, type, lost } of removed) {
    const personId = personOfScope(scope);
    if (personId === undefined || store.get(id)) continue;
    if (personId === id) outbox.dropReceipts(aktScope(id));
    // One record alone, in an akt that stays.
    else if (lost && isNamed(type) && store.get(personId)) outbox.dropReceiptsNaming(scope, id);
  }
}
