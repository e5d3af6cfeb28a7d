import type { z } from 'zod';
import { fail, ok, type Result } from '../../util/result.ts';
import { isShallow, storable } from '../../util/storable.ts';
import {
  type Change,
  type CommandDefinition,
  type Context,
  type Decision,
  isRejection,
  type Last,
  type Rejection,
  reject,
  type State,
} from '../command.ts';
import { enhetensState, enheterAv, medEnhet } from '../enhet.ts';
import { handelserOf } from '../historik/handelse.ts';
import type { Need } from '../need.ts';
import { isIntagbar, liesIn, recordSchemas } from '../records.ts';
import { personOfScope } from '../scope.ts';
import { commands } from './command-list.ts';
import { type Allowed, commandRoles, isAllowed } from './command-roles.ts';
import { iOrdning } from './i-ordning.ts';
import { withinNeed } from './within-need.ts';

/** The commands by name, and who may run each. */
export type Rulebook = { commands: Readonly<Record<string, CommandDefinition>>; roles: Readonly<Record<string, Allowed>> };
export const rulebook: Rulebook = { commands, roles: commandRoles };

/** How many older versions of a command's input are still understood (N−2): programs are updated after the server, not with it. */
const olderVersions = 2;

/** A command whose name and input are understood, with what its side needs before it is decided. */
export type ReadCommand = {
  definition: CommandDefinition;
  /** In today's shape, whatever the version it came in. */
  input: unknown;
  /** The scope it is decided against. */
  scope: string;
  /** The scope of what the akt takes in, if any. */
  tarIn: string | undefined;
  /** The personnummer whose owner the rule asks for, if any. */
  nummer: string | undefined;
  /** What the rule reads of the types that grow with use. */
  need: Need;
  /** Other scopes that the rule reads. */
  laser: Last[];
  allowed: Allowed | undefined;
};
/** What was understood, or why not. */
export type CommandRead = Result<ReadCommand, Rejection>;

/**
 * Reads a command as it came: from a form, out of the outbox or over the network. The same on both sides, and once on each.
 * @param version of the input; today's, or one of the two before it, which are raised
 * @param known other commands than the product's, for tests
 * @returns `okant-kommando` when nobody here knows name and version, `ogiltig-indata` with the field when the input is not its shape
 */
export function readCommand(
  name: string,
  version: number,
  input: unknown,
  actor: Context['actor'],
  known: Rulebook = rulebook,
): CommandRead {
  const definition = Object.hasOwn(known.commands, name) ? known.commands[name] : undefined;
  if (!definition) return fail(reject('okant-kommando'));
  const read = readInput(definition, version, input);
  if (!read.ok) return read;
  const allowed = Object.hasOwn(known.roles, name) ? known.roles[name] : undefined;
  return unlessDefect(() =>
    ok({
      definition,
      input: read.value,
      scope: definition.scope(read.value, actor),
      tarIn: definition.tarIn?.(read.value),
      nummer: definition.nummer?.(read.value),
      need: definition.need?.(read.value) ?? {},
      laser: definition.laser?.(read.value) ?? [],
      allowed,
    }),
  );
}

/**
 * A defect of a definition must not stand in the way of what comes after: it refuses the one command, which keeps its words, and
 * the refusal is in the log.
 * @param isDefect whether what was thrown is one; anything is, unless more is asked than the definition itself
 */
function unlessDefect<T>(run: () => Result<T, Rejection>, isDefect: (error: unknown) => boolean = () => true): Result<T, Rejection> {
  try {
    return run();
  } catch (error) {
    if (isDefect(error)) return fail(reject('regelfel'));
    throw error;
  }
}
/** What reading the state throws is no defect of the rule, and goes on to the caller. */
const isRegelfel = (error: unknown): boolean => error instanceof TypeError || error instanceof RangeError;

