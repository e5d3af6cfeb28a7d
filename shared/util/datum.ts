/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A point in time, ISO 8601 in UTC. */
export type IsoInstant = string;

/** `2026-11-20` → `261120`, the form dates take in node labels (TRAD-02, TRAD-03). */
export const yymmdd = (date: IsoDate): string => date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10);

/** Whole years from a birth date to a day, both `YYYY-MM-DD`. Born 29 February: a year older on 1 March. */
export function ageOn(birthDate: IsoDate, day: IsoDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** True when the text is a day that exists in the calendar. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The Swedish calendar day of an instant, so that client and server agree on "today" whatever their own time zone is. */
export const swedishDay = (instant: IsoInstant): IsoDate => stockholm.format(new Date(instant));

/** The day so many days later, or earlier: `2023-02-28` plus 1 → `2023-03-01`. */
export function plusDagar(day: IsoDate, days: number): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
