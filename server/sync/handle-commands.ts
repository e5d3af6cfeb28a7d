import { type Actor, type Decision, isRejection, type Rejection, reject } from '../../shared/domain/command.ts';
import { decideCommand } from '../../shared/domain/commands.ts';
import { systemaktor } from '../../shared/domain/systemaktor.ts';
import type { CommandResult, PushedCommand } from '../../shared/protocol/protocol.ts';
import type { Caller } from '../identity/identity.ts';
import { RequestError } from '../util/request-error.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { ChangedScope } from '../store/changed-scope.ts';
import { lockClient } from '../store/client.ts';
import { type Earlier, earlierOf, type LogRow, logRow, resultOfRow } from '../store/command-log.ts';
import { lockNames, ownerOf, readRest, readScopes } from '../store/scope.ts';
import { type Tenant, tenantOf } from '../store/tenant.ts';
import type { Burst } from '../store/transaction.ts';
import { writeAndCommit } from '../store/write.ts';
import type { SyncDependencies } from './dependencies.ts';
import { mayReach } from './may-reach.ts';
import { type ReadCommand, readPushed } from './read-pushed.ts';
import { epochChanged, otherUsersClient, tenantGone, userGone } from './refusals.ts';

/** Commands of one client, in their order and without gaps. */
export type Arrived = { clientId: string; epoch: string | null; commands: PushedCommand[] };
export type Handled = {
  results: CommandResult[];
  /** The last seq of the client that has been handled. */
  lastSeq: number;
  /** Records were changed now. */
  wrote: boolean;
};

/** A rule or a reading threw while one of several commands was decided. */
export class UndecidedError extends Error {}

/**
 * Handles commands in one transaction, each exactly once: all of them or, when this throws, none. Three journeys to the
 * database: who asks and what is known of the commands; the locks of their scopes and what they need; all that is written,
 * with the commit. A command is decided on what the ones before it have made.
 * @param refusal what each is answered instead of being decided
 * @throws RequestError `gap`, `epoch-changed`, `client-of-other-user`; what the database throws
 */
export async function handleCommands(on: SyncDependencies, caller: Caller, arrived: Arrived, refusal?: Rejection): Promise<Handled> {
  const handled = await on.store.transaction(async (tx) => {
    await on.hooks.step?.('begun');
    const { lastSeq, tenant, earlier } = await enter(tx, caller, arrived);
    await on.hooks.step?.('client-locked');
    const known = arrived.commands.filter(({ seq }) => seq <= lastSeq).map((command) => answeredBefore(earlier, command));
    const fresh = arrived.commands.filter(({ seq }) => seq > lastSeq);
    const last = fresh.at(-1);
    if (!last) return { results: known, lastSeq, wrote: false };

    const catalogue = await on.store.catalogueOf(tx, tenant);
    const actor = caller.system === undefined ? catalogue.actor(caller.anvandareId) : systemaktor(caller.system);
    if (!actor) throw userGone();
    const world = await readWorld(tx, caller.tenant, { catalogue, actor }, fresh, earlier);
    await on.hooks.step?.('scopes-locked');
    const log = await decideAll(on, world, fresh, earlier, refusal);
    await on.hooks.step?.('before-commit');
    const version = await writeAndCommit(tx, caller.tenant, [...world.scopes.values()], log.steps, {
      clientId: arrived.clientId,
      lastSeq: last.seq,
      log: log.rows,
    });
    const base = (version ?? 0) - log.steps;
    return { results: [...known, ...log.rows.map((row) => resultOfRow(row, base))], lastSeq: last.seq, wrote: log.steps > 0 };
  });
  await on.hooks.step?.('after-commit');
  return handled;
}

/** Locks the client, and refuses whoever may not push with it, or not from there. */
async function enter(tx: Burst, caller: Caller, { clientId, epoch, commands }: Arrived) {
  const [client, tenant, earlier] = await Promise.all([
    lockClient(tx, caller.tenant, clientId, caller.anvandareId),
    tenantOf(tx, caller.tenant),
    earlierOf(tx, caller.tenant, clientId, commands),
  ]);
  if (client.anvandareId !== caller.anvandareId) throw otherUsersClient();
  const first = commands[0]?.seq ?? 0;
  if (first > client.lastSeq + 1) throw new RequestError('gap', `seq ${first} arrived, ${client.lastSeq + 1} is next.`);
  if (!tenant) throw tenantGone();
  if (epoch !== null && epoch !== tenant.epoch) throw epochChanged(tenant.epoch);
  return { lastSeq: client.lastSeq, tenant, earlier };
}

/** The answer given before. Another command under a seq that is used is a client that lost count, not a repetition. */
function answeredBefore(earlier: Earlier, { id, seq }: PushedCommand): CommandResult {
  const stored = earlier.results.get(seq);
  if (stored?.id !== id) throw new RequestError('gap', `seq ${seq} was used by another command.`);
  return stored;
}

