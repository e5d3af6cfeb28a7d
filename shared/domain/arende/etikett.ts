import { yymmdd } from '../../util/datum.ts';
import type { Beslut } from '../beslut/records.ts';

/** `LSS Ledsagarservice Bifall 240227`; a month of a series, which were all decided on one day, by its period (FORB-24). */
export const etikettBeslut = ({ beslutsnamn, beslutsdatum, giltigFran, giltigTom, koppling }: Beslut): string =>
  `${beslutsnamn} ${koppling?.slag === 'serie' ? `${yymmdd(giltigFran)}-${giltigTom ? yymmdd(giltigTom) : ''}` : yymmdd(beslutsdatum)}`;
