import { type IsoDate, isCalendarDay, plusDagar } from '../../shared/util/datum.ts';

export type Datumfel = 'tomt' | 'form' | 'finns-inte' | 'framtid';
export type LastDatum = { ok: true; dag: IsoDate } | { ok: false; fel: Datumfel };

/** Words for a date that cannot be used: what is wrong, and the right form. */
export const datumfelOrd: Record<Datumfel, string> = {
  tomt: 'Skriv ett datum, till exempel 2026-11-20 eller i för i dag.',
  form: 'Datumet går inte att läsa. Skriv till exempel 2026-11-20, 261120, 20/11, i eller -7.',
  'finns-inte': 'Den dagen finns inte i kalendern.',
  framtid: 'Datumet ligger i framtiden. Skriv i dag eller tidigare.',
};

const two = (n: number): string => String(n).padStart(2, '0');

/**
 * Reads a date as people type it: `2026-11-20`, `261120`, `20261120`, `20/11`, `i` or `idag`, `+7` and `-7`
 * days from today.
 * @param idag the day today is, `YYYY-MM-DD`
 * @param val.framtid days after today are allowed; when not, `20/12` typed in January means last December
 */
export function readDatum(text: string, idag: IsoDate, val: { framtid: boolean }): LastDatum {
  const typed = text.trim().toLowerCase();
  if (typed === '') return { ok: false, fel: 'tomt' };
  const dag = parseDatum(typed, idag, val.framtid);
  if (dag === undefined) return { ok: false, fel: 'form' };
  if (!isCalendarDay(dag)) return { ok: false, fel: 'finns-inte' };
  return !val.framtid && dag > idag ? { ok: false, fel: 'framtid' } : { ok: true, dag };
}

function parseDatum(typed: string, idag: IsoDate, framtid: boolean): IsoDate | undefined {
  if (/^i(dag| dag)?$/.test(typed)) return idag;
  const days = /^([+\-−])\s?(\d{1,4})$/.exec(typed);
  if (days) return plusDagar(idag, (days[1] === '+' ? 1 : -1) * Number(days[2]));
  const full = /^(\d{4})[-./ ]?(\d{2})[-./ ]?(\d{2})$/.exec(typed) ?? /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (full) return `${full[1]}-${two(Number(full[2]))}-${two(Number(full[3]))}`;
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(typed);
  if (short) return `${idag.slice(0, 2)}${short[1]}-${short[2]}-${short[3]}`;
  const dayMonth = /^(\d{1,2})\/(\d{1,2})$/.exec(typed);
  if (!dayMonth) return undefined;
  const ending = `-${two(Number(dayMonth[2]))}-${two(Number(dayMonth[1]))}`;
  const year = Number(idag.slice(0, 4));
  return framtid || `${year}${ending}` <= idag ? `${year}${ending}` : `${year - 1}${ending}`;
}
