import { commands, isCommandName } from '../../shared/domain/rulebook/command-list.ts';
import type { Replica } from '../services/ports.ts';
import type { DiskRoom } from './disk-room.ts';

/**
 * The replica for services: what is written beside reading waits for room on the disk instead of keeping the akt closed. What is to leave the
 * program does not leave before its row is on disk.
 */
export function readableReplica(replica: Replica, { whenRoom, notice }: Pick<DiskRoom, 'whenRoom' | 'notice'>): Replica {
  function logNow(entry: Parameters<Replica['logAccess']>[0]): void {
    try {
      replica.logAccess(entry);
    } catch (error) {
      notice(error);
      throw error;
    }
  }
  return {
    ...replica,
    logAccess: (entry, innan) => (innan ? logNow(entry) : whenRoom(() => replica.logAccess(entry))),
    markOpened: (scope, before) => whenRoom(() => replica.markOpened(scope, before)),
    markSeen: (scopes) => whenRoom(() => replica.markSeen(scopes)),
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
