import type { Blankettlage, Inkomstblankett } from '../domain/inkomst/records.ts';
import { isSen } from '../domain/inkomst/regler.ts';
import type { IsoDate } from '../util/datum.ts';

/** How far a blankett has come, as its chip says it. */
export const blankettlageOrd: Record<Blankettlage, string> = {
  ute: 'Utskickad',
  inlamnad: 'Inlämnad',
  kompletteras: 'Kompletteras',
  klar: 'Klar',
  aterkallad: 'Återkallad',
};

/** The same on a day: one that has not come by its last day is late. */
export const blankettlaget = (blankett: Pick<Inkomstblankett, 'lage' | 'sista'>, dag: IsoDate): string =>
  isSen(blankett, dag) ? 'Sen' : blankettlageOrd[blankett.lage];
