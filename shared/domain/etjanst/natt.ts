import { type IsoDate, type IsoInstant, plusDagar, svenskTid } from '../../util/datum.ts';

/** When the night's run is due, by the clocks of Sweden, unless the server is set otherwise (FRAGA-44). */
export const nattensKlockslag = '02:00';
export const isKlockslag = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/**
 * The latest night whose run is due, named by the day in whose small hours it is. Asked by the wall's clock and by nothing else: of an
 * hour that is skipped the next counts, and one that comes twice is of the same night both times.
 */
export function forfallenNatt(now: IsoInstant, klockslag = nattensKlockslag): IsoDate {
  const [dag = '', tid = ''] = svenskTid(now).split(' ');
  return tid >= klockslag ? dag : plusDagar(dag, -1);
}

/** The night that takes what is asked for now. */
export const nastaNatt = (now: IsoInstant): IsoDate => plusDagar(forfallenNatt(now), 1);

/** At most so many nights lie between two tries. */
const langstUppehall = 7;
/** The night on which one that has failed so many times in a row is tried again: the next, then after two, four, and each seventh. */
export const igenNatten = (natt: IsoDate, forsok: number): IsoDate => plusDagar(natt, Math.min(2 ** (forsok - 1), langstUppehall));
