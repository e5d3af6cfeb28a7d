import type Database from 'better-sqlite3';

/**
 * What each save and each answer asks of the outbox, which keeps receipts for a month: what stands nowhere but here, what the
 * server has set aside, and which receipts are old.
 */
export function keptOutbox(db: Database.Database): void {
  db.exec(`
    CREATE INDEX outbox_kept ON outbox (nr, quiet, state) WHERE state IN ('queued', 'sent', 'waiting', 'refused');
    CREATE INDEX outbox_waiting ON outbox (nr) WHERE state = 'waiting';
    CREATE INDEX outbox_done ON outbox (quiet, answered_at) WHERE state IN ('received', 'settled');
  `);
}
