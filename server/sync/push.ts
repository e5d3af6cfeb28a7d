import type { PushedCommand, PushRequest, PushResponse } from '../../shared/protocol/protocol.ts';
import type { Caller } from '../identity/identity.ts';
import { findClient } from '../store/client.ts';
import { retrying } from '../store/pg-errors.ts';
import type { Store } from '../store/store.ts';
import { findTenant } from '../store/tenant.ts';
import { RequestError } from '../util/request-error.ts';
import type { SyncDependencies } from './dependencies.ts';
import { type Handled, handleCommand } from './handle-command.ts';
import { epochChanged, otherUsersClient, tenantGone } from './refusals.ts';

/**
 * Handles a batch in its order, each command exactly once in a transaction of its own. What was handled stays handled when
 * a later command fails; the client learns it by its next push or pull.
 * @throws RequestError `gap`, `epoch-changed`, `client-of-other-user`
 */
export async function push(on: SyncDependencies, caller: Caller, request: PushRequest): Promise<PushResponse> {
  const { store } = on;
  const tenant = await findTenant(store.db, caller.tenant);
  if (!tenant) throw tenantGone();
  if (request.epoch !== null && request.epoch !== tenant.epoch) throw epochChanged(tenant.epoch);
  refuseHoles(request.commands);

  const handled: Handled[] = [];
  try {
    for (const command of request.commands) {
      handled.push(await retrying(() => handleCommand(on, caller, { clientId: request.clientId, epoch: request.epoch, command })));
    }
  } finally {
    // Also when a later command failed: what was committed is news to the others.
    if (handled.some(({ wrote }) => wrote)) {
      await store.poke(caller.tenant);
      if (request.commands.some(({ name }) => name === 'person.registrera')) on.onRegistered?.(caller.tenant);
    }
  }
  const lastSeq = await lastSeqOf(store, caller, request.clientId);
  await on.hooks.step?.('before-response');
  return { epoch: tenant.epoch, lastSeq, results: handled.map(({ result }) => result) };
}

function refuseHoles(commands: PushedCommand[]): void {
  commands.forEach(({ seq }, index) => {
    const before = commands[index - 1];
    if (before && seq !== before.seq + 1) throw new RequestError('gap', `seq ${seq} follows ${before.seq}.`);
  });
}

async function lastSeqOf(store: Store, caller: Caller, clientId: string): Promise<number> {
  const client = await findClient(store.db, caller.tenant, clientId);
  if (client && client.anvandareId !== caller.anvandareId) throw otherUsersClient();
  return client?.lastSeq ?? 0;
}
