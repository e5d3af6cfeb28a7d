import { handelseIds } from '../../shared/domain/andra-id.ts';
import {
  type Actor,
  type Aviseras,
  aktOlaslig,
  type Change,
  type Decision,
  isRejection,
  type Lasbart,
  type Rejection,
  reject,
  type State,
} from '../../shared/domain/command.ts';
import { isIntagbar } from '../../shared/domain/records.ts';
import { type CommandRead, decideCommand, readCommand, scopeOf } from '../../shared/domain/rulebook/commands.ts';
import { katalogScope } from '../../shared/domain/scope.ts';
import { systemaktor } from '../../shared/domain/systemaktor.ts';
import type { CommandResult, PushedCommand } from '../../shared/protocol/protocol.ts';
import type { Caller } from '../identity/identity.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { ChangedScope, type Seen } from '../store/changed-scope.ts';
import { lockClient } from '../store/client.ts';
import { type Earlier, earlierOf, type LoggedOutcome, type LogRow, logRow, type Outcome, resultOfRow } from '../store/command-log.ts';
import { queueNotices } from '../store/queue-notices.ts';
import { UnreadableRecord } from '../store/read-document.ts';
import { lockNames, ownerOf, readRest, readScopes, type ScopeRecord } from '../store/scope.ts';
import { type Tenant, tenantOf } from '../store/tenant.ts';
import type { Burst } from '../store/transaction.ts';
import { writeAndCommit } from '../store/write.ts';
import { RequestError } from '../util/request-error.ts';
import type { SyncDependencies } from './dependencies.ts';
import { mayReach, seenBy } from './may-reach.ts';
import { epochChanged, otherUsersClient, tenantGone, userGone } from './refusals.ts';

/** Commands of one client, in their order and without gaps. */
export type Arrived = { clientId: string; epoch: string | null; commands: PushedCommand[] };
export type Handled = {
  results: CommandResult[];
  /** The last seq of the client that has been handled. */
  lastSeq: number;
  /** Records were changed now. */
  wrote: boolean;
  /** Somebody is to be told outside the e-service of what was done. */
  notices: boolean;
};

/** A rule or a reading threw while a command was decided. */
export class UndecidedError extends Error {}

/**
 * Handles commands in one transaction, each exactly once: all of them or, when this throws, none. Three journeys to the
 * database: who asks and what is known of the commands; the locks of their scopes and what they need; all that is written,
 * with the commit. A command is decided on what the ones before it have made.
 * @param refusal what each is answered instead of being decided: nothing is read for it
 * @throws RequestError `gap`, `epoch-changed`, `client-of-other-user`; UndecidedError; what the database throws
 */
export async function handleCommands(on: SyncDependencies, caller: Caller, arrived: Arrived, refusal?: Rejection): Promise<Handled> {
  const handled = await on.store.transaction(async (tx) => {
    await on.hooks.step?.('begun');
    const { lastSeq, tenant, earlier } = await enter(tx, caller, arrived);
    await on.hooks.step?.('client-locked');
    const known = arrived.commands.filter(({ seq }) => seq <= lastSeq).map((command) => answeredBefore(earlier, command));
    const fresh = arrived.commands.filter(({ seq }) => seq > lastSeq);
    const last = fresh.at(-1);
    if (!last) return { results: known, lastSeq, wrote: false, notices: false };

    const catalogue = await on.store.catalogueOf(tenant, tx);
    const actor = caller.system === undefined ? catalogue.actor(caller.anvandareId) : systemaktor(caller.system);
    if (!actor) throw userGone();
    const world = refusal
      ? { catalogue, actor, reads: new Map(), scopes: new Map(), owner: undefined, version: tenant.version }
      : await reading(() => readWorld(on, tx, caller.tenant, { catalogue, actor }, fresh, earlier));
    await on.hooks.step?.('scopes-locked');
    const log = await reading(() => decideAll(on, world, fresh, earlier, refusal));
    await on.hooks.step?.('before-commit');
    const handling = { clientId: arrived.clientId, lastSeq: last.seq, log: log.rows };
    // Sent together: what somebody is told of, and that they are to be.
    const [queued, version] = await Promise.all([
      queueNotices(tx, caller.tenant, log.notices, on.clock.now().toISOString()),
      writeAndCommit(tx, caller.tenant, [...world.scopes.values()], log.steps, handling),
    ]);
    const base = (version ?? 0) - log.steps;
    const results = [...known, ...log.rows.map((row) => resultOfRow(row, base))];
    return { results, lastSeq: last.seq, wrote: log.steps > 0, notices: queued > 0 };
  });
  await on.hooks.step?.('after-commit');
  return handled;
}

