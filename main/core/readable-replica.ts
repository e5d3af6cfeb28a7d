import { commands, isCommandName } from '../../shared/domain/rulebook/command-list.ts';
import type { Replica } from '../services/ports.ts';
import type { DiskRoom } from './disk-room.ts';

/** The replica for services: what is written beside reading waits for room on the disk instead of keeping the akt closed. */
export function readableReplica(replica: Replica, { whenRoom }: Pick<DiskRoom, 'whenRoom'>): Replica {
  return {
    ...replica,
    logAccess: (entry) => whenRoom(() => replica.logAccess(entry)),
    markSeen: (scope) => whenRoom(() => replica.markSeen(scope)),
    runCommand(command) {
      if (!isCommandName(command.name) || !commands[command.name].quiet) return replica.runCommand(command);
      let decision: ReturnType<Replica['runCommand']> = [];
      whenRoom(() => {
        decision = replica.runCommand(command);
      });
      return decision;
    },
  };
}
