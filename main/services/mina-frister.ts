import { arHandlaggare } from '../../shared/domain/behorighet.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { agarnyckel, type Fristrad } from '../../shared/domain/klocka/frist.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { FristVy } from '../../shared/ipc/views.ts';
import { compare } from '../../shared/util/compare.ts';
import type { Katalog } from './katalog.ts';
import type { Oppnade } from './oppnade.ts';
import { personOf } from './person-rad.ts';
import type { AktFrist } from './ports.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The computed bevakningar (KLOCK-02): the user's own, and those of an akt. */
export function minaFristerService(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  katalog: Katalog,
  oppnade: Oppnade,
): Handlers<'mina.frister' | 'kund.frister'> {
  /** A user's by name, a function's, and of a role in the units they are of. What one's own half of the akt holds is one unit's or common. */
  function egna({ id, funktionId, roller, enheter }: Actor, today: string): FristVy[] {
    const funktion = funktionId === undefined ? [] : replica.fristerHos(agarnyckel({ funktionId }), today);
    const min = [...replica.fristerHos(agarnyckel({ anvandareId: id }), today), ...funktion];
    const chefens = roller.includes('enhetschef')
      ? [
          ...replica.fristerHos(agarnyckel({ roll: 'enhetschef' }), today).map((one) => ({ ...one, vem: undefined })),
          ...utanAgare(today),
        ].filter(({ rad }) => rad.enhet === undefined || enheter.includes(rad.enhet))
      : [];
    // One that is told to the user in two ways is one row: as their own.
    const sedda = new Set(min.map(nyckelAv));
    return [...min.map((one) => ({ ...one, vem: undefined })), ...chefens.filter((one) => !sedda.has(nyckelAv(one)))].flatMap(
      ({ scope, rad, vem }) => vyAv(scope, rad, today, vem),
    );
  }

  /** ROLL-10: what belongs to a user who has left, or to a function that no handläggare holds. The notes of a utförare's staff are theirs. */
  function utanAgare(today: string): (AktFrist & { vem: string })[] {
    const anvandare = replica.katalog('anvandare');
    return replica.fristagare().flatMap((agare) => {
      const [slag, id = ''] = agare.split('/');
      if (slag === 'roll') return [];
      const av = (vem: string) => replica.fristerHos(agare, today).map((one) => ({ ...one, vem }));
      if (slag === 'funktion') {
        const har = anvandare.some(({ data }) => data.funktionId === id && arHandlaggare(data));
        return har ? [] : av(katalog.utforareNamn(id));
      }
      const en = anvandare.find((one) => one.id === id)?.data;
      return en && (arHandlaggare(en) || en.roller.includes('utforare')) ? [] : av(en?.namn ?? 'okänd användare');
    });
  }

  function vyAv(scope: string, { hos: _, ...rad }: Fristrad, today: string, vem?: string): FristVy[] {
    const person = personOf(replica, scope, today);
    return person ? [{ ...rad, person, ...(vem === undefined ? {} : { vem }) }] : [];
  }

  return {
    'mina.frister': () => {
      const today = todayOf(clock);
      const rader = egna(actor(), today).sort((a, b) => compare(a.datum, b.datum) || compare(a.nyckel, b.nyckel));
      return { klar: replica.fristerReady(), rader };
    },
    'kund.frister': ({ personId }) => {
      oppnade.require(personId);
      const today = todayOf(clock);
      const scope = aktScope(personId);
      // Also those that are not in a list yet: the kund's page shows when each falls.
      const rader = replica.fristerI(scope).filter(({ tom }) => tom === undefined || tom >= today);
      return { klar: replica.fristerReady(), rader: rader.flatMap((rad) => vyAv(scope, rad, today)) };
    },
  };
}

const nyckelAv = ({ scope, rad }: AktFrist): string => `${scope}/${rad.nyckel}`;