/** A document that is not what its type says makes whatever reads it throw, wherever that is. */
async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError || cause instanceof UnreadableRecord)
      throw new UndecidedError('a scope cannot be read', { cause });
    throw cause;
  }
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
  reads: Map<PushedCommand, CommandRead>;
  scopes: Map<string, ChangedScope>;
  owner: { personnummer: string; personId: string | undefined } | undefined;
  /** Read under the scopes' locks: what is decided against them is no newer than this. */
  version: number;
};

/** Takes the locks of all that the commands are decided against, and reads it. */
async function readWorld(
  { rulebook }: SyncDependencies,
  tx: Burst,
  tenant: string,
  { catalogue, actor }: Pick<World, 'catalogue' | 'actor'>,
  commands: PushedCommand[],
  earlier: Earlier,
): Promise<World> {
  const reads = new Map(
    commands
      .filter(({ id }) => !earlier.outcomes.has(id))
      .map((command) => [command, readCommand(command.name, command.version, command.input, actor, rulebook)]),
  );
  const understood = [...reads].flatMap(([{ id }, read]) => (read.ok ? [{ id, ...read.value }] : []));
  // The handelser that a command leaves are records of ids that follow from its own.
  const wanted = understood.flatMap(({ id, scope, tarIn, need, laser, definition }) => [
    { name: scope, need: { ...need, ids: [...(need.ids ?? []), ...handelseIds(id, definition)] } },
    ...(tarIn === undefined ? [] : [{ name: tarIn, need: {} }]),
    ...laser.map((one) => ({ name: one.scope, need: { ...one.need } })),
  ]);
  const names = [...new Set(wanted.map(({ name }) => name))];
  const nummer = understood.find((read) => read.nummer !== undefined)?.nummer;
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

/** @returns a row of the log for each command, how many of them wrote, and of what somebody is to be told */
async function decideAll(
  on: SyncDependencies,
  world: World,
  commands: PushedCommand[],
  earlier: Earlier,
  refusal: Rejection | undefined,
): Promise<{ rows: LogRow[]; steps: number; notices: Aviseras[] }> {
  const serverAt = on.clock.now().toISOString();
  const rows: LogRow[] = [];
  const notices: Aviseras[] = [];
  const outcomes = new Map<string, LoggedOutcome>();
  let steps = 0;
  for (const command of commands) {
    const before = outcomes.get(command.id) ?? repeated(earlier.outcomes.get(command.id), world.actor);
    let outcome = before;
    if (!outcome) {
      const decision = refusal ?? decide(world, command);
      if (!isRejection(decision) && decision.length > 0) {
        steps += 1;
        for (const [scope, changes] of byScope(world, command, decision)) await scope.apply(changes, steps);
        const read = world.reads.get(command);
        if (read?.ok) notices.push(...(read.value.definition.aviserar?.(read.value.input, decision) ?? []));
      }
      // What nothing came of was decided at the last version written here, or else at what was read.
      const at = steps > 0 ? { version: null, step: steps } : { version: world.version, step: null };
      outcome = isRejection(decision) ? { ...at, rejection: decision } : at;
      outcomes.set(command.id, outcome);
    }
    await on.hooks.step?.('decided');
    // What was set aside has no outcome yet: the command that does have one is the row that is no repetition.
    const repeat = before !== undefined || outcome.rejection?.code === aktOlaslig;
    rows.push(logRow({ anvandareId: world.actor.id, command, outcome, repeat, serverAt }));
  }
  return { rows, steps, notices };
}

/** A command that comes again under another client or seq keeps its outcome; one that borrows another user's id has none. */
function repeated(earlier: (Outcome & { anvandareId: string }) | undefined, actor: Actor): LoggedOutcome | undefined {
  if (!earlier) return undefined;
  const { version, rejection } = earlier;
  if (earlier.anvandareId !== actor.id) return { version, step: null, rejection: reject('finns-redan') };
  return { version, step: null, ...(rejection ? { rejection } : {}) };
}

function scopeFor({ reads, scopes }: World, command: PushedCommand): ChangedScope | undefined {
  const read = reads.get(command);
  return read?.ok ? scopes.get(read.value.scope) : undefined;
}

/** What a command changes, by the scope it lies in. */
function byScope({ reads, scopes }: World, command: PushedCommand, changes: Change[]): [ChangedScope, Change[]][] {
  const read = reads.get(command);
  if (!read?.ok) return [];
  return [...Map.groupBy(changes, (change) => scopeOf(read.value, change))].flatMap(([name, part]) => {
    const scope = scopes.get(name);
    return scope ? [[scope, part] as [ChangedScope, Change[]]] : [];
  });
}

const ingenting: Lasbart = { get: () => undefined, list: () => [] };
/** What an akt's rule reads, with what it takes in. */
const withTaken = (own: State, taken: State | undefined): State =>
  taken ? { ...own, get: (type, id) => (isIntagbar(type) ? taken.get(type, id) : own.get(type, id)) } : own;

function decide(world: World, command: PushedCommand): Decision {
  const { reads, scopes, catalogue, actor, owner } = world;
  const read = reads.get(command);
  const scope = scopeFor(world, command);
  if (!read?.ok || !scope) return read?.ok === false ? read.error : reject('okant-kommando');
  const { tarIn, definition } = read.value;
  const { skaparAkt, overVaggen, iKatalogen } = definition;
  const taken = tarIn === undefined ? undefined : scopes.get(tarIn);
  const makes = skaparAkt && scope.isEmpty;
  const reaches = (overVaggen && !scope.isEmpty) || (iKatalogen && scope.name === katalogScope);
  // An akt that was never made, for its registration was refused, is no akt that access was lost to.
  if (!makes && !reaches && !mayReach(scope, actor)) return reject(scope.isEmpty ? 'akten-finns-inte' : 'atkomst-saknas');
  const seen: Seen = overVaggen ? () => true : seenBy(actor);
  const asked = catalogue.forRule();
  const asRead = new Set<ScopeRecord>();
  let decision: Decision;
  try {
    const own = withTaken(scope.state(asked, seen, owner, asRead), taken?.state(asked, seen, undefined, asRead));
    const state: State = { ...own, annan: (name) => scopes.get(name)?.state(asked, seen, undefined, asRead) ?? ingenting };
    decision = decideCommand(read, state, { now: command.at, actor, kommandoId: command.id });
  } catch (cause) {
    throw new UndecidedError(`${command.name} could not be decided`, { cause });
  }
  // Of a record that is not what its type says, nothing is decided, nor refused for good.
  const cause = scope.unsound(asRead) ?? (isRejection(decision) ? asked.missed() : undefined);
  if (cause) throw new UndecidedError(`${command.name} could not be decided`, { cause });
  if (isRejection(decision)) return decision;
  // An id that another unit's record has: to this user it is not there, and is not theirs to write over.
  // History is added to and never written over.
  const made = decision;
  const isTaken = handelseIds(command.id, definition).some((id) => scope.has(id) && made.some((change) => change.id === id));
  return isTaken || scope.touchesUnseen(decision, seen) ? reject('finns-redan') : decision;
}
