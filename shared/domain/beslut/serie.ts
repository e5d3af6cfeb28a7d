import type { IsoDate } from '../../util/datum.ts';
import type { Beslut } from './records.ts';

export type Period = { giltigFran: IsoDate; giltigTom: IsoDate };

/**
 * The monthly beslut of a granted period, first and last partial month included (BESLUT-PA-05, FORB-24). Empty when the
 * period ends before it begins.
 */
export function forslagSerie(giltigFran: IsoDate, giltigTom: IsoDate): Period[] {
  const perioder: Period[] = [];
  for (let fran = giltigFran; fran <= giltigTom; fran = dagenEfter(sistaDagen(fran))) {
    const sista = sistaDagen(fran);
    perioder.push({ giltigFran: fran, giltigTom: sista < giltigTom ? sista : giltigTom });
  }
  return perioder;
}

/** Two months of one series. */
export const sammaSerie = (a: Pick<Beslut, 'koppling'>, b: Pick<Beslut, 'koppling'>): boolean =>
  a.koppling?.slag === 'serie' && a.koppling.id === b.koppling?.id;

const isoDay = (time: number): IsoDate => new Date(time).toISOString().slice(0, 10);
const oneDay = 24 * 60 * 60 * 1000;
const time = (dag: IsoDate): number => Date.parse(`${dag}T00:00:00Z`);

export const dagenEfter = (dag: IsoDate): IsoDate => isoDay(time(dag) + oneDay);
export const dagenFore = (dag: IsoDate): IsoDate => isoDay(time(dag) - oneDay);
/** The last day of the day's month. */
export const sistaDagen = (dag: IsoDate): IsoDate => isoDay(Date.UTC(Number(dag.slice(0, 4)), Number(dag.slice(5, 7)), 0));
export const sammaManad = (a: IsoDate, b: IsoDate): boolean => a.slice(0, 7) === b.slice(0, 7);
