import { aldstForst } from '../../shared/domain/aktualisering/regler.ts';
import { bifallUtanLssInsatser } from '../../shared/domain/beslut/lss-insatser.ts';
import { bekraftelsehinder } from '../../shared/domain/bestallning/bekrafta.ts';
import type { Bestallning } from '../../shared/domain/bestallning/records.ts';
import { behoverEgenBekraftelse } from '../../shared/domain/bestallning/urval.ts';
import { kategoriFor, verkstallighetFor } from '../../shared/domain/bestallning/verkstallighet.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { enhetOf } from '../../shared/domain/enhet.ts';
import { langeObehandlad } from '../../shared/domain/klocka/lagfrist.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { AktualiseringRad, BeslutRad, BestRad } from '../../shared/ipc/views.ts';
import { dagarMellan } from '../../shared/util/datum.ts';
import { foljsUppAv } from './foljs-upp.ts';
import type { Katalog } from './katalog.ts';
import { obestalldaBifall } from './obestallda.ts';
import { personOf } from './person-rad.ts';
import type { Post } from './ports.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The start page's lists of the case's own steps: what waits for the user, across akter (MINA-03, MINA-04, FORB-14, FORB-27, FORB-31). */
export function minaBestallningarService(
  { replica, actor, clock }: Pick<ServicePorts, 'replica' | 'actor' | 'clock'>,
  katalog: Katalog,
): Handlers<'mina.bestallningar'> {
  return {
    'mina.bestallningar': () => {
      const today = todayOf(clock);
      const user = actor();
      const obekraftade = replica.unconfirmedBestallningar().sort(byDay(({ data }) => data.bestalltDatum));
      // All that the user has decided, also what has ended: whose order another's is, is asked of these few alone.
      const egna = new Set(replica.ongoingBifallOf(user.id, '').map(({ id }) => id));
      return {
        ejBekraftade: obekraftade.filter((post) => isFollowedBy(post, user)).flatMap((post) => bestRad(post)),
        inkomna: obekraftade.filter(({ data }) => !hinderFor(data, user)).flatMap((post) => bestRad(post)),
        bifallUtanBestallning: obestalldaBifall(replica, katalog, user.id, today)
          .sort(byDay(({ data }) => data.beslutsdatum))
          .flatMap(beslutRad),
        utanLssInsatser: utanLssInsatser()
          .sort(byDay(({ data }) => data.beslutsdatum))
          .flatMap(beslutRad),
        ejBehandlade: replica
          .unexaminedOf(user.id)
          .sort(
            (a, b) =>
              Number(langeObehandlad(katalog.fristregler, b.data, today)) - Number(langeObehandlad(katalog.fristregler, a.data, today)) ||
              aldstForst(a, b),
          )
          .flatMap(aktualiseringRad),
      };

      /** FORB-27: a bifall of each kund who should have LSS Insatser open with its unit and has not. */
      function utanLssInsatser(): Post<'beslut'>[] {
        const perAkt = Map.groupBy(replica.ongoingBifallOf(user.id, today), ({ scope }) => scope);
        return [...perAkt].flatMap(([scope, iAkten]) => {
          const person = replica.record('person', personOfScope(scope) ?? '')?.data;
          const verkstalligheter = replica.inScope(scope, 'verkstallighet');
          const perEnhet = Map.groupBy(iAkten, ({ data }) => enhetOf('beslut', data, person));
          return [...perEnhet].flatMap(([enhet, beslut]) => {
            const egna = verkstalligheter.filter(({ data }) => enhetOf('verkstallighet', data, person) === enhet);
            const utan = bifallUtanLssInsatser({ insatser: katalog.insatser, beslut, verkstalligheter: egna }, today);
            return beslut.filter(({ id }) => id === utan?.id);
          });
        });
      }

      /** FRAGA-34, ROLL-10: what the user has sent, and what another sent who can no longer follow it up. */
      function isFollowedBy(post: Post<'bestallning'>, { id }: Actor): boolean {
        return post.data.bestallare?.anvandareId === id || (egna.has(post.data.beslutId) && foljsUppAv(replica, post) === id);
      }

      function bestRad({ id, scope, data }: Post<'bestallning'>): BestRad[] {
        const person = personOf(replica, scope, today);
        if (!person) return [];
        const hinder = hinderFor(data, user);
        const egenBekraftelse = behoverEgenBekraftelse(katalog.utforare(data.utforareId));
        const order = { ...data, egenBekraftelse, beslut: replica.record('beslut', data.beslutId)?.data };
        const taget = verkstallighetFor(order, replica.inScope(scope, 'beslut'), replica.inScope(scope, 'verkstallighet'), today, today);
        return [
          {
            bestallningId: id,
            beslutId: data.beslutId,
            person,
            insatskategori: kategoriFor(order),
            insatser: data.insatser,
            utforareId: data.utforareId,
            utforare: katalog.utforareNamn(data.utforareId),
            bestalltDatum: data.bestalltDatum,
            dagar: dagarMellan(data.bestalltDatum, today),
            gallerFran: data.gallerFran,
            ...(data.bestallare ? { bestallare: data.bestallare.namn } : {}),
            ...(hinder ? { hinder } : {}),
            ...(taget.slag === 'finns' ? { verkstallighetId: taget.verkstallighetId } : {}),
          },
        ];
      }

      function beslutRad({ id, scope, data }: Post<'beslut'>): BeslutRad[] {
        const person = personOf(replica, scope, today);
        if (!person) return [];
        const { utredningId, beslutsnamn, insatskategori, beslutsdatum, giltigFran } = data;
        return [{ beslutId: id, utredningId, person, beslutsnamn, insatskategori, beslutsdatum, giltigFran }];
      }

      function aktualiseringRad({ id, scope, data }: Post<'aktualisering'>): AktualiseringRad[] {
        const person = personOf(replica, scope, today);
        if (!person) return [];
        const { typ, datum, franVem } = data;
        return [
          {
            aktualiseringId: id,
            person,
            typ,
            datum,
            franVem,
            dagar: dagarMellan(datum, today),
            lange: langeObehandlad(katalog.fristregler, data, today),
          },
        ];
      }
    },
  };

  /** BEKR-01, FRAGA-34: why the user may not confirm it; undefined when they may. */
  function hinderFor({ utforareId }: Bestallning, user: Actor) {
    return bekraftelsehinder({ utforareId, egenBekraftelse: behoverEgenBekraftelse(katalog.utforare(utforareId)) }, user);
  }
}

/** Oldest first: it has waited longest. */
const byDay =
  <T extends { id: string }>(day: (post: T) => string) =>
  (a: T, b: T): number =>
    day(a).localeCompare(day(b)) || a.id.localeCompare(b.id);
