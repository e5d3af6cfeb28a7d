import { kundlistaId, senasteId } from '../../shared/domain/kundlista/records.ts';
import type { SenasteKund } from '../../shared/ipc/views.ts';
import { compareSwedish } from '../../shared/util/compare.ts';
import { personRad } from './person-rad.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The latest kunder (SOK-11, FRAGA-03) and the user's own list (KLISTA-01). Neither gives access: a lost akt is a row without a person. */
export function kunderService({ replica, actor, clock }: ServicePorts): Handlers<'kunder.senaste' | 'kunder.lista' | 'kunder.rader'> {
  const rad = (personId: string) => {
    const post = replica.record('person', personId);
    return post ? personRad(post, todayOf(clock)) : null;
  };
  return {
    'kunder.rader': ({ personIds }) => personIds.map(rad),
    'kunder.senaste': () => {
      const senaste = replica.record('senasteKunder', senasteId(actor().id))?.data.personer ?? [];
      return senaste.map(({ personId, at }) => ({ personId, at, person: rad(personId) }));
    },
    'kunder.lista': () => {
      const lista = replica.record('kundlista', kundlistaId(actor().id))?.data.personer ?? [];
      return lista.map((personId) => ({ personId, person: rad(personId) })).sort(byName);
    },
  };
}

/** Swedish order; rows whose akt the replica no longer holds come last. */
const byName = (a: SenasteKund, b: SenasteKund): number =>
  Number(a.person === null) - Number(b.person === null) || compareSwedish(a.person?.namn ?? '', b.person?.namn ?? '');
