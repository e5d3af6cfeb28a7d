import { aldstForst, dagarSedan, langeObehandlad } from '../../shared/domain/aktualisering/regler.ts';
import { bestallningFor } from '../../shared/domain/beslut/bestallbart.ts';
import { behoverLssInsatser, oppenLssInsatser } from '../../shared/domain/beslut/lss-insatser.ts';
import { bekraftelsehinder } from '../../shared/domain/bestallning/bekrafta.ts';
import type { Bestallning } from '../../shared/domain/bestallning/records.ts';
import { behoverEgenBekraftelse } from '../../shared/domain/bestallning/urval.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { kategoriFor, verkstallighetFor } from '../../shared/domain/verkstallighet/for-bestallning.ts';
import type { AktualiseringRad, BeslutRad, BestRad } from '../../shared/ipc/views.ts';
import type { Katalog } from './katalog.ts';
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
      return {
        ejBekraftade: obekraftade.filter((post) => isSentBy(post, user)).flatMap((post) => bestRad(post)),
        inkomna: obekraftade.filter(({ data }) => !hinderFor(data, user)).flatMap((post) => bestRad(post)),
        bifallUtanBestallning: replica
          .unorderedBifallOf(user.id, today)
          .filter(({ data }) => bestallningFor(katalog.insatser, data) !== undefined)
          .sort(byDay(({ data }) => data.beslutsdatum))
          .flatMap(beslutRad),
        utanLssInsatser: utanLssInsatser().flatMap(beslutRad),
        ejBehandlade: replica
          .unexaminedOf(user.id)
          .sort((a, b) => Number(langeObehandlad(b.data, today)) - Number(langeObehandlad(a.data, today)) || aldstForst(a, b))
          .flatMap(aktualiseringRad),
      };

      /** FORB-27: the oldest ongoing bifall of each kund who should have LSS Insatser open and has not. */
      function utanLssInsatser(): Post<'beslut'>[] {
        const akter = Map.groupBy(
          replica.ongoingBifallOf(user.id, today).sort(byDay(({ data }) => data.beslutsdatum)),
          ({ scope }) => scope,
        );
        return [...akter].flatMap(([scope, bifall]) => {
          const fakta = { insatser: katalog.insatser, verkstalligheter: replica.inScope(scope, 'verkstallighet') };
          const first = bifall.find(({ data }) => behoverLssInsatser(fakta, [data], today).kravs);
          return first && !oppenLssInsatser(fakta.verkstalligheter, today) ? [first] : [];
        });
      }

      /** FRAGA-34: what the user has sent; an order from before senders were kept is its utredning's handläggare's. */
      function isSentBy({ data }: Post<'bestallning'>, { id }: Actor): boolean {
        if (data.bestallare) return data.bestallare.anvandareId === id;
        const utredningId = replica.record('beslut', data.beslutId)?.data.utredningId;
        return utredningId !== undefined && replica.record('utredning', utredningId)?.data.ansvarigHandlaggareId === id;
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
            dagar: dagarSedan(data.bestalltDatum, today),
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
        return [{ aktualiseringId: id, person, typ, datum, franVem, dagar: dagarSedan(datum, today), lange: langeObehandlad(data, today) }];
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