/** A command's input in today's shape, raised from an older version's where the definition says how. */
export function readInput<Input extends z.ZodType>(
  definition: CommandDefinition<string, number, Input>,
  version: number,
  input: unknown,
): Result<z.output<Input>, Rejection> {
  const steps = definition.older?.slice(-olderVersions) ?? [];
  const back = definition.version - version;
  if (!Number.isInteger(back) || back < 0 || back > steps.length) return fail(reject('okant-kommando'));
  if (!isShallow(input)) return fail(reject('ogiltig-indata'));
  // Read the same way on both sides: what no store can hold is gone before the rule sees it.
  let raised = storable(input);
  for (const { input: older, raise } of back === 0 ? [] : steps.slice(-back)) {
    const read = parse(older, raised);
    if (!read.ok) return read;
    const next = unlessDefect(() => ok(raise(read.value)));
    if (!next.ok) return next;
    raised = next.value;
  }
  return parse(definition.input, raised);
}

function parse<Input extends z.ZodType>(schema: Input, input: unknown): Result<z.output<Input>, Rejection> {
  const parsed = schema.safeParse(input);
  return parsed.success ? ok(parsed.data) : fail(reject('ogiltig-indata', parsed.error.issues[0]?.path.join('.') || undefined));
}

/**
 * Decides a command that was read: allowed for the actor's roles, and then by its own rule; one that could not be read is
 * refused with why. The same call runs on the client (for effect at once) and on the server (for effect at all).
 * @returns the changes to make, or why not; throws only what `state` throws
 */
export function decideCommand(read: CommandRead, state: State, context: Context): Decision {
  if (!read.ok) return read.error;
  const { allowed } = read.value;
  if (allowed === undefined || !isAllowed(allowed, context.actor)) return reject('behorighet-saknas');
  return decided(read.value, withinNeed(iOrdning(state), read.value.need, read.value.laser), context);
}

/** Every command that changes an akt leaves a handelse in it; lists of a user's own, and housekeeping, have no history. */
function historik({ definition, scope }: ReadCommand, changes: Change[], state: State, context: Context): Change[] {
  const { kommandoId } = context;
  if (kommandoId === undefined || definition.quiet) return [];
  const { tillVarje = false } = definition;
  const personId = personOfScope(scope) ?? '';
  const put = changes.find(({ id, op }) => op === 'put' && id === personId);
  const person = put?.op === 'put' && put.type === 'person' ? put.data : state.get('person', personId);
  const enEnhet = person?.enheter.length === 1;
  return handelserOf(definition.name, changes, state, { ...context, kommandoId }, { tillVarje, enEnhet }).map(
    ({ id, data }): Change => ({ op: 'put', type: 'handelse', id, data }),
  );
}

/** Of an akt, what the rule may look over: the case of the unit it is decided in. */
function iEnhetensArende({ definition, input }: ReadCommand, personId: string | undefined, state: State, context: Context): State {
  const enhet = personId === undefined ? undefined : definition.enhet?.(state, input, context);
  return personId === undefined || enhet === undefined ? state : enhetensState(state, enhet, state.get('person', personId));
}

function decided(read: ReadCommand, state: State, context: Context): Decision {
  const answer = unlessDefect<Decision>(() => {
    const personId = personOfScope(read.scope);
    const decision = read.definition.decide(iEnhetensArende(read, personId, state, context), read.input, context);
    if (isRejection(decision)) return ok(decision);
    if (!decision.every((change) => isStorable(change, scopeOf(read, change)))) return fail(reject('regelfel'));
    if (personId === undefined) return ok(decision);
    const [inkorgens, egna] = [decision.filter(isTaken), decision.filter((change) => !isTaken(change))];
    const changes = medEnhet(egna, personId, state, context.actor);
    if (isRejection(changes)) return ok(changes);
    const { overVaggen, tillVarje } = read.definition;
    if (enheterAv(changes, personId, state).length > 1 && !overVaggen && !tillVarje) return ok(reject('tva-enheter'));
    return ok([...changes, ...historik(read, changes, state, context), ...inkorgens]);
  }, isRegelfel);
  return answer.ok ? answer.value : answer.error;
}

const isTaken = ({ type }: Change): boolean => isIntagbar(type);

/** Where a change of a command lies: in the command's own scope, but for what an akt takes in. */
export const scopeOf = ({ scope, tarIn }: Pick<ReadCommand, 'scope' | 'tarIn'>, { type }: Pick<Change, 'type'>): string =>
  tarIn !== undefined && isIntagbar(type) ? tarIn : scope;

const isStorable = (change: Change, scope: string): boolean =>
  liesIn(change.type, scope) && (change.op === 'delete' || recordSchemas[change.type].safeParse(change.data).success);
