import { type Actor, type Change, isRejection } from '../../shared/domain/command.ts';
import { editedSchema, isIntagbar } from '../../shared/domain/records.ts';
import { decideCommand, type Rulebook, readCommand } from '../../shared/domain/rulebook/commands.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { Base } from './base.ts';
import { decideWithCare } from './decide-with-care.ts';
import type { Meta } from './meta.ts';
import type { Outbox } from './outbox.ts';
import type { Hooks } from './ports.ts';
import type { RecordReads } from './record-reads.ts';
import type { RecordStore } from './record-store.ts';
import { parseOwn, parseStored } from './stored-json.ts';

type Parts = { rulebook: Rulebook; outbox: Outbox; base: Base; store: RecordStore; reads: RecordReads; meta: Meta; hooks: Hooks };

/**
 * Commands the server's records here do not contain yet, laid over those records (ARCHITECTURE 6). All of it runs within
 * the caller's transaction.
 */
export function createRebase({ rulebook, outbox, base, store, reads, meta, hooks }: Parts) {
  /**
   * Applies a command's changes over the server's records.
   * @param knownFrom server version of a command that is acknowledged: records already at it contain its effect
   */
  function apply(changes: Change[], scope: string, knownFrom: number | null): void {
    for (const change of changes) {
      // What an akt takes in, or sends, lies in a scope of its own: that is the server's word alone.
      if (isIntagbar(change.type) && personOfScope(scope) !== undefined) continue;
      const there = store.get(change.id);
      // An id in use in another akt cannot be taken over by a command of this one.
      if (there && there.scope !== scope) continue;
      if (there && knownFrom !== null && there.version >= knownFrom) continue;
      if (there) base.save(there);
      else base.saveAbsent(change.id, scope);
      if (change.op === 'delete') {
        store.delete(change.id);
        continue;
      }
      const { type, id, data } = change;
      const known = there ?? base.one(id);
      const { version, hink, fill, schema: before } = known?.type ? known : { version: 0, hink: null, fill: 0, schema: 0 };
      store.put({ id, type, scope, version, hink, fill, schema: editedSchema(type, before), pending: 1, json: JSON.stringify(data), data });
    }
  }

  return {
    apply,
    /** Scopes whose records are not the server's alone. */
    busyScopes: (): Set<string> => new Set([...outbox.activeScopes(), ...base.scopes()]),
    baseScope: (id: string): string | undefined => base.one(id)?.scope,

    /** The server's records of a scope as they are, without any pending command. */
    putBack(scope: string): void {
      hooks.step('rebase-begun');
      for (const row of base.inScope(scope)) {
        if (row.type === null) store.delete(row.id);
        else store.put({ ...row, type: row.type, pending: 0, json: row.data, data: parseStored(row.data) });
      }
      base.drop(scope);
    },

    /**
     * Runs the scopes' pending commands again, in order, each with its own `at`. One that fails here fails for now only: the
     * server has not said its word, so it stays in the queue without effect.
     */
    replay(scopes: Iterable<string>): void {
      const actor = meta.get('actor') as Actor | undefined;
      if (!actor) return;
      for (const command of outbox.activeIn(scopes)) {
        const { id, name, version, input, scope, at } = command;
        const read = readCommand(name, version, parseOwn(input), actor, rulebook);
        const decision = decideWithCare(reads, () => decideCommand(read, reads.stateOf(scope), { now: at, actor, kommandoId: id }));
        if (!isRejection(decision)) apply(decision, scope, command.server_version);
      }
      hooks.step('rebase-ended');
    },
  };
}
export type Rebase = ReturnType<typeof createRebase>;
