import { type IsoDate, plusDagar, sistaDagen } from '../../util/datum.ts';
import type { Beslut } from './records.ts';

export type Period = { giltigFran: IsoDate; giltigTom: IsoDate };

/**
 * The monthly beslut of a granted period, first and last partial month included (BESLUT-PA-05, FORB-24). Empty when the
 * period ends before it begins.
 */
export function forslagSerie(giltigFran: IsoDate, giltigTom: IsoDate): Period[] {
  const perioder: Period[] = [];
  for (let fran = giltigFran; fran <= giltigTom; fran = plusDagar(sistaDagen(fran), 1)) {
    const sista = sistaDagen(fran);
    perioder.push({ giltigFran: fran, giltigTom: sista < giltigTom ? sista : giltigTom });
  }
  return perioder;
}

/** Two months of one series. */
export const sammaSerie = (a: Pick<Beslut, 'koppling'>, b: Pick<Beslut, 'koppling'>): boolean =>
  a.koppling?.slag === 'serie' && a.koppling.id === b.koppling?.id;

export const sammaManad = (a: IsoDate, b: IsoDate): boolean => a.slice(0, 7) === b.slice(0, 7);
