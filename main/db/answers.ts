import type Database from 'better-sqlite3';
import type { Meta } from './meta.ts';
import type { StoredCommand } from './outbox-rows.ts';
import type { NewId, SyncReplica } from './ports.ts';
import type { Rebase } from './rebase.ts';
import type { Writer } from './transaction.ts';

type Parts = { db: Database.Database; meta: Meta; rebase: Rebase; writer: Writer; newId: NewId };
type Result = Parameters<SyncReplica['storeResults']>[0][number];

/** The queue towards the server, and what the server answers. */
export function createAnswers({ db, meta, rebase, writer, newId }: Parts) {
  const unanswered = db.prepare<[number], StoredCommand>(`SELECT * FROM outbox WHERE state IN ('queued', 'sent') ORDER BY seq LIMIT ?`);
  const markSent = db.prepare(`UPDATE outbox SET state = 'sent' WHERE state = 'queued' AND id IN (SELECT value FROM json_each(?))`);
  const open = db.prepare<[string], StoredCommand>(`SELECT * FROM outbox WHERE id = ? AND state IN ('queued', 'sent')`);
  const received = db.prepare(
    `UPDATE outbox SET state = 'received', answered_at = @at, server_version = @version, active = @active WHERE id = @id`,
  );
  const refused = db.prepare(`
    UPDATE outbox SET state = iif(quiet, 'settled', 'refused'), active = 0, answered_at = @at, server_version = @version,
      rejection = @rejection WHERE id = @id`);
  const arrived = db
    .prepare<[number], string>(`SELECT DISTINCT scope FROM outbox WHERE active = 1 AND state = 'received' AND server_version <= ?`)
    .pluck();
  const deactivate = db.prepare(`UPDATE outbox SET active = 0 WHERE active = 1 AND state = 'received' AND server_version <= ?`);
  const requeue = db.prepare(`
    UPDATE outbox SET state = 'queued', active = 1, answered_at = NULL, server_version = NULL WHERE state = 'received'`);
  const pending = db.prepare<[], number>(`SELECT nr FROM outbox WHERE state IN ('queued', 'sent') ORDER BY nr`).pluck();
  const renumber = db.prepare(`UPDATE outbox SET seq = ?, state = 'queued' WHERE nr = ?`);
  const moveUp = db.prepare(`UPDATE outbox SET seq = seq - 1 WHERE state IN ('queued', 'sent') AND seq > ?`);
  const prune = db.prepare(`
    DELETE FROM outbox WHERE state IN ('received', 'settled') AND active = 0 AND (quiet = 1 OR answered_at < ?)`);

  /** @returns the scope whose records change by the answer */
  function store(result: Result): string | undefined {
    const command = open.get(result.id);
    // Answered before: by the push's own answer, or by an earlier pull.
    if (!command) return undefined;
    const { id, at, version } = result;
    if (result.outcome === 'ok') {
      const active = version > (meta.get('covered') ?? -1) ? 1 : 0;
      received.run({ id, at, version, active });
      return active ? undefined : command.scope;
    }
    const rejection = result.field === undefined ? { code: result.code } : { code: result.code, field: result.field };
    refused.run({ id, at, version, rejection: JSON.stringify(rejection) });
    return command.scope;
  }

  function rebaseAll(scopes: Set<string>): void {
    for (const scope of scopes) rebase.putBack(scope);
    if (scopes.size > 0) rebase.replay(scopes);
  }

  return {
    unanswered({ commands, bytes }: { commands: number; bytes: number }) {
      let size = 0;
      const fits = unanswered.all(commands).filter(({ input, name }, index) => {
        size += Buffer.byteLength(input) + name.length + 200;
        return index === 0 || size <= bytes;
      });
      return fits.map(({ seq, id, name, version, input, at }) => ({ seq, id, name, version, input: JSON.parse(input) as unknown, at }));
    },
    resultsAfter: (): number => (unanswered.get(1)?.seq ?? meta.get('nextSeq') ?? 1) - 1,
    markSent(ids: string[]): void {
      writer.write(() => markSent.run(JSON.stringify(ids)));
    },
    /** Within a transaction. */
    storeWithin(results: Result[], touch: (scope: string) => void): void {
      const scopes = new Set(results.map(store).filter((scope) => scope !== undefined));
      rebaseAll(scopes);
      for (const scope of scopes) touch(scope);
    },
    refuseUnsendable(id: string, code: string, at: string): void {
      writer.write((touch) => {
        const command = open.get(id);
        if (!command) return;
        refused.run({ id, at, version: null, rejection: JSON.stringify({ code }) });
        // The server takes no gap: the next command gets this one's number, which the server has never handled.
        moveUp.run(command.seq);
        meta.set('nextSeq', (meta.get('nextSeq') ?? 1) - 1);
        rebaseAll(new Set([command.scope]));
        touch(command.scope);
      });
    },
    /** Scopes of commands whose effects are among the server's records once all is here up to a version. */
    arrivedScopes: (covered: number): string[] => arrived.all(covered),
    deactivate(covered: number): void {
      deactivate.run(covered);
    },
    /** Receipts are kept for 30 days of the server's time; those of housekeeping not at all. */
    prune(serverTime: string): void {
      prune.run(new Date(Date.parse(serverTime) - 30 * 86_400_000).toISOString());
    },
    /** Within a transaction: a new client towards the server. With `again`, what was acknowledged is queued too. */
    newClient(again: boolean): void {
      if (again) requeue.run();
      const numbers = pending.all();
      numbers.forEach((nr, index) => {
        renumber.run(index + 1, nr);
      });
      meta.set('nextSeq', numbers.length + 1);
      meta.set('clientId', newId());
    },
  };
}
export type Answers = ReturnType<typeof createAnswers>;
