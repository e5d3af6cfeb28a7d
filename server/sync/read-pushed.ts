import type { Actor } from '../../shared/domain/command.ts';
import { findCommand, needOfCommand, nummerOfCommand, scopeOfCommand } from '../../shared/domain/commands.ts';
import type { Need } from '../../shared/domain/need.ts';
import type { PushedCommand } from '../../shared/protocol/protocol.ts';

/** What a command is decided against; no scope when its name or input is not understood. */
export type ReadCommand = { scope: string | undefined; need: Need; nummer: string | undefined; skaparAkt: boolean };

export function readPushed({ id, name, version, input }: PushedCommand, actor: Actor): ReadCommand {
  const need = needOfCommand(name, version, input);
  return {
    scope: scopeOfCommand(name, version, input, actor),
    // The handelse it leaves is a record of that id.
    need: { ...need, ids: [...(need.ids ?? []), id] },
    nummer: nummerOfCommand(name, version, input),
    skaparAkt: findCommand(name, version)?.skaparAkt === true,
  };
}
