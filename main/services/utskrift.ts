import { utskriftsutbud } from '../../shared/domain/dokument/utbud.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { aktState } from './akt-state.ts';
import type { Oppnade } from './oppnade.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** What can be printed of an opened akt from where the user stands (UTSK-01, UTSK-02). */
export function utskriftService({ replica, actor, clock }: ServicePorts, oppnade: Oppnade): Handlers<'dokument.utbud'> {
  return {
    'dokument.utbud': ({ personId, objekt }) => {
      oppnade.require(personId);
      return utskriftsutbud(aktState(replica, aktScope(personId)), { personId, objekt, actor: actor(), dag: todayOf(clock) });
    },
  };
}
