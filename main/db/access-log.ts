import type Database from 'better-sqlite3';
import { kortad } from '../../shared/util/kortad.ts';
import type { AccessEntry, Replica, SyncReplica } from './ports.ts';
import type { Writer } from './transaction.ts';

type LogRow = { id: string; at: string; action: 'oppnad' | 'sokt' | 'last' | 'utskriven'; personId: string | null; detail: string | null };

/** The table `access_log`: what the user has opened and searched for, until the server has it. */
export function createAccessLog(
  db: Database.Database,
  writer: Writer,
  onLocalWrite: () => void,
): Pick<Replica, 'logAccess'> & Pick<SyncReplica, 'accessEntries' | 'dropAccess'> {
  const log = db.prepare('INSERT INTO access_log (id, at, action, person_id, detail) VALUES (?, ?, ?, ?, ?)');
  const logAll = db.transaction((entries: readonly AccessEntry[]) => {
    // The protocol's limit: a longer search text is cut rather than the entry lost.
    for (const { id, at, action, personId, detail } of entries)
      log.run(id, at, action, personId, detail === undefined ? null : kortad(detail, 300));
  });
  const oldest = db.prepare<[number], LogRow>('SELECT id, at, action, person_id AS personId, detail FROM access_log ORDER BY nr LIMIT ?');
  const drop = db.prepare('DELETE FROM access_log WHERE id IN (SELECT value FROM json_each(?))');
  return {
    logAccess(entries) {
      // One transaction: all of them or none, and one wait for the disk.
      writer.settle();
      logAll([entries].flat());
      onLocalWrite();
    },
    accessEntries: (limit) => oldest.all(limit).map(({ detail, ...entry }) => (detail === null ? entry : { ...entry, detail })),
    dropAccess(ids) {
      writer.write(() => drop.run(JSON.stringify(ids)));
    },
  };
}
