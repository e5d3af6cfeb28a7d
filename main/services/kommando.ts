import { isRejection, reject } from '../../shared/domain/command.ts';
import { commands, isCommandName } from '../../shared/domain/rulebook/command-list.ts';
import { type Handlers, nowOf, type ServicePorts } from './service.ts';

/** Runs a command against the replica: its effect, its place in the outbox and the end of its draft are one transaction. */
export function kommandoService({ replica, actor, clock, newId }: ServicePorts): Handlers<'kommando.kor'> {
  return {
    'kommando.kor': ({ name, input, utkast, formular, avgor, id = newId() }) => {
      if (!isCommandName(name)) return { ok: false, rejection: reject('okant-kommando') };
      // Asked again by a caller that lost the first answer: the command stands in the outbox and is not run twice.
      if (replica.outboxRow(id)) {
        // Without its answer the form has written its draft anew.
        if (utkast !== undefined) replica.dropDraft(utkast);
        return { ok: true, id };
      }
      const at = nowOf(clock);
      const form = utkast === undefined || formular === undefined ? undefined : { nyckel: utkast, ...formular };
      const decision = replica.runCommand({
        id,
        name,
        version: commands[name].version,
        input,
        at,
        actor: actor(),
        dropDraft: utkast,
        form,
        avgor,
      });
      if (isRejection(decision)) return { ok: false, rejection: decision };
      return { ok: true, id };
    },
  };
}
