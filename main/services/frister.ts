import type { Fristrad } from '../../shared/domain/klocka/frist.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { FristVy } from '../../shared/ipc/views.ts';
import type { IsoDate } from '../../shared/util/datum.ts';
import { bevakningslistor } from './bevakningslista.ts';
import type { Katalog } from './katalog.ts';
import type { Oppnade } from './oppnade.ts';
import { type Handlers, type ServicePorts, todayOf } from './service.ts';

/** The computed bevakningar of an akt (KLOCK-02), and one of them with the rule behind it. */
export function fristerService(
  { replica, clock }: Pick<ServicePorts, 'replica' | 'clock'>,
  katalog: Katalog,
  oppnade: Oppnade,
): Handlers<'kund.frister' | 'frist.underlag'> {
  const { beraknade } = bevakningslistor({ replica, clock }, katalog);
  return {
    'kund.frister': ({ personId }) => {
      oppnade.require(personId);
      // Also those that are not in a list yet: the kund's page shows when each falls.
      return { klar: replica.fristerReady(), rader: beraknade.iAkt(aktScope(personId)).map(({ rad }) => vyAv(rad)) };
    },
    'frist.underlag': ({ personId, nyckel }) => {
      const hittad = beraknade.iAkt(aktScope(personId)).find(({ rad }) => rad.nyckel === nyckel);
      // What a list has is read from it already.
      const today = todayOf(clock);
      if (!hittad || !isListad(hittad.rad, today)) oppnade.require(personId);
      const [rad] = hittad ? beraknade.raderAv([hittad]) : [];
      if (!hittad || !rad) return null;
      const hos = hittad.rad.hos.map(({ agare, visas }) => ({ namn: beraknade.agarnamn(agare), visas }));
      const { vad: _, ...frist } = vyAv(hittad.rad);
      return { rad, frist, hos };
    },
  };
}

/** What a list has, or that of those put off: it is read from it already (FRAGA-62). */
export const isListad = (rad: Fristrad, today: IsoDate): boolean => rad.uppskjuten !== undefined || visasFran(rad) <= today;
const visasFran = ({ hos, datum }: Fristrad) => hos.map(({ visas }) => visas).sort()[0] ?? datum;
const vyAv = ({ hos, ...rad }: Fristrad): FristVy => ({ ...rad, visas: visasFran({ hos, ...rad }) });
