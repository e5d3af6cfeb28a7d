import { ageOn, type IsoDate, isCalendarDay } from '../util/datum.ts';

export type PersonnummerKind = 'personnummer' | 'samordningsnummer' | 'interim';
export type PersonnummerError = 'empty' | 'characters' | 'length' | 'date' | 'checksum';
export type ParsedPersonnummer =
  | {
      ok: true;
      /** 12 characters, digits but for the letter of an interim number. */
      value: string;
      kind: PersonnummerKind;
      /** `YYYY-MM-DD`; of a samordningsnummer the day without its 60, and null for one that names no day of the calendar. */
      birthDate: IsoDate | null;
      /** Whole years on `today`; null without a birth date. */
      age: number | null;
    }
  | { ok: false; error: PersonnummerError };

const interimLetters = 'TRSUWXJKLMN';

/**
 * Reads a Swedish personnummer or samordningsnummer in any written form: `YYYYMMDD-NNNN`, `YYMMDD-NNNN`, `YYMMDD+NNNN`
 * (100 years or older), with spaces, without signs. Ten digits without a plus sign mean the latest century in which the
 * person is born by `today` (folkbokföringslagen 1991:481 18 §).
 *
 * @param today the day that decides century and age
 * @param options.interim also accept interim numbers (a letter in the ninth place), as KIR and the regions issue them
 */
export function parsePersonnummer(text: string, today: IsoDate, options: { interim?: boolean } = {}): ParsedPersonnummer {
  const compact = text.normalize('NFKC').replace(/[\s\u2010-\u2015\u2212-]/g, (sign) => (/\s/.test(sign) ? '' : '-'));
  if (compact === '') return { ok: false, error: 'empty' };
  const letters = options.interim ? interimLetters : '';
  if (!new RegExp(`^[0-9+${letters}${letters.toLowerCase()}-]+$`).test(compact)) return { ok: false, error: 'characters' };
  const match = /^(\d{6}|\d{8})([-+]?)([0-9A-Za-z]\d{3})$/.exec(compact);
  if (!match) {
    const bare = compact.replace(/[-+]/g, '');
    const shapeOfNumber = /^(\d{6}|\d{8})[0-9A-Za-z]\d{3}$/.test(bare);
    // The right count of digits with the sign elsewhere is a fault of characters, not of length.
    return { ok: false, error: shapeOfNumber || /[A-Za-z]/.test(bare) ? 'characters' : 'length' };
  }
  const [, date = '', sign = '', last = ''] = match;
  const full = date.length === 8 ? date : withCentury(date, sign, today);
  const birthDate = calendarDay(full);
  if (birthDate === undefined ? !isUndated(full, today) : birthDate > today || birthDate < '1800') return { ok: false, error: 'date' };
  const value = full + last.toUpperCase();
  if (!hasCheckDigit(value)) return { ok: false, error: 'checksum' };
  const kind = kindOfNumber(value);
  return { ok: true, value, kind, birthDate: birthDate ?? null, age: birthDate === undefined ? null : ageOn(birthDate, today) };
}

/**
 * A samordningsnummer of somebody whose birth date is not fully known (Skatteverket: month 00, day 60), or that has a day the month
 * has not, as some of the published ones do: a real person, with a number that says no birth date.
 */
function isUndated(full: string, today: IsoDate): boolean {
  const [year, month, day] = [full.slice(0, 4), Number(full.slice(4, 6)), Number(full.slice(6, 8))];
  return day >= 60 && day <= 91 && month <= 12 && year >= '1800' && year <= today.slice(0, 4);
}

/** The last of the ten digits (Luhn); the letter of an interim number counts as 1, and 000 is nobody's. */
function hasCheckDigit(value: string): boolean {
  if (value.slice(8, 11) === '000') return false;
  const sum = [...value.slice(2)].reduce((total, digit, place) => {
    const product = Number(/\d/.test(digit) ? digit : '1') * (place % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

/** The kind of a number of 12 characters: an interim number has a letter, a samordningsnummer 60 added to its day. */
export const kindOfNumber = (value: string): PersonnummerKind =>
  /[A-Z]/.test(value) ? 'interim' : Number(value.slice(6, 8)) >= 60 ? 'samordningsnummer' : 'personnummer';

/** 12 characters → `19990412-2380`, the form of the person header and of lists. */
export const formatPersonnummer = (value: string): string => `${value.slice(0, 8)}-${value.slice(8)}`;

/** 12 characters → `990412-2380`, the short form of tabs. */
export const shortPersonnummer = (value: string): string => `${value.slice(2, 8)}-${value.slice(8)}`;

/** A plus sign is written from 1 January of the year in which the person turns 100, whatever the day of birth (18 §). */
function withCentury(yymmdd: string, sign: string, today: IsoDate): string {
  const century = Number(today.slice(0, 2));
  const candidates = [century, century - 1, century - 2].map((c) => `${String(c).padStart(2, '0')}${yymmdd}`);
  const oldestYear = sign === '+' ? Number(today.slice(0, 4)) - 100 : Number.POSITIVE_INFINITY;
  const isBorn = (full: string) => {
    const birthDate = calendarDay(full);
    const isPast = birthDate === undefined ? isUndated(full, today) : birthDate <= today;
    return isPast && Number(full.slice(0, 4)) <= oldestYear;
  };
  return candidates.find(isBorn) ?? `${century - 1}${yymmdd}`;
}

/** `YYYYMMDD` (day + 60 for a samordningsnummer) → the calendar day, or undefined when there is none. */
function calendarDay(full: string): IsoDate | undefined {
  const day = Number(full.slice(6, 8));
  const date = `${full.slice(0, 4)}-${full.slice(4, 6)}-${String(day > 60 ? day - 60 : day).padStart(2, '0')}`;
  return isCalendarDay(date) ? date : undefined;
}
