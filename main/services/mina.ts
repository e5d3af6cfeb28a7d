import { nottitel } from '../../shared/domain/anteckning/records.ts';
import { etikettUtredning } from '../../shared/domain/etikett.ts';
import { lagfrist } from '../../shared/domain/klocka/lagfrist.ts';
import { compareLagfrist } from '../../shared/ipc/lagfrist.ts';
import { compare } from '../../shared/util/compare.ts';
import { dagarMellan } from '../../shared/util/datum.ts';
import { titelOf } from './dokumentation-rubriker.ts';
import type { Katalog } from './katalog.ts';
import { personOf } from './person-rad.ts';
import type { Sedda } from './sedda.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The start page's lists of the user's own work (MINA-01, FORB-16). */
export function minaService(
  { replica, actor, clock }: ServicePorts,
  katalog: Katalog,
  sedda: Sedda,
): Handlers<'mina.utredningar' | 'mina.osignerade'> {
  return {
    /** The one whose lagfrist comes first stands first, those without one last. */
    'mina.utredningar': () => {
      const today = todayOf(clock);
      return replica
        .openUtredningarOf(actor().id)
        .flatMap((post) => {
          const { id, scope, data } = post;
          const person = personOf(replica, scope, today);
          if (!person) return [];
          const frist = lagfrist(katalog.fristregler, post, replica.inScope(scope, 'aktualisering'));
          return [
            {
              utredningId: id,
              person,
              etikett: etikettUtredning(data),
              inkomDatum: data.inkomDatum,
              ...(frist === undefined ? {} : { lagfrist: frist, dagarKvar: dagarMellan(today, frist) }),
              andrat: sedda.nya(scope).length,
            },
          ];
        })
        .sort((a, b) => compareLagfrist(a, b) || compare(a.utredningId, b.utredningId));
    },
    /** Oldest first: it has waited longest for its signature. */
    'mina.osignerade': () => {
      const today = todayOf(clock);
      return replica
        .unsignedOf(actor().id)
        .flatMap(({ id, scope, data }) => {
          const person = personOf(replica, scope, today);
          if (!person) return [];
          return [
            {
              anteckningId: id,
              person,
              dokumentation: data.dokumentation,
              rubrik: titelOf(replica, katalog, data.dokumentation, data.rubrikKod),
              rubrikKod: data.rubrikKod,
              ...(nottitel(data) ? { titel: nottitel(data) } : {}),
              handelsedatum: data.handelsedatum,
            },
          ];
        })
        .sort((a, b) => a.handelsedatum.localeCompare(b.handelsedatum) || a.anteckningId.localeCompare(b.anteckningId));
    },
  };
}
