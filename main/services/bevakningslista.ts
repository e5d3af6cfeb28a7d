import type { Actor } from '../../shared/domain/command.ts';
import { lagfristkod } from '../../shared/domain/klocka/lagfrist.ts';
import type { BevakningRad, BevakningslistaVy } from '../../shared/ipc/views.ts';
import { compare } from '../../shared/util/compare.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import { bevakningsrader } from './bevakning-rader.ts';
import { enGang, fristrader, type HittadFrist, type Vilka } from './frist-rader.ts';
import type { Katalog } from './katalog.ts';
import type { Post } from './ports.ts';
import type { ServicePorts } from './service.ts';

/** The lists of bevakningar: what somebody has laid and what is computed, by their days. */
export function bevakningslistor(ports: Pick<ServicePorts, 'replica' | 'clock'>, katalog: Katalog) {
  const { replica } = ports;
  const lagda = bevakningsrader(ports, katalog);
  const beraknade = fristrader(ports, katalog, lagda.namnAv);
  const vy = (rader: BevakningRad[]): BevakningslistaVy => ({
    rader: rader.sort((a, b) => compare(a.datum, b.datum) || compare(a.id, b.id)),
    klar: replica.fristerReady(),
  });
  return {
    lagda,
    beraknade,
    /** What is to be dealt with: the user's own, and those of functions and users beside them (BEV-02). */
    attGora(user: Actor | undefined, agare: readonly string[]): BevakningslistaVy {
      const poster = [...(user ? lagda.egna(user) : []), ...lagda.oppnaHos(agare)];
      return vy([...lagda.raderAv(utanDubbla(poster)), ...beraknade.raderAv(fristerna(user, agare, 'iListan'))]);
    },
    /** The same, with what is due by a day and in no list yet: for a calendar. */
    kalender(user: Actor | undefined, agare: readonly string[], till: IsoDate): BevakningslistaVy {
      const poster = [...(user ? lagda.egna(user) : []), ...lagda.oppnaHos(agare)].filter(({ data }) => data.datum <= till);
      return vy([...lagda.raderAv(utanDubbla(poster)), ...beraknade.raderAv(fristerna(user, agare, { till }))]);
    },
    /** What is computed is never Klar: it is gone when its cause is. */
    klara(user: Actor | undefined, agare: readonly string[]): BevakningslistaVy {
      return vy(lagda.raderAv(utanDubbla([...(user ? lagda.egnaKlara(user) : []), ...lagda.klaraHos(agare)])));
    },
    uppskjutna: (user: Actor | undefined, agare: readonly string[]): BevakningslistaVy =>
      vy(beraknade.raderAv(fristerna(user, agare, 'uppskjutna'))),
    /** What is laid, and what is computed, on a part of an akt. */
    pa: (poster: Post<'bevakning'>[], frister: HittadFrist[]): BevakningRad[] =>
      vy([...lagda.raderAv(poster), ...beraknade.raderAv(frister)]).rader,
    /** A user's own on the start page, but for what another of its lists has. */
    startsidans: (user: Actor): BevakningslistaVy =>
      vy([...lagda.raderAv(lagda.egna(user)), ...beraknade.raderAv(beraknade.egna(user, 'iListan').filter((one) => !isIAnnanLista(one)))]),
  };

  function fristerna(user: Actor | undefined, agare: readonly string[], vilka: Vilka): HittadFrist[] {
    return enGang([...(user ? beraknade.egna(user, vilka) : []), ...beraknade.hos(agare, vilka)]);
  }
}

const utanDubbla = <T extends { id: string }>(poster: T[]): T[] => [...new Map(poster.map((post) => [post.id, post])).values()];

/**
 * One's own notes without a signature, aktualiseringar without an utredning and the lagfrist of one's utredningar have lists of their own there;
 * so has what belongs to someone who has left (ROLL-10).
 */
function isIAnnanLista({ som, rad: { regel } }: HittadFrist): boolean {
  const { handelse, kod } = regel;
  if (handelse === 'anteckningSkriven' || handelse === 'aktualiseringInkom') return som === 'person' || som === 'borta';
  return som === 'person' && kod === lagfristkod;
}
