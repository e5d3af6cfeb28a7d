import { compare } from '../../util/compare.ts';
import { plusDagar } from '../../util/datum.ts';
import type { Bestallning } from '../bestallning/records.ts';
import type { Verkstallighet } from '../verkstallighet/records.ts';
import type { Stapel } from './rader.ts';

/**
 * When a verkställighet was carried out. An avbrott ends one order and another goes on from it (BEST-KOP-01 to -09): between the end of the
 * one and the day the next was verkställd (FRAGA-33) nothing was; while the next is not confirmed, the avbrott goes on.
 */
export function verkstalldaTider(v: Pick<Verkstallighet, 'startdatum' | 'slutdatum'>, bestallningar: Bestallning[]): Stapel[] {
  const kedja = [...bestallningar].sort((a, b) => compare(a.gallerFran, b.gallerFran) || compare(a.bestalltDatum, b.bestalltDatum));
  const staplar: Stapel[] = [];
  let fran: string | undefined = v.startdatum;
  kedja.forEach((bestallning, index) => {
    const nasta = kedja[index + 1];
    if (!nasta || bestallning.gallerTom === undefined || fran === undefined) return;
    const avbrott = plusDagar(bestallning.gallerTom, 1);
    const igen: string | undefined = nasta.bekraftad === undefined ? undefined : senare(nasta.bekraftad, nasta.gallerFran);
    if (igen !== undefined && igen <= avbrott) return;
    staplar.push(...stapel('verkstalld', fran, bestallning.gallerTom, v.slutdatum));
    staplar.push(...stapel('avbrott', avbrott, igen === undefined ? undefined : plusDagar(igen, -1), v.slutdatum));
    fran = igen;
  });
  return fran === undefined ? staplar : [...staplar, ...stapel('verkstalld', fran, undefined, v.slutdatum)];
}

/** Within the verkställighet's own end; none when it would end before it begins. */
function stapel(slag: 'verkstalld' | 'avbrott', fran: string, till: string | undefined, slutdatum: string | undefined): Stapel[] {
  const end = till === undefined ? slutdatum : slutdatum === undefined || till < slutdatum ? till : slutdatum;
  if (end !== undefined && end < fran) return [];
  return [{ slag, fran, ...(end === undefined ? {} : { till: end }), text: slag === 'verkstalld' ? 'verkställd' : 'avbrott' }];
}

const senare = (a: string, b: string): string => (a > b ? a : b);
