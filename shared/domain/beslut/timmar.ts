import type { Omfattning } from './records.ts';

/** What two fields, timmar and minuter, hold: an amount, nothing yet, or something that must be asked about (FORB-21). */
export type Timmar =
  | { slag: 'tomt' }
  | { slag: 'tid'; minuter: number }
  /** It may mean more than one thing: the user chooses. */
  | { slag: 'fraga'; falt: 'timmar' | 'minuter'; alternativ: Tid[] }
  | { slag: 'fel'; falt: 'timmar' | 'minuter'; kod: 'inte-siffror' | 'noll' };
export type Tid = { timmar: number; minuter: number };

/**
 * Reads timmar and minuter as they were typed or pasted. `10.30` is what the old system called ten hours and thirty minutes
 * and others call 10,3 hours; `10.5` is as doubtful: neither is taken for granted (BESLUT-GEN-09, FORB-21).
 */
export function tolkaTimmar(timmar: string, minuter: string): Timmar {
  const [tim, min] = [timmar.replaceAll(/\s/g, ''), minuter.replaceAll(/\s/g, '')];
  if (tim === '' && min === '') return { slag: 'tomt' };
  const klocka = /^(\d{1,5}):([0-5]\d)$/.exec(tim);
  if (klocka && min === '') return tid(Number(klocka[1]), Number(klocka[2]));
  const delat = /^(\d{1,5})[.,](\d{1,2})$/.exec(tim);
  if (delat && (min === '' || Number(min) === 0))
    return { slag: 'fraga', falt: 'timmar', alternativ: tolkningar(Number(delat[1]), delat[2] ?? '') };
  if (!/^\d{0,5}$/.test(tim)) return { slag: 'fel', falt: 'timmar', kod: 'inte-siffror' };
  if (!/^\d{0,2}$/.test(min)) return { slag: 'fel', falt: 'minuter', kod: 'inte-siffror' };
  if (Number(min) > 59) return { slag: 'fraga', falt: 'minuter', alternativ: overTimme(Number(tim), Number(min)) };
  return tid(Number(tim), Number(min));
}

const tid = (timmar: number, minuter: number): Timmar =>
  timmar + minuter === 0 ? { slag: 'fel', falt: 'timmar', kod: 'noll' } : { slag: 'tid', minuter: timmar * 60 + minuter };

/** `10.30`: 10 tim 30 min, or 10,3 hours; `10.5`: 10,5 hours, or 10 tim 5 min. */
function tolkningar(timmar: number, efter: string): Tid[] {
  const somMinuter = Number(efter);
  const somDel = Math.round((Number(efter) * 60) / 10 ** efter.length);
  const val = somMinuter < 60 ? [somMinuter, somDel] : [somDel];
  return [...new Set(efter.length === 2 ? val : val.reverse())].map((minuter) => ({ timmar, minuter }));
}

/** 186 tim 75 min: 186,75 hours, or an hour and a quarter more. */
const overTimme = (timmar: number, minuter: number): Tid[] => [
  { timmar, minuter: Math.round(minuter * 0.6) },
  { timmar: timmar + 1, minuter: minuter - 60 },
];

/** `10 tim 30 min`, whole hours as `10 tim`: the one form hours are shown in (FORB-21). */
export const visaTimmar = (minuter: number): string => `${Math.floor(minuter / 60)} tim${minuter % 60 === 0 ? '' : ` ${minuter % 60} min`}`;

/** `10 tim 30 min per månad`. */
export const visaOmfattning = ({ minuter, enhet }: Omfattning): string => `${visaTimmar(minuter)} per ${enhet.toLocaleLowerCase('sv')}`;
