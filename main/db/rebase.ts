import type Database from 'better-sqlite3';
import { type Actor, type Change, isRejection } from '../../shared/domain/command.ts';
import { decideCommand } from '../../shared/domain/commands.ts';
import { schemaNumber } from '../../shared/domain/records.ts';
import type { Meta } from './meta.ts';
import type { StoredCommand } from './outbox-rows.ts';
import type { Hooks } from './ports.ts';
import type { RecordReads } from './record-reads.ts';
import type { RecordStore } from './record-store.ts';

type BaseRow = {
  id: string;
  scope: string;
  type: string | null;
  version: number;
  schema: number;
  hink: number | null;
  fill: number;
  data: string;
};

/**
 * Commands the server's records here do not contain yet, laid over those records (ARCHITECTURE 6). All of it runs within
 * the caller's transaction.
 */
export function createRebase(db: Database.Database, store: RecordStore, reads: RecordReads, meta: Meta, hooks: Hooks) {
  const saveBase = db.prepare(`
    INSERT OR IGNORE INTO base (id, scope, type, version, schema, hink, fill, data)
    SELECT id, scope, type, version, schema, hink, fill, data FROM record
    WHERE rid = (SELECT rid FROM id_rid WHERE id = ?)`);
  const saveAbsent = db.prepare('INSERT OR IGNORE INTO base (id, scope) VALUES (?, ?)');
  const oneBase = db.prepare<[string], BaseRow>('SELECT * FROM base WHERE id = ?');
  const basesOf = db.prepare<[string], BaseRow>('SELECT * FROM base WHERE scope = ? ORDER BY id');
  const dropBases = db.prepare('DELETE FROM base WHERE scope = ?');
  const busy = db.prepare<[], string>('SELECT scope FROM outbox WHERE active = 1 UNION SELECT scope FROM base').pluck();
  const activeIn = db.prepare<[string], StoredCommand>(
    'SELECT * FROM outbox WHERE active = 1 AND scope IN (SELECT value FROM json_each(?)) ORDER BY nr',
  );

  /**
   * Applies a command's changes over the server's records.
   * @param knownFrom server version of a command that is acknowledged: records already at it contain its effect
   */
  function apply(changes: Change[], scope: string, knownFrom: number | null): void {
    for (const change of changes) {
      const there = store.get(change.id);
      // An id in use in another akt cannot be taken over by a command of this one.
      if (there && there.scope !== scope) continue;
      if (there && knownFrom !== null && there.version >= knownFrom) continue;
      if (there) saveBase.run(change.id);
      else saveAbsent.run(change.id, scope);
      if (change.op === 'delete') {
        store.delete(change.id);
        continue;
      }
      const { type, id, data } = change;
      const base = there ?? oneBase.get(id);
      const { version, hink, fill } = base?.type ? base : { version: 0, hink: null, fill: 0 };
      store.put({ id, type, scope, version, hink, fill, schema: schemaNumber(type), pending: 1, json: JSON.stringify(data), data });
    }
  }

  return {
    apply,
    /** Scopes whose records are not the server's alone. */
    busyScopes: (): Set<string> => new Set(busy.all()),
    baseScope: (id: string): string | undefined => oneBase.get(id)?.scope,

    /** The server's records of a scope as they are, without any pending command. */
    putBack(scope: string): void {
      hooks.step('rebase-begun');
      for (const base of basesOf.all(scope)) {
        if (base.type === null) store.delete(base.id);
        else store.put({ ...base, type: base.type, pending: 0, json: base.data, data: JSON.parse(base.data) });
      }
      dropBases.run(scope);
    },

    /**
     * Runs the scopes' pending commands again, in order, each with its own `at`. One that fails here fails for now only: the
     * server has not said its word, so it stays in the queue without effect.
     */
    replay(scopes: Iterable<string>): void {
      const actor = meta.get('actor') as Actor | undefined;
      if (!actor) return;
      for (const command of activeIn.all(JSON.stringify([...scopes]))) {
        const { id, name, version, input, scope, at } = command;
        const decision = decideCommand(name, version, JSON.parse(input), reads.stateOf(scope), { now: at, actor, kommandoId: id });
        if (!isRejection(decision)) apply(decision, scope, command.server_version);
      }
      hooks.step('rebase-ended');
    },
  };
}
export type Rebase = ReturnType<typeof createRebase>;
