import type { Ivolage, Ivorad, Kvartal } from '../domain/klocka/ivo.ts';

/** `Kvartal 1 2027` */
export const kvartalsnamn = ({ ar, nr }: Kvartal): string => `Kvartal ${nr} ${ar}`;

/** What the days are counted from. */
export const ivogrundOrd: Record<Ivorad['grund'], string> = { beslut: 'Beslut', avbrott: 'Avbrott' };

/** As the report tells it: `Ej verkställt`, `Verkställt 2027-05-04`. */
export function ivolageText(lage: Ivolage): string {
  if (lage.slag === 'ejVerkstallt') return 'Ej verkställt';
  return `${lage.slag === 'verkstallt' ? 'Verkställt' : 'Avslutat'} ${lage.dag}`;
}
