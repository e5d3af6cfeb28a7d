import { lasInkomster } from '../../shared/domain/behorighet.ts';
import { enhetOf } from '../../shared/domain/enhet.ts';
import { gallerFranvaro, isLang } from '../../shared/domain/franvaro/regler.ts';
import { isAndratSedan, raknasTom, raknatUnderlag, senasteUnderlag } from '../../shared/domain/franvaro/underlag.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { AvgiftFranvaroRad, AvgiftLage, AvgiftVerkstallighetRad } from '../../shared/ipc/views.ts';
import { compare } from '../../shared/util/compare.ts';
import { type IsoDate, plusManader, swedishDay } from '../../shared/util/datum.ts';
import type { Katalog } from './katalog.ts';
import { personRad } from './person-rad.ts';
import type { Post } from './ports.ts';
import { CallFailure, type Handlers, type ServicePorts, todayOf } from './service.ts';

/** For how long what has ended, or was changed, is shown. */
const manader = 3;

/** Frånvaro, and verkställigheter that begin or end, for those who handle fees (ROLL-09, PFRAN-10, PFRAN-14): the days, and nothing that is written of a kund. */
export function avgiftService(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  katalog: Katalog,
): Handlers<'avgift.lista'> {
  return {
    'avgift.lista': () => {
      // What a role that is gone has left behind is nobody's to see.
      if (!lasInkomster(actor())) throw new CallFailure('finns-inte', 'avgift');
      const { enheter } = actor();
      const today = todayOf(clock);
      const fran = plusManader(today, -manader);
      return {
        franvaron: replica
          .franvaron('')
          .flatMap(franvaroRad)
          .sort((a, b) => compare(b.fran, a.fran) || compare(a.id, b.id)),
        verkstalligheter: replica
          .verkstalligheter()
          .flatMap(verkstallighetRad)
          .sort((a, b) => compare(b.dag, a.dag) || compare(a.id, b.id)),
      };

      /** Whose it is; none of another unit's, which is not theirs to handle. */
      function vem({ scope, data }: Pick<Post<'verkstallighet'>, 'scope' | 'data'>) {
        const person = replica.record('person', personOfScope(scope) ?? '');
        const enhet = person && enhetOf('verkstallighet', data, person.data);
        if (!person || enhet === undefined || !enheter.includes(enhet)) return undefined;
        const { insatskategori, utforareId } = data;
        return {
          person: personRad(person, today),
          kundnummer: person.data.kundnummer,
          insatskategori,
          utforare: katalog.utforareNamn(utforareId),
        };
      }

      function franvaroRad({ id, scope, version, data }: Post<'franvaro'>): AvgiftFranvaroRad[] {
        const andrad = [data.registrerad, data.andrad, data.felmarkering, data.medVerkstallighet].map((one) => one && swedishDay(one.at));
        const underlag = senasteUnderlag(replica.franvarounderlagOf(id), id);
        const nyss = (dag: IsoDate | undefined) => dag !== undefined && dag >= fran;
        const aktuell =
          (data.till === undefined && gallerFranvaro(data)) ||
          nyss(data.till) ||
          andrad.some(nyss) ||
          nyss(underlag && swedishDay(underlag.data.skickat.at));
        const verkstallighet = replica.record('verkstallighet', data.verkstallighetId);
        const om = aktuell && verkstallighet ? vem({ scope, data: verkstallighet.data }) : undefined;
        if (!om) return [];
        const { dagar, dagarUtanKost } = raknatUnderlag(data, raknasTom(data, today));
        const rattas = underlag !== undefined && isAndratSedan(data, underlag.data);
        return [
          {
            ...{ id, verkstallighetId: data.verkstallighetId, ...om, fran: data.fran, lage: laget(data, today) },
            ...(data.till === undefined ? {} : { till: data.till }),
            ...{ dagar, dagarUtanKost, lang: gallerFranvaro(data) && isLang(data, today) },
            ...(underlag === undefined ? {} : { underlag: underlagetAv(underlag), rattas }),
            version: Math.max(version, underlag?.version ?? 0),
          },
        ];
      }

      function verkstallighetRad(post: Post<'verkstallighet'>): AvgiftVerkstallighetRad[] {
        const { id, version, data } = post;
        if (data.lssInsatser || data.aldrigPaborjad) return [];
        const slutar = data.slutdatum !== undefined && data.slutdatum >= fran;
        if (!slutar && data.startdatum < fran) return [];
        const om = vem(post);
        if (!om) return [];
        return [
          {
            ...{
              id,
              ...om,
              fran: data.startdatum,
              vad: slutar ? 'slutar' : 'borjar',
              dag: (slutar ? data.slutdatum : undefined) ?? data.startdatum,
            },
            ...(data.slutdatum === undefined ? {} : { till: data.slutdatum }),
            version,
          },
        ];
      }
    },
  };
}

function laget(data: Post<'franvaro'>['data'], today: IsoDate): AvgiftLage {
  if (data.felmarkering) return 'felmarkerad';
  if (data.medVerkstallighet?.utgar) return 'utgar';
  if (data.fran > today) return 'kommer';
  return data.till !== undefined && data.till < today ? 'slutat' : 'borta';
}

const underlagetAv = ({ data: { tom, dagar, dagarUtanKost: utan, skal, skickat } }: Post<'franvarounderlag'>) => ({
  ...{ tom, dagar, dagarUtanKost: utan, skal, skickat: skickat.at },
});
