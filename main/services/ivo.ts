import type { Fristagare } from '../../shared/domain/klocka/frist.ts';
import { ivosiffror, type Kvartal, radI } from '../../shared/domain/klocka/ivo.ts';
import type { IvoradVy, IvoVy } from '../../shared/ipc/ivo.ts';
import { compare } from '../../shared/util/compare.ts';
import type { Katalog } from './katalog.ts';
import { personOf } from './person-rad.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

type Val = { kvartal: Kvartal; vilka: 'mina' | 'alla' };

/** The report to IVO of a quarter (SoL 34 kap., LSS 28 f–h §§), of what the user reads on this computer. */
export function ivoService(ports: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>, katalog: Katalog): Handlers<'ivo.lista'> {
  return {
    'ivo.lista': (val) => {
      const rader = ivoraderFor(ports, katalog, val);
      return { klar: ports.replica.fristerReady(), rader, siffror: ivosiffror(rader) } satisfies IvoVy;
    },
  };
}

/** The rows of a quarter, the oldest beslut first. */
function ivoraderFor(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  katalog: Katalog,
  { kvartal, vilka }: Val,
): IvoradVy[] {
  const today = todayOf(clock);
  const { id, funktionId, enheter } = actor();
  const isMin = (agare: Fristagare | undefined): boolean =>
    agare !== undefined && ('anvandareId' in agare ? agare.anvandareId === id : 'funktionId' in agare && agare.funktionId === funktionId);
  const vemAr = (agare: Fristagare | undefined): string => {
    if (agare === undefined || 'roll' in agare) return '';
    return 'anvandareId' in agare
      ? (replica.record('anvandare', agare.anvandareId)?.data.namn ?? '')
      : katalog.utforareNamn(agare.funktionId);
  };
  return replica
    .ivotiderIn(kvartal)
    .flatMap(({ scope, tid }): IvoradVy[] => {
      const rad = radI(tid, kvartal);
      const min = isMin(tid.ansvarig);
      // What one reads of another unit's akt is common; a beslut is one unit's own.
      if (!rad || (vilka === 'mina' && !min) || (rad.enhet !== undefined && !enheter.includes(rad.enhet))) return [];
      const person = personOf(replica, scope, today);
      return person ? [{ ...rad, person, min, vem: vemAr(tid.ansvarig) }] : [];
    })
    .sort((a, b) => compare(a.beslutsdatum, b.beslutsdatum) || compare(a.nyckel, b.nyckel));
}