type World = {
  catalogue: Catalogue;
  actor: Actor;
  reads: Map<PushedCommand, ReadCommand>;
  scopes: Map<string, ChangedScope>;
  owner: { personnummer: string; personId: string | undefined } | undefined;
  /** Read under the scopes' locks: what is decided against them is no newer than this. */
  version: number;
};

/** Takes the locks of all that the commands are decided against, and reads it. */
async function readWorld(
  tx: Burst,
  tenant: string,
  { catalogue, actor }: Pick<World, 'catalogue' | 'actor'>,
  commands: PushedCommand[],
  earlier: Earlier,
): Promise<World> {
  const reads = new Map(commands.filter(({ id }) => !earlier.outcomes.has(id)).map((command) => [command, readPushed(command, actor)]));
  const wanted = [...reads.values()].flatMap(({ scope, need }) => (scope === undefined ? [] : [{ name: scope, need }]));
  const names = [...new Set(wanted.map(({ name }) => name))];
  const [nummer] = [...reads.values()].flatMap((read) => (read.scope !== undefined && read.nummer !== undefined ? [read.nummer] : []));
  const [, records, now, personId] = await Promise.all([
    names.length > 0 ? lockNames(tx, tenant, [...names, ...(nummer === undefined ? [] : [`nummer/${nummer}`])]) : undefined,
    names.length > 0 ? readScopes(tx, tenant, wanted) : undefined,
    tenantOf(tx, tenant),
    nummer === undefined ? undefined : ownerOf(tx, tenant, nummer),
  ]);
  const scopes = new Map(
    names.map((name) => [name, new ChangedScope(name, records?.get(name) ?? [], (moved) => readRest(tx, tenant, name, moved))]),
  );
  const owner = nummer === undefined ? undefined : { personnummer: nummer, personId };
  return { catalogue, actor, reads, scopes, owner, version: (now as Tenant).version };
}

/** @returns a row of the log for each command, and how many of them wrote */
async function decideAll(
  on: SyncDependencies,
  world: World,
  commands: PushedCommand[],
  earlier: Earlier,
  refusal: Rejection | undefined,
): Promise<{ rows: LogRow[]; steps: number }> {
  const serverAt = on.clock.now().toISOString();
  const anvandareId = world.actor.id;
  const rows: LogRow[] = [];
  const here = new Map<string, LogRow>();
  let steps = 0;
  for (const command of commands) {
    // A command that comes again under another client or seq keeps its outcome; one that borrows another user's id has none.
    const before = earlier.outcomes.get(command.id);
    const again = here.get(command.id);
    const decision = before || again ? undefined : (refusal ?? decide(world, command));
    await on.hooks.step?.('decided');
    const outcome = { version: steps > 0 ? null : world.version, step: steps > 0 ? steps : null };
    const enter = (more: Omit<Parameters<typeof logRow>[0], 'anvandareId' | 'command' | 'serverAt'>) =>
      rows.push(logRow({ anvandareId, command, serverAt, ...more }));
    if (before) {
      const { version, rejection } =
        before.anvandareId === anvandareId ? before : { version: before.version, rejection: reject('finns-redan') };
      enter({ outcome: { version, step: null, ...(rejection ? { rejection } : {}) }, repeat: true });
    } else if (again) {
      rows.push({
        ...again,
        seq: command.seq,
        input: command.input ?? null,
        name: command.name,
        input_version: command.version,
        client_at: command.at,
        repeat: true,
      });
    } else if (decision === undefined || isRejection(decision)) {
      enter({ outcome: { ...outcome, ...(decision ? { rejection: decision } : {}) }, repeat: false });
    } else {
      const scope = world.scopes.get(world.reads.get(command)?.scope ?? '');
      if (decision.length > 0 && scope) {
        steps += 1;
        await scope.apply(decision, steps);
        enter({ outcome: { version: null, step: steps }, repeat: false });
      } else enter({ outcome, repeat: false });
    }
    const row = rows.at(-1);
    if (row && !row.repeat) here.set(command.id, row);
  }
  return { rows, steps };
}

function decide({ reads, scopes, catalogue, actor, owner }: World, command: PushedCommand): Decision {
  const read = reads.get(command);
  const scope = read?.scope === undefined ? undefined : scopes.get(read.scope);
  const makes = read?.skaparAkt && scope?.isEmpty;
  if (scope && !makes && !mayReach(scope, actor)) return reject('atkomst-saknas');
  // Without a scope the name or the input is not understood, and the rulebook says which.
  const against = scope ?? new ChangedScope('', [], async () => []);
  try {
    return decideCommand(command.name, command.version, command.input, against.state(catalogue, owner), {
      now: command.at,
      actor,
      kommandoId: command.id,
    });
  } catch (cause) {
    throw new UndecidedError(`${command.name} could not be decided`, { cause });
  }
}
