import { lasDrift } from '../../shared/domain/behorighet.ts';
import type { NattrapportRad } from '../../shared/ipc/views.ts';
import { compare } from '../../shared/util/compare.ts';
import { personRad } from './person-rad.ts';
import { CallFailure, type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The latest so many nights are shown. */
const flestNatter = 60;

/** What the nights came to (NATT-01), for those who run the system. Who failed is named where the akt is the user's to read, and nowhere else. */
export function nattrapportService({ replica, actor, clock }: ServicePorts): Handlers<'natt.rapporter' | 'natt.misslyckade'> {
  const rapporter = () => {
    // What a role that is gone has left behind is nobody's to see.
    if (!lasDrift(actor())) throw new CallFailure('finns-inte', 'nattrapport');
    return replica.katalog('nattrapport');
  };
  return {
    'natt.rapporter': () => {
      const rader = rapporter().map(({ id, data: { poster: _, ...rapport } }): NattrapportRad => ({ ...rapport, id }));
      return { rader: rader.sort((a, b) => compare(b.natt, a.natt)).slice(0, flestNatter) };
    },
    'natt.misslyckade': ({ rapportId }) => {
      const rapport = rapporter().find(({ id }) => id === rapportId)?.data;
      if (!rapport) throw new CallFailure('finns-inte');
      const rader = rapport.poster.flatMap(({ personId, slag, orsak }, nr) => {
        const person = replica.record('person', personId);
        return person ? [{ id: `${personId} ${nr}`, person: personRad(person, todayOf(clock)), slag, orsak }] : [];
      });
      const { length: namngivna } = rapport.poster;
      return { rader, dolda: namngivna - rader.length, fler: Math.max(0, rapport.misslyckade - namngivna) };
    },
  };
}
