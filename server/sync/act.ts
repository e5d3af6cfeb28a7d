import { randomUUID } from 'node:crypto';
import { systemaktorId } from '../../shared/domain/systemaktor.ts';
import { type CommandResult, protocolVersion } from '../../shared/protocol/protocol.ts';
import { storable } from '../../shared/util/storable.ts';
import type { SyncDependencies } from './dependencies.ts';
import { push } from './push.ts';

/** `id` names what is done: the same id again takes effect once, whoever asks and however often. */
export type SystemCommand = { id: string; name: string; version: number; input: unknown };

/**
 * Runs a command as the server itself.
 * @param som as the history names who acted, e.g. `Folkbokföringen`
 * @returns what the rulebook answered; throws only what the database throws
 */
export type Act = (tenant: string, som: string, command: SystemCommand) => Promise<CommandResult>;

/** The same of many, of any akter, some tens in a transaction: each is answered by itself, in their order. */
export type ActMany = (tenant: string, som: string, commands: SystemCommand[]) => Promise<CommandResult[]>;

/**
 * The server's own door: what it does by itself goes the way a client's commands go, through the same rulebook, command
 * log, history, buckets and pokes. To the log this running server is a client like any other, so two nodes never share a
 * row of numbers.
 */
export function createActMany(on: SyncDependencies): ActMany {
  const clientId = randomUUID();
  let queue: Promise<unknown> = Promise.resolve();

  async function actNow(tenant: string, som: string, commands: SystemCommand[]): Promise<CommandResult[]> {
    const caller = { tenant, anvandareId: systemaktorId, system: som };
    const first = ((await on.store.findClient(tenant, clientId))?.lastSeq ?? 0) + 1;
    const at = on.clock.now().toISOString();
    // As what comes over the network is read.
    const pushed = commands.map((command, nr) => ({ ...command, input: storable(command.input), seq: first + nr, at }));
    const { results } = await push(on, caller, { protocol: protocolVersion, clientId, epoch: null, commands: pushed });
    if (results.length !== commands.length) throw new Error(`push answered ${results.length} of ${commands.length} commands`);
    return results;
  }

  return (tenant, som, commands) => {
    // One after the other: each takes the numbers after the last.
    const acted = queue.then(() => actNow(tenant, som, commands));
    queue = acted.catch(() => undefined);
    return acted;
  };
}

/** The door for one at a time. */
export function createAct(on: SyncDependencies): Act {
  const actMany = createActMany(on);
  return async (tenant, som, command) => {
    const [result] = await actMany(tenant, som, [command]);
    if (!result) throw new Error(`push gave no result for ${command.name}`);
    return result;
  };
}
