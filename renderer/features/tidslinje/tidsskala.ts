import { dagarMellan, type IsoDate, kvartal, kvartalsborjan, plusDagar, plusManader } from '../../../shared/util/datum.ts';

export type Skala = 'kvartal' | 'ar';

/** A column of the timeline: a quarter or a year, both days included. */
export type Kolumn = { fran: IsoDate; till: IsoDate; namn: string };

/** Months of a column, and how many columns stand before the one of today when the timeline opens. */
const matt = { kvartal: { manader: 3, fore: 3 }, ar: { manader: 12, fore: 5 } } as const;

/** Number of columns in the window of time; fewer where the window of the screen is narrow. */
export const antalKolumner = (skala: Skala, smal: boolean): number => (skala === 'ar' ? (smal ? 4 : 7) : smal ? 4 : 8);

/** How far the first column stands from today's when nothing is stepped: the past first, and some of what is to come. */
export const forvaltSteg = (skala: Skala, smal: boolean): number => -Math.min(matt[skala].fore, antalKolumner(skala, smal) - 2);

/** @param steg columns from the one of `idag` to the first one */
export function kolumner(skala: Skala, idag: IsoDate, steg: number, antal: number): Kolumn[] {
  const { manader } = matt[skala];
  const nu = skala === 'ar' ? `${idag.slice(0, 4)}-01-01` : kvartalsborjan(idag);
  return Array.from({ length: antal }, (_, index) => {
    const fran = plusManader(nu, (steg + index) * manader);
    const ar = fran.slice(0, 4);
    return {
      fran,
      till: plusDagar(plusManader(fran, manader), -1),
      namn: skala === 'ar' ? ar : `Kv ${kvartal(fran)} ${ar}`,
    };
  });
}

/** Where a day begins in the window: 0 its left edge, 1 its right; below and above outside it. */
export function plats(alla: readonly Kolumn[], dag: IsoDate): number {
  const index = alla.findIndex(({ fran, till }) => fran <= dag && dag <= till);
  const kolumn = alla[index];
  if (!kolumn) return dag < (alla[0]?.fran ?? '') ? -1 : 2;
  return (index + dagarMellan(kolumn.fran, dag) / (dagarMellan(kolumn.fran, kolumn.till) + 1)) / alla.length;
}

/** A period as it is seen in the window, in shares of its width; undefined with `sida` when it lies wholly outside. */
export type Synlig = { x: number; bredd: number; sida?: never } | { sida: 'fore' | 'efter' };

export function synlig(alla: readonly Kolumn[], fran: IsoDate, till: IsoDate | undefined): Synlig {
  if (plats(alla, fran) > 1) return { sida: 'efter' };
  if (till !== undefined && plats(alla, till) < 0) return { sida: 'fore' };
  const x = Math.max(0, plats(alla, fran));
  // The last day is included: the bar goes on to where the next one begins.
  const end = till === undefined ? 1 : Math.min(1, plats(alla, plusDagar(till, 1)));
  return { x, bredd: Math.max(0, end - x) };
}

/** `2021–2027`, `Kv 1 2026 – Kv 4 2027` */
export const periodtext = (alla: readonly Kolumn[], skala: Skala): string =>
  [alla[0], alla.at(-1)].map((one) => one?.namn ?? '').join(skala === 'ar' ? '–' : ' – ');
