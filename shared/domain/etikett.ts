import { yymmdd } from '../util/datum.ts';
import type { Beslut } from './beslut/records.ts';

type Period = { startdatum: string; slutdatum?: string | undefined };

const period = (fran: string, till: string | undefined): string => `${yymmdd(fran)}-${till ? yymmdd(till) : ''}`;

/** `LSS Utredning 230101-230102` (TRAD-02). */
export const etikettUtredning = (u: Period & { typ: string }): string => `${u.typ} ${period(u.startdatum, u.slutdatum)}`;

/** `Korttidsvistelse-insatser LSS 230101- – Lss, Barn/Ungdom 1` (TRAD-03; separator FRAGA-07). */
export const etikettVerkstallighet = (v: Period & { insatskategori: string }, utforare: string): string =>
  `${v.insatskategori} ${period(v.startdatum, v.slutdatum)} – ${utforare}`;

/** `LSS Ledsagarservice Bifall 240227`; a month of a series, which were all decided on one day, by its period (FORB-24). */
export const etikettBeslut = ({ beslutsnamn, beslutsdatum, giltigFran, giltigTom, koppling }: Beslut): string =>
  `${beslutsnamn} ${koppling?.slag === 'serie' ? period(giltigFran, giltigTom) : yymmdd(beslutsdatum)}`;
