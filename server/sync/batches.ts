import type { Rulebook } from '../../shared/domain/rulebook/commands.ts';
import type { PushedCommand } from '../../shared/protocol/protocol.ts';

/** At most so many commands in one transaction: others wait for the akter it holds. */
const most = 50;

/**
 * Cuts a push into what may be one transaction each. Of its own is a command that asks who has a personnummer, and one that changes the
 * catalogue, which is read once a transaction: what comes after it is to meet it.
 */
export function batchesOf(commands: PushedCommand[], rulebook: Rulebook): PushedCommand[][] {
  const batches: PushedCommand[][] = [];
  let open: PushedCommand[] = [];
  for (const command of commands) {
    const definition = rulebook.commands[command.name];
    const alone = definition?.nummer !== undefined || definition?.iKatalogen === true;
    if (alone || open.length === 0 || open.length >= most) {
      open = [command];
      batches.push(open);
    } else open.push(command);
    if (alone) open = [];
  }
  return batches;
}
