import { openNoteSource } from '../db/note-changes.ts';
import { createIndexTables, type IndexTables } from './index-tables.ts';
import { openIndex, removeIndex } from './open-index.ts';
import type { FritextStart } from './worker-messages.ts';

/**
 * Opens a replica's own index for writing. One that is of another replica, or lacks what has happened in this one, is thrown away.
 * @throws ReplicaError `disken-full`
 */
export function openOwnIndex(start: FritextStart): { tables: IndexTables; close(): void } {
  for (;;) {
    const db = openIndex(start.index, Buffer.from(start.indexKey, 'hex'));
    const tables = createIndexTables(db);
    if (isOfThis(tables, start)) return { tables, close: () => db.close() };
    db.close();
    removeIndex(start.index);
  }
}

/** Asked before anybody reads it: then it can be thrown away. */
function isOfThis(tables: IndexTables, { replica, replicaKey, id }: FritextStart): boolean {
  const lage = tables.lage();
  if (!lage) return true;
  const source = openNoteSource(replica, Buffer.from(replicaKey, 'hex'));
  try {
    return lage.replika === id && source.goesOnFrom(lage.nr);
  } finally {
    source.close();
  }
}
