import { join } from 'node:path';
import type { SessionVy } from '../../shared/ipc/views.ts';
import { ReplicaError } from '../db/errors.ts';
import { quarantineAndSalvage } from '../db/quarantine.ts';
import { type OpenReplica, openReplica } from '../db/replica.ts';
import { CallFailure } from '../services/service.ts';
import type { CoreDeps } from './deps.ts';
import { keyProblem } from './key-store.ts';
import { describeError } from './log.ts';

export type UserReplica = {
  replica: OpenReplica;
  /** The file was damaged: it is kept aside, and what stood in it alone has been brought over. */
  aterskapad?: Aterskapad;
};
export type Aterskapad = NonNullable<Extract<SessionVy, { inloggad: true }>['aterskapad']>;

/**
 * Opens the user's own replica, one file and one key each.
 * @param salvage it is damaged: it is kept aside, and a new one begun with what can be read of the user's own
 * @throws CallFailure `databasen-fel-nyckel` when the key store gives no key; ReplicaError
 */
export async function openUserReplica(deps: CoreDeps, anvandareId: string, salvage: boolean): Promise<UserReplica> {
  const { dataDir, tenant, clock, newId, hooks } = deps;
  const name = `replica-${tenant}-${anvandareId}`;
  const file = join(dataDir, `${name}.db`);
  const options = { file, key: await keyOf(deps, name), anvandareId, clock, newId, ...(hooks ? { hooks } : {}) };
  if (!salvage) return { replica: openReplica(options) };
  const { replica, drafts, complete } = quarantineAndSalvage(options);
  return { replica, aterskapad: { raddade: replica.outboxCounts().unsent + drafts, allt: complete } };
}

export const isDamage = (error: unknown): boolean => error instanceof ReplicaError && error.code === 'databasen-skadad';

async function keyOf({ keys, log }: CoreDeps, name: string): Promise<Uint8Array> {
  try {
    return await keys.get(name);
  } catch (error) {
    log({ event: 'key-store', ...describeError(error) });
    const problem = keyProblem(error);
    throw problem === 'disken-full' ? new CallFailure(problem) : new CallFailure('databasen-fel-nyckel', problem);
  }
}
