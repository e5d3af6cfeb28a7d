import { aktOlaslig } from '../../shared/domain/command.ts';
import { plusDygn } from '../../shared/util/datum.ts';
import type { Meta } from './meta.ts';
import type { Outbox } from './outbox.ts';
import type { NewId, SyncReplica } from './ports.ts';
import type { Rebase } from './rebase.ts';
import { parseOwn } from './stored-json.ts';
import type { Writer } from './transaction.ts';

type Parts = { outbox: Outbox; meta: Meta; rebase: Rebase; writer: Writer; newId: NewId };
type Result = Parameters<SyncReplica['storeResults']>[0][number];

/** How long what the server set aside rests before it is sent again. */
const againMs = 10 * 60_000;

/** The queue towards the server, and what the server answers. */
export function createAnswers({ outbox, meta, rebase, writer, newId }: Parts) {
  /** @returns the scope whose records change by the answer */
  function store(result: Result): string | undefined {
    const command = outbox.open(result.id);
    // Answered before: by the push's own answer, or by an earlier pull.
    if (!command) return undefined;
    const { id, at, version } = result;
    if (result.outcome === 'ok') {
      const active = version > (meta.get('covered') ?? -1) ? 1 : 0;
      outbox.receive({ id, at, version, active });
      return active ? undefined : command.scope;
    }
    const rejection = result.field === undefined ? { code: result.code } : { code: result.code, field: result.field };
    if (result.code === aktOlaslig) {
      // An answer to the number it had before it was queued anew says nothing of the new one, which has to be sent.
      if (result.seq === command.seq) outbox.setAside({ id, at, version, rejection: JSON.stringify(rejection) });
      return undefined;
    }
    outbox.refuse({ id, at, version, rejection: JSON.stringify(rejection) });
    return command.scope;
  }

  function rebaseAll(scopes: Set<string>): void {
    for (const scope of scopes) rebase.putBack(scope);
    if (scopes.size > 0) rebase.replay(scopes);
  }

  /** The server takes no gap: the next command gets the number of one that it has never handled. */
  function closeGap(seq: number): void {
    outbox.moveUp(seq);
    meta.set('nextSeq', (meta.get('nextSeq') ?? 1) - 1);
  }

  return {
    unanswered({ commands, bytes }: { commands: number; bytes: number }) {
      let size = 0;
      const fits = outbox.unanswered(commands).filter(({ input, name }, index) => {
        size += Buffer.byteLength(input) + name.length + 200;
        return index === 0 || size <= bytes;
      });
      return fits.map(({ seq, id, name, version, input, at }) => ({ seq, id, name, version, input: parseOwn(input), at }));
    },
    resultsAfter: (): number => (outbox.unanswered(1)[0]?.seq ?? meta.get('nextSeq') ?? 1) - 1,
    markSent(ids: string[]): void {
      writer.write(() => outbox.markSent(ids));
    },
    /** Within a transaction. */
    storeWithin(results: Result[], touch: (scope: string) => void): void {
      const scopes = new Set(results.map(store).filter((scope) => scope !== undefined));
      rebaseAll(scopes);
      for (const scope of scopes) touch(scope);
    },
    /** Within a transaction: out of the queue, with all its effect here. @returns false when it is sent, or answered, already */
    withdraw(id: string, at: string, touch: (scope: string) => void): boolean {
      const command = outbox.one(id);
      if (command?.state !== 'queued') return false;
      outbox.withdraw(id, at);
      closeGap(command.seq);
      rebaseAll(new Set([command.scope]));
      touch(command.scope);
      return true;
    },
    refuseUnsendable(id: string, code: string, at: string): void {
      writer.write((touch) => {
        const command = outbox.open(id);
        if (!command) return;
        outbox.refuse({ id, at, version: null, rejection: JSON.stringify({ code }) });
        closeGap(command.seq);
        rebaseAll(new Set([command.scope]));
        touch(command.scope);
      });
    },
    /** Receipts are kept for 30 days of the server's time; those of housekeeping not at all. What was set aside is queued anew. */
    prune(serverTime: string): void {
      outbox.prune(plusDygn(serverTime, -30).toISOString());
      const before = new Date(Date.parse(serverTime) - againMs).toISOString();
      meta.set('nextSeq', outbox.sendAgain({ before }, meta.get('nextSeq') ?? 1));
    },
    /** Within a transaction: a new client towards the server. With `again`, what was acknowledged is queued too. */
    newClient(again: boolean): void {
      if (again) outbox.requeue();
      meta.set('nextSeq', outbox.renumber());
      meta.set('clientId', newId());
    },
  };
}
