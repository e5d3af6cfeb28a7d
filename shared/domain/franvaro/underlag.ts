import { compare } from '../../util/compare.ts';
import { dagarMellan, type IsoDate, swedishDay } from '../../util/datum.ts';
import type { Post } from '../post.ts';
import type { Franvaro, Franvarounderlag, Underlagsskal } from './records.ts';
import { dagarUtanKost, franvarodagar, franvaroregel, gallerFranvaro, isLang } from './regler.ts';

/** What an underlag says of a frånvaro, counted to a day. */
export function raknatUnderlag(
  franvaro: Franvaro,
  tom: IsoDate,
): Pick<Franvarounderlag, 'fran' | 'till' | 'tom' | 'dagar' | 'dagarUtanKost'> {
  const { fran, till } = franvaro;
  const period = { fran, tom };
  const dagar = gallerFranvaro(franvaro) ? franvarodagar(franvaro, period) : 0;
  const utan = gallerFranvaro(franvaro) ? dagarUtanKost(franvaro, period) : 0;
  return { fran, ...(till === undefined ? {} : { till }), tom, dagar, dagarUtanKost: utan };
}

/** The last day to count to: of one that has an end that one, else today. */
export const raknasTom = ({ till }: Pick<Franvaro, 'till'>, today: IsoDate): IsoDate => till ?? today;

/** The latest that was sent of a frånvaro. */
export const senasteUnderlag = <P extends Post<Franvarounderlag>>(alla: readonly P[], franvaroId: string): P | undefined =>
  alla
    .filter(({ data }) => data.franvaroId === franvaroId)
    .sort((a, b) => compare(a.data.skickat.at, b.data.skickat.at) || compare(a.id, b.id))
    .at(-1);

/** What was sent is no longer so: its days, or that it was at all. That one without an end goes on is no change. */
export function isAndratSedan(franvaro: Franvaro, underlag: Franvarounderlag): boolean {
  const nu = raknatUnderlag(franvaro, underlag.tom);
  const raknade = underlag.raknade ?? underlag.dagarUtanKost;
  return nu.fran !== underlag.fran || nu.till !== underlag.till || nu.dagar !== underlag.dagar || nu.dagarUtanKost !== raknade;
}

/** Why an underlag is to be sent of a frånvaro (FRAGA-56); undefined = none is, or what was sent says it. */
export function underlagsskal(
  franvaro: Post<Franvaro>,
  underlag: readonly Post<Franvarounderlag>[],
  today: IsoDate,
): Underlagsskal | undefined {
  const senaste = senasteUnderlag(underlag, franvaro.id);
  if (senaste) return isAndratSedan(franvaro.data, senaste.data) ? 'rattelse' : undefined;
  if (!gallerFranvaro(franvaro.data)) return undefined;
  if (isLang(franvaro.data, today)) return 'lang';
  const { fran, registrerad } = franvaro.data;
  return dagarMellan(fran, swedishDay(registrerad.at)) > franvaroregel(fran).underlagOver ? 'sen' : undefined;
}
