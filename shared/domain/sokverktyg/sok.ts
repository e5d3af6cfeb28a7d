import { type IsoDate, isCalendarDay, plusDagar, plusManader, sistaDagen } from '../../util/datum.ts';
import { type Sokvarde, sokfaltet } from './falt.ts';
import type { Sokkalla } from './kalla.ts';
import {
  jamforelser,
  type Parametervarden,
  parameterslag,
  type Sokning,
  type Sokparameter,
  type Sokslag,
  type Sokvillkor,
} from './records.ts';

/**
 * What of a search this program does not understand, as the catalogue of a newer one may have it: such a search is shown, and not run, for
 * without a condition it would list what was not asked for. Undefined = nothing.
 */
export function okantI({ slag, parametrar, villkor, kolumner }: Sokning): string | undefined {
  const koder = new Set(parametrar.map(({ kod }) => kod));
  const okand = [...villkor.map(({ falt }) => falt), ...kolumner].find((namn) => !sokfaltet(slag, namn));
  const jamforelse = villkor.find(({ op }) => !jamforelser.includes(op))?.op;
  const parameter = villkor.find((one) => one.parameter !== undefined && !koder.has(one.parameter))?.parameter;
  const fraga = parametrar.find((one) => !parameterslag.includes(one.slag))?.slag;
  return okand ?? jamforelse ?? parameter ?? fraga;
}

export type Parameterfel = 'saknas' | 'ingen-dag' | 'inget-tal' | 'slut-fore-start';

/** Why a value does not do; undefined = it does. */
export function parameterfel({ slag, kravs }: Sokparameter, varde: string | number | undefined): Parameterfel | undefined {
  if (varde === undefined || varde === '') return kravs ? 'saknas' : undefined;
  if (slag === 'dag') return typeof varde === 'string' && isCalendarDay(varde) ? undefined : 'ingen-dag';
  return slag !== 'tal' || (typeof varde === 'number' && Number.isFinite(varde)) ? undefined : 'inget-tal';
}

/**
 * The end of a period (of days or numbers) that was chosen to lie before its beginning, by its `kod`: nothing could be found. Two parameters are the ends of
 * one when they bound the same field from below and above, or are the only two of their kind that bound anything.
 */
export function periodfel({ parametrar, villkor }: Sokning, varden: Parametervarden): Record<string, Parameterfel> {
  const fel: Record<string, Parameterfel> = {};
  for (const slag of ['dag', 'tal'] as const) {
    const koder = new Set(parametrar.filter((one) => one.slag === slag).map(({ kod }) => kod));
    const granser = (op: Sokvillkor['op']) =>
      villkor.flatMap(({ op: dess, parameter: kod, falt }) => (dess === op && kod !== undefined && koder.has(kod) ? [{ kod, falt }] : []));
    const [undre, ovre] = [granser('minst'), granser('hogst')];
    const ensamma = undre.length === 1 && ovre.length === 1;
    for (const start of undre) {
      for (const slut of ovre) {
        const [fran, till] = [varden[start.kod], varden[slut.kod]];
        if (start.kod === slut.kod || (start.falt !== slut.falt && !ensamma)) continue;
        if (fran !== undefined && till !== undefined && fran !== '' && till !== '' && fran > till) fel[slut.kod] = 'slut-fore-start';
      }
    }
  }
  return fel;
}

/** What the form proposes before the user has chosen. */
export function forvald(
  { slag, forval }: Sokparameter,
  { dag, anvandareId }: { dag: IsoDate; anvandareId: string },
): string | number | undefined {
  if (forval === undefined) return undefined;
  if (forval === 'jag') return slag === 'handlaggare' ? anvandareId : undefined;
  if (typeof forval === 'number') return forval;
  if (typeof forval.dagar === 'number') return plusDagar(dag, forval.dagar);
  if (typeof forval.manad !== 'number') return undefined;
  const manad = sistaDagen(plusManader(dag, forval.manad));
  return forval.dag === 'sista' ? manad : `${manad.slice(0, 8)}01`;
}

/** Whether a row is one of the search's: every condition holds. Those on a parameter without a value are left out. */
export const uppfyller = (sokning: Sokning, parametrar: Parametervarden, kalla: Sokkalla<Sokslag>): boolean =>
  sokning.villkor.every((villkor) => haller(sokning.slag, villkor, parametrar, kalla));

function haller(slag: Sokslag, villkor: Sokvillkor, parametrar: Parametervarden, kalla: Sokkalla<Sokslag>): boolean {
  const { parameter, dagar, varde, op, tomt } = villkor;
  const mot = parameter === undefined ? (dagar === undefined ? varde : plusDagar(kalla.dag, dagar)) : parametrar[parameter];
  if (parameter !== undefined && (mot === undefined || mot === '')) return true;
  const har = sokfaltet(slag, villkor.falt)?.las(kalla);
  if (har === undefined || (Array.isArray(har) && har.length === 0)) return tomt === 'uppfyller' || op === 'inteLika';
  if (op === 'lika') return isLika(har, mot);
  if (op === 'inteLika') return !isLika(har, mot);
  // A day and a day, or a number and a number: what cannot be compared does not hold.
  if (typeof har !== typeof mot || mot === undefined || Array.isArray(har)) return false;
  return op === 'minst' ? har >= mot : har <= mot;
}

const isLika = (har: Exclude<Sokvarde, undefined>, mot: string | number | boolean | undefined): boolean =>
  Array.isArray(har) ? har.some((one) => one === mot) : har === mot;

/** What the columns of a row show, by field. */
export const varden = ({ slag, kolumner }: Sokning, kalla: Sokkalla<Sokslag>): Record<string, Sokvarde> =>
  Object.fromEntries(kolumner.map((namn) => [namn, sokfaltet(slag, namn)?.las(kalla)]));
