import { aktAv } from '../../shared/domain/akt.ts';
import { bladetsPlats, informationsblad, valkomstord } from '../../shared/domain/dokument/informationsblad.ts';
import { valdEnhet } from '../../shared/domain/enhet.ts';
import { isEgenKund } from '../../shared/domain/meddelande/mottagare.ts';
import { valkomnas } from '../../shared/domain/meddelande/valkomna.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import { aktState } from './akt-state.ts';
import { makeHandling } from './handling.ts';
import type { Oppnade } from './oppnade.ts';
import { type AsyncHandlers, CallFailure, type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The e-service of an opened kund: the welcome message that is proposed, and how it is used (VALK-01 to -04). */
export function etjanstService(ports: ServicePorts, oppnade: Oppnade): Handlers<'etjanst.bruk'> & AsyncHandlers<'etjanst.valkomst'> {
  const { replica, actor, clock } = ports;
  return {
    'etjanst.bruk': ({ personId }) => {
      oppnade.require(personId);
      const brev = replica
        .meddelanden()
        .filter(({ huvud: { personId: om, fran, till } }) => om === personId && [fran, ...till].some(({ slag }) => slag === 'medborgare'))
        .map(({ huvud: { skickat } }) => skickat);
      const beslut = replica.inScope(aktScope(personId), 'beslut').flatMap(({ data: { utskick } }) => utskick?.skickat?.at ?? []);
      const senast = [...brev, ...beslut].sort().at(-1);
      return senast === undefined ? {} : { senast };
    },
    'etjanst.valkomst': async ({ personId, postId, enhet: vald }) => {
      oppnade.require(personId);
      const state = aktState(replica, aktScope(personId));
      const person = state.get('person', personId);
      if (!person) throw new CallFailure('finns-inte');
      const dag = todayOf(clock);
      const enhet = valdEnhet(actor(), person, vald, undefined);
      const ord = { ...valkomstord(state, valkomnas(personId, postId).slag, dag), egen: isEgenKund(state, actor().id) };
      const knytsTill = bladetsPlats(aktAv(state), enhet, person);
      if (!knytsTill) return ord;
      const handling = await makeHandling(ports, informationsblad(state, { personId, enhet, dag }), { personId, underlag: [] });
      return { ...ord, blad: { handling, knytsTill } };
    },
  };
}
