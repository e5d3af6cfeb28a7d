/** Test support only. No product code imports it. */

import type { Context, Decision, State } from '../command.ts';
import { type CommandInput, type CommandName, commands } from '../rulebook/command-list.ts';
import { decideCommand, readCommand } from '../rulebook/commands.ts';

/** A command as both sides decide it: read, then by its rule. */
export const testDecide = <N extends CommandName>(name: N, input: CommandInput<N>, state: State, context: Context): Decision =>
  decideCommand(readCommand(name, commands[name].version, input, context.actor), state, context);

/** The same, of an input as wrong as the test wants it. */
export const testDecideAny = (name: CommandName, input: unknown, state: State, context: Context): Decision =>
  decideCommand(readCommand(name, commands[name].version, input, context.actor), state, context);
