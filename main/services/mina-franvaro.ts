import { dagarHittills, fragasSedan, franvarohinder, isAktuell, isLang } from '../../shared/domain/franvaro/regler.ts';
import { underlagsskal } from '../../shared/domain/franvaro/underlag.ts';
import { compare } from '../../shared/util/compare.ts';
import { plusManader } from '../../shared/util/datum.ts';
import type { Katalog } from './katalog.ts';
import { personOf } from './person-rad.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** For how long after its end a frånvaro is still asked for its underlag. */
const manaderEfter = 12;

/** The start page's frånvaro (PHEM-02, PFRAN-12): what goes on or is to come where the user registers it, and what an underlag is to be sent of. */
export function minaFranvaroService(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  katalog: Katalog,
): Handlers<'mina.franvaro'> {
  return {
    'mina.franvaro': () => {
      const today = todayOf(clock);
      const user = actor();
      return replica
        .franvaron(plusManader(today, -manaderEfter))
        .flatMap((post) => {
          const { id, scope, data, pending } = post;
          const verkstallighet = replica.record('verkstallighet', data.verkstallighetId)?.data;
          if (!verkstallighet || franvarohinder(verkstallighet, katalog.utforare(verkstallighet.utforareId), user)) return [];
          const underlag = underlagsskal(post, replica.franvarounderlagOf(id), today);
          if (!isAktuell(data, today) && !underlag) return [];
          const person = personOf(replica, scope, today);
          if (!person) return [];
          const fragas = fragasSedan(data, person, today);
          return [
            {
              ...{ franvaroId: id, verkstallighetId: data.verkstallighetId, person, orsak: data.orsak, fran: data.fran },
              ...(data.beskrivning === undefined ? {} : { beskrivning: data.beskrivning }),
              ...(data.till === undefined ? {} : { till: data.till }),
              ...{ dagar: dagarHittills(data, today), lang: isLang(data, today), osand: pending },
              ...(fragas === undefined ? {} : { fragasSedan: fragas }),
              ...(underlag === undefined ? {} : { underlag }),
            },
          ];
        })
        .sort((a, b) => compare(a.fran, b.fran) || compare(a.franvaroId, b.franvaroId));
    },
  };
}
