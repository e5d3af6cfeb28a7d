import { kalenderfil } from '../../shared/domain/mote/kalender.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { Oppnade } from './oppnade.ts';
import { type AsyncHandlers, CallFailure, nowOf, type ServicePorts } from './service.ts';

/**
 * A meeting as a file for the user's own calendar, by their word (FORB-49): what is in it says nothing of whom it is with (MOTE-04), nor does its
 * name. It stands in the access log before it is written.
 */
export function moteService({ replica, clock, newId, kopia }: ServicePorts, oppnade: Oppnade): AsyncHandlers<'mote.kalender'> {
  return {
    'mote.kalender': async ({ personId, moteId, mapp }) => {
      oppnade.require(personId);
      const post = replica.record('mote', moteId);
      if (!post || personOfScope(post.scope) !== personId) throw new CallFailure('finns-inte');
      if (!kopia) throw new CallFailure('kopian-skrevs-inte');
      kopia.require(mapp);
      const { dag, fran } = post.data;
      const titel = `Kalender ${dag} ${fran.replace(':', '.')}`;
      const at = nowOf(clock);
      replica.logAccess({ id: newId(), at, action: 'last', personId, detail: `${titel}, kalenderfil utanför programmet` }, 'innan');
      return { fil: await kopia.write(mapp, titel, new TextEncoder().encode(kalenderfil(post, at)), 'ics') };
    },
  };
}
