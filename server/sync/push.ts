import { aktOlaslig, type Rejection, reject } from '../../shared/domain/command.ts';
import type { PushedCommand, PushRequest, PushResponse } from '../../shared/protocol/protocol.ts';
import { storable } from '../../shared/util/storable.ts';
import type { Caller } from '../identity/identity.ts';
import { isForeignRecord, isRefusedStatement, isRefusedValue, retrying } from '../store/pg-errors.ts';
import type { Store } from '../store/store.ts';
import { RequestError } from '../util/request-error.ts';
import { batchesOf } from './batches.ts';
import type { SyncDependencies } from './dependencies.ts';
import { type Arrived, type Handled, handleCommands, UndecidedError } from './handle-commands.ts';
import { epochChanged, otherUsersClient, tenantGone } from './refusals.ts';

/**
 * Handles commands in their order, each exactly once and answered by itself; several may share a transaction. What was
 * handled stays handled when a later command fails; the client learns it by its next push or pull.
 * @throws RequestError `gap`, `epoch-changed`, `client-of-other-user`
 */
export async function push(on: SyncDependencies, caller: Caller, request: PushRequest): Promise<PushResponse> {
  const { store } = on;
  const { clientId, epoch, commands } = request;
  const tenant = await store.findTenant(caller.tenant);
  if (!tenant) throw tenantGone();
  if (epoch !== null && epoch !== tenant.epoch) throw epochChanged(tenant.epoch);
  refuseHoles(commands);

  const handled: Handled[] = [];
  try {
    for (const batch of batchesOf(commands, on.rulebook)) await handleBatch(on, caller, { clientId, epoch, commands: batch }, handled);
  } finally {
    // Also when a later command failed: what was committed is news to the others.
    if (handled.some(({ wrote }) => wrote)) {
      await store.poke(caller.tenant);
      const names = commands.map(({ name }) => name);
      on.onCommands?.(caller.tenant, names);
    }
    if (handled.some(({ notices }) => notices)) on.onNotices?.(caller.tenant);
  }
  const lastSeq = handled.at(-1)?.lastSeq ?? (await lastSeqOf(store, caller, clientId));
  await on.hooks.step?.('before-response');
  return { epoch: tenant.epoch, lastSeq, results: handled.flatMap(({ results }) => results) };
}

/** One command that cannot be handled takes nothing from the others: then each is handled by itself. */
async function handleBatch(on: SyncDependencies, caller: Caller, batch: Arrived, handled: Handled[]): Promise<void> {
  const { commands } = batch;
  if (commands.length > 1) {
    try {
      handled.push(await retrying(() => handleCommands(on, caller, batch)));
      return;
    } catch (error) {
      if (!isRefusedStatement(error) && !(error instanceof UndecidedError)) throw error;
    }
  }
  for (const command of commands) handled.push(await handleOne(on, caller, { ...batch, commands: [command] }));
}

/**
 * One that names a record of another akt, or would write what PostgreSQL cannot hold, is refused like any other, for it would fail for
 * ever. One whose scope cannot be read is set aside: the client keeps it and sends it again later, behind what it would have held up.
 * Every other failure leaves no trace and the client sends it again.
 */
async function handleOne(on: SyncDependencies, caller: Caller, one: Arrived): Promise<Handled> {
  const tell = (told: SyncDependencies['onSetAside'], cause: unknown) => {
    for (const { id, name } of one.commands) told?.(cause, { tenant: caller.tenant, id, name });
  };
  try {
    return await retrying(() => handleCommands(on, caller, one));
  } catch (error) {
    const refusal = refusalFor(error);
    if (!refusal) throw error;
    if (refusal.code === aktOlaslig) tell(on.onSetAside, error);
    if (refusal.code === ogiltigIndata) tell(on.onUnstorable, error);
    // What could not be stored may be of its input, which the log holds, too: so that it is refused once and for all, and not for ever.
    const told = refusal.code === ogiltigIndata ? { ...one, commands: one.commands.map(utanOtecken) } : one;
    return retrying(() => handleCommands(on, caller, told, refusal));
  }
}

const ogiltigIndata = 'ogiltig-indata';
/** As what comes over the network is read: with U+FFFD for what is no character. */
const utanOtecken = (command: PushedCommand): PushedCommand => ({ ...command, input: storable(command.input) });

function refusalFor(error: unknown): Rejection | undefined {
  if (isForeignRecord(error)) return reject('finns-redan');
  if (isRefusedValue(error)) return reject(ogiltigIndata);
  return error instanceof UndecidedError ? reject(aktOlaslig) : undefined;
}

function refuseHoles(commands: PushedCommand[]): void {
  commands.forEach(({ seq }, index) => {
    const before = commands[index - 1];
    if (before && seq !== before.seq + 1) throw new RequestError('gap', `seq ${seq} follows ${before.seq}.`);
  });
}

async function lastSeqOf(store: Store, caller: Caller, clientId: string): Promise<number> {
  const client = await store.findClient(caller.tenant, clientId);
  if (client && client.anvandareId !== caller.anvandareId) throw otherUsersClient();
  return client?.lastSeq ?? 0;
}
