import { bucketsOfAnvandare } from '../../shared/domain/buckets.ts';
import { type Actor, type Context, type Decision, isRejection, type Rejection, reject } from '../../shared/domain/command.ts';
import { type CommandRead, decideCommand, readCommand } from '../../shared/domain/commands.ts';
import { anvandarScope, personOfScope } from '../../shared/domain/records.ts';
import { systemaktor, systemaktorId } from '../../shared/domain/systemaktor.ts';
import type { CommandResult, PushedCommand } from '../../shared/protocol/protocol.ts';
import type { Caller } from '../identity/identity.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { lockClient, setLastSeq } from '../store/client.ts';
import { appendCommand, earlierOutcome, type Outcome, resultAt } from '../store/command-log.ts';
import type { Tx } from '../store/database.ts';
import { lockNumber, lockScope, type NumberOwner, type Scope, stateOf } from '../store/scope.ts';
import { findTenant, type Tenant, takeVersions } from '../store/tenant.ts';
import { ForeignRecordError, writeScope } from '../store/write-scope.ts';
import { RequestError } from '../util/request-error.ts';
import type { SyncDependencies } from './dependencies.ts';
import { epochChanged, otherUsersClient, tenantGone, userGone } from './refusals.ts';

type Arrived = { clientId: string; epoch: string | null; command: PushedCommand };
export type Handled = { result: CommandResult /** Records were changed now. */; wrote: boolean };

/**
 * Handles one command exactly once. One that names a record of another akt is refused like any other, for it would fail
 * for ever; every other failure leaves no trace and the client sends it again.
 */
export async function handleCommand(on: SyncDependencies, caller: Caller, arrived: Arrived): Promise<Handled> {
  try {
    return await inTransaction(on, caller, arrived);
  } catch (error) {
    if (error instanceof ForeignRecordError) return inTransaction(on, caller, arrived, reject('finns-redan'));
    throw error;
  }
}

async function inTransaction(on: SyncDependencies, caller: Caller, arrived: Arrived, refusal?: Rejection): Promise<Handled> {
  const handled = await on.store.db.transaction().execute(async (tx) => {
    await on.hooks.step?.('command-begun');
    const { clientId, command } = arrived;
    const client = await lockClient(tx, caller.tenant, clientId, caller.anvandareId);
    if (client.anvandareId !== caller.anvandareId) throw otherUsersClient();
    if (command.seq <= client.lastSeq) return { result: await storedResult(tx, caller, arrived), wrote: false };
    if (command.seq > client.lastSeq + 1) throw new RequestError('gap', `seq ${command.seq} arrived, ${client.lastSeq + 1} is next.`);
    const tenant = await findTenant(tx, caller.tenant);
    if (!tenant) throw tenantGone();
    if (arrived.epoch !== null && arrived.epoch !== tenant.epoch) throw epochChanged(tenant.epoch);

    const earlier = await earlierOutcome(tx, caller.tenant, command.id);
    const { outcome, wrote } = earlier
      ? { outcome: repeated(earlier, caller), wrote: false }
      : await takeEffect(on, tx, tenant, caller, command, refusal);
    const result = await appendCommand(tx, {
      tenant: caller.tenant,
      clientId,
      anvandareId: caller.anvandareId,
      command,
      outcome,
      repeat: earlier !== undefined,
      serverAt: on.clock.now().toISOString(),
    });
    await setLastSeq(tx, caller.tenant, clientId, command.seq);
    await on.hooks.step?.('logged');
    await on.hooks.step?.('before-commit');
    return { result, wrote };
  });
  await on.hooks.step?.('after-commit');
  return handled;
}

/** The answer given before. Another command under a seq that is used is a client that lost count, not a repetition. */
async function storedResult(tx: Tx, caller: Caller, { clientId, command }: Arrived): Promise<CommandResult> {
  const stored = await resultAt(tx, caller.tenant, clientId, command.seq);
  if (stored?.id !== command.id) throw new RequestError('gap', `seq ${command.seq} was used by another command.`);
  return stored;
}

/** A command that comes again under another client or seq keeps its outcome; one that borrows another user's id has none. */
function repeated(earlier: Outcome & { anvandareId: string }, caller: Caller): Outcome {
  if (earlier.anvandareId === caller.anvandareId) return earlier;
  return { version: earlier.version, rejection: reject('finns-redan') };
}

async function takeEffect(
  on: SyncDependencies,
  tx: Tx,
  tenant: Tenant,
  caller: Caller,
  command: PushedCommand,
  refusal: Rejection | undefined,
): Promise<{ outcome: Outcome; wrote: boolean }> {
  const catalogue = await on.store.catalogueOf(tx, tenant);
  const actor = caller.system === undefined ? catalogue.actor(caller.anvandareId) : systemaktor(caller.system);
  if (!actor) throw userGone();
  const read = readCommand(command.name, command.version, command.input, actor);
  const scope = read.ok ? await lockScope(tx, caller.tenant, read.value.scope) : undefined;
  await on.hooks.step?.('scope-locked');
  const nummer = read.ok ? read.value.nummer : undefined;
  const owner = nummer !== undefined ? await lockNumber(tx, caller.tenant, nummer) : undefined;
  const decision = refusal ?? decide(read, scope, catalogue, owner, { now: command.at, actor, kommandoId: command.id });
  await on.hooks.step?.('decided');
  if (isRejection(decision) || decision.length === 0 || !scope) {
    // The scope's lock is held: what the decision was made against is no newer than this.
    const { version } = (await findTenant(tx, caller.tenant)) ?? tenant;
    return { outcome: isRejection(decision) ? { version, rejection: decision } : { version }, wrote: false };
  }
  const version = await takeVersions(tx, caller.tenant);
  await on.hooks.step?.('version-taken');
  await writeScope(tx, caller.tenant, scope, decision, version);
  await on.hooks.step?.('records-written');
  return { outcome: { version }, wrote: true };
}

function decide(
  read: CommandRead,
  scope: Scope | undefined,
  catalogue: Catalogue,
  owner: NumberOwner | undefined,
  context: Context,
): Decision {
  // Without a scope the name or the input is not understood, and the reading says which.
  const against = scope ?? { name: '', records: new Map() };
  const makes = read.ok && read.value.definition.skaparAkt && scope?.records.size === 0;
  if (scope && !makes && !mayReach(scope, context.actor)) return reject('atkomst-saknas');
  return decideCommand(read, stateOf(against, catalogue, owner), context);
}

/** A user writes only where they may read: their own scope, and akter that a bucket of theirs holds. The server reaches all. */
function mayReach(scope: Scope, actor: Actor): boolean {
  if (actor.id === systemaktorId) return true;
  const personId = personOfScope(scope.name);
  if (personId === undefined) return scope.name === anvandarScope(actor.id);
  const readable = bucketsOfAnvandare(actor);
  return scope.records.get(personId)?.buckets.some((bucket) => readable.includes(bucket)) === true;
}
